"""Definitions of the index: named, versioned, dated data. It computes nothing.

There is no single "chỉ số hài lòng"; whoever publishes a number publishes which one it is.
"""

from dataclasses import dataclass
from datetime import date

NAME = "Chỉ số hài lòng tại Bộ phận Một cửa"
"""What the figure is called. Never SIPAS: that is a survey of a random sample."""


@dataclass(frozen=True, slots=True)
class Method:
    """A definition: the mean of the levels' weights, divided by ``scale``.

    ``weights`` are those of levels 1 to 5, never falling, so that a better level never lowers the
    index. ``since`` is the day from which this version is the one in use.
    """

    code: str
    version: str
    since: date
    weights: tuple[int, int, int, int, int]
    scale: int
    title: str
    formula: str

    def __post_init__(self) -> None:
        if list(self.weights) != sorted(self.weights) or self.weights[0] < 0:
            raise ValueError("weights rise with the level and are never negative")
        if not self.weights[0] < self.weights[4] <= self.scale:
            raise ValueError("weights lie between 0 and the scale and are not all the same")


METHODS = (
    Method(
        "t2b",
        "1",
        # QĐ 1383/QĐ-BNV of that day: the first national method of measuring.
        date(2012, 12, 28),
        (0, 0, 0, 1, 1),
        1,
        "Tỷ lệ hài lòng và rất hài lòng",
        "(n4 + n5) / (n1 + n2 + n3 + n4 + n5)",
    ),
    Method(
        "mean5",
        "1",
        date(2012, 12, 28),
        (1, 2, 3, 4, 5),
        5,
        "Điểm trung bình trên thang 5",
        "(1·n1 + 2·n2 + 3·n3 + 4·n4 + 5·n5) / (5·n)",
    ),
    Method(
        "mean01",
        "1",
        date(2012, 12, 28),
        (0, 1, 2, 3, 4),
        4,
        "Điểm trung bình quy về 0-100%",
        "(điểm trung bình − 1) / 4",
    ),
)
"""Every version ever used stays here, so that an old number can be computed again."""

CODES = tuple(dict.fromkeys(method.code for method in METHODS))


def method(code: str, on: date) -> Method:
    """Find the version of a method in use on a day, else its first; raise KeyError for no such."""
    versions = [found for found in METHODS if found.code == code]
    if not versions:
        raise KeyError(code)
    return max((m for m in versions if m.since <= on), key=lambda m: m.since, default=versions[0])
