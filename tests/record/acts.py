"""Acts for the tests of the record, and hands that change its rows behind the product's back."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, delete, select, update

from feedback.domain.record import Head, Verdict
from feedback.domain.roles import Role, Viewer
from feedback.services import record
from feedback.store import audit
from feedback.store.tables.offices import audit as rows
from feedback.store.tables.offices import audit_head
from feedback.store.work import Ids, Store, Work

OPERATOR = Viewer("cli:test", Role.OPERATOR)
_TRIGGERS = {
    "sqlite": ("DROP TRIGGER audit_never_changes", "DROP TRIGGER audit_never_shrinks"),
    "postgresql": ("ALTER TABLE audit DISABLE TRIGGER ALL",),
}


def act(store: Store, *names: str) -> None:
    """Note acts in one transaction."""
    with store.work() as work:
        for name in names:
            audit.note(work, "lan", name, f"quầy {name}", "cũ", "mới", "vì thế")


def numbered(store: Store) -> list[tuple[int, str]]:
    """Give the number and name of every act."""
    with store.look() as work:
        query = select(rows.c.seq, rows.c.act).order_by(rows.c.seq)
        return [(row.seq, row.act) for row in work.connection.execute(query)]


def verified(store: Store, kept: Collection[Head] = ()) -> Verdict:
    """Look the whole record over, as an operator does."""
    with store.look() as work:
        return record.verify(work, OPERATOR, kept)


@contextmanager
def behind_its_back(store: Store) -> Iterator[Connection]:
    """Change the record as whoever owns the database can; it stays so."""
    with store.engine.connect() as connection, connection.begin():
        _disarm(connection)
        yield connection


def after(
    store: Store, deed: Callable[[Connection], object], kept: Collection[Head] = ()
) -> Verdict:
    """Say what is found after a deed behind the record's back; then undo the deed."""
    with store.engine.connect() as connection, connection.begin() as transaction:
        _disarm(connection)
        deed(connection)
        work = Work(connection, store.vault, store.clock(), Ids())
        verdict = record.verify(work, OPERATOR, kept)
        transaction.rollback()
    return verdict


def cut(connection: Connection, seq: int) -> None:
    """Remove the rows after a number, and set the head back to it."""
    connection.execute(delete(rows).where(rows.c.seq > seq))
    row = connection.execute(select(rows).where(rows.c.seq == seq)).one()
    values = {name: getattr(row, name) for name in ("seq", "digest", "mac", "at")}
    connection.execute(update(audit_head).values(values))


def _disarm(connection: Connection) -> None:
    for statement in _TRIGGERS[connection.dialect.name]:
        connection.exec_driver_sql(statement)
