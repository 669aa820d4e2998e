"""Searches a database for traces of a citizen: every row of every table, and the file's bytes."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import select

from feedback.domain.ids import CaseId, Person, RatingId
from feedback.store.columns import metadata
from feedback.store.tables import facts
from feedback.store.work import Store

SHORTEST = 12
"""Bytes below which a sealed value could be found by chance."""
_PIECE, _STRIDE = 32, 500
_COUNTS = ("tally_desk_day", "tally_unit_month")


def sealed(store: Store, person: Person, cases: Iterable[CaseId]) -> frozenset[bytes]:
    """Collect every sealed or hashed value that stands in a row of theirs."""
    with store.look() as work:
        run = work.connection
        theirs: dict[str, set[Any]] = {"person": {person}, "case_id": set(cases)}
        ratings = select(facts.rater_key.c.rating_id)
        theirs["rating_id"] = {RatingId(one) for one in run.scalars(ratings)}
        files = select(facts.rating_file.c.id)
        theirs["file_id"] = set(run.scalars(files))
        found = set()
        for table in metadata.sorted_tables:
            for row in run.execute(select(table)).mappings():
                if any(row[name] in ids for name, ids in theirs.items() if name in table.c):
                    found |= {v for v in row.values() if isinstance(v, bytes)}
    return frozenset(value for value in found if len(value) >= SHORTEST)


def in_rows(store: Store, marks: Iterable[bytes | str]) -> set[str]:
    """Name the tables and columns in which a mark still stands."""
    wanted = [one if isinstance(one, bytes) else one.encode() for one in marks]
    with store.look() as work:
        return {
            f"{table.name}.{name}"
            for table in metadata.sorted_tables
            for row in work.connection.execute(select(table)).mappings()
            for name, value in row.items()
            if value is not None and any(mark in _bytes(value) for mark in wanted)
        }


def in_file(store: Store, marks: Iterable[bytes | str]) -> set[str]:
    """Name the marks that stand in the bytes of a SQLite file, its journal or its shared memory."""
    wanted = {part for one in marks for part in _parts(_bytes(one))}
    return {
        f"{path.name}: {mark[:16]!r}"
        for path in files(store)
        for mark in wanted
        if mark in path.read_bytes()
    }


def files(store: Store) -> Iterator[Path]:
    """Give the files of a SQLite database; none for PostgreSQL."""
    name = store.engine.url.database
    if store.engine.dialect.name == "sqlite" and name:
        yield from (Path(name + end) for end in ("", "-wal", "-shm") if Path(name + end).exists())


def counts(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Give all ratings as they count, and every tally."""
    with store.look() as work:
        run = work.connection
        tables = [t for t in metadata.sorted_tables if t.name in _COUNTS]
        assert len(tables) == len(_COUNTS)
        rows = {t.name: sorted(map(tuple, run.execute(select(t)))) for t in tables}
        rating = select(facts.rating, facts.rating.c.level)
        return rows | {"rating": sorted(map(tuple, run.execute(rating)))}


def _parts(mark: bytes) -> Iterator[bytes]:
    """Cut a long mark into pieces, for a file keeps it on several pages."""
    for start in range(0, max(1, len(mark) - SHORTEST), _STRIDE):
        yield mark[start : start + _PIECE]


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()
