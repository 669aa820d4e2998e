"""Reads the record of acts: few rows for a person, and the whole chain as it is stored."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from sqlite3 import Connection as SQLiteConnection
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Integer,
    Row,
    exists,
    func,
    or_,
    select,
    type_coerce,
)

from feedback.domain.cases.record import Scope
from feedback.domain.ids import CaseId
from feedback.domain.record import Entry
from feedback.store.case_sight import visible
from feedback.store.chain import Stored
from feedback.store.tables.cases import cases
from feedback.store.tables.offices import audit, audit_head
from feedback.store.work import Work

_AT_ONCE = 2000
# The hash covers what is stored, so columns come undecoded: a decoder would choke on, or tidy up,
# what was changed by hand.
_RAW = select(
    audit.c.seq,
    audit.c.id,
    type_coerce(audit.c.at, BigInteger).label("at"),
    audit.c.actor,
    audit.c.act,
    audit.c.subject,
    audit.c.before,
    audit.c.after,
    audit.c.reason,
    audit.c.kid,
    type_coerce(audit.c.sealed, Integer).label("sealed"),
    audit.c.about,
    audit.c.digest,
    audit.c.mac,
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which acts are sought: an empty field asks for nothing; ``text`` may stand anywhere."""

    text: str = ""
    actor: str = ""
    act: str = ""
    subject: str = ""
    since: datetime | None = None
    until: datetime | None = None


def search(work: Work, wanted: Wanted, scope: Scope | None, size: int, skip: int) -> list[Entry]:
    """Read acts, newest first; with a scope none about a case that it does not see."""
    query = select(audit).where(audit.c.seq.is_not(None), *_conditions(wanted))
    if scope is not None:
        # An act tells that its case exists: outside of the scope neither does.
        query = query.where(or_(audit.c.about.is_(None), _seen(scope)))
    query = query.order_by(audit.c.seq.desc()).limit(size).offset(skip)
    return [_entry(row) for row in work.connection.execute(query)]


def chained(work: Work) -> Iterator[Stored]:
    """Read the whole chain in order, as it is stored, few rows at a time."""
    query = _RAW.where(audit.c.seq.is_not(None)).order_by(audit.c.seq, audit.c.id)
    # The record is kept for good and grows to millions of rows: it is never held whole.
    options = {"stream_results": True, "yield_per": _AT_ONCE}
    with _whatever_text(work.connection):
        yield from map(Stored._make, work.connection.execute(query, execution_options=options))


def unchained(work: Work) -> int:
    """Count the rows that have no place in the chain."""
    query = select(func.count()).where(audit.c.seq.is_(None)).select_from(audit)
    return work.connection.scalar(query) or 0


def head(work: Work) -> Row[*tuple[Any, ...]] | None:
    """Read the head as it is stored; None where nothing was ever chained."""
    at = type_coerce(audit_head.c.at, BigInteger).label("at")
    query = select(audit_head.c.seq, audit_head.c.digest, audit_head.c.mac, at)
    return work.connection.execute(query).first()


def newest(work: Work) -> datetime | None:
    """Tell when the newest act was noted, None before the first."""
    found: datetime | None = work.connection.scalar(
        # By id, which goes with time: an act that is not chained yet counts as well.
        select(audit.c.at).order_by(audit.c.id.desc()).limit(1)
    )
    return found


@contextmanager
def _whatever_text(connection: Connection) -> Iterator[None]:
    """Let SQLite give text that is none, which a changed database may hold, without an error."""
    driver = connection.connection.driver_connection
    if not isinstance(driver, SQLiteConnection):
        yield
        return
    usual = driver.text_factory
    driver.text_factory = lambda text: text.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        driver.text_factory = usual


def _conditions(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    if wanted.text:
        texts = (audit.c.subject, audit.c.before, audit.c.after, audit.c.reason)
        yield or_(*(one.icontains(wanted.text, autoescape=True) for one in texts))
    if wanted.actor:
        yield audit.c.actor.icontains(wanted.actor, autoescape=True)
    if wanted.act:
        yield audit.c.act.istartswith(wanted.act, autoescape=True)
    if wanted.subject:
        yield audit.c.subject.icontains(wanted.subject, autoescape=True)
    if wanted.since:
        yield audit.c.at >= wanted.since
    if wanted.until:
        yield audit.c.at < wanted.until


def _seen(scope: Scope) -> ColumnElement[bool]:
    return exists(select(1).where(cases.c.id == audit.c.about, visible(scope)))


def _entry(row: Row[*tuple[Any, ...]]) -> Entry:
    return Entry(
        row.seq,
        row.at,
        row.actor,
        row.act,
        row.subject,
        row.before,
        row.after,
        row.reason,
        None if row.about is None else CaseId(row.about),
        row.sealed,
    )
