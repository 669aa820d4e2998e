"""The unit of work keeps its promises on both databases."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.store import inbox, outbox
from bot.store.outbox import Letter
from bot.store.tables import inbox_key
from bot.wire.messages import Account, Button
from feedback.domain.ids import Person
from feedback.store.vault import Key, Unreadable, Vault
from feedback.store.work import Ids, Store

ACCOUNT = Account("telegram", "bot")


def test_an_error_undoes_everything(store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        _claim_and_fail(store)
    with store.look() as work:
        assert work.connection.scalar(select(func.count()).select_from(inbox_key)) == 0


def test_looking_sees_one_picture(store: Store) -> None:
    """Two figures on one page never come from before and after another's commit."""
    count = select(func.count()).select_from(inbox_key)
    with store.look() as work:
        before = work.connection.scalar(count)
        with store.work() as other:
            inbox.claim(other, ["meanwhile"])
        assert work.connection.scalar(count) == before == 0
    with store.look() as work:
        assert work.connection.scalar(count) == 1


def _claim_and_fail(store: Store) -> None:
    with store.work() as work:
        inbox.claim(work, ["a"])
        raise ZeroDivisionError


def test_a_key_is_claimed_once(store: Store) -> None:
    with store.work() as work:
        assert inbox.claim(work, ["b", "a", "a"]) == {"a", "b"}
    with store.work() as work:
        assert inbox.claim(work, ["a", "c"]) == {"c"}


def test_keys_are_forgotten_after_their_time_only(store: Store, clock) -> None:
    with store.work() as work:
        inbox.claim(work, ["old"])
    # An hour less than the eight days for which keys are kept.
    clock.move(days=7, hours=23)
    with store.work() as work:
        assert inbox.forget(work, work.now - inbox.KEPT) == 0
    clock.move(hours=2)
    with store.work() as work:
        assert inbox.forget(work, work.now - inbox.KEPT) == 1


def test_ids_grow_even_when_the_clock_stands(clock) -> None:
    ids = Ids()
    given = [ids.next(clock()) for _ in range(1000)]
    assert given == sorted(set(given))
    assert given[-1] < 2**63


def _letter(identity: int, person: bytes, text: str = "chào") -> Letter:
    return Letter(identity, Person(person), ACCOUNT, text, ((Button("Có", "1", "9"),),), None)


def test_only_the_first_letter_of_a_person_is_offered(store: Store) -> None:
    with store.work() as work:
        outbox.post(work, [_letter(1, b"a" * 16), _letter(2, b"a" * 16), _letter(3, b"b" * 16)])
    with store.look() as work:
        heads = outbox.heads(work, ACCOUNT, limit=10, busy=())
        assert [letter.id for letter in heads] == [1, 3]
        assert heads[0].buttons == ((Button("Có", "1", "9"),),)


def test_a_delayed_letter_holds_back_the_next_of_that_person(store: Store) -> None:
    with store.work() as work:
        outbox.post(work, [_letter(1, b"a" * 16), _letter(2, b"a" * 16)])
        outbox.delay(work, 1, work.now + timedelta(minutes=1), "busy")
    with store.look() as work:
        assert outbox.heads(work, ACCOUNT, limit=10, busy=()) == []


def test_a_buried_letter_lets_the_next_pass(store: Store) -> None:
    with store.work() as work:
        outbox.post(work, [_letter(1, b"a" * 16), _letter(2, b"a" * 16)])
        outbox.bury(work, 1, "too long")
    with store.look() as work:
        assert [x.id for x in outbox.heads(work, ACCOUNT, limit=10, busy=())] == [2]


def test_a_lease_has_one_owner_until_it_lapses(store: Store, clock) -> None:
    with store.work() as work:
        assert outbox.take_lease(work, "x", "one", work.now + timedelta(seconds=4))
        assert not outbox.take_lease(work, "x", "two", work.now + timedelta(seconds=4))
        assert outbox.take_lease(work, "x", "one", work.now + timedelta(seconds=4))
    clock.move(seconds=5)
    with store.work() as work:
        assert outbox.take_lease(work, "x", "two", work.now + timedelta(seconds=4))


def test_what_is_sealed_opens_with_its_key_only() -> None:
    old, new = Key("k1", b"x" * 32), Key("k2", b"y" * 32)
    sealed = Vault((old,)).seal("bí mật".encode())
    assert Vault((old, new)).unseal("k1", sealed).decode() == "bí mật"
    with pytest.raises(Unreadable):
        Vault((new,)).unseal("k1", sealed)
    with pytest.raises(Unreadable):
        Vault((old,)).unseal("k1", sealed[:-1] + bytes([sealed[-1] ^ 1]))


def test_people_keep_their_name_when_a_key_is_added() -> None:
    old, new = Key("k1", b"x" * 32), Key("k2", b"y" * 32)
    assert Vault((old,)).person("web", "a") == Vault((old, new)).person("web", "a")
    assert Vault((old,)).person("web", "a") != Vault((old,)).person("telegram", "a")
