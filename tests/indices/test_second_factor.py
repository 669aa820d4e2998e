"""One-time codes beside the password: each lets in once, and a lost phone locks nobody out."""

import re
from base64 import b32decode
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from feedback.domain import totp
from feedback.domain.roles import Role, Viewer
from feedback.services import people, second_factor, signing_in
from feedback.services.passwords import hashed
from feedback.services.refusals import NotAllowed, Refusal
from feedback.services.signing_in import CodeWanted, Compared, Refused, SignedIn
from feedback.store import audit, seals
from feedback.store.tables.offices import staff_second
from feedback.store.vault import Key, Vault
from feedback.store.work import Store
from tests.conftest import Hands
from tests.indices.test_people import OPERATOR, PASSWORD

VECTORS = [
    (59, "94287082"),
    (1111111109, "07081804"),
    (1111111111, "14050471"),
    (1234567890, "89005924"),
    (2000000000, "69279037"),
    (20000000000, "65353130"),
]
"""RFC 6238, appendix B, for SHA-1: eight digits, of which six are shown here."""


def peopled(store: Store) -> Store:
    with store.work() as work:
        people.add(work, OPERATOR, "lan", Role.AUDITOR, None, hashed(PASSWORD), must_change=False)
    return store


@pytest.fixture
def office(sqlite_store: Store) -> Store:
    """An office with one auditor, who has codes off."""
    return peopled(sqlite_store)


def switched_on(office: Store) -> bytes:
    """Switch codes on; give the secret as a phone reads it."""
    with office.work() as work:
        address, spelt = second_factor.switch_on(work, OPERATOR, "lan")
    assert f"secret={spelt}&" in address
    return b32decode(spelt)


def enter(
    office: Store, code: str = "", password: str = PASSWORD
) -> SignedIn | CodeWanted | Refused:
    """Try, as if the slow comparing of passwords had been done."""
    with office.work() as work:
        tried = signing_in.attempt(work, "lan")
    compared = Compared(tried, right=tried.admitted and password == PASSWORD)
    with office.work() as work:
        return signing_in.sign_in(work, compared, code)


def shown(secret: bytes, clock: Hands, steps: int = 0) -> str:
    return totp.code(secret, totp.step_of(clock()) + steps)


@pytest.mark.parametrize(("seconds", "digits"), VECTORS)
def test_codes_are_those_of_the_rfc(seconds: int, digits: str) -> None:
    at = datetime.fromtimestamp(seconds, UTC)
    assert totp.code(b"12345678901234567890", totp.step_of(at)) == digits[2:]


@given(st.binary(min_size=20, max_size=20), st.integers(1, 10**9), st.text(max_size=12))
def test_only_codes_of_now_match(secret: bytes, step: int, typed: str) -> None:
    """Whatever is typed: it matches only as the code of this half minute or of one beside it."""
    at = datetime.fromtimestamp(step * 30 + 7, UTC)
    near = {totp.code(secret, one) for one in (step - 1, step, step + 1)}
    found = totp.matching(secret, typed, at, 0)
    assert found is None or "".join(typed.split()) in near
    assert totp.matching(secret, totp.code(secret, step), at, step - 1) in (step, step + 1)


def test_without_codes_the_password_is_enough(office: Store) -> None:
    assert isinstance(enter(office), SignedIn)
    assert isinstance(enter(office, "123456"), SignedIn)


def test_a_code_is_asked_for_after_the_password_and_lets_in(office: Store, clock: Hands) -> None:
    secret = switched_on(office)
    assert enter(office) == CodeWanted()
    code = shown(secret, clock)
    assert isinstance(enter(office, f"{code[:3]} {code[3:]}"), SignedIn)


def test_a_code_used_while_the_clock_was_ahead_keeps_nobody_out(
    office: Store, clock: Hands
) -> None:
    secret = switched_on(office)
    clock.move(days=1)
    assert isinstance(enter(office, shown(secret, clock)), SignedIn)
    clock.move(days=-1)
    assert isinstance(enter(office, shown(secret, clock)), SignedIn)
    assert enter(office, shown(secret, clock)) == Refused()


def test_a_wrong_password_is_never_asked_for_a_code(office: Store, clock: Hands) -> None:
    secret = switched_on(office)
    assert enter(office, password="sai mật khẩu") == Refused()
    assert enter(office, shown(secret, clock), password="sai mật khẩu") == Refused()


