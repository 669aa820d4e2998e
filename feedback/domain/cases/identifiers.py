"""Knows numbers and addresses that lead to a person by their shape and the words before them."""

import re
from collections.abc import Iterator

from feedback.domain.cases.private_kinds import PrivateKind

_GAP = r"[ .\-()_\u200b]{0,3}"
_TINY = r"[ \u200b]?"
# Between a keyword and its number: words, but nothing that was found, and no other line but one.
_AFTER = r"[^\d\x00\[\]@]{0,30}?"
# A number that a unit of money follows is a fee or a fine, and leads to nobody.
_MONEY = r"(?!\s?(?:k|đ|đồng|dong|vnd|vnđ|usd|tr|triệu|trieu|nghìn|nghin|ngàn|ngan|tỷ|ty)(?!\w))"
_START = r"(?<!\d)"
_END = r"(?!\d)"
_WORD = r"(?<![^\W_])"


def _digits(least: int, most: int) -> str:
    # Atomic: "150 000 000 đồng" must not be shortened group by group until no money follows.
    return rf"\d(?>(?:{_GAP}\d){{{least - 1},{most - 1}}}){_END}{_MONEY}"


_BANKS = (
    r"(?:vietcombank|vcb|vietinbank|ctg|bidv|agribank|techcombank|tcb|mb ?bank|acb|sacombank|stb"
    r"|vp ?bank|tp ?bank|vib|hdbank|ocb|shb|msb|lpbank|lienvietpostbank|seabank|eximbank|scb"
    r"|momo|zalopay|viettelpay)"
)
_ACCOUNT_WORDS = (
    r"(?:stk|tk|số tài khoản|so tai khoan|tài khoản|tai khoan|số thẻ|so the|thẻ atm|the atm"
    r"|account|acct|iban)"
)
_IDENTITY_WORDS = (
    rf"{_WORD}(?:cccd|cmnd|cmtnd|cmt|căn cước|can cuoc|chứng minh|chung minh|định danh|dinh danh"
    r"|hộ chiếu|ho chieu|passport|bhxh|bhyt|bảo hiểm|bao hiem|mst|mã số thuế|ma so thue|gplx"
    r"|bằng lái|id)"
)
_PHONE_WORDS = (
    r"(?:sđt|sdt|đt|dt|đtdđ|dtdd|điện thoại|dien thoai|di động|di dong|tel|phone|mobile|zalo"
    r"|viber|whatsapp|số máy|so may)"
)
_PLATE_WORDS = rf"{_WORD}(?:biển số|bien so|biển|bks|xe)"
_ABROAD = rf"(?:\(?(?:\+|00)?84\)?{_GAP}(?:\(?0\)?{_GAP})?|\(?0{_GAP})"
# Plates count the provinces from 11.
_PROVINCE = r"(?:1[1-9]|[2-9]\d)"
_SERIES = r"[A-ZĐ]{1,2}\d?"
# "11h-2026" and "lúc 14h 2025" tell a time.
_YEAR = r"(?!(?:19|20)\d\d(?!\d|[ .]\d))"

_NUMBER = r"(?:\d{3}[ .]?\d{2}|\d{4})"
_DATED = rf"(?:\d{{3}}[ .]?\d{{2}}|{_YEAR}\d{{4}})"
_ALONE = r"(?<![0-9A-Za-z])"

_SHAPES = (
    # Each part is bounded, so that one endless word does not take square time.
    (PrivateKind.EMAIL, r"([\w.%+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,5})"),
    (PrivateKind.ACCOUNT, rf"(?i:{_WORD}{_ACCOUNT_WORDS}{_AFTER}({_digits(6, 19)}))"),
    (PrivateKind.ACCOUNT, rf"(?i:{_WORD}{_BANKS}[^\w\x00\[\]]{{0,5}}({_digits(6, 19)}))"),
    (PrivateKind.ACCOUNT, rf"(?i:{_START}(\d{{6,19}}){_END}(?=[ \-:(]{{1,3}}{_BANKS}(?!\w)))"),
    (PrivateKind.IDENTITY, rf"(?i:{_IDENTITY_WORDS}{_AFTER}{_WORD}([A-Z]{{1,2}}\d{{7,13}}))"),
    (PrivateKind.IDENTITY, rf"(?i:{_IDENTITY_WORDS}{_AFTER}({_digits(8, 15)}))"),
    (PrivateKind.PHONE, rf"{_START}({_ABROAD}[35789](?:{_GAP}\d){{8}}){_END}"),
    (PrivateKind.PHONE, rf"{_START}({_ABROAD}2(?:{_GAP}\d){{9}}){_END}"),
    # Many mobiles had eleven digits until 2018, and old papers still show them.
    (PrivateKind.PHONE, rf"{_START}(0{_GAP}1(?:{_GAP}\d){{9}}){_END}"),
    (PrivateKind.PHONE, rf"(?i:{_WORD}{_PHONE_WORDS}{_AFTER}({_digits(7, 15)}))"),
    (PrivateKind.LONG_NUMBER, rf"{_START}(\d{{13,19}}|\d{{4}}(?:{_GAP}\d{{4}}){{3}}){_END}"),
    (PrivateKind.IDENTITY, rf"{_START}(\d{{12}}|\d{{4}}(?: \d{{4}}){{2}}){_END}"),
    (PrivateKind.IDENTITY, rf"{_START}(0\d\d(?:[ .\-]?\d{{3}}){{3}}){_END}"),
    (PrivateKind.IDENTITY, rf"{_START}(\d{{9}}|\d{{3}}(?: \d{{3}}){{2,3}}){_END}{_MONEY}"),
    (PrivateKind.PLATE, rf"{_ALONE}({_PROVINCE}[ .\-]?{_SERIES}[ .\-]{{0,3}}{_DATED}){_END}"),
    (PrivateKind.PLATE, rf"(?i:{_ALONE}({_PROVINCE}[ .\-]?{_SERIES}-{_DATED}){_END})"),
    (
        PrivateKind.PLATE,
        rf"(?i:{_PLATE_WORDS}{_AFTER}({_PROVINCE}[ .\-]?{_SERIES}[ .\-]{{0,3}}{_NUMBER}){_END})",
    ),
)
_PATTERNS = tuple((kind, re.compile(shape)) for kind, shape in _SHAPES)


def identifiers(seen: str) -> Iterator[tuple[PrivateKind, int, int]]:
    """Give kind, start and end of each, the surest kinds first; those of two kinds may overlap."""
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(seen):
            yield kind, *match.span(1)
