"""People who may sign in: let in by a password, made to wait after failures, bound to a role."""

import unicodedata
from datetime import date

import pytest
from sqlalchemy import insert, select

from feedback.domain.ids import UnitId
from feedback.domain.roles import Role, Viewer
from feedback.services import people, signing_in
from feedback.services.authority import Act, may, require, within
from feedback.services.passwords import hashed
from feedback.services.refusals import NotAllowed, NotFound, Refusal
from feedback.services.signing_in import Refused, SignedIn
from feedback.store.tables import offices, places
from feedback.store.work import Store, Work

OPERATOR = Viewer("cli:test", Role.OPERATOR)
PASSWORD = "quầy số một mở cửa"
PROVINCE, COMMUNE, OTHER = UnitId(1), UnitId(2), UnitId(3)


def grow(work: Work) -> None:
    """Put a province with two communes into the database."""
    work.connection.execute(
        insert(places.unit_kind).values(
            code="any", name_vi="x", name_en="x", rank=1, historical=False
        )
    )
    for unit, parent in ((PROVINCE, None), (COMMUNE, PROVINCE), (OTHER, PROVINCE)):
        work.connection.execute(insert(places.unit).values(id=unit, sample=False))
        work.connection.execute(
            insert(places.unit_version).values(
                unit_id=unit,
                code=f"U{unit}",
                name=f"Đơn vị {unit}",
                folded=f"don vi {unit}",
                kind="any",
                parent_id=parent,
                grouping="",
                valid_from=date(2025, 7, 1),
                valid_to=None,
                legal_basis="",
            )
        )


@pytest.fixture
def office(store: Store) -> Store:
    """A province with two communes, and a supervisor of one of them."""
    with store.work() as work:
        grow(work)
        people.add(
            work, OPERATOR, "lan", Role.SUPERVISOR, COMMUNE, hashed(PASSWORD), must_change=False
        )
    return store


def attempt(store: Store, name: str, password: str) -> SignedIn | Refused:
    with store.work() as work:
        tried = signing_in.attempt(work, name)
    compared = signing_in.compare(tried, password)
    with store.work() as work:
        return signing_in.sign_in(work, compared)


def test_the_right_password_lets_in_with_role_and_unit(office: Store) -> None:
    """The viewer carries what every later call is judged by."""
    found = attempt(office, "lan", PASSWORD)
    assert isinstance(found, SignedIn)
    assert (found.viewer.name, found.viewer.role, found.viewer.unit) == (
        "lan",
        Role.SUPERVISOR,
        COMMUNE,
    )
    assert not found.must_change


def test_a_password_typed_on_another_keyboard_is_the_same(office: Store) -> None:
    """Decomposed and composed spellings of one Vietnamese password are one password."""
    assert isinstance(attempt(office, "lan", unicodedata.normalize("NFD", PASSWORD)), SignedIn)


@pytest.mark.parametrize(
    ("name", "password"),
    [("lan", "sai mật khẩu rồi"), ("không có ai", PASSWORD), ("lan", ""), ("lan", "x" * 100_000)],
)
def test_wrong_names_and_passwords_are_refused_alike(
    office: Store, name: str, password: str
) -> None:
    """The answer never tells which of the two was wrong."""
    assert attempt(office, name, password) == Refused()


def test_a_growing_wait_follows_the_third_failure(office: Store, clock) -> None:
    """While it lasts even the right password is refused; after it the count begins anew."""
    for _ in range(3):
        attempt(office, "lan", "sai mật khẩu")
    assert attempt(office, "lan", PASSWORD) == Refused()
    clock.move(seconds=6)
    attempt(office, "lan", "sai mật khẩu")
    clock.move(seconds=6)
    assert attempt(office, "lan", PASSWORD) == Refused()
    clock.move(seconds=5)
    assert isinstance(attempt(office, "lan", PASSWORD), SignedIn)
    attempt(office, "lan", "sai mật khẩu")
    assert isinstance(attempt(office, "lan", PASSWORD), SignedIn)


def test_a_wait_never_exceeds_a_quarter_of_an_hour(office: Store, clock) -> None:
    """However often someone else failed, the owner gets in again soon."""
    for _ in range(12):
        attempt(office, "lan", "sai mật khẩu")
        clock.move(minutes=16)
    assert isinstance(attempt(office, "lan", PASSWORD), SignedIn)


def test_a_wait_that_a_wrong_clock_set_keeps_nobody_out(office: Store, clock) -> None:
    """The clock was a day ahead, and is set right: nobody waits for a day."""
    clock.move(days=1)
    for _ in range(5):
        attempt(office, "lan", "sai mật khẩu")
    clock.move(days=-1)
    assert isinstance(attempt(office, "lan", PASSWORD), SignedIn)


