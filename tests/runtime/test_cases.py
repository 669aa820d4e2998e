"""A case in the chat, from the first word to the judged answer, on both databases."""

import pytest
from sqlalchemy import select

from bot.conversation.events import Left
from bot.runtime import housekeeping
from bot.store.tables import contact, conversation
from bot.store.tables import outbox as outbox_table
from feedback.domain.cases.kinds import CaseKind, Satisfaction
from feedback.domain.cases.life import CaseState
from feedback.domain.cases.number import is_valid
from feedback.domain.cases.record import Delivery
from feedback.services import calendars
from feedback.services.cases import casework, following, moderation, reading
from feedback.services.cases.reading import Wanted
from feedback.store import case_words
from feedback.store.tables import cases as tables
from feedback.store.vault import Key, Vault
from feedback.store.work import Store
from tests.office import open_office
from tests.runtime.casework import (
    AUTHORITY,
    BOT,
    HANDLER,
    INSPECTOR,
    OPERATOR,
    PAGE,
    RULES,
    Citizen,
    enrol,
    only,
    words,
)


@pytest.fixture
def anna(store: Store) -> Citizen:
    open_office(store)
    enrol(store)
    return Citizen(store)


def filed(anna: Citizen, text: str = "Chờ ba tiếng, không ai gọi số") -> str:
    return anna.says("góp ý", "1", text, "6", "9", "9", "9", "6")


def number_in(text: str) -> str:
    line = next(line for line in text.split("\n") if line.startswith("Mã theo dõi: "))
    return "".join(filter(str.isdigit, line))


def test_a_case_is_told_confirmed_and_receipted(store: Store, anna: Citizen) -> None:
    receipt = filed(anna)
    assert is_valid(number_in(receipt))
    assert "Hạn trả lời: thứ " in receipt
    assert f"{PAGE}/t" in receipt
    case = only(store)
    assert (case.kind, case.state, case.unit) == (CaseKind.REPORT, CaseState.NEW, None)
    assert words(store) == ["Chờ ba tiếng, không ai gọi số"]
    with store.look() as work:
        assert following.by_number(work, number_in(receipt)) == case.id


def test_nothing_is_stored_before_it_is_confirmed(store: Store, anna: Citizen) -> None:
    anna.says("góp ý", "1", "Chờ lâu", "6", "9", "9", "9")
    with store.look() as work:
        assert work.connection.scalars(select(tables.cases.c.id)).all() == []
    assert "Không gửi" in anna.does("0")
    with store.look() as work:
        assert work.connection.scalars(select(tables.cases.c.id)).all() == []


def test_a_low_rating_begins_a_case_with_what_was_said(store: Store, anna: Citizen) -> None:
    anna.comes(open_tokens(store)[0])
    anna.says("1", "9", "9", "9", "Phải chờ cả buổi sáng")
    summary = anna.says("6", "1", "6", "9", "9")
    assert "“Phải chờ cả buổi sáng”" in summary
    assert "Quầy 1, Xã An Bình" in summary
    anna.does("6")
    case = only(store)
    assert (case.about_desk, case.unit, case.rating is not None) == (1, 1, True)
    assert case.about_day == case.opened_on


def test_a_code_names_the_desk_of_a_case(store: Store, anna: Citizen) -> None:
    anna.says("góp ý", "1", "Chờ lâu", "6")
    anna.comes(open_tokens(store)[1])
    anna.says("9", "9", "6")
    assert only(store).about_desk == 2


def test_a_name_and_a_phone_are_kept_apart_and_the_consent_with_them(
    store: Store, anna: Citizen
) -> None:
    anna.says("góp ý", "1", "Chờ lâu", "6", "9")
    anna.says("Nguyễn Thị Anna", "0912 345 678", "6")
    case = only(store)
    with store.look() as work:
        assert reading.opened(work, OPERATOR, case.code).has_contact
        purposes = work.connection.scalars(select(tables.consent.c.purpose)).all()
        dump = str(work.connection.execute(select(tables.case_person)).all())
    assert purposes == ["contact"]
    assert "Anna" not in dump


def test_a_sealed_report_goes_past_the_unit(store: Store, anna: Citizen) -> None:
    anna.comes(open_tokens(store)[0])
    receipt = anna.says("tố cáo", "3", "Họ làm khó tôi", "6", "9", "9", "6")
    assert "gửi kín tới thanh tra" in receipt
    assert only(store, INSPECTOR).kind is CaseKind.MISCONDUCT
    with store.look() as work:
        assert reading.listed(work, HANDLER, Wanted()) == ()


