"""Calendars and rules to count by: Hypothesis' own, and small ones that a test can read."""

from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import strategies as st

from feedback.domain.calendar import Calendar, CalendarRow, Mark, fixed_holiday
from feedback.domain.rules import Clock, Length, Rule, Variant

FIRST, LAST = date(2026, 1, 1), date(2028, 12, 31)
DAYS = st.dates(FIRST, LAST)


def rule(length: int, unit: Length = Length.WORKING_DAYS, **other: object) -> Rule:
    """Make a rule that holds always; it may be extended twice by up to its own length."""
    fields: dict[str, object] = {
        "code": "r",
        "version": 1,
        "kind": "report",
        "clock": Clock.RECEIVED,
        "variant": Variant.PLAIN,
        "title": "Trả lời",
        "title_en": "answer",
        "source": "Luật",
        "verified": True,
        "from_day": date(2000, 1, 1),
        "extra": length,
        "times": 2,
    }
    return Rule(length=length, unit=unit, **(fields | other))  # type: ignore[arg-type]


def row(day: date, mark: Mark = Mark.HOLIDAY, *, verified: bool = True) -> CalendarRow:
    return CalendarRow(day, mark, "ngày lễ", "quyết định", verified)


def calendar(rows: Iterable[CalendarRow] = (), until: int = 2030) -> Calendar:
    return Calendar("thử", tuple(rows), until)


@st.composite
def rows(draw: st.DrawFn, *, verified: bool | None = None) -> tuple[CalendarRow, ...]:
    """Draw rows of any kind; all verified where asked, else some."""
    days = draw(st.sets(DAYS, max_size=40))
    run = draw(st.integers(0, 12))
    begin = draw(DAYS)
    days |= {begin + timedelta(days=n) for n in range(run)}
    return tuple(_row(draw, day, verified) for day in sorted(days))


def _row(draw: st.DrawFn, day: date, verified: bool | None) -> CalendarRow:
    marks = [Mark.HOLIDAY]
    if not fixed_holiday(day):
        marks.append(Mark.MAKE_UP if day.weekday() >= 5 else Mark.DAY_OFF)
    sure = draw(st.booleans()) if verified is None else verified
    return row(day, draw(st.sampled_from(marks)), verified=sure)
