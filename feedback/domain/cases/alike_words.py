"""Folded words that carry no matter of their own, and words that mean the same across regions."""

_SMALL = """
toi tui minh em anh chi ong ba co chu ban nguoi va cua la khong da dang se duoc bi o tai
cho voi de rat qua nay kia do thi ma roi vi nen cung con cac nhung mot nhieu hon nua ra
vao di ve tu trong khi luc neu hay hoac van moi chua het gi sao day a thoi luon lai xin
nghi mong hoai chut nao co bang the is are was to of in on at and for it i we my not no
"""
SMALL = frozenset(_SMALL.split())
"""Without marks some stand for other words too ("co": có, cô, cỏ); losing those costs little."""

SAME = {
    "ko": "khong",
    "k": "khong",
    "hok": "khong",
    "dc": "duoc",
    "dk": "duoc",
    "nv": "nhan vien",
    "cb": "can bo",
    "hs": "ho so",
    "ubnd": "uy ban",
    "hai": "2",
    "hu": "hong",
    "te": "nga",
    "heo": "lon",
    "website": "web",
    "wifi": "mang",
    "sdt": "so dien thoai",
}
"""Short spellings, and Southern beside Northern words."""