def test_a_sealed_report_without_a_desk_goes_to_the_highest_inspector(
    store: Store, anna: Citizen
) -> None:
    anna.says("bị đòi tiền", "3", "Họ làm khó tôi", "6", "9", "9", "9", "6")
    case = only(store, INSPECTOR)
    assert (case.unit, case.unrouted) == (INSPECTOR.unit, False)


def test_where_nobody_outside_receives_it_the_authority_is_named(store: Store) -> None:
    open_office(store)
    anna = Citizen(store)
    choices = anna.does("góp ý")
    assert AUTHORITY in choices
    assert "3. " not in choices


def test_a_comment_that_accuses_becomes_a_sealed_case_with_a_receipt(
    store: Store, anna: Citizen
) -> None:
    anna.comes(open_tokens(store)[0])
    receipt = anna.says("1", "9", "9", "9", "Cán bộ đòi tiền bồi dưỡng 500 nghìn")
    assert "chuyển kín tới thanh tra" in receipt
    assert is_valid(number_in(receipt))
    again = anna.does("Tôi có đưa tiền lót tay cho họ")
    assert "Mã theo dõi" not in again
    case = only(store)
    assert (case.kind, case.sealed, case.rating is not None) == (CaseKind.MISCONDUCT, True, True)
    assert len(words(store)) == 2
    with store.look() as work:
        assert reading.listed(work, HANDLER, Wanted()) == ()


def test_what_accuses_after_the_case_has_ended_is_a_case_of_its_own(
    store: Store, anna: Citizen
) -> None:
    """Words that a case takes no more are not left where nobody has to answer them."""
    anna.comes(open_tokens(store)[0])
    first = number_in(anna.says("1", "9", "9", "9", "Cán bộ đòi tiền bồi dưỡng 500 nghìn"))
    with store.work() as work:
        following.withdraw(work, only(store).id)
    second = number_in(anna.does("Tôi có đưa tiền lót tay cho họ"))
    assert first != second
    assert "Mã theo dõi" not in anna.does("Họ còn đòi thêm phong bì")
    with store.look() as work:
        found = [following.by_number(work, number) for number in (first, second)]
        told = [[one.text for one in case_words.words(work, case)] for case in found]
    assert [len(one) for one in told] == [1, 2]


def test_a_complaint_in_law_is_guided_and_promised_no_date(store: Store, anna: Citizen) -> None:
    summary = anna.says("góp ý", "1", "Tôi khiếu nại quyết định số 12", "6", "9", "9", "9")
    assert "đơn ký tên" in summary
    receipt = anna.does("6")
    assert "Hạn trả lời" not in receipt
    assert only(store).guided_on is not None


def test_follow_needs_no_number(store: Store, anna: Citizen) -> None:
    assert "chưa gửi việc gì" in anna.does("theo doi")
    filed(anna)
    shown = anna.does("theo dõi")
    assert "mới nhận" in shown
    assert "Hạn trả lời" in shown
    assert "chưa gửi việc gì" in Citizen(store, "eve").does("theo dõi")


def test_a_question_is_answered_in_the_chat(store: Store, anna: Citizen) -> None:
    filed(anna)
    code = only(store).code
    with store.work() as work:
        casework.take(work, OPERATOR, code)
        casework.ask(work, OPERATOR, code, "Ông/bà đến quầy lúc mấy giờ?")
    news = anna.told()
    assert "đã có người nhận" in news
    assert "“Ông/bà đến quầy lúc mấy giờ?”" in news
    held = anna.does("Khoảng 8 giờ sáng")
    assert "Chưa gửi: “Khoảng 8 giờ sáng”" in held
    assert only(store).state is CaseState.WAITING
    assert "Đã gửi lời" in anna.does("6")
    assert only(store).state is CaseState.ACCEPTED
    assert words(store)[-1] == "Khoảng 8 giờ sáng"


