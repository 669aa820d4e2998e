"""Own what is said on a poster and what paper it is for.

A poster that exists can be printed: names are cleaned, the address and the code are checked.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from qr.posters.wording import printable
from qr.shortcode import is_valid

_ADDRESS = re.compile(r"https?://[!-~]{1,300}/q/[A-Za-z0-9_-]{1,64}\Z")


class PosterError(ValueError):
    """A poster cannot be printed as asked."""


class Paper(StrEnum):
    """Name the formats; `table` is a sheet of A4, folded, both faces readable."""

    A4 = "a4"
    A5 = "a5"
    A6 = "a6"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class PosterText:
    """Hold the words that are the same on every poster of an office."""

    sentence: str = "Mời ông/bà quét mã để đánh giá"
    sentence_en: str = "Please scan to rate the service"
    genuine: str = "Địa chỉ đúng, gõ tay cũng được"
    genuine_en: str = "The genuine address, type it if you like"
    code: str = "Mã quầy"
    code_en: str = "Desk code"
    safety: str = "Không hỏi tài khoản, số định danh, mã OTP, tiền"
    safety_en: str = "We never ask for accounts, ID numbers, OTP codes or money"
    hotline: str = "Đường dây nóng"
    wifi: str = "Wi-Fi"
    take_home: str = "Mời ông/bà xé một mảnh mang về, đánh giá sau cũng được"
    fold: str = "Gấp theo đường này"
    draft: str = "BẢN THỬ"
    sample: str = "MẪU"

    def __post_init__(self) -> None:
        for name in self.__slots__:
            object.__setattr__(self, name, _required(name, getattr(self, name)))


@dataclass(frozen=True, slots=True)
class Poster:
    """Hold one desk's poster; `logo` is the bytes of a PNG or JPEG."""

    unit: str
    desk: str
    url: str
    typed_address: str
    code: str
    text: PosterText = field(default_factory=PosterText)
    logo: bytes | None = field(default=None, repr=False)
    hotline: str = ""
    wifi: str = ""
    draft: bool = False
    sample: bool = False

    def __post_init__(self) -> None:
        if not _ADDRESS.match(self.url):
            raise PosterError("a poster's code holds an address of the form https://host/q/token")
        if not is_valid(self.code):
            raise PosterError("a poster prints a valid short code")
        for name in ("unit", "desk", "typed_address"):
            object.__setattr__(self, name, _required(name, getattr(self, name)))
        for name in ("hotline", "wifi"):
            object.__setattr__(self, name, printable(getattr(self, name)))


@dataclass(frozen=True, slots=True)
class Layout:
    """Hold how posters lie on paper.

    `slips` adds a row to tear off and take home (A4, A5); `tiled` puts two A5 or four A6 on a
    sheet of A4; `crop_marks` shows where to cut; `logo_in_code` sets the logo into the QR code.
    """

    paper: Paper = Paper.A4
    slips: bool = False
    tiled: bool = False
    crop_marks: bool = False
    faces: bool = True
    logo_in_code: bool = False

    def __post_init__(self) -> None:
        if self.slips and self.paper not in (Paper.A4, Paper.A5):
            raise PosterError("tear-off slips fit under A4 and A5 only")
        if self.tiled and self.paper not in (Paper.A5, Paper.A6):
            raise PosterError("only A5 and A6 are tiled on a sheet of A4")


def _required(name: str, text: str) -> str:
    if not (line := printable(text)):
        raise PosterError(f"a poster's {name} is empty")
    return line
