"""A date that was told, with all it rests on, and its form as text. It counts nothing."""

import json
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from feedback.domain.calendar import Mark, Why
from feedback.domain.rules import Clock, Length, Rule, Variant

_FORM = 1


@dataclass(frozen=True, slots=True)
class Skipped:
    """A day that did not count, why, and what it is called where it has a name."""

    day: date
    why: Why
    name: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A day whose row is not verified: it was read so that the date comes earlier."""

    day: date
    mark: Mark
    name: str


@dataclass(frozen=True, slots=True)
class Pause:
    """The clock stood after the day of asking and until the day of the answer, ``days`` long."""

    asked: date
    answered: date
    days: int


@dataclass(frozen=True, slots=True)
class Extension:
    """More time: how much in the rule's unit, why, and on which day it was granted."""

    length: int
    reason: str
    granted: date


@dataclass(frozen=True, slots=True)
class Due:
    """A date with its reasons; it ends with the end of day ``on`` in Viet Nam.

    ``start`` is day zero, ``end`` where the count ended before it was moved to a day that is
    worked. Provisional: a day was counted that lies beyond the horizon of ``calendar``, the version
    it was counted by.
    """

    rule: Rule
    calendar: str
    start: date
    end: date
    on: date
    provisional: bool
    skipped: tuple[Skipped, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    pauses: tuple[Pause, ...] = ()
    extensions: tuple[Extension, ...] = ()

    @property
    def unverified(self) -> bool:
        """Whether the date rests on a rule or on a day that nobody has verified."""
        return not self.rule.verified or bool(self.doubts)

    @property
    def moved(self) -> bool:
        """Whether the count ended on a day that is or may be off, so that another was taken."""
        return self.on != self.end


def told(due: Due) -> str:
    """Write a date with its reasons as JSON, to be kept beside it."""
    record = {"form": _FORM, **asdict(due)}
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"), default=date.isoformat)


def read(text: str) -> Due:
    """Read what ``told`` wrote; raise ValueError for anything else."""
    try:
        record: dict[str, Any] = json.loads(text)
        if record["form"] != _FORM:
            raise ValueError(f"form {record['form']!r} is not known")
        return _due(record)
    # The column is text: what someone wrote into it by hand may nest without end.
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"this is no deadline: {error!r}") from error


def _due(record: dict[str, Any]) -> Due:
    return Due(
        _rule(record["rule"]),
        record["calendar"],
        _day(record["start"]),
        _day(record["end"]),
        _day(record["on"]),
        record["provisional"],
        tuple(Skipped(_day(r["day"]), Why(r["why"]), r["name"]) for r in record["skipped"]),
        tuple(Doubt(_day(r["day"]), Mark(r["mark"]), r["name"]) for r in record["doubts"]),
        tuple(Pause(_day(r["asked"]), _day(r["answered"]), r["days"]) for r in record["pauses"]),
        tuple(
            Extension(r["length"], r["reason"], _day(r["granted"])) for r in record["extensions"]
        ),
    )


def _rule(record: dict[str, Any]) -> Rule:
    typed: dict[str, Any] = {
        "clock": Clock(record["clock"]),
        "variant": Variant(record["variant"]),
        "unit": Length(record["unit"]),
        "from_day": _day(record["from_day"]),
        "to_day": None if record["to_day"] is None else _day(record["to_day"]),
    }
    plain = {one.name: record[one.name] for one in fields(Rule) if one.name not in typed}
    return Rule(**plain, **typed)


def _day(text: str) -> date:
    return date.fromisoformat(text)