def test_an_answer_is_judged_and_contested_once(store: Store, anna: Citizen) -> None:
    filed(anna)
    code = only(store).code
    with store.work() as work:
        casework.take(work, OPERATOR, code)
        casework.answer(work, OPERATOR, code, "Chúng tôi đã tăng thêm một quầy.")
    news = anna.told()
    assert "“Chúng tôi đã tăng thêm một quầy.”" in news
    assert only(store).delivery is Delivery.SENT
    offered = anna.does("1")
    assert "Không hài lòng" in offered
    assert "cấp trên" in offered
    assert only(store).satisfaction is Satisfaction.NO
    anna.says("Vẫn phải chờ như cũ", "6")
    case = only(store)
    assert (case.state, case.appealed) == (CaseState.CONTESTED, True)
    assert words(store)[-1] == "Vẫn phải chờ như cũ"
    assert "cấp trên xem lại" not in anna.does("theo dõi").split("Hiện nay")[1].split("\n", 1)[1]


def test_an_answer_that_was_looked_at_is_seen(store: Store, anna: Citizen) -> None:
    filed(anna)
    with store.work() as work:
        casework.answer(work, OPERATOR, only(store).code, "Xong rồi.")
    anna.told()
    anna.does("theo dõi")
    assert only(store).delivery is Delivery.SEEN


def test_a_case_is_withdrawn_only_when_that_is_confirmed(store: Store, anna: Citizen) -> None:
    filed(anna)
    anna.says("theo dõi", "0")
    assert only(store).state is CaseState.NEW
    assert "Đã rút lại" in anna.does("6")
    assert only(store).state is CaseState.WITHDRAWN


def test_an_act_that_came_too_late_says_so(store: Store, anna: Citizen) -> None:
    """Between looking and sending the case was closed by someone else."""
    filed(anna)
    anna.says("theo dõi", "6", "Thêm một điều")
    with store.work() as work:
        casework.close(work, OPERATOR, only(store).code, "trùng")
    said = anna.does("6")
    assert "Đã gửi lời" not in said
    assert "Thêm một điều" not in words(store)


def test_what_waits_to_leave_holds_no_word_and_no_number(store: Store, anna: Citizen) -> None:
    """Letters of a citizen's own words rest sealed; an answer stands in them by its id."""
    anna.says("góp ý", "1", "Chờ lâu", "6", "9", "9", "9")
    _post(store, anna, "6")
    with store.look() as work:
        rows = work.connection.execute(select(outbox_table)).all()
    assert [row.body for row in rows] == [""]
    receipt = anna.hears()
    number = number_in(receipt)
    with store.work() as work:
        casework.answer(work, OPERATOR, only(store).code, "Chúng tôi xin lỗi.")
        receive_notice(work, anna)
    with store.look() as work:
        stored = "".join(row.body for row in work.connection.execute(select(outbox_table)))
    assert stored
    assert "Chúng tôi xin lỗi." not in stored
    assert number not in stored.replace(" ", "")


def test_a_letter_that_can_never_go_keeps_no_number(store: Store, anna: Citizen) -> None:
    anna.says("góp ý", "1", "Chờ lâu", "6", "9", "9", "9")
    _post(store, anna, "6")
    _post(store, anna, Left())
    with store.look() as work:
        rows = work.connection.execute(select(outbox_table)).all()
    assert [(row.state, row.body, row.sealed) for row in rows] == [("dead", "", None)]


def test_an_answer_that_was_blacked_out_meanwhile_leaves_blacked_out(
    store: Store, anna: Citizen
) -> None:
    filed(anna)
    code = only(store).code
    with store.work() as work:
        casework.answer(work, OPERATOR, code, "Anh Nguyễn Văn B đã xin lỗi.")
        receive_notice(work, anna)
        _redact(work, "[…] đã xin lỗi.")
    assert "“[…] đã xin lỗi.”" in anna.hears()


def test_a_draft_survives_a_restart_sealed_is_reminded_of_once_and_dropped(
    store: Store, anna: Citizen, clock
) -> None:
    anna.says("góp ý", "1", "Chờ quá lâu ở quầy")
    with store.look() as work:
        row = work.connection.execute(select(conversation)).one()
    assert row.state == ""
    assert "lâu".encode() not in bytes(row.sealed)
    clock.move(hours=2, minutes=1)
    reminder = wake(store, anna)
    assert "chưa gửi" in reminder
    assert "thứ Bảy, 15/08/2026" in reminder
    clock.move(hours=3)
    assert wake(store, anna) == ""
    clock.move(days=3)
    assert wake(store, anna) == ""
    assert "muốn gửi điều gì" in anna.does("6")


