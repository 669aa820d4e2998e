"""What a citizen asks for is done by the date of the law, at once where the software can."""

from datetime import date

import pytest
from sqlalchemy import select

from bot.store import forgetting, outbox
from feedback.domain.ids import Person
from feedback.domain.requests import Request, RequestKind, RequestState
from feedback.domain.roles import Role, Viewer
from feedback.services.privacy import consenting, erasing, requests
from feedback.services.refusals import NotAllowed, NotFound, Refusal
from feedback.store import case_people, consents
from feedback.store.case_people import Contact
from feedback.store.tables.privacy import data_request
from feedback.store.work import Store
from tests.conftest import Hands
from tests.privacy import traces
from tests.privacy.conftest import NAME, PHONE, Left, filed
from tests.record.acts import verified
from tests.runtime.casework import HANDLER, OPERATOR

ADMIN = Viewer("admin", Role.ADMIN, None)


def registered(store: Store, kind: RequestKind, code: str) -> Request:
    with store.work() as work:
        return requests.register(work, OPERATOR, kind, code, reason="thư ngày 12/8")


def swept(store: Store) -> int:
    with store.work() as work:
        return requests.fulfilled(work, forgetting.silent, forgetting.forget)


def rows(store: Store) -> list[tuple[str, str, bytes | None]]:
    with store.look() as work:
        c = data_request.c
        query = select(c.kind, c.state, c.person).order_by(c.id)
        return [tuple(row) for row in work.connection.execute(query)]


@pytest.mark.parametrize(
    ("kind", "act_by"),
    [
        (RequestKind.COPY, date(2026, 8, 22)),
        (RequestKind.WITHDRAW, date(2026, 8, 27)),
        (RequestKind.DELETE, date(2026, 9, 1)),
    ],
)
def test_each_kind_has_its_date(store: Store, kind: RequestKind, act_by: date) -> None:
    """Received on Wednesday 12 August 2026: 2 working days; 10, 15 and 20 days, moved off days off.

    22 August and 1 September are not verified in the calendar, so that they count as worked.
    """
    asked = registered(store, kind, filed(store)[1])
    assert asked.answer_by == date(2026, 8, 14)
    assert asked.act_by == act_by


def test_the_most_urgent_come_first_and_done_ones_leave_the_list(store: Store) -> None:
    code = filed(store)[1]
    slow = registered(store, RequestKind.DELETE, code)
    soon = registered(store, RequestKind.COPY, code)
    with store.work() as work:
        assert [one.id for one in requests.listed(work, ADMIN)] == [soon.id, slow.id]
        told = requests.acknowledge(work, ADMIN, soon.id)
        assert told.state is RequestState.TOLD
        ended = requests.done(work, ADMIN, soon.id, "gửi bản sao tới địa chỉ đã ghi")
        assert (ended.state, ended.done_by) == (RequestState.DONE, "admin")
        assert [one.id for one in requests.listed(work, ADMIN)] == [slow.id]
        assert len(requests.listed(work, ADMIN, done=True)) == 2
    assert verified(store).ok


def test_done_is_done_once_and_says_how(store: Store) -> None:
    asked = registered(store, RequestKind.COPY, filed(store)[1])
    with store.work() as work:
        with pytest.raises(Refusal):
            requests.done(work, ADMIN, asked.id, " ")
        requests.done(work, ADMIN, asked.id, "đã gửi")
        with pytest.raises(Refusal):
            requests.done(work, ADMIN, asked.id, "đã gửi")
        with pytest.raises(NotFound):
            requests.acknowledge(work, ADMIN, 1)


def test_only_those_who_run_the_office_see_them(store: Store) -> None:
    with store.look() as work, pytest.raises(NotAllowed):
        requests.listed(work, HANDLER)


def test_what_is_late_is_counted(store: Store, clock: Hands) -> None:
    """After two working days without a word, and again after the date itself."""
    asked = registered(store, RequestKind.COPY, filed(store)[1])
    late = []
    for _ in range(14):
        with store.work() as work:
            late.append(requests.late(work))
            if len(late) == 6:
                requests.acknowledge(work, ADMIN, asked.id)
        clock.move(days=1)
    assert late == [0] * 3 + [1] * 3 + [0] * 5 + [1] * 3


def test_a_reason_keeps_nothing_private(store: Store) -> None:
    code = filed(store)[1]
    with store.work() as work:
        requests.register(work, OPERATOR, RequestKind.COPY, code, reason=f"gọi từ {PHONE}")
    assert traces.in_rows(store, [PHONE]) == set()


