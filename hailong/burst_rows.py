"""Rows of ratings that came in bursts, for the command that shows them; they name no network."""

from collections import Counter
from datetime import date
from statistics import median
from typing import Final

from feedback.domain.channels import Standing
from feedback.domain.days import LOCAL
from feedback.domain.roles import Viewer
from feedback.services import bursts, places
from feedback.services.bursts import Burst
from feedback.store.work import Work

COLUMNS: Final = [
    ("day", "Day"),
    ("from", "From"),
    ("unit", "Unit"),
    ("desk", "Desk"),
    ("n", "Ratings"),
    ("counted", "Counted"),
    ("levels", "Levels"),
    ("seconds", "Seconds from scan to tap"),
    ("ratings", "Which"),
]


def rows(
    work: Work, viewer: Viewer, first: date, last: date, least: int
) -> list[dict[str, object]]:
    """Give one row a burst: when, where, how many, at which levels, how quickly, and which."""
    return [_row(work, one) for one in bursts.found(work, viewer, first, last, least=least)]


def _row(work: Work, one: Burst) -> dict[str, object]:
    known = places.tree(work).nearest(one.unit, one.day)
    card = places.desk_cards(work, {one.desk}, one.day).get(one.desk)
    levels = Counter(each.level for each in one.ratings)
    delays = [each.delay_seconds for each in one.ratings if each.delay_seconds is not None]
    return {
        "day": one.day.isoformat(),
        "from": one.quarter_hour.astimezone(LOCAL).strftime("%H:%M"),
        "unit": known.name,
        "unit_code": known.code,
        "desk": card.name if card else None,
        "n": len(one.ratings),
        "counted": sum(each.standing is Standing.COUNTED for each in one.ratings),
        "levels": " ".join(f"{level}:{levels[level]}" for level in sorted(levels, reverse=True)),
        "seconds": round(median(delays)) if delays else None,
        "ratings": list(one.ids),
    }
