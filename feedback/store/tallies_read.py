"""Gateway that reads both tallies, summed and wide. It writes nothing and weighs nothing."""

from collections.abc import Collection, Iterator
from datetime import date
from enum import Enum

from sqlalchemy import Column, ColumnElement, Integer, case, func, literal, select, type_coerce

from feedback.domain.channels import Source, Standing
from feedback.domain.ids import DeskId, UnitId
from feedback.domain.rollup import Cell
from feedback.store.tables.tallies import OVERALL, desk_day, unit_month
from feedback.store.work import Work

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
    month = unit_month.c.month
    query = (
        select(
            unit_month.c.unit_id,
            literal(0),
            literal(0),
            type_coerce(month, Integer) if months else literal(0),
            *(literal("") for _ in range(3)),
            *_WIDE,
        )
        .where(month >= first, month <= last)
        .group_by(unit_month.c.unit_id, *([month] if months else []))
    )
    if units is not None and len(units) <= MOST_NAMED:
        query = query.where(unit_month.c.unit_id.in_(sorted(units)))
    return map(Cell._make, work.connection.execute(query))


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
    answers = Key.QUESTION in keys
    query = (
        select(desk_day.c.unit_id, *(_shown(key, key in keys) for key in Key), *_NARROW)
        .where(desk_day.c.day >= first, desk_day.c.day <= last)
        .where(desk_day.c.question != OVERALL if answers else desk_day.c.question == OVERALL)
        .group_by(desk_day.c.unit_id, *(key.value for key in Key if key in keys))
    )
    if units is not None and len(units) <= MOST_NAMED:
        query = query.where(desk_day.c.unit_id.in_(sorted(units)))
    if desk is not None:
        query = query.where(desk_day.c.desk_id == desk)
    return map(Cell._make, work.connection.execute(query))


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
    end = date(begun.year + begun.month // 12, begun.month % 12 + 1, 1)
    found: date | None = work.connection.scalar(
        day.where(desk_day.c.day >= begun, desk_day.c.day < end)
    )
    return found or begun


def _shown(key: Key, asked: bool) -> ColumnElement[int] | ColumnElement[str]:
    column: Column[int] | Column[str] = key.value
    if asked:
        return type_coerce(column, Integer) if key is Key.DAY else column
    return literal("") if key in _TEXTS else literal(0)


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, desk_day.c.n), else_=0))


_TEXTS = frozenset({Key.CHANNEL, Key.QUESTIONNAIRE, Key.QUESTION})
_COUNTED = desk_day.c.standing == Standing.COUNTED.value
_NARROW = (
    *(_sum(_COUNTED & (desk_day.c.answer == level)) for level in range(1, 6)),
    _sum(~_COUNTED & (desk_day.c.answer > 0)),
    _sum((desk_day.c.source == Source.SAMPLE.value) & (desk_day.c.answer > 0)),
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
