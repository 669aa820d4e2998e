"""Gateway that reads both tallies, summed and wide. It writes nothing and weighs nothing."""

from collections.abc import Collection, Iterator
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    Column,
    ColumnElement,
    Integer,
    Select,
    bindparam,
    case,
    func,
    literal,
    select,
    type_coerce,
)

from feedback.domain.channels import Source, Standing
from feedback.domain.ids import DeskId, UnitId
from feedback.domain.rollup import Cell, Spot
from feedback.store.columns import Day
from feedback.store.tables.tallies import OVERALL, desk_day, unit_month
from feedback.store.work import Work

Query = Select[*tuple[Any, ...]]

NOWHERE = Spot()

MOST_NAMED = 400
"""Above so many units all are read and the caller picks: a longer list is slower than none."""


class Key(Enum):
    """What a sum may be split by, besides the unit."""

    DESK = desk_day.c.desk_id
    SERVICE = desk_day.c.service_id
    DAY = desk_day.c.day
    CHANNEL = desk_day.c.channel
    QUESTIONNAIRE = desk_day.c.questionnaire
    QUESTION = desk_day.c.question


def by_month(
    work: Work,
    first: date,
    last: date,
    units: Collection[UnitId] | None = None,
    *,
    months: bool = False,
) -> Iterator[Cell]:
    """Sum the months that begin between two days, a cell a unit, or one a unit and month.

    ``units`` narrows where it is short; otherwise the caller picks.
    """
    named = _named(units)
    rows = work.connection.execute(
        _month_query(months, named is not None), {"first": first, "last": last, "units": named}
    ).all()
    if months:
        return (Cell(row[0], row[2:], Spot(day=row[1])) for row in rows)
    return (Cell(row[0], row[1:], NOWHERE) for row in rows)


def by_day(
    work: Work,
    first: date,
    last: date,
    units: Collection[UnitId] | None = None,
    *,
    keys: Collection[Key] = (),
    desk: DeskId | None = None,
) -> Iterator[Cell]:
    """Sum the days between two, both inside, a cell a unit and combination of keys.

    With QUESTION among the keys the follow-up answers are summed, otherwise the first taps.
    """
    named = _named(units)
    rows = work.connection.execute(
        _day_query(frozenset(keys), named is not None, desk is not None),
        {"first": first, "last": last, "units": named, "desk": desk},
    )
    here = len(Key) + 1
    return (Cell(row[0], row[here:], Spot(*row[1:here])) for row in rows)


def first_day(work: Work, units: Collection[UnitId] | None, desk: DeskId | None) -> date | None:
    """Find the day of the first rating of these units, or of this desk; None where there is none.

    The wide tally tells the month, so that only one month of the narrow one is read.
    """
    if desk is not None:
        of_desk = select(func.min(desk_day.c.day)).where(desk_day.c.desk_id == desk)
        only: date | None = work.connection.scalar(of_desk)
        return only
    month = select(func.min(unit_month.c.month))
    day = select(func.min(desk_day.c.day))
    if units is not None and len(units) <= MOST_NAMED:
        month = month.where(unit_month.c.unit_id.in_(sorted(units)))
        day = day.where(desk_day.c.unit_id.in_(sorted(units)))
    begun: date | None = work.connection.scalar(month)
    if begun is None:
        return None
    # From December on into January of the next year.
    end = date(begun.year + begun.month // 12, begun.month % 12 + 1, 1)
    found: date | None = work.connection.scalar(
        day.where(desk_day.c.day >= begun, desk_day.c.day < end)
    )
    return found or begun


def _named(units: Collection[UnitId] | None) -> list[UnitId] | None:
    return sorted(units) if units is not None and len(units) <= MOST_NAMED else None


@lru_cache(maxsize=8)
def _month_query(months: bool, named: bool) -> Query:
    month = unit_month.c.month
    split = [type_coerce(month, Integer)] if months else []
    query = (
        select(unit_month.c.unit_id, *split, *_WIDE)
        .where(month >= _FIRST, month <= _LAST)
        .group_by(unit_month.c.unit_id, *([month] if months else []))
    )
    return query.where(unit_month.c.unit_id.in_(_UNITS)) if named else query


@lru_cache(maxsize=64)
def _day_query(keys: frozenset[Key], named: bool, desk: bool) -> Query:
    overall = desk_day.c.question == OVERALL
    query = (
        select(desk_day.c.unit_id, *(_shown(key, key in keys) for key in Key), *_NARROW)
        .where(desk_day.c.day >= _FIRST, desk_day.c.day <= _LAST)
        .where(~overall if Key.QUESTION in keys else overall)
        .group_by(desk_day.c.unit_id, *(key.value for key in Key if key in keys))
    )
    query = query.where(desk_day.c.unit_id.in_(_UNITS)) if named else query
    return query.where(desk_day.c.desk_id == bindparam("desk")) if desk else query


def _shown(key: Key, asked: bool) -> ColumnElement[int] | ColumnElement[str]:
    column: Column[int] | Column[str] = key.value
    if asked:
        return type_coerce(column, Integer) if key is Key.DAY else column
    return literal("") if key in _TEXTS else literal(0)


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, desk_day.c.n), else_=0))


_FIRST = bindparam("first", type_=Day())
_LAST = bindparam("last", type_=Day())
_UNITS: BindParameter[int] = bindparam("units", expanding=True)
_TEXTS = frozenset({Key.CHANNEL, Key.QUESTIONNAIRE, Key.QUESTION})
_COUNTED = desk_day.c.standing == Standing.COUNTED.value
_NARROW = (
    *(_sum(_COUNTED & (desk_day.c.answer == level)) for level in range(1, 6)),
    _sum(~_COUNTED & (desk_day.c.answer > 0)),
    _sum((desk_day.c.source == Source.SAMPLE.value) & (desk_day.c.answer > 0)),
    # 0 is "no result yet" or "do not know": told beside a figure, never counted into it.
    _sum(_COUNTED & (desk_day.c.answer == 0)),
)
_LEVELS = (
    unit_month.c.n1,
    unit_month.c.n2,
    unit_month.c.n3,
    unit_month.c.n4,
    unit_month.c.n5,
    unit_month.c.set_aside,
)
_GIVEN = _LEVELS[0] + _LEVELS[1] + _LEVELS[2] + _LEVELS[3] + _LEVELS[4] + _LEVELS[5]
_WIDE = (
    *(func.sum(column) for column in _LEVELS),
    func.sum(case((unit_month.c.source == Source.SAMPLE.value, _GIVEN), else_=0)),
    literal(0),
)


def last_days(work: Work) -> dict[DeskId, date]:
    """Give the last day on which each desk that was ever rated got a rating of a citizen's own."""
    query = (
        select(desk_day.c.desk_id, func.max(desk_day.c.day))
        .where(desk_day.c.question == OVERALL, desk_day.c.source == Source.LIVE.value)
        .group_by(desk_day.c.desk_id)
    )
    return {DeskId(desk): day for desk, day in work.connection.execute(query)}
