"""The periods offered to a person, in words. Pure: today is an argument."""

from dataclasses import dataclass
from datetime import date, timedelta

from admin_tui import numbers
from admin_tui.reading import Span
from feedback.domain.periods import Period, calendar, period, quarter_on
from feedback.domain.query import TreeOf

_ROMAN = ("I", "II", "III", "IV")
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Choice:
    """A period to choose: what it is called in a list, in the title of a screen, and its days."""

    label: str
    title: str
    span: Span


def choices(today: date, tree: TreeOf) -> tuple[Choice, ...]:
    """Offer the usual periods as of today."""
    now = quarter_on(today)
    last = quarter_on(now.first - _ONE_DAY)
    # TT 06/2025/TT-TTCP Đ.7: reports to higher levels count from the 15th to the 14th.
    reported = quarter_on(today, calendar("tt06"))
    year = period(str(today.year))
    return (
        _named("Quý này", _quarter(now), now, last, tree),
        _named("Quý trước", _quarter(last), last, quarter_on(last.first - _ONE_DAY), tree),
        _named("Năm nay", f"Năm {today.year}", year, period(str(today.year - 1)), tree),
        _named(
            "Quý này, kỳ báo cáo 15–14",
            f"{_quarter(reported)} (15–14)",
            reported,
            quarter_on(reported.first - _ONE_DAY, calendar("tt06")),
            tree,
        ),
        Choice("Từ lượt đánh giá đầu tiên", "Từ lượt đầu tiên", Span(None, None, tree)),
    )


def custom(first: date, last: date, tree: TreeOf) -> Choice:
    """Make a period of any two days, compared with as many days before it."""
    before = first - (last - first) - _ONE_DAY, first - _ONE_DAY
    title = f"{numbers.day(first)}–{numbers.day(last)}"
    return Choice("Chọn ngày", title, Span(first, last, tree, before))


def tree_words(tree: TreeOf) -> str:
    """Say on which tree of units figures are computed."""
    return "đơn vị lúc đánh giá" if tree is TreeOf.THEN else "đơn vị hiện nay"


def _named(label: str, title: str, days: Period, before: Period, tree: TreeOf) -> Choice:
    return Choice(label, title, Span(days.first, days.last, tree, (before.first, before.last)))


def _quarter(days: Period) -> str:
    year, number = days.name[:4], int(days.name[5])
    return f"Quý {_ROMAN[number - 1]}/{year}"
