"""Measure the index at millions of ratings beside scans of the same facts in SQLite and DuckDB.

All sides hold the same facts, made by the same formula, and answer in turns on this machine.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
from sqlalchemy import insert, text

import feedback.store.tables  # noqa: F401
from feedback.domain.ids import UnitId
from feedback.domain.periods import period
from feedback.domain.query import By, IndexQuery
from feedback.domain.roles import Role, Viewer
from feedback.domain.units import UnitKind, UnitVersion
from feedback.services import indices
from feedback.store import recount, units
from feedback.store.columns import metadata
from feedback.store.engine import open_engine
from feedback.store.tables.facts import rating
from feedback.store.tables.offices import target
from feedback.store.vault import Key, Vault
from feedback.store.work import Store

PROVINCES, COMMUNES, DESKS_EACH = 34, 3321, 2
QUARTER = period("2026Q3")
FIRST, DAYS = date(2025, 10, 1).toordinal(), 365
ROUNDS = 15
OPERATOR = Viewer("benchmark", Role.OPERATOR)

# The same on both databases: rating i was given at a desk, on a day, with a level of 1 to 5.
_DESK = f"(i * 7919) % {COMMUNES * DESKS_EACH}"
_DAY = f"{FIRST} + (i * 104729 / 7) % {DAYS}"
# Knuth's multiplicative hash: chance that is the same in each run and on each database.
_CHANCE = "(i * 2654435761 / 64) % 1000"
_LEVEL = f"CASE WHEN {_CHANCE} < 20 THEN 1 WHEN {_CHANCE} < 50 THEN 2 WHEN {_CHANCE} < 110 THEN 3 "
_LEVEL += f"WHEN {_CHANCE} < 500 THEN 4 ELSE 5 END"
_STANDING = "CASE WHEN i % 211 = 0 THEN 'set_aside' ELSE 'counted' END"
_FACT = f"""SELECT i AS id, 1 + {_DESK} AS desk_id,
    {PROVINCES + 1} + ({_DESK}) / {DESKS_EACH} AS unit_id, {_DAY} AS day,
    0 AS given_at, 'web' AS channel, 'live' AS source, 0 AS service_id,
    '1' AS questionnaire, 'vi' AS language, {_LEVEL} AS level, {_STANDING} AS standing"""
_SUMS = (
    "SUM(CASE WHEN standing = 'counted' AND level >= 4 THEN 1 ELSE 0 END),"
    " SUM(CASE WHEN standing = 'counted' THEN 1 ELSE 0 END), COUNT(*)"
)
_SPAN = f"day BETWEEN {QUARTER.first.toordinal()} AND {QUARTER.last.toordinal()}"
ONE_UNIT = UnitId(PROVINCES + 1 + 1234)
_ONE = f"SELECT {_SUMS} FROM rating{{hint}} WHERE {_SPAN} AND unit_id = {ONE_UNIT}"
_ALL = f"SELECT unit_id, {_SUMS} FROM rating{{hint}} WHERE {_SPAN} GROUP BY unit_id"


def build(path: Path, ratings: int) -> Store:
    """Make a database of so many ratings, with the tallies that a recount gives."""
    store = Store(
        open_engine(f"sqlite:///{path}"),
        Vault((Key("k1", b"a secret for the benchmark"),)),
        lambda: datetime(2026, 11, 1, tzinfo=UTC),
    )
    if path.exists():
        return store
    metadata.create_all(store.engine)
    with store.work() as work:
        # Built once at the end: keeping them up for each of millions of rows takes far longer.
        for index in rating.indexes:
            index.drop(work.connection)
        _country(work)
        made = (
            f"WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < {ratings})"
        )
        columns = "id, desk_id, unit_id, day, given_at, channel, source, service_id,"
        columns += " questionnaire, language, level, standing"
        work.connection.execute(text(f"INSERT INTO rating ({columns}) {made} {_FACT} FROM c"))
        for index in rating.indexes:
            index.create(work.connection)
        recount.rebuild(work)
    with store.engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
    return store


def _country(work) -> None:
    units.keep_kinds(work, [UnitKind("any", "Đơn vị", "Unit", 1)])
    ids = units.add_units(work, PROVINCES + COMMUNES)
    since = date(2025, 7, 1)
    versions = [
        UnitVersion(unit, f"{n:05}", f"Đơn vị {n}", "any", _parent(ids, n), since)
        for n, unit in enumerate(ids)
    ]
    units.add_versions(work, versions)
    goal = {"basis_points": 9000, "decision": "x", "from_day": since, "set_by": "x"}
    rows = [{"unit_id": unit, "set_at": work.now, **goal} for unit in ids[:PROVINCES]]
    work.connection.execute(insert(target), rows)


def _parent(ids: list[UnitId], n: int) -> UnitId | None:
    return None if n < PROVINCES else ids[n % PROVINCES]


def in_duckdb(ratings: int) -> duckdb.DuckDBPyConnection:
    """Make the same facts in a DuckDB table."""
    connection = duckdb.connect()
    # DuckDB divides whole numbers into fractions, SQLite does not.
    fact = _FACT.replace("/", "//")
    connection.execute(f"CREATE TABLE rating AS {fact} FROM range(1, {ratings} + 1) t(i)")
    return connection


def timed(act: Callable[[], object]) -> float:
    """Give how many milliseconds an act takes."""
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def measure(ratings: int, path: Path) -> dict[str, object]:
    """Build everything, see that all sides agree, and take the times in turns."""
    built = time.perf_counter()
    store = build(path, ratings)
    duck = in_duckdb(ratings)
    built = time.perf_counter() - built
    acts = {**_product(store), **_scans(store, duck)}
    _agree(acts)
    times: dict[str, list[float]] = {name: [] for name in acts}
    for _ in range(ROUNDS):
        for name, act in acts.items():
            times[name].append(timed(act))
    store.close()
    median = {name: round(statistics.median(taken), 2) for name, taken in times.items()}
    return {
        "ratings": ratings,
        "communes": COMMUNES,
        "database_mb": round(path.stat().st_size / 1e6),
        "built_seconds": round(built, 1),
        "milliseconds": median,
        "times_as_fast_as_duckdb": {
            "one_unit": round(median["duckdb_one_unit"] / median["index_one_unit"], 2),
            "communes": round(median["duckdb_communes"] / median["index_communes"], 2),
            "communes_with_every_figure_rounded": round(
                median["duckdb_communes"] / median["index_every_figure"], 2
            ),
        },
    }


def _product(store: Store) -> dict[str, Callable[[], object]]:
    def one() -> object:
        with store.look() as work:
            query = IndexQuery(unit=ONE_UNIT, period=QUARTER)
            counts = indices.index(work, OPERATOR, query).rows[0].figure.counts
        return counts.satisfied, counts.n, counts.raw

    def communes() -> object:
        with store.look() as work:
            table = indices.index(work, OPERATOR, IndexQuery(period=QUARTER, by=By.UNIT))
        counts = {row.unit: row.figure.counts for row in table.rows if row.unit > PROVINCES}
        return {unit: (found.satisfied, found.n, found.raw) for unit, found in counts.items()}

    def rounded() -> object:
        with store.look() as work:
            table = indices.index(work, OPERATOR, IndexQuery(period=QUARTER, by=By.UNIT))
        figures = [row.figure for row in table.rows if row.unit > PROVINCES]
        return [(one.index, one.low, one.high, one.meets, one.confidence) for one in figures]

    return {"index_one_unit": one, "index_communes": communes, "index_every_figure": rounded}


def _scans(store: Store, duck: duckdb.DuckDBPyConnection) -> dict[str, Callable[[], object]]:
    def sqlite(query: str, hint: str) -> list[tuple[int, ...]]:
        with store.look() as work:
            return [tuple(r) for r in work.connection.exec_driver_sql(query.format(hint=hint))]

    def ducks(query: str) -> list[tuple[int, ...]]:
        return duck.execute(query.format(hint="")).fetchall()

    return {
        "duckdb_one_unit": lambda: ducks(_ONE)[0],
        "duckdb_communes": lambda: {row[0]: row[1:] for row in ducks(_ALL)},
        "sqlite_one_unit_by_index": lambda: sqlite(_ONE, "")[0],
        "sqlite_one_unit_scan": lambda: sqlite(_ONE, " NOT INDEXED")[0],
        "sqlite_communes_scan": lambda: {r[0]: r[1:] for r in sqlite(_ALL, " NOT INDEXED")},
    }


def _agree(acts: dict[str, Callable[[], object]]) -> None:
    answers = {name: act() for name, act in acts.items()}
    for what in ("one_unit", "communes"):
        found = [answer for name, answer in answers.items() if what in name]
        if any(tuple_ != found[0] for tuple_ in found):
            raise SystemExit(f"the sides disagree on {what}")


def main() -> None:
    """Run and print human lines on standard error, one JSON document on standard output."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ratings", type=int, default=5_000_000)
    parser.add_argument("--keep", type=Path, help="leave the database here, or use it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measure(options.ratings, options.keep or Path(folder) / "index.db")
    for name, taken in found["milliseconds"].items():
        print(f"{name:28} {taken:10.2f} ms", file=sys.stderr)
    for what, ratio in found["times_as_fast_as_duckdb"].items():
        print(f"{what}: {ratio} times as fast as DuckDB's scan", file=sys.stderr)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
