"""Keys that went missing or changed places are told, before anybody misses a follow-up number."""

import pytest
from sqlalchemy import update

from feedback.store import audit
from feedback.store.tables.offices import audit as audit_table
from feedback.store.vault import Key, Vault
from feedback.store.work import Store
from hailong.finding import Finding
from hailong.key_checkup import keys_of
from tests.privacy.conftest import leave
from tests.record.acts import behind_its_back

K1, K2, K3 = (Key(f"k{n}", bytes([n]) * 32) for n in (1, 2, 3))


def told(store: Store, *keys: Key) -> list[str]:
    with Store(store.engine, Vault(keys)).look() as work:
        return [one.what for one in keys_of(work) if one.state == Finding.WRONG]


def act(store: Store, *keys: Key, reason: str = "") -> None:
    with Store(store.engine, Vault(keys)).work() as work:
        audit.note(work, "cli:test", "something done", "a test", reason=reason)


@pytest.mark.parametrize("order", [(K2,), (K2, K1), (K2, K3, K1)], ids=["gone", "swapped", "last"])
def test_people_named_by_another_key_than_before_are_told(
    store: Store, order: tuple[Key, ...]
) -> None:
    act(store, K1)
    act(store, K1, K2)
    assert told(store, K1, K2) == told(store, K1, K2, K3) == []
    (only,) = told(store, *order)
    assert "the first key here is k2, and was k1" in only


def test_a_home_that_began_with_several_keys_is_not_suspected(store: Store) -> None:
    act(store, K1, K2)
    assert told(store, K1, K2) == told(store, K1, K3) == []


def test_whoever_lost_the_keys_is_not_told_of_them_for_ever(store: Store) -> None:
    act(store, K1)
    act(store, K2, reason=audit.KEYS_LOST)
    act(store, K2, K3)
    assert told(store, K2, K3) == []
    assert told(store, K3, K2) != []


def test_another_homes_key_of_the_same_id_is_known(store: Store) -> None:
    """Every home begins with a k1: mixed up, all new texts would be sealed for nobody."""
    other = Key("k1", b"?" * 32)
    for _ in range(4):
        act(store, K1)
    (only,) = told(store, other)
    assert only == "the key k1 here is not the k1 that this database was written with"
    act(store, other)
    assert told(store, other) == [only]
    assert told(store, K1) == told(store, K1, K2) == []


def test_a_record_changed_by_hand_does_not_make_the_key_another(store: Store) -> None:
    """Whoever can write to the database must not be able to stop the office by its first rows."""
    leave(store)
    act(store, *store.vault.keys)
    with behind_its_back(store) as connection:
        connection.execute(update(audit_table).values(mac=b"x" * 32))
    assert told(store, *store.vault.keys) == []
    (only,) = told(store, Key("k1", b"?" * 32))
    assert "was written with" in only
