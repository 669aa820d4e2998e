"""Look at a printed code as a phone does: blurred, tilted, pale; read by an independent reader."""

import io
from collections.abc import Callable

import numpy as np
import pypdfium2
import resvg_py
import zxingcpp
from PIL import Image, ImageFilter

from qr.matrix import QUIET_ZONE, Grid

DPI = 150


def pages(pdf: bytes, dpi: int = DPI) -> list[Image.Image]:
    """Rasterise each page of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    return [page.render(scale=dpi / 72).to_pil().convert("RGB") for page in document]


def picture(png: bytes) -> Image.Image:
    """Open a PNG."""
    return Image.open(io.BytesIO(png)).convert("RGB")


def drawing(svg: str, dpi: int = DPI) -> Image.Image:
    """Rasterise an SVG where no font at all is to be had."""
    return picture(bytes(resvg_py.svg_to_bytes(svg_string=svg, dpi=dpi, skip_system_fonts=True)))


def read(image: Image.Image) -> list[str]:
    """Return the text of every QR code in sight."""
    found = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)
    return [code.text for code in found]


def blurred(image: Image.Image) -> Image.Image:
    """Take the picture a little out of focus."""
    return image.filter(ImageFilter.GaussianBlur(1.6))


def tilted(image: Image.Image) -> Image.Image:
    """Take the picture from the side, the phone turned in the hand."""
    width, height = image.size
    corners = [
        (0.06 * width, 0.09 * height),
        (0.98 * width, 0.01 * height),
        (0.93 * width, 0.98 * height),
        (0.01 * width, 0.88 * height),
    ]
    square = [(0, 0), (width, 0), (width, height), (0, height)]
    sloped = image.transform(
        image.size,
        Image.Transform.PERSPECTIVE,
        _perspective(corners, square),
        Image.Resampling.BICUBIC,
        fillcolor="white",
    )
    return sloped.rotate(9, Image.Resampling.BICUBIC, expand=True, fillcolor="white")


def pale(image: Image.Image) -> Image.Image:
    """Take the picture of a faded print in bad light: a fifth of the contrast, and noise."""
    light = np.asarray(image.convert("L"), dtype=np.float32)
    noise = np.random.default_rng(7).normal(0, 5, light.shape)
    return Image.fromarray(np.clip(130 + (light - 128) * 0.2 + noise, 0, 255).astype(np.uint8))


GLANCES: list[Callable[[Image.Image], Image.Image]] = [blurred, tilted, pale]


def symbol(grid: Grid, module: int) -> Image.Image:
    """Draw a symbol alone with its quiet zone, `module` pixels a module."""
    cells = np.array([[cell == "0" for cell in row] for row in grid.rows], dtype=np.uint8) * 255
    framed = np.pad(cells, QUIET_ZONE, constant_values=255)
    return Image.fromarray(np.kron(framed, np.ones((module, module), dtype=np.uint8)))


def _perspective(source: list[tuple[float, float]], target: list[tuple[int, int]]) -> list[float]:
    rows, values = [], []
    for (x, y), (u, v) in zip(source, target, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return [float(value) for value in np.linalg.solve(np.array(rows), np.array(values))]