def test_a_disabled_account_is_refused_and_can_come_back(office: Store) -> None:
    """Leaving an office closes its door, without erasing who acted."""
    viewer = attempt(office, "lan", PASSWORD).viewer
    with office.work() as work:
        people.disable(work, OPERATOR, "lan")
        assert not people.still(work, viewer)
    assert attempt(office, "lan", PASSWORD) == Refused()
    with office.work() as work:
        people.disable(work, OPERATOR, "lan", disabled=False)
        assert people.still(work, viewer)
    assert isinstance(attempt(office, "lan", PASSWORD), SignedIn)


def test_a_changed_role_ends_the_old_sign_in(office: Store) -> None:
    """Whoever is signed in with an older role or unit is no longer valid."""
    viewer = attempt(office, "lan", PASSWORD).viewer
    with office.work() as work:
        people.change_role(work, OPERATOR, "lan", Role.SUPERVISOR, OTHER)
        assert not people.still(work, viewer)


def test_the_own_password_needs_the_old_one(office: Store) -> None:
    """A terminal left open does not give the account away."""
    viewer = Viewer("lan", Role.SUPERVISOR, COMMUNE)
    new = people.replacement(PASSWORD, "mật khẩu mới tinh")
    for old, done in (("không phải", False), (PASSWORD, True)):
        with office.work() as work:
            tried = signing_in.attempt(work, "lan")
        compared = signing_in.compare(tried, old)
        with office.work() as work:
            assert people.change_own_password(work, viewer, compared, new) is done
    assert attempt(office, "lan", PASSWORD) == Refused()
    assert isinstance(attempt(office, "lan", "mật khẩu mới tinh"), SignedIn)


def test_the_right_password_of_one_changes_nothing_of_another(office: Store) -> None:
    """A comparison stands for the name it was made with."""
    with office.work() as work:
        people.add(work, OPERATOR, "hoa", Role.ADMIN, None, hashed(PASSWORD + "!"))
        tried = signing_in.attempt(work, "lan")
    compared = signing_in.compare(tried, PASSWORD)
    with office.work() as work:
        other = Viewer("hoa", Role.ADMIN, None)
        assert not people.change_own_password(work, other, compared, "$argon2id$")
    assert isinstance(attempt(office, "hoa", PASSWORD + "!"), SignedIn)


def test_the_new_password_is_another_one() -> None:
    """Also where two keyboards spell it in two ways."""
    for old, new in ((PASSWORD, unicodedata.normalize("NFD", PASSWORD)), (PASSWORD, "ngắn")):
        with pytest.raises(Refusal):
            people.replacement(old, new)


def test_guessing_many_times_at_once_gains_nothing(office: Store) -> None:
    """Tries are counted before any is compared: of ten at once only the free ones are looked at."""
    tried = []
    for _ in range(10):
        with office.work() as work:
            tried.append(signing_in.attempt(work, "lan"))
    assert [one.admitted for one in tried] == [True] * 3 + [False] * 7
    late = signing_in.compare(tried[-1], PASSWORD)
    assert not late.right
    with office.work() as work:
        assert signing_in.sign_in(work, late) == Refused()


def test_a_try_that_was_never_settled_is_a_failure(office: Store) -> None:
    """Whoever cuts the line before the answer has used up a try all the same."""
    for _ in range(3):
        with office.work() as work:
            signing_in.attempt(work, "lan")
    assert attempt(office, "lan", PASSWORD) == Refused()


def test_what_changed_during_the_comparison_counts(office: Store) -> None:
    """A password that was replaced, or an account that was disabled meanwhile, lets nobody in."""

    def replaced(work: Work) -> None:
        people.set_password(work, OPERATOR, "lan", hashed("một mật khẩu khác"))

    def disabled(work: Work) -> None:
        people.disable(work, OPERATOR, "lan")

    for password, meanwhile in ((PASSWORD, replaced), ("một mật khẩu khác", disabled)):
        with office.work() as work:
            tried = signing_in.attempt(work, "lan")
        compared = signing_in.compare(tried, password)
        assert compared.right
        with office.work() as work:
            meanwhile(work)
            assert signing_in.sign_in(work, compared) == Refused()


@pytest.mark.parametrize(
    ("name", "role", "unit", "password"),
    [
        ("lan", Role.ADMIN, None, PASSWORD),
        ("", Role.ADMIN, None, PASSWORD),
        ("a\nb", Role.ADMIN, None, PASSWORD),
        ("x" * 61, Role.ADMIN, None, PASSWORD),
        ("moi", Role.ADMIN, None, "ngắn"),
        ("moi", Role.SUPERVISOR, None, PASSWORD),
        ("moi", Role.OPERATOR, None, PASSWORD),
    ],
)
def test_what_cannot_be_a_member_is_refused(
    office: Store, name: str, role: Role, unit: UnitId | None, password: str
) -> None:
    """Taken, empty and unprintable names, weak passwords and posts without a unit are refused."""
    with office.work() as work, pytest.raises(Refusal):
        people.add(work, OPERATOR, name, role, unit, hashed(password))


