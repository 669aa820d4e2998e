"""Own the posters of desks: what they say, how they lie on paper, and the files they become.

Nothing here decides what may be printed; the picture libraries load on the first rendering.
"""

import io
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

from qr.posters.record import Layout, Paper, Poster, PosterError, PosterText

__all__ = [
    "Layout",
    "Paper",
    "Poster",
    "PosterError",
    "PosterText",
    "render_pdf",
    "render_png",
    "render_svg",
]

_TITLE = "Bảng mã đánh giá"


def render_pdf(
    posters: Iterable[Poster],
    layout: Layout,
    out: Path | BinaryIO,
    progress: Callable[[int], None] | None = None,
) -> int:
    """Write one PDF of all posters, taken as they come, and return the number of desks.

    `progress` hears the number of desks done after each page. A file appears whole or not at
    all. Raises PosterError when there is nothing to print or a logo is no picture.
    """
    from qr.posters.pdf import PdfBook  # noqa: PLC0415 - records stay light
    from qr.posters.sheets import sheets  # noqa: PLC0415

    book, done = PdfBook(_TITLE), 0
    for desks, sheet in sheets(posters, layout):
        book.add(sheet)
        done += desks
        if progress:
            progress(done)
    if not done:
        raise PosterError("there is no poster to print")
    _write(out, book.save())
    return done


def render_png(poster: Poster, layout: Layout, dpi: int = 300) -> bytes:
    """Return one desk's poster as a PNG at this resolution, which the file states."""
    from qr.posters.png import paint  # noqa: PLC0415
    from qr.posters.sheets import single  # noqa: PLC0415

    picture, out = paint(single(poster, layout), dpi), io.BytesIO()
    picture.save(out, "PNG", dpi=(dpi, dpi))
    return out.getvalue()


def render_svg(poster: Poster, layout: Layout) -> str:
    """Return one desk's poster as an SVG that needs no font where it is shown."""
    from qr.posters.sheets import single  # noqa: PLC0415
    from qr.posters.svg import paint  # noqa: PLC0415

    return paint(single(poster, layout), f"{poster.unit} – {poster.desk}: {poster.url}")


def _write(out: Path | BinaryIO, data: bytes) -> None:
    if not isinstance(out, Path):
        out.write(data)
        return
    # Beside the file, to be renamed in one act: a print that fails leaves the earlier one as it
    # was.
    half = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        half.write_bytes(data)
        half.replace(out)
    finally:
        half.unlink(missing_ok=True)
