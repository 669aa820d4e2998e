"""An answer to a case on Zalo: where it went is told to staff, and who rings whom is settled."""

import pytest

from bot.conversation.events import Said, Woken
from bot.runtime.receive import receive
from bot.store import outbox
from bot.wire.messages import Address, Inbound, Purpose
from feedback.domain.cases.kinds import Choice
from feedback.domain.cases.record import Case, Contact, Delivery
from feedback.domain.channels import Channel
from feedback.domain.consents import Purpose as Consent
from feedback.domain.roles import Role, Viewer
from feedback.services.cases import (
    alerting,
    calling,
    casework,
    following,
    reading,
    unlocking,
)
from feedback.services.cases.calling import Outcome
from feedback.services.cases.filing import Filing, file
from feedback.services.cases.holding import WrongMoment
from feedback.services.privacy import consenting
from feedback.services.refusals import Refusal
from feedback.store import cases
from tests.office import open_office
from tests.runtime.casework import HANDLER, enrol
from tests.runtime.test_receive import RULES
from tests.runtime.zalo_office import MESSAGE, NUMBER, TEMPLATE, Office

OPERATOR = Viewer("cli:tests", Role.OPERATOR, None)
TOLD = ("góp ý", "1", "Chờ lâu quá", "6", "9", "9", "9")
"""What brings a citizen up to the button that sends."""
PHONE = Contact("Lan", "0900 000 001")


@pytest.fixture
def bureau(office: Office) -> Office:
    open_office(office.store)
    enrol(office.store)
    return office


def filed(
    office: Office,
    contact: Contact | None = None,
    channel: Channel = Channel.ZALO_OA,
    consents: tuple[Consent, ...] = (Consent.CONTACT,),
) -> Case:
    with office.store.work() as work:
        given = file(
            work,
            Filing(
                Choice.REPORT,
                "Phải chờ cả buổi sáng.",
                channel,
                "vi",
                work.now,
                desk=1,
                person=office.person,
                contact=contact or Contact(),
                consents=consents if contact else (),
            ),
        )
        case = cases.by_id(work, given.case)
    assert case is not None
    return case


def now(office: Office, case: Case) -> Case:
    with office.store.look() as work:
        found = cases.by_id(work, case.id)
    assert found is not None
    return found


async def answered(office: Office, case: Case) -> Case:
    with office.store.work() as work:
        casework.answer(work, HANDLER, case.code, "Đã bố trí thêm người.")
    await office.wakes()
    return now(office, case)


@pytest.mark.parametrize(
    ("waits", "wanted", "billed"),
    [
        ({"hours": 47}, Delivery.SENT, 0),
        ({"hours": 49}, Delivery.SENT, 1),
        ({"days": 8}, Delivery.WAITING, 0),
    ],
)
async def test_staff_see_whether_an_answer_went_out(bureau: Office, waits, wanted, billed) -> None:
    case = filed(bureau)
    await bureau.passes(**waits)
    assert (await answered(bureau, case)).delivery is wanted
    assert bureau.spent().billed == bureau.oa.billed == billed
    assert ("thêm người" in bureau.lan.screen()) is (wanted is Delivery.SENT)


async def test_an_answer_that_waits_is_found_by_who_asks(bureau: Office) -> None:
    case = filed(bureau)
    await bureau.passes(days=8)
    await answered(bureau, case)
    assert bureau.oa.calls == []
    with bureau.store.work() as work:
        status = following.status(work, case.id)
        following.seen(work, case.id)
    assert status is not None
    assert status.unseen
    assert now(bureau, case).delivery is Delivery.SEEN


@pytest.mark.parametrize("contact", [None, PHONE])
async def test_who_comes_back_is_told_the_answer(bureau: Office, contact) -> None:
    """Once, and then nobody has to be rung up any more."""
    case = filed(bureau, contact)
    await bureau.passes(days=8)
    await answered(bureau, case)
    await bureau.hears("Xin chào")
    await bureau.wakes()
    assert bureau.lan.screen().count("thêm người") == 1
    assert now(bureau, case).delivery is Delivery.SENT
    await bureau.passes(days=3)
    await bureau.hears("Xin chào")
    await bureau.wakes()
    assert bureau.lan.screen().count("thêm người") == 1


