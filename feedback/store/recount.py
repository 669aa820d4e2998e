"""Counts the facts anew, to compare both tallies with them or to rebuild those. Facts stay."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Table,
    case,
    cast,
    delete,
    extract,
    func,
    insert,
    literal,
    literal_column,
    or_,
    select,
    type_coerce,
    union_all,
)

from feedback.domain.channels import Standing
from feedback.domain.scale import Level
from feedback.store.columns import Day
from feedback.store.tables.facts import answer, rating
from feedback.store.tables.tallies import OVERALL, desk_day, unit_month
from feedback.store.work import Work

Counting = Select[*tuple[Any, ...]]

_NARROW_KEYS = tuple(column.name for column in desk_day.primary_key)
_WIDE_KEYS = tuple(column.name for column in unit_month.primary_key)
_WIDE_SUMS = ("n1", "n2", "n3", "n4", "n5", "set_aside")
# Julian days begin at noon: 1 January of the year 1, ordinal 1, began at 1721425.5.
_ORDINAL_ZERO_IN_JULIAN_DAYS = 1721424.5


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a tally is not what the facts add up to: its key, what it says and what they say."""

    tally: str
    key: tuple[object, ...]
    kept: tuple[int, ...]
    counted: tuple[int, ...]


def differences(work: Work, most: int = 100) -> tuple[Difference, ...]:
    """Give the keys of both tallies whose sums are not those of the facts, at most so many each."""
    narrow = _compare(work, desk_day, _narrow(), _NARROW_KEYS, ("n",), most)
    wide = _compare(work, unit_month, _wide(work), _WIDE_KEYS, _WIDE_SUMS, most)
    return (*narrow, *wide)


def sums(work: Work) -> tuple[int, int]:
    """Add up the wide tally: how many ratings count, and how many are set aside."""
    counted = sum((unit_month.c[f"n{n:d}"] for n in Level), literal(0))
    query = select(func.sum(counted), func.sum(unit_month.c.set_aside))
    given, aside = work.connection.execute(query).one()
    return given or 0, aside or 0


def rebuild(work: Work) -> None:
    """Replace both tallies by what the facts add up to."""
    for table, counted in ((desk_day, _narrow()), (unit_month, _wide(work))):
        work.connection.execute(delete(table))
        names = [column.name for column in counted.selected_columns]
        work.connection.execute(insert(table).from_select(names, counted))


def _compare(
    work: Work,
    table: Table,
    counted: Counting,
    keys: tuple[str, ...],
    sums: tuple[str, ...],
    most: int,
) -> Iterator[Difference]:
    fresh = counted.subquery()
    none = [literal(0) for _ in sums]
    # Both ways at once: a fact without a tally is as wrong as a tally without a fact.
    both = union_all(
        select(
            *(table.c[key] for key in keys),
            *(table.c[name].label(f"kept_{name}") for name in sums),
            *(zero.label(f"new_{name}") for zero, name in zip(none, sums, strict=True)),
        ),
        select(*(fresh.c[key] for key in keys), *none, *(fresh.c[name] for name in sums)),
    ).subquery()
    kept = [func.sum(both.c[f"kept_{name}"]) for name in sums]
    new = [func.sum(both.c[f"new_{name}"]) for name in sums]
    query = (
        select(*(both.c[key] for key in keys), *kept, *new)
        .group_by(*(both.c[key] for key in keys))
        .having(or_(*(one != other for one, other in zip(kept, new, strict=True))))
        .limit(most)
    )
    for row in work.connection.execute(query):
        here = len(keys) + len(sums)
        yield Difference(table.name, row[: len(keys)], row[len(keys) : here], row[here:])


def _narrow() -> Counting:
    placed = [
        rating.c.day,
        rating.c.desk_id,
        rating.c.unit_id,
        rating.c.standing,
        rating.c.channel,
        rating.c.source,
        rating.c.service_id,
        rating.c.questionnaire,
    ]
    taps = select(*placed, literal(OVERALL).label("question"), rating.c.level.label("answer"))
    answers = select(*placed, answer.c.question, answer.c.value.label("answer")).join(
        answer, answer.c.rating_id == rating.c.id
    )
    given = union_all(taps, answers).subquery()
    keys = [given.c[name] for name in _NARROW_KEYS]
    return select(*keys, func.count().label("n")).group_by(*keys)


def _wide(work: Work) -> Counting:
    counted = rating.c.standing == Standing.COUNTED.value
    days = (
        select(
            _month_of(work).label("month"),
            rating.c.unit_id,
            rating.c.source,
            *(case((counted & (rating.c.level == n), 1), else_=0).label(f"n{n:d}") for n in Level),
            case((counted, 0), else_=1).label("set_aside"),
        )
    ).subquery()
    keys = [days.c[name] for name in _WIDE_KEYS]
    sums = [func.sum(days.c[name]).label(name) for name in _WIDE_SUMS]
    return select(*keys, *sums).group_by(*keys)


def _month_of(work: Work) -> ColumnElement[date]:
    """Give the first day of the month that holds a rating's day; days are stored as ordinals."""
    day = type_coerce(rating.c.day, Integer)
    # The one piece of calendar that is needed in SQL; the databases share no function for it.
    if work.connection.dialect.name == "sqlite":
        julian = day + literal(_ORDINAL_ZERO_IN_JULIAN_DAYS)
        of_month = cast(func.strftime("%d", julian), Integer)
    else:
        civil: ColumnElement[Any] = literal_column("DATE '0001-01-01'") + (day - 1)
        of_month = cast(extract("day", civil), Integer)
    return type_coerce(day - of_month + 1, Day())
