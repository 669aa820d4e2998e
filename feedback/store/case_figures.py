"""Counts cases by the unit they are about: received, answered in time, judged. It reads no word."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import BigInteger, ColumnElement, Integer, case, func, or_, select, type_coerce

from feedback.domain.cases.kinds import GUIDED, CaseKind, Satisfaction, Verdict
from feedback.domain.cases.life import CaseState
from feedback.domain.cases.record import Scope
from feedback.domain.ids import UnitId
from feedback.store.case_sight import visible
from feedback.store.tables.cases import cases
from feedback.store.work import Work

_DAY = 86_400_000_000
"""Microseconds; an instant's local day is counted in Viet Nam, UTC+7 without summer time."""
_SHIFT = 7 * 3_600_000_000
_EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Handled:
    """How the cases about a unit were handled.

    ``owed`` are those with a date; of them ``in_time`` were answered by it, ``late`` were answered
    after it or are still owed past it. ``yes``, ``partly`` and ``no`` judged the answer;
    ``failed`` are those of the owed that were late or judged "no", each once.
    """

    unit: UnitId | None
    received: int
    owed: int
    in_time: int
    late: int
    yes: int
    partly: int
    no: int
    failed: int


# Spam is no matter, nobody is owed what was taken back, and what was merged counts once.
_UNCOUNTED = (CaseState.SPAM.value, CaseState.WITHDRAWN.value, CaseState.MERGED.value)


def by_unit(
    work: Work,
    first: date,
    last: date,
    today: date,
    units: Collection[UnitId] | None,
    scope: Scope,
) -> list[Handled]:
    """Count the cases received between two days; what proved false counts against nobody.

    A sealed case counts for those alone who see it: one more would tell the others of it.
    """
    due = type_coerce(cases.c.due_on, Integer)
    # The databases share no function for days, but both divide whole numbers alike.
    ended = (type_coerce(cases.c.ended_at, BigInteger) + _SHIFT) // _DAY + _EPOCH
    owed = cases.c.due_on.is_not(None)
    in_time = owed & cases.c.ended_at.is_not(None) & (ended <= due)
    late = owed & ((ended > due) | (cases.c.ended_at.is_(None) & (due < today.toordinal())))
    query = (
        select(
            cases.c.about_unit_id,
            func.count(),
            _sum(owed),
            _sum(in_time),
            _sum(late),
            *(_sum(cases.c.satisfaction == one.value) for one in Satisfaction),
            _sum(owed & or_(late, cases.c.satisfaction == Satisfaction.NO.value)),
        )
        .where(cases.c.opened_on >= first, cases.c.opened_on <= last)
        # One case more than is listed would tell the accused that someone accused them.
        .where(or_(cases.c.sealed.is_(False), visible(scope)))
        # TT 01/2018 Đ.14, index 7: what was verified to be untrue is not counted.
        .where(cases.c.state.not_in(_UNCOUNTED), cases.c.verdict != Verdict.FALSE.value)
        # Praise is owed nothing, and what the law wants signed (LKN Đ.8, LTC Đ.22) is not settled
        # here.
        .where(cases.c.kind.not_in([*(kind.value for kind in GUIDED), CaseKind.PRAISE.value]))
        .group_by(cases.c.about_unit_id)
        .order_by(cases.c.about_unit_id)
    )
    if units is not None:
        query = query.where(cases.c.about_unit_id.in_(sorted(units)))
    return [
        Handled(None if unit is None else UnitId(unit), *map(int, counts))
        for unit, *counts in work.connection.execute(query)
    ]


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