@pytest.mark.parametrize("word", ["1", "5", "cảm ơn", "Xin chào"])
async def test_who_comes_back_judges_no_answer_that_they_never_saw(bureau: Office, word) -> None:
    """They hear it before they are asked, and only then does a digit judge it."""
    case = filed(bureau)
    await bureau.passes(days=8)
    await answered(bureau, case)
    await bureau.hears(word)
    await bureau.wakes()
    assert now(bureau, case).satisfaction is None
    screen = bureau.lan.screen()
    assert screen.index("thêm người") < screen.index("hài lòng với câu trả lời")
    await bureau.hears("5")
    assert now(bureau, case).satisfaction is not None


@pytest.mark.parametrize("word", ["1", "Xin chào"])
async def test_nor_one_that_was_held_for_want_of_money(bureau: Office, word) -> None:
    """It is told at once and once, and asked about after that."""
    case = filed(bureau)
    other = filed(bureau)
    await bureau.passes(days=3)
    bureau.cap = 1
    await answered(bureau, other)
    assert (await answered(bureau, case)).delivery is Delivery.WAITING
    assert bureau.fates()[-1] == ("due", "held")
    before = bureau.lan.screen().count("thêm người")
    await bureau.hears(word)
    await bureau.wakes()
    assert now(bureau, case).satisfaction is None
    assert now(bureau, case).delivery is Delivery.SENT
    assert bureau.lan.screen().count("thêm người") == before + 1


async def test_what_was_looked_up_is_not_told_again(bureau: Office) -> None:
    case = filed(bureau)
    await bureau.passes(days=8)
    await answered(bureau, case)
    with bureau.store.work() as work:
        following.seen(work, case.id)
    await bureau.hears("Xin chào")
    await bureau.wakes()
    assert "thêm người" not in bureau.lan.screen()


async def test_a_question_that_waited_is_asked_of_who_comes_back(bureau: Office) -> None:
    case = filed(bureau)
    await bureau.passes(days=8)
    with bureau.store.work() as work:
        casework.ask(work, HANDLER, case.code, "Hôm nào ạ?")
    await bureau.wakes()
    assert bureau.asked(MESSAGE) == 0
    await bureau.hears("Xin chào")
    await bureau.wakes()
    assert "Hôm nào ạ?" in bureau.lan.screen()


async def test_a_question_is_worth_money_and_news_are_not(bureau: Office) -> None:
    case = filed(bureau)
    await bureau.passes(hours=49)
    with bureau.store.work() as work:
        casework.take(work, HANDLER, case.code)
    await bureau.wakes()
    assert bureau.asked(MESSAGE) == 0
    with bureau.store.work() as work:
        casework.ask(work, HANDLER, case.code, "Hôm nào ạ?")
    await bureau.wakes()
    assert "Hôm nào ạ?" in bureau.lan.screen()
    assert bureau.spent().billed == 1


async def test_who_left_a_telephone_is_to_be_rung_up(bureau: Office) -> None:
    case = filed(bureau, PHONE)
    with bureau.store.work() as work:
        casework.take(work, HANDLER, case.code)
    await bureau.passes(days=8)
    assert (await answered(bureau, case)).delivery is Delivery.CALL
    with bureau.store.look() as work:
        assert [word.what for word in alerting.alerts(work, HANDLER)] == ["call"]
        told = reading.opened(work, HANDLER, case.code)
    assert "0900" not in repr(told)
    with bureau.store.work() as work, pytest.raises(Refusal):
        unlocking.unlock(work, HANDLER, case.code, "để gọi báo kết quả")
    with bureau.store.work() as work:
        assert unlocking.unlock(work, OPERATOR, case.code, "để gọi").phone == PHONE.phone


@pytest.mark.parametrize(
    ("outcome", "wanted"),
    [(Outcome.TOLD, Delivery.PHONED), (Outcome.GIVEN_UP, Delivery.WAITING)],
)
async def test_a_call_is_done_once_with_its_outcome(bureau: Office, outcome, wanted) -> None:
    case = filed(bureau, PHONE)
    await bureau.passes(days=8)
    await answered(bureau, case)
    with bureau.store.work() as work:
        done = calling.called(work, HANDLER, case.code, outcome, "Gọi lúc 9 giờ")
    assert done.delivery is wanted
    with bureau.store.work() as work, pytest.raises(WrongMoment):
        calling.called(work, HANDLER, case.code, outcome, "lần nữa")
    with bureau.store.look() as work:
        (entry,) = [
            one
            for one in reading.opened(work, HANDLER, case.code).timeline
            if one.act.value == "call"
        ]
    assert dict(entry.detail)["outcome"] == outcome.value