def test_a_code_lets_in_once(store: Store, clock: Hands) -> None:
    """Nor does the one before it, that somebody looked at; on each of the two databases."""
    office = peopled(store)
    secret = switched_on(office)
    code, before = shown(secret, clock), shown(secret, clock, -1)
    assert isinstance(enter(office, code), SignedIn)
    assert enter(office, code) == Refused()
    assert enter(office, before) == Refused()
    clock.move(seconds=30)
    assert isinstance(enter(office, shown(secret, clock)), SignedIn)


@pytest.mark.parametrize(("steps", "fits"), [(-2, False), (-1, True), (1, True), (2, False)])
def test_a_phones_clock_may_be_off_by_half_a_minute(
    office: Store, clock: Hands, steps: int, fits: bool
) -> None:
    secret = switched_on(office)
    assert isinstance(enter(office, shown(secret, clock, steps)), SignedIn) == fits


def test_guessing_codes_is_slowed_however_often_the_password_is_right(
    office: Store, clock: Hands
) -> None:
    """The third wrong code costs a wait, and asking for the code does not end it."""
    secret = switched_on(office)
    wrong = f"{(int(shown(secret, clock)) + 1) % 10**6:06}"
    for _ in range(3):
        assert enter(office) == CodeWanted()
        assert enter(office, wrong) == Refused()
    assert enter(office) == Refused()
    assert enter(office, shown(secret, clock)) == Refused()
    clock.move(seconds=6)
    assert enter(office) == CodeWanted()
    assert isinstance(enter(office, shown(secret, clock)), SignedIn)


def test_asking_for_a_code_is_no_failure(office: Store) -> None:
    """Whoever leaves for the phone six times need not wait."""
    switched_on(office)
    for _ in range(6):
        assert enter(office) == CodeWanted()


def test_a_lost_phone_is_helped_by_an_admin_with_a_reason(office: Store) -> None:
    """And both stand in the record, without the secret."""
    secret = switched_on(office)
    with office.work() as work:
        with pytest.raises(Refusal):
            second_factor.switch_off(work, OPERATOR, "lan", " ")
        second_factor.switch_off(work, OPERATOR, "lan", "mất điện thoại")
        with pytest.raises(Refusal):
            second_factor.switch_off(work, OPERATOR, "lan", "lần nữa")
    assert isinstance(enter(office), SignedIn)
    with office.look() as work:
        rows = audit.newest(work, 10)
    acts = {row.act: row for row in rows}
    assert acts["staff.codes_off"].reason == "mất điện thoại"
    assert acts["staff.codes_on"].subject == "lan"
    assert totp.spelled(secret) not in repr(rows)


def test_only_who_manages_staff_switches_codes(office: Store) -> None:
    with office.work() as work:
        for role in set(Role) - {Role.ADMIN, Role.OPERATOR}:
            with pytest.raises(NotAllowed):
                second_factor.switch_on(work, Viewer("x", role), "lan")


def test_a_new_secret_ends_the_old_one(office: Store, clock: Hands) -> None:
    old = switched_on(office)
    new = switched_on(office)
    assert enter(office, shown(old, clock)) == Refused()
    assert isinstance(enter(office, shown(new, clock)), SignedIn)


def test_the_own_password_is_changed_without_a_code(office: Store) -> None:
    """One who is in was asked already."""
    switched_on(office)
    fresh = people.replacement(PASSWORD, "một mật khẩu khác hẳn")
    with office.work() as work:
        tried = signing_in.attempt(work, "lan")
    compared = Compared(tried, right=True)
    with office.work() as work:
        assert people.change_own_password(work, Viewer("lan", Role.AUDITOR), compared, fresh)


def test_the_secret_rests_sealed_and_follows_the_keys(office: Store, clock: Hands) -> None:
    """Sealed anew it still lets in; where its key is lost nobody comes in by it."""
    secret = switched_on(office)
    with office.look() as work:
        row = work.connection.execute(select(staff_second)).one()
        assert secret not in row.sealed
        assert seals.by_key(work) == {"k1": 1}
    keys = office.vault.keys
    office.vault = Vault((*keys, Key("k2", b"another key of thirty-two bytes!")))
    with office.work() as work:
        assert seals.step(work, 10) == 1
        assert seals.by_key(work) == {"k2": 1}
    assert isinstance(enter(office, shown(secret, clock)), SignedIn)
    office.vault = Vault(keys)
    clock.move(minutes=1)
    assert enter(office, shown(secret, clock)) == Refused()


def test_the_address_is_what_phones_read() -> None:
    told = totp.address(b"1" * 20, "lan nguyễn", "Hài Lòng")
    assert re.fullmatch(r"otpauth://totp/[\w%.:]+\?secret=[A-Z2-7]{32}&issuer=[\w%]+", told)
