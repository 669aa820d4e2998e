"""The rules of time that ship with the product, each with its source. It counts no day."""

import csv
import io
from datetime import date
from functools import lru_cache
from importlib.resources import files

from feedback.domain.rules import Clock, Length, Rule, Variant

_SHIPPED = "deadlines.csv"
_YES = "yes"


@lru_cache(maxsize=1)
def shipped() -> tuple[Rule, ...]:
    """Read the rules, in the order of the table."""
    text = files("feedback.services").joinpath("data", _SHIPPED).read_text("utf-8")
    return tuple(_rule(row) for row in csv.DictReader(io.StringIO(text)))


def _rule(row: dict[str, str]) -> Rule:
    return Rule(
        code=row["code"],
        version=int(row["version"]),
        kind=row["kind"],
        clock=Clock(row["clock"]),
        variant=Variant(row["variant"]),
        length=int(row["length"]),
        unit=Length(row["unit"]),
        title=row["title"],
        title_en=row["title_en"],
        source=row["source"],
        verified=row["verified"] == _YES,
        from_day=date.fromisoformat(row["from_day"]),
        to_day=date.fromisoformat(row["to_day"]) if row["to_day"] else None,
        extra=int(row["extra"]),
        times=int(row["times"]),
        before=row["before"] == _YES,
        remind=int(row["remind"]),
        very_late=int(row["very_late"]),
    )
