"""A ticket opens one file, once, within five minutes, for whoever may still see it; on both
databases."""

import hashlib
from datetime import timedelta

import pytest
from sqlalchemy import select

from feedback.domain.ids import CaseId, StaffId, UnitId
from feedback.domain.roles import Role, Viewer
from feedback.services import record
from feedback.services.cases import attachments, concerns, tickets, withholding
from feedback.services.cases.attachments import Withheld
from feedback.services.refusals import NotAllowed, NotFound, Refusal
from feedback.store import staff
from feedback.store.tables.tickets import file_ticket
from feedback.store.work import Store
from tests.conftest import Hands
from tests.privacy.conftest import filed
from tests.privacy.pictures import with_place
from tests.runtime.casework import OPERATOR

MODERATOR = Viewer("mai", Role.MODERATOR, None)
ELSEWHERE = Viewer("xa", Role.HANDLER, UnitId(9))


@pytest.fixture
def left(store: Store) -> tuple[str, int]:
    """A case with a photo: its code, and the photo's number."""
    case, code, _ = filed(store)
    return code, _with_photo(store, case, code)


def _with_photo(store: Store, case: CaseId, code: str) -> int:
    with store.work() as work:
        attachments.add(work, case, attachments.prepared(with_place()), "web", "cua.jpg")
        return attachments.listed(work, OPERATOR, code)[0].id


def issue(store: Store, code: str, file: int, viewer: Viewer = OPERATOR, reason: str = "") -> str:
    with store.work() as work:
        return tickets.issue(work, viewer, code, file, reason=reason)


def redeem(store: Store, token: str) -> bytes | None:
    with store.work() as work:
        found = tickets.redeem(work, token)
    return None if found is None else found.data


def test_a_ticket_opens_its_file_once(store: Store, left: tuple[str, int]) -> None:
    token = issue(store, *left)
    with store.look() as work:
        assert tickets.valid(work, token)
        assert tickets.valid(work, token)
        shown = attachments.read(work, OPERATOR, *left).data
    assert redeem(store, token) == shown
    assert redeem(store, token) is None


def test_a_ticket_ends_after_five_minutes(
    store: Store, left: tuple[str, int], clock: Hands
) -> None:
    early, late = issue(store, *left), issue(store, *left)
    clock.move(minutes=5)
    assert redeem(store, early) is not None
    clock.move(seconds=1)
    with store.look() as work:
        assert not tickets.valid(work, late)
    assert redeem(store, late) is None


@pytest.mark.parametrize("token", ["", "x", "A" * 43, "A" * 100_000, "\0", "ệ" * 43, "\ud800"])
def test_what_is_no_ticket_opens_nothing(store: Store, left: tuple[str, int], token: str) -> None:
    issue(store, *left)
    assert redeem(store, token) is None
    with store.look() as work:
        assert not tickets.valid(work, token)


def test_only_a_hash_of_the_token_is_kept(store: Store, left: tuple[str, int]) -> None:
    token = issue(store, *left)
    with store.look() as work:
        (row,) = work.connection.execute(select(file_ticket)).all()
        told = record.search(work, OPERATOR, text="").rows
    assert row.digest == hashlib.sha256(token.encode()).digest()
    assert token not in repr(row)
    assert all(token not in repr(one) for one in told)
    assert row.until - timedelta(minutes=5) == store.clock()


def test_asking_and_opening_are_recorded(store: Store, left: tuple[str, int]) -> None:
    code, file = left
    redeem(store, issue(store, code, file))
    with store.look() as work:
        rows = record.search(work, OPERATOR, subject=code).rows
    told = [(one.actor, one.act, one.after) for one in rows]
    mark = f"file {file}"
    assert told[:2] == [
        ("operator", "case.file_opened", mark),
        ("operator", "case.file_asked", mark),
    ]


def test_whoever_does_not_see_the_case_gets_no_ticket(store: Store, left: tuple[str, int]) -> None:
    code, file = left
    with pytest.raises(NotFound):
        issue(store, code, file, ELSEWHERE)
    with pytest.raises(NotFound):
        issue(store, code, file + 1)
    with pytest.raises(NotFound):
        issue(store, "HS-2346789", file)
    with pytest.raises(NotAllowed):
        issue(store, code, file, Viewer("tam", Role.INTEGRITY))


def _enrolled(store: Store) -> Viewer:
    with store.work() as work:
        staff.add(work, MODERATOR.name, "-", Role.MODERATOR, None, must_change=False)
        person = staff.named(work, MODERATOR.name)
        assert person is not None
        return Viewer(person.name, person.role, person.unit, StaffId(person.id))


def test_a_ticket_of_someone_disabled_or_named_meanwhile_opens_nothing(
    store: Store, left: tuple[str, int]
) -> None:
    code, file = left
    viewer = _enrolled(store)
    assert redeem(store, issue(store, code, file, viewer)) is not None
    named = issue(store, code, file, viewer)
    with store.work() as work:
        concerns.concern(work, OPERATOR, code, viewer.name, "bị nêu tên")
    assert redeem(store, named) is None
    with store.work() as work:
        concerns.clear(work, OPERATOR, code, viewer.name, "không phải")
    disabled = issue(store, code, file, viewer)
    with store.work() as work:
        staff.set_disabled(work, viewer.staff or StaffId(0), True)
    assert redeem(store, disabled) is None


def test_a_withheld_file_takes_a_reason_and_the_right(store: Store, left: tuple[str, int]) -> None:
    code, file = left
    before = issue(store, code, file)
    with store.work() as work:
        withholding.withhold(work, MODERATOR, code, file, "Rõ mặt người khác.")
    assert redeem(store, before) is None
    with pytest.raises(Withheld):
        issue(store, code, file)
    with pytest.raises(NotAllowed):
        issue(store, code, file, Viewer("huong", Role.HANDLER), "Cần xem.")
    assert redeem(store, issue(store, code, file, MODERATOR, "Cần xem biển hiệu.")) is not None
    with store.look() as work:
        rows = record.search(work, OPERATOR, subject=code).rows
    assert ("mai", "case.unlock", "Cần xem biển hiệu.") in {
        (one.actor, one.act, one.reason) for one in rows
    }


def test_a_file_that_is_not_here_yet_has_no_ticket(store: Store) -> None:
    case, code, _ = filed(store)
    with store.work() as work:
        attachments.expect(work, case, "telegram", "42", "photo", "AgAD")
        file = attachments.listed(work, OPERATOR, code)[0].id
    with pytest.raises(Refusal):
        issue(store, code, file)


def test_old_tickets_do_not_pile_up(store: Store, left: tuple[str, int], clock: Hands) -> None:
    for _ in range(3):
        issue(store, *left)
        clock.move(minutes=6)
    with store.look() as work:
        assert len(work.connection.execute(select(file_ticket)).all()) == 1
