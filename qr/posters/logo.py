"""Own what becomes of an office's logo: checked, made small enough, and plain.

Only PNG and JPEG are opened, and never one too large to be a logo.
"""

import io
from functools import lru_cache

from PIL import Image

from qr.posters.marks import Picture
from qr.posters.record import PosterError
from qr.posters.setting import Box

LARGEST_FILE = 4 * 1024 * 1024
LARGEST_SIDE = 6000
_PRINTED_SIDE = 600  # 300 dpi at the largest place a logo has


def fitted_logo(data: bytes, box: Box) -> Picture:
    """Return the logo in the middle of a box, its proportions kept; raises PosterError."""
    png, width, height = _plain(data)
    by = min(box.width / width, box.height / height)
    shown = (width * by, height * by)
    x = box.x + (box.width - shown[0]) / 2
    y = box.y + (box.height - shown[1]) / 2
    return Picture(x, y, *shown, png)


@lru_cache(maxsize=32)
def _plain(data: bytes) -> tuple[bytes, int, int]:
    """Return the logo on white as PNG without metadata, and its size in pixels."""
    if len(data) > LARGEST_FILE:
        raise PosterError("a logo has at most 4 MB")
    try:
        # No other decoder ever sees a stranger's bytes.
        opened = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
    except (OSError, Image.DecompressionBombError) as error:
        raise PosterError("a logo is a PNG or JPEG picture") from error
    # The head tells the size: a small file of a gigantic picture is refused before it is unpacked.
    if max(opened.size) > LARGEST_SIDE:
        raise PosterError("a logo has at most 6,000 pixels a side")
    try:
        picture = opened.convert("RGBA")
    except (OSError, ValueError, SyntaxError) as error:
        raise PosterError("a logo is a PNG or JPEG picture that is whole") from error
    picture.thumbnail((_PRINTED_SIDE, _PRINTED_SIDE), Image.Resampling.LANCZOS)
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.getchannel("A"))
    out = io.BytesIO()
    ground.save(out, "PNG")
    return out.getvalue(), *picture.size
