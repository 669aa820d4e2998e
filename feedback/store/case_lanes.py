"""Reads the first cases of many short runs of an index at once, so that no queue costs a scan.

A lane is an index whose leading columns are given: each choice of their values is a run that is in
order already. The first few of each run are enough, however long the runs are.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import prod
from typing import Any, NamedTuple

from sqlalchemy import (
    ARRAY,
    Column,
    ColumnElement,
    FromClause,
    Integer,
    Select,
    TableValuedAlias,
    Text,
    bindparam,
    column,
    func,
    select,
    true,
)

from feedback.store.tables.cases import cases
from feedback.store.work import Work

Run = tuple[int, ...]
_Columns = tuple[Column[Any], ...]
_Conditions = tuple[ColumnElement[Any], ...]
_Spelled = tuple[FromClause, ColumnElement[int], ColumnElement[int]]


class Found(NamedTuple):
    """A case, and the run that it was found in."""

    run: Run
    urgency: int
    id: int


@dataclass(frozen=True, slots=True)
class Lane:
    """An index by its leading columns, with the values of each."""

    columns: _Columns
    values: tuple[tuple[int, ...], ...]

    @property
    def runs(self) -> int:
        """How many runs it has."""
        return prod(map(len, self.values))


@dataclass(frozen=True, slots=True)
class Going:
    """Which cases of a run are taken, and whether the newest or the most urgent come first.

    ``narrowed`` are conditions that live as long as their module, so that a query is made once for
    all who go the same way; ``bound`` are the values that they leave open.
    """

    narrowed: _Conditions
    bound: Mapping[str, object]
    newest: bool = False


def first(work: Work, lane: Lane, going: Going, size: int) -> list[Found]:
    """Give the first ``size`` cases of all runs together; the caller puts them in order."""
    # Of many runs each seldom gives more than its share: twice that is read first.
    few = min(size, 2 + 2 * size // max(1, lane.runs))
    found = _read(work, lane, going, size, few)
    cut = _cut(found, few) if few < size else frozenset()
    if not cut:
        return found
    # Only a run that gave all it was asked for may hold more of the first ones.
    values = tuple(tuple(sorted(set(of))) for of in zip(*cut, strict=True))
    fuller = _read(work, Lane(lane.columns, values), going, size, size)
    known = {one.id for one in fuller}
    return [*fuller, *(one for one in found if one.id not in known)]


def count(work: Work, lane: Lane, going: Going, most: int) -> int:
    """Count the cases of all runs together, up to a number."""
    query = _counting(work.connection.dialect.name, lane.columns, going.narrowed)
    bound = {**going.bound, **_values(work, lane), "most": most}
    return work.connection.scalar(query, bound) or 0


def _cut(found: Iterable[Found], few: int) -> frozenset[Run]:
    given: dict[Run, int] = {}
    for one in found:
        given[one.run] = given.get(one.run, 0) + 1
    return frozenset(run for run, n in given.items() if n == few)


def _read(work: Work, lane: Lane, going: Going, size: int, few: int) -> list[Found]:
    dialect = work.connection.dialect.name
    query = _reading(dialect, lane.columns, going.narrowed, newest=going.newest)
    bound = {**going.bound, **_values(work, lane), "few": few, "size": size}
    return [Found(row[:-2], *row[-2:]) for row in work.connection.execute(query, bound)]


@lru_cache(maxsize=256)
def _reading(
    dialect: str, columns: _Columns, narrowed: _Conditions, *, newest: bool
) -> Select[Any]:
    tables = _tables(dialect, columns)
    inner = (
        select(cases.c.urgency, cases.c.id)
        .where(*_in_run(columns, tables), *narrowed)
        .order_by(*_order(cases.c.urgency, cases.c.id, newest=newest))
        .limit(bindparam("few"))
        .correlate(*tables)
    )
    made, urgency, identity = (_on_sqlite if dialect == "sqlite" else _on_postgres)(inner)
    return (
        select(*(table.c.value for table in tables), urgency, identity)
        .select_from(_joined([*tables, made]))
        .order_by(*_order(urgency, identity, newest=newest))
        .limit(bindparam("size"))
    )


@lru_cache(maxsize=256)
def _counting(dialect: str, columns: _Columns, narrowed: _Conditions) -> Select[Any]:
    tables = _tables(dialect, columns)
    inner = select(cases.c.id).where(*_in_run(columns, tables), *narrowed)
    if dialect == "sqlite":
        some = inner.select_from(_joined([*tables, cases]))
    else:
        run = inner.limit(bindparam("most")).correlate(*tables).lateral("run")
        some = select(run.c.id).select_from(_joined([*tables, run]))
    return select(func.count()).select_from(some.limit(bindparam("most")).subquery())


def _order(
    urgency: ColumnElement[int], identity: ColumnElement[int], *, newest: bool
) -> _Conditions:
    return (identity.desc(),) if newest else (urgency, identity)


def _on_postgres(inner: Select[Any]) -> _Spelled:
    run = inner.lateral("run")
    return run, run.c.urgency, run.c.id


def _on_sqlite(inner: Select[Any]) -> _Spelled:
    """Spell a lateral join for SQLite: each run comes as one JSON text, read from the index."""
    run = inner.subquery("run")
    pair = func.json_array(run.c.urgency, run.c.id)
    packed = select(func.json_group_array(pair)).scalar_subquery()
    told = func.json_each(packed).table_valued(column("value", Text), name="told")
    urgency, identity = (
        func.json_extract(told.c.value, f"$[{n}]", type_=Integer).label(name)
        for n, name in enumerate(("urgency", "id"))
    )
    return told, urgency, identity


def _tables(dialect: str, columns: _Columns) -> list[TableValuedAlias]:
    return [_table(dialect, name) for name in _names(columns)]


def _table(dialect: str, name: str) -> TableValuedAlias:
    value = column("value", Integer)
    if dialect == "sqlite":
        return func.json_each(bindparam(name, type_=Text)).table_valued(value, name=name)
    given = func.unnest(bindparam(name, type_=ARRAY(Integer))).table_valued(value, name=name)
    return given.render_derived()


def _values(work: Work, lane: Lane) -> dict[str, object]:
    written = json.dumps if work.connection.dialect.name == "sqlite" else list
    names = _names(lane.columns)
    return {name: written(of) for name, of in zip(names, lane.values, strict=True)}


def _names(columns: _Columns) -> list[str]:
    return [f"of_{one.name}" for one in columns]


def _in_run(columns: _Columns, tables: Sequence[TableValuedAlias]) -> list[ColumnElement[bool]]:
    return [one == of.c.value for one, of in zip(columns, tables, strict=True)]


def _joined(parts: Sequence[FromClause]) -> FromClause:
    joined = parts[0]
    for part in parts[1:]:
        joined = joined.join(part, true())
    return joined