def test_an_address_is_kept_while_an_answer_is_owed(store: Store, anna: Citizen, clock) -> None:
    filed(anna)
    Citizen(store, "bob").does("xin chào")
    clock.move(days=RULES.reply_days + 1)
    with store.work() as work:
        housekeeping.sweep(work)
        assert len(work.connection.execute(select(contact)).all()) == 1
        casework.answer(work, OPERATOR, only(store).code, "Xong rồi.")
    assert "Xong rồi." in anna.told()
    clock.move(days=8)
    with store.work() as work:
        housekeeping.sweep(work)
        assert len(work.connection.execute(select(contact)).all()) == 1
    clock.move(days=31)
    with store.work() as work:
        housekeeping.sweep(work)
        assert work.connection.execute(select(contact)).all() == []


def open_tokens(store: Store) -> list[str]:
    from feedback.store.tables.codes import desk_code

    with store.look() as work:
        return list(work.connection.scalars(select(desk_code.c.token).order_by("desk_id")))


def _post(store: Store, anna: Citizen, event) -> None:
    """Let something happen without hearing what is said."""
    from bot.conversation.events import Said
    from bot.runtime.receive import receive
    from bot.wire.messages import Address, Inbound

    happened = Said(event) if isinstance(event, str) else event
    anna.n += 1
    with store.work() as work:
        receive(work, RULES, [Inbound(f"x:{anna.n}", Address(BOT, anna.name), happened)])


def receive_notice(work, anna: Citizen) -> None:
    """Put what is to be told into letters, and send none."""
    from bot.runtime.receive import receive
    from bot.runtime.wake import noticed

    for _, inbound in noticed(work):
        receive(work, RULES, [inbound])


def wake(store: Store, anna: Citizen) -> str:
    """Let the timers that are due come; give what is said."""
    from bot.runtime.receive import receive
    from bot.runtime.wake import _due
    from bot.store import timers

    with store.work() as work:
        due = _due(work)
        for identity, inbound in due:
            receive(work, RULES, [inbound])
            timers.drop(work, [identity])
    return anna.hears()


def _redact(work, text: str) -> None:
    from feedback.domain.ids import CaseId
    from feedback.store import case_words, casebox

    query = select(tables.case_text).order_by(tables.case_text.c.id.desc()).limit(1)
    row = work.connection.execute(query).one()
    box = casebox.open_box(work, CaseId(row.case_id))
    case_words.redact(work, box, row.id, text)


def test_a_lost_key_holds_nobody_up(store: Store, anna: Citizen, clock) -> None:
    """What was sealed under it can never be read; its owner begins anew, the others go on."""
    anna.says("góp ý", "1", "Chờ lâu", "6", "9", "9")
    _post(store, anna, "9")
    later = Store(store.engine, Vault((Key("k2", b"another key of thirty-two bytes."),)), clock)
    bob = Citizen(later, "bob")
    assert "quét mã" in bob.does("xin chào")
    with store.look() as work:
        states = work.connection.scalars(select(outbox_table.c.state)).all()
    assert states == ["dead"]


def test_what_ended_without_an_answer_says_so_and_never_why_the_staff_wrote(
    store: Store, anna: Citizen
) -> None:
    """The reason of whoever closed it is not written for the citizen; what to do instead is."""
    filed(anna)
    with store.work() as work:
        casework.close(work, OPERATOR, only(store).code, "bà này hay kiện")
    news = anna.told()
    assert "không có câu trả lời" in news
    shown = anna.does("theo dõi")
    assert "đã kết thúc, không có câu trả lời" in shown
    assert "hỏi thẳng cơ quan" in shown
    assert "hay kiện" not in news + shown


def test_what_of_a_guided_case_is_settled_here_is_told_with_its_date(
    store: Store, anna: Citizen
) -> None:
    """A report told in one breath with a complaint keeps the date of the day of its receipt."""
    both = "Quầy 1 bắt chờ ba tiếng. Tôi khiếu nại quyết định số 12"
    anna.says("góp ý", "1", both, "6", "9", "9", "9", "6")
    case = only(store)
    assert case.due_on is None
    with store.work() as work:
        back = moderation.classify(work, OPERATOR, case.code, CaseKind.REPORT, "có cả phản ánh")
        due = calendars.deadline(work, "report", case.opened_on)
    assert due is not None
    assert back.due_on == due.on
    news = anna.told()
    assert "giải quyết ngay tại đây" in news
    assert f"{due.on:%d/%m/%Y}" in news
    assert "khiếu nại" in news