def test_a_withdrawn_consent_takes_the_contact_and_keeps_the_case(store: Store) -> None:
    """Name and phone are gone from rows and file; what was agreed to, and taken back, stays."""
    case, _, number = filed(store)
    with store.look() as work:
        (given,) = consents.of_case(work, case)
        assert case_people.contact(work, case) == Contact(NAME, PHONE)
        sealed = traces.sealed(store, Person(b"nobody in a chat"), [case])
    with store.work() as work:
        assert requests.own_withdrawal(work, case)
        assert not requests.own_withdrawal(work, case)
    with store.look() as work:
        assert case_people.contact(work, case) is None
        (after,) = consents.of_case(work, case)
        assert after.withdrawn_at == work.now
        assert (after.version, after.digest, after.at) == (given.version, given.digest, given.at)
        assert case_people.by_number(work, work.vault.number(number)) == case
    assert rows(store) == [("withdraw", "done", None)]
    assert len(sealed) > len(traces.sealed(store, Person(b"nobody in a chat"), [case]))


def test_the_office_takes_consent_back_for_whoever_asks(store: Store) -> None:
    code = filed(store)[1]
    with store.work() as work:
        consenting.withdraw_for(work, OPERATOR, code, "Người dân đến quầy đề nghị.")
        with pytest.raises(Refusal):
            consenting.withdraw_for(work, OPERATOR, code, "lần nữa")


def test_a_copy_is_given_at_once_and_noted_once_a_day(store: Store, clock: Hands) -> None:
    case, _, _ = filed(store, "Chờ lâu")
    for _ in range(3):
        with store.work() as work:
            copy = requests.own_copy(work, case)
    assert copy.contact == Contact(NAME, PHONE)
    assert rows(store) == [("copy", "done", None)]
    clock.move(days=1)
    with store.work() as work:
        requests.own_copy(work, case)
    assert len(rows(store)) == 2


def test_the_confirmation_goes_out_first(store: Store, left: Left) -> None:
    """Whoever wishes it in a chat is erased once all letters have left, and not before."""
    with store.work() as work:
        requests.wished(work, left.person)
        requests.wished(work, left.person)
    assert len(rows(store)) == 1
    assert swept(store) == 0
    left.citizen.hears()
    assert swept(store) == 1
    assert traces.in_rows(store, left.marks) == set()
    assert traces.in_file(store, left.marks) == set()
    assert rows(store) == [("delete", "done", None)]
    assert swept(store) == 0


def test_nobody_waits_for_a_letter_beyond_the_law(store: Store, left: Left, clock: Hands) -> None:
    """A messenger that is down for weeks does not keep the data."""
    with store.work() as work:
        requests.wished(work, left.person)
        assert outbox.count(work)["due"]
    clock.move(days=23)
    assert swept(store) == 1
    assert traces.in_rows(store, left.marks) == set()


def test_whoever_holds_the_number_is_erased_at_once(store: Store, left: Left) -> None:
    """On the page the case goes first; the chat it came from follows with the next sweep."""
    with store.work() as work:
        requests.own_erasure(work, left.case.id)
        assert case_people.by_number(work, work.vault.number(left.number)) is None
    left.citizen.hears()
    assert swept(store) == 1
    assert traces.in_rows(store, left.marks) == set()
    assert {state for _, state, _ in rows(store)} == {"done"}


def test_an_erasure_ends_what_else_was_asked(store: Store) -> None:
    code = filed(store)[1]
    registered(store, RequestKind.COPY, code)
    with store.work() as work:
        erasing.erase_case(work, OPERATOR, code, "Người dân đề nghị.")
    with store.look() as work:
        assert requests.listed(work, ADMIN) == ()


def test_a_chat_asks_whether_it_is_sure_and_confirms_before_it_forgets(
    store: Store, left: Left
) -> None:
    """Two messages of the citizen's own, the confirmation, and then nothing is left."""
    left.citizen.hears()
    asked = left.citizen.does("xoa thong tin")
    assert "XOÁ HẾT THÔNG TIN" in asked
    assert rows(store) == []
    done = left.citizen.does("xoá hết thông tin")
    assert "sẽ được xoá" in done
    assert swept(store) == 1
    assert traces.in_rows(store, left.marks) == set()
    assert traces.in_file(store, left.marks) == set()


def test_a_chat_says_where_a_copy_is_had(store: Store, left: Left) -> None:
    left.citizen.hears()
    assert "/t" in left.citizen.does("BẢN SAO")
