"""Keeps both tallies in step with the facts, as sums of changes written in key order."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from feedback.domain.days import month_of
from feedback.store.prepared import write_many
from feedback.store.tables.tallies import OVERALL, desk_day, unit_month
from feedback.store.upsert import adding
from feedback.store.work import Work

COUNTED = "counted"
_WIDE = ("n1", "n2", "n3", "n4", "n5", "set_aside")


class Placed(NamedTuple):
    """What of a rating decides where it is counted."""

    day: date
    desk_id: int
    unit_id: int
    standing: str
    channel: str
    source: str
    service_id: int
    questionnaire: str


@dataclass(slots=True)
class Changes:
    """Sums to add to the tallies, gathered over a batch."""

    narrow: Counter[tuple[Placed, str, int]] = field(default_factory=Counter)
    wide: Counter[tuple[date, int, str, str]] = field(default_factory=Counter)

    def level(self, placed: Placed, level: int, by: int = 1) -> None:
        """Count a level of a rating, or take it back."""
        self.narrow[placed, OVERALL, level] += by
        column = f"n{level}" if placed.standing == COUNTED else "set_aside"
        self.wide[month_of(placed.day), placed.unit_id, placed.source, column] += by

    def answer(self, placed: Placed, question: str, value: int, by: int = 1) -> None:
        """Count a follow-up answer, or take it back."""
        self.narrow[placed, question, value] += by


def write(work: Work, changes: Changes) -> None:
    """Add the changes to both tallies, in key order, so that two writers never deadlock."""
    # What a batch took back again adds to nothing, and locks no row.
    narrow = sorted((key, n) for key, n in changes.narrow.items() if n)
    if narrow:
        rows = [
            {**placed._asdict(), "question": question, "answer": answer, "n": n}
            for (placed, question, answer), n in narrow
        ]
        write_many(work.connection, adding(work.connection, desk_day, "n"), rows)
    _write_wide(work, changes)


def _write_wide(work: Work, changes: Changes) -> None:
    rows: dict[tuple[date, int, str], dict[str, int]] = {}
    for (month, unit, source, column), n in changes.wide.items():
        row = rows.setdefault((month, unit, source), dict.fromkeys(_WIDE, 0))
        row[column] += n
    if rows:
        write_many(
            work.connection,
            adding(work.connection, unit_month, *_WIDE),
            [
                {"month": month, "unit_id": unit, "source": source, **row}
                for (month, unit, source), row in sorted(rows.items())
            ],
        )
