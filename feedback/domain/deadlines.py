"""Counts deadlines as the law does, and keeps with each date why it is that date.

A date that was told is never counted again in silence: it is only moved, by a reason of its own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TypeVar, assert_never

from feedback.domain.calendar import (
    ONE_DAY,
    Calendar,
    fixed_name,
    latest_worked,
    next_worked,
    worked_after,
    worked_before,
)
from feedback.domain.days import start_of
from feedback.domain.dues import Doubt, Due, Extension, Pause, Skipped, read, told
from feedback.domain.rules import Length, Rule

__all__ = [
    "CannotExtend",
    "Due",
    "Steps",
    "due",
    "extended",
    "read",
    "resumed",
    "runs_out",
    "steps",
    "told",
]

COUNTING = "BLDS 2015 Đ.147, Đ.148"
"""Day zero is not counted; a last day that is off moves to the end of the next working day."""
_DAY_HOURS = 24
T = TypeVar("T")


class CannotExtend(ValueError):
    """The rule does not allow this extension; the message says why."""


@dataclass(frozen=True, slots=True)
class Steps:
    """Days on which something becomes true of a deadline: at the start of each."""

    remind_on: date
    due_on: date
    late_from: date
    very_late_from: date


def due(rule: Rule, start: date, calendar: Calendar) -> Due:
    """Count a deadline from day zero."""
    sign = -1 if rule.before else 1
    match rule.unit:
        case Length.WORKING_DAYS:
            count = worked_before if rule.before else worked_after
            end = count(start, rule.length, calendar)
        case Length.DAYS:
            end = start + timedelta(days=sign * rule.length)
        case Length.HOURS:
            # Rounded up to the day on which it runs out; `runs_out` has the hour.
            end = start + timedelta(days=-(-rule.length // _DAY_HOURS))
        case _:
            assert_never(rule.unit)
    begun = Due(rule, calendar.version, start, end, end, provisional=False)
    return _ended(begun, end, calendar, seen_from=start, later_than=start)


def extended(of: Due, length: int, reason: str, granted: date, calendar: Calendar) -> Due:
    """Move a date by an extension; raise CannotExtend where the rule does not allow it."""
    rule = of.rule
    if not rule.times:
        raise CannotExtend(f"{rule.title}: the rule knows no extension")
    if len(of.extensions) >= rule.times:
        raise CannotExtend(f"{rule.title}: it was extended {rule.times} time(s) already")
    if not 1 <= length <= rule.extra:
        raise CannotExtend(f"{rule.title}: an extension is 1 to {rule.extra} {rule.unit}")
    if granted > of.on:
        raise CannotExtend(f"{rule.title}: the time ended on {of.on}")
    more = replace(of, extensions=(*of.extensions, Extension(length, reason, granted)))
    return _pushed(more, length, calendar)


def resumed(of: Due, asked: date, answered: date, calendar: Calendar) -> Due:
    """Move a date by the days that passed while the citizen was asked for more.

    They are counted after the day of asking and with the day of the answer, in the rule's unit.
    A date that had passed before anything was asked stays.
    """
    if of.rule.unit is Length.HOURS or of.rule.before:
        raise ValueError(f"{of.rule.code} is not a time that can stand still")
    # What was late before the question stays late: asking must not heal it.
    if asked > of.on or answered <= asked:
        return of
    passed = list(_between(asked, answered))
    if of.rule.unit is Length.WORKING_DAYS:
        passed = [day for day in passed if calendar.worked(day)]
    pause = Pause(asked, answered, len(passed))
    moved = _pushed(replace(of, pauses=(*of.pauses, pause)), pause.days, calendar)
    if moved.on >= answered:
        return moved
    # Answered at a weekend, no working day had passed: the date may not lie before the answer.
    least = next_worked(answered, calendar)
    return _ended(moved, least, calendar, seen_from=of.end, later_than=answered - ONE_DAY)


def steps(of: Due, calendar: Calendar) -> Steps:
    """Give the days of the reminder, the end, and of being late and very late."""
    rule = of.rule
    # However short the time is, nobody is reminded on the day of receipt or before it.
    remind = max(worked_before(of.on, rule.remind, calendar), min(of.start + ONE_DAY, of.on))
    # Late comes first even where the table gives no day between the two.
    very_late = worked_after(of.on, rule.very_late, calendar) + ONE_DAY
    return Steps(remind, of.on, of.on + ONE_DAY, max(very_late, of.on + 2 * ONE_DAY))


def runs_out(of: Due, since: datetime) -> datetime:
    """Give the first instant that is too late; ``since`` is the moment that hours run from."""
    if of.rule.unit is Length.HOURS:
        return since + timedelta(hours=of.rule.length)
    return start_of(of.on + ONE_DAY)


def _pushed(of: Due, n: int, calendar: Calendar) -> Due:
    if of.rule.unit is Length.WORKING_DAYS:
        # From where the count ended, not from the sure day that was promised in its stead.
        end = worked_after(of.end, n, calendar)
    else:
        end = of.end + timedelta(days=n)
    # More time never makes a date earlier than the one that was told.
    return _ended(of, end, calendar, seen_from=of.end, later_than=of.on - ONE_DAY)


def _ended(of: Due, end: date, calendar: Calendar, *, seen_from: date, later_than: date) -> Due:
    """Let a date end on or near a day, and note on which days that rests."""
    on = _settled(of.rule, end, calendar, later_than)
    seen = _seen(of.rule, seen_from, end, on)
    skipped = (_skipped(day, calendar) for day in seen)
    doubts = ((day, calendar.doubt(day)) for day in seen)
    return replace(
        of,
        calendar=calendar.version,
        end=end,
        on=on,
        provisional=of.provisional or not calendar.covers(max(end, on, of.start)),
        skipped=_with(of.skipped, (one for one in skipped if one is not None)),
        doubts=_with(of.doubts, (Doubt(day, row.mark, row.name) for day, row in doubts if row)),
    )


def _settled(rule: Rule, end: date, calendar: Calendar, later_than: date) -> date:
    """Give the day that a time which ends on a day is kept by."""
    match rule.unit:
        case Length.HOURS:
            return end
        case Length.DAYS:
            return latest_worked(end, calendar) if rule.before else next_worked(end, calendar)
        case Length.WORKING_DAYS:
            # What falls on a day that may turn out to be off is promised for the day before it.
            sure = latest_worked(end, calendar)
            return sure if sure > later_than or rule.before else end
        case _:
            assert_never(rule.unit)


def _seen(rule: Rule, counted_from: date, end: date, on: date) -> tuple[date, ...]:
    """Give the days on whose being worked or not a date rests."""
    match rule.unit:
        case Length.WORKING_DAYS:
            return tuple(_between(counted_from, end))
        case Length.DAYS:
            return tuple(_within(end, on))
        case Length.HOURS:
            return ()
        case _:
            assert_never(rule.unit)


def _with(known: tuple[T, ...], new: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*known, *new)))


def _skipped(day: date, calendar: Calendar) -> Skipped | None:
    why = calendar.why_off(day)
    if why is None:
        return None
    row = calendar.row(day)
    return Skipped(day, why, row.name if row else fixed_name(day) or "")


def _between(after: date, until: date) -> Iterator[date]:
    """Give the days after one day and with another, whichever of the two comes first."""
    if until > after:
        yield from _within(after + ONE_DAY, until)
    elif until < after:
        yield from _within(until, after - ONE_DAY)


def _within(one: date, other: date) -> Iterator[date]:
    for n in range(abs((other - one).days) + 1):
        yield min(one, other) + n * ONE_DAY
