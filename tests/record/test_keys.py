"""Keys come and go: what was chained stays provable, and a key that left vouches for nothing new."""

import pytest
from sqlalchemy import select, update

from feedback.domain.record import Fault
from feedback.store import audit, chaining
from feedback.store.engine import open_engine
from feedback.store.tables.offices import audit as rows
from feedback.store.vault import Key, Vault
from feedback.store.work import Store
from tests.record.acts import act, after, behind_its_back, cut, verified

OLD, NEW, THIRD = Key("k1", b"x" * 32), Key("k2", b"y" * 32), Key("k3", b"z" * 32)


@pytest.fixture
def holding(database_url: str, clock):
    """Give stores on one database that hold the keys one asks for."""
    stores: list[Store] = []

    def hold(*keys: Key) -> Store:
        stores.append(Store(open_engine(database_url), Vault(keys), clock))
        return stores[-1]

    yield hold
    for store in stores:
        store.close()


def findings(store: Store) -> list[tuple[Fault, int | None, int | None]]:
    return [(one.fault, one.seq, one.last) for one in verified(store).findings]


def retire(store: Store, key: Key) -> None:
    """Note that a key was retired, as the keyring does."""
    with store.work() as work:
        audit.note(work, "lan", audit.KEY_RETIRED, key.kid)


def test_each_row_is_chained_under_the_newest_key_of_its_time(holding) -> None:
    act(holding(OLD), "a")
    act(holding(OLD, NEW), "b")
    act(holding(OLD), "c")
    act(holding(OLD, NEW), "d")
    both = holding(OLD, NEW)
    with both.look() as work:
        assert list(work.connection.scalars(select(rows.c.kid).order_by(rows.c.seq))) == [
            "k1",
            "k2",
            "k1",
            "k2",
        ]
    assert verified(both).ok


def test_a_retired_key_breaks_nothing_since_later_rows_vouch(holding) -> None:
    act(holding(OLD), "a", "b", "c")
    both = holding(OLD, NEW)
    act(both, "d")
    retire(both, OLD)
    assert verified(holding(NEW)).ok
    assert verified(holding(NEW, THIRD)).ok


@pytest.mark.parametrize("column", ["actor", "mac", "digest", "kid"])
def test_a_row_of_a_retired_key_that_was_changed_is_found(holding, column: str) -> None:
    act(holding(OLD), "a", "b", "c")
    act(holding(OLD, NEW), "d")
    value = bytes(32) if column in ("mac", "digest") else "k9"
    verdict = after(
        holding(NEW),
        lambda c: c.execute(update(rows).where(rows.c.seq == 2).values({column: value})),
    )
    first = verdict.findings[0]
    assert first.fault is Fault.CHANGED
    assert first.seq <= 2 <= first.last or first.seq == 2


def test_old_rows_that_a_thief_of_the_retired_key_wrote_anew_are_found(holding) -> None:
    act(holding(OLD), "a", "b", "c")
    act(holding(OLD, NEW), "d")
    present = holding(NEW)

    def forge(connection) -> None:
        kept = connection.execute(select(rows).where(rows.c.seq == 4)).one()._asdict()
        cut(connection, 1)
        notes = [
            chaining.Note(9 + n, present.clock(), "thief", name, "", "", "", "", None, False)
            for n, name in enumerate(("b", "c"))
        ]
        chaining.append(connection, Vault((OLD,)), notes)
        connection.execute(rows.insert().values(kept))

    verdict = after(present, forge)
    assert verdict.findings[0].fault is Fault.CHANGED
    assert (verdict.findings[0].seq, verdict.findings[0].last) == (1, 4)


def test_rows_at_the_end_under_a_key_that_is_not_here_are_found(holding) -> None:
    act(holding(NEW), "a")
    act(holding(NEW, THIRD), "b", "c")
    assert findings(holding(NEW)) == [(Fault.FOREIGN_KEY, 2, 3)]


def test_nothing_under_a_key_is_believed_after_it_was_retired(holding) -> None:
    act(holding(OLD), "a")
    both = holding(OLD, NEW)
    retire(both, OLD)
    act(holding(OLD), "late")
    act(both, "covers it")
    assert findings(holding(NEW)) == [(Fault.FOREIGN_KEY, 3, 3)]


def test_what_would_vouch_for_a_retired_key_cannot_be_removed(holding) -> None:
    act(holding(OLD), "a", "b")
    act(holding(OLD, NEW), "c", "d")
    present = holding(NEW)
    with behind_its_back(present) as connection:
        connection.execute(rows.delete().where(rows.c.seq == 3))
    assert findings(present) == [(Fault.REMOVED, 3, 3), (Fault.FOREIGN_KEY, 1, 2)]