def test_the_only_admin_neither_leaves_nor_takes_another_role(office: Store) -> None:
    """Otherwise nobody could let anybody in; with a second one, or as admin elsewhere, it goes."""
    with office.work() as work:
        people.add(work, OPERATOR, "minh", Role.ADMIN, None, hashed(PASSWORD))
    with office.work() as work, pytest.raises(Refusal, match="only admin"):
        people.change_role(work, OPERATOR, "minh", Role.AUDITOR, None)
    with office.work() as work, pytest.raises(Refusal, match="only admin"):
        people.disable(work, OPERATOR, "minh")
    with office.work() as work:
        people.change_role(work, OPERATOR, "minh", Role.ADMIN, PROVINCE)
        people.add(work, OPERATOR, "an", Role.ADMIN, None, hashed(PASSWORD))
        people.change_role(work, OPERATOR, "minh", Role.AUDITOR, None)


def test_nobody_is_found_under_an_unknown_name(office: Store) -> None:
    """Changing someone who is not there says so."""
    with office.work() as work, pytest.raises(NotFound):
        people.disable(work, OPERATOR, "ai đó")


def test_no_password_stands_in_the_record_or_in_the_clear(office: Store) -> None:
    """The database holds an argon2id hash, and the record of acts only that something was done."""
    with office.work() as work:
        people.set_password(work, OPERATOR, "lan", hashed("một mật khẩu khác"))
    with office.look() as work:
        kept = work.connection.scalar(select(offices.staff.c.password))
        record = [str(tuple(row)) for row in work.connection.execute(select(offices.audit))]
    assert kept.startswith("$argon2id$")
    assert not any("mật khẩu" in line or PASSWORD in line for line in record)
    assert any("staff.password" in line for line in record)


def test_a_role_reaches_only_its_acts_and_its_units(office: Store) -> None:
    """A supervisor looks at the own unit, an admin of a province manages those below."""
    supervisor = Viewer("lan", Role.SUPERVISOR, COMMUNE)
    admin = Viewer("minh", Role.ADMIN, PROVINCE)
    with office.look() as work:
        require(work, supervisor, Act.LOOK, COMMUNE)
        require(work, admin, Act.MANAGE_STAFF, OTHER)
        for viewer, act, unit in (
            (supervisor, Act.LOOK, OTHER),
            (supervisor, Act.LOOK, PROVINCE),
            (supervisor, Act.LOOK, None),
            (supervisor, Act.PUBLISH, COMMUNE),
            (admin, Act.MANAGE_STAFF, None),
            (admin, Act.READ_EVIDENCE, COMMUNE),
        ):
            with pytest.raises(NotAllowed):
                require(work, viewer, act, unit)


def test_an_admin_of_a_commune_cannot_make_one_for_the_province(office: Store) -> None:
    """Rights are handed on only within one's own unit."""
    admin = Viewer("minh", Role.ADMIN, COMMUNE)
    with office.work() as work:
        people.add(work, admin, "hoa", Role.HANDLER, COMMUNE, hashed(PASSWORD))
        assert [member.name for member in people.listed(work, admin)] == ["hoa", "lan"]
        with pytest.raises(NotAllowed):
            people.add(work, admin, "tam", Role.ADMIN, None, hashed(PASSWORD))


def test_a_successor_sees_what_its_predecessor_was(office: Store) -> None:
    """After a merger the supervisor of the new unit reaches the old one, and not the reverse."""
    with office.work() as work:
        new = UnitId(4)
        work.connection.execute(insert(places.unit).values(id=new, sample=False))
        work.connection.execute(
            insert(places.unit_event).values(
                id=1,
                kind="merge",
                on_day=date(2026, 1, 1),
                legal_basis="",
                note="",
                recorded_at=work.now,
            )
        )
        for role, unit in (("from", COMMUNE), ("from", OTHER), ("to", new)):
            work.connection.execute(
                insert(places.unit_event_link).values(event_id=1, role=role, unit_id=unit)
            )
        work.connection.execute(
            places.unit_version.update()
            .where(places.unit_version.c.unit_id.in_([COMMUNE, OTHER]))
            .values(valid_to=date(2025, 12, 31))
        )
        assert within(work, Viewer("x", Role.SUPERVISOR, new), COMMUNE)
        assert not within(work, Viewer("x", Role.SUPERVISOR, COMMUNE), new)


def test_evidence_and_accusations_have_one_reader_each() -> None:
    """Besides the operator of the machine, only integrity and the inspector."""
    for act, role in (
        (Act.READ_EVIDENCE, Role.INTEGRITY),
        (Act.READ_ACCUSATIONS, Role.INSPECTOR),
    ):
        assert {r for r in Role if may(r, act)} == {role, Role.OPERATOR}