@pytest.mark.parametrize("why", ["no consent", "taken back", "no telephone", "not Zalo"])
async def test_nobody_is_rung_up_who_did_not_agree(bureau: Office, why: str) -> None:
    contact = Contact("Lan", "" if why == "no telephone" else "0900 000 001")
    consents = () if why == "no consent" else (Consent.CONTACT,)
    channel = Channel.TELEGRAM if why == "not Zalo" else Channel.ZALO_OA
    case = filed(bureau, contact, channel, consents)
    if why == "taken back":
        with bureau.store.work() as work:
            consenting.withdraw(work, case.id)
    await bureau.passes(days=8)
    assert (await answered(bureau, case)).delivery is Delivery.WAITING


async def test_taking_the_telephone_back_ends_the_task(bureau: Office) -> None:
    case = filed(bureau, PHONE)
    await bureau.passes(days=8)
    await answered(bureau, case)
    with bureau.store.work() as work:
        consenting.withdraw(work, case.id)
    assert now(bureau, case).delivery is Delivery.WAITING


async def test_a_fixed_text_says_that_there_is_news(bureau: Office) -> None:
    bureau.template = NUMBER
    bureau.oa.account.templates = {NUMBER: frozenset({"trang_tra_cuu"})}
    case = filed(bureau, PHONE)
    await bureau.passes(days=8)
    assert (await answered(bureau, case)).delivery is Delivery.ANNOUNCED
    assert bureau.oa.calls == [TEMPLATE]
    assert "thêm người" not in bureau.lan.screen()


async def test_an_answer_held_for_money_can_be_looked_up_meanwhile(bureau: Office) -> None:
    case = filed(bureau)
    bureau.cap = 1
    await bureau.passes(hours=49)
    bureau.post("việc trước")
    assert (await answered(bureau, case)).delivery is Delivery.WAITING
    await bureau.passes(hours=21)
    await bureau.deliver()
    assert now(bureau, case).delivery is Delivery.SENT


async def test_who_unfollowed_is_rung_up_too(bureau: Office) -> None:
    """What Zalo says of a person for good ends in the same place."""
    case = filed(bureau, PHONE)
    bureau.lan.refusal = -213
    assert (await answered(bureau, case)).delivery is Delivery.CALL


async def test_the_receipt_says_from_when_to_ask(bureau: Office) -> None:
    """Heard on the 12th at noon, she can be written to until the 19th at noon."""
    await _file_in_chat(bureau)
    assert "Mã theo dõi:" in bureau.lan.screen()
    assert "Sau ngày 18/08/2026, Zalo có thể không cho chúng tôi nhắn" in bureau.lan.screen()
    assert "https://example.gov.vn/t" in bureau.lan.screen()


async def test_later_words_move_that_day(bureau: Office) -> None:
    case = filed(bureau)
    await bureau.passes(days=1)
    await bureau.hears("Xin chào")
    with bureau.store.work() as work:
        casework.take(work, HANDLER, case.code)
    await bureau.passes(hours=1)
    await bureau.wakes()
    assert "Sau ngày 19/08/2026" in bureau.lan.bubbles[-1].text


async def test_a_receipt_is_worth_money_and_its_reminder_is_not(bureau: Office) -> None:
    """The follow-up number is said once: it must not be lost because Zalo was down for days."""
    for words in TOLD:
        _say(bureau, words)
    assert set(_purposes(bureau)) == {Purpose.CHAT}
    _wake(bureau, "draft")
    assert _purposes(bureau) == [Purpose.REMINDER]
    _say(bureau, "6")
    assert _purposes(bureau) == [Purpose.RECEIPT]


def _say(office: Office, text: str) -> None:
    office.n += 1
    with office.store.work() as work:
        said = Inbound(f"s{office.n}", Address(office.account, office.lan.id), Said(text))
        receive(work, RULES, [said])


def _wake(office: Office, name: str) -> None:
    with office.store.work() as work:
        woken = Inbound(name, Address(office.account, office.lan.id), Woken(name))
        receive(work, RULES, [woken])


def _purposes(office: Office) -> list[Purpose]:
    """Take what is to be said to the citizen, and give what it is for."""
    taken = []
    with office.store.work() as work:
        while found := outbox.heads(work, office.account, limit=9, busy=()):
            outbox.sent(work, [letter.id for letter in found])
            taken += [letter.purpose for letter in found]
    return taken


async def _file_in_chat(office: Office) -> None:
    for words in (*TOLD, "6"):
        await office.hears(words)
