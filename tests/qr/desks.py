"""Posters of made-up desks, for the tests of this room."""

import io

from PIL import Image, ImageDraw

from qr.keys import Key, KeyRing
from qr.links import desk_url, typed_address
from qr.posters import Poster
from qr.shortcode import from_number
from qr.tokens import Purpose, mint

PUBLIC_URL = "https://danhgia.donghungthuan.gov.vn"
LONG = (
    "Bộ phận Tiếp nhận và Trả kết quả giải quyết thủ tục hành chính"
    " Ủy ban nhân dân phường Đông Hưng Thuận"
)
RING = KeyRing((Key("k1", b"a secret of the tests only"),))


def poster(
    number: int = 1, *, unit: str = LONG, desk: str = "", public: str = PUBLIC_URL, **rest: object
) -> Poster:
    """Return the poster of a desk; each number has its own token and code."""
    code = from_number(number * 9973)
    return Poster(
        unit=unit,
        desk=desk or f"Quầy {number} – Hộ tịch, chứng thực",
        url=desk_url(public, mint(RING, Purpose.DESK, number)),
        typed_address=typed_address(public, code),
        code=code,
        **rest,  # type: ignore[arg-type]
    )


def logo() -> bytes:
    """Return a round emblem on a transparent ground."""
    image = Image.new("RGBA", (300, 300), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((5, 5, 295, 295), fill=(200, 20, 30, 255))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
