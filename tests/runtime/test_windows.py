"""Letters to a real account that closes: what is sent, what it costs, and what is never asked."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.conversation.events import Said, Withdrew
from bot.runtime.ladder import Ladder
from bot.runtime.receive import receive
from bot.runtime.writer import Writer
from bot.store import conversations, forgetting, outbox, spending
from bot.store.spending import Spent
from bot.store.tables import conversation
from bot.wire.messages import Address, Inbound, Purpose
from feedback.domain.days import local_day
from tests.runtime.test_receive import RULES
from tests.runtime.zalo_office import MESSAGE, NUMBER, TEMPLATE, Office


@pytest.mark.parametrize("purpose", Purpose)
async def test_before_two_days_everything_goes_for_nothing(office: Office, purpose) -> None:
    await office.passes(hours=47)
    office.post("Đã trả lời", purpose)
    await office.deliver()
    assert office.lan.bubbles[-1].text == "Đã trả lời"
    assert (office.oa.billed, office.spent()) == (0, Spent())


async def test_after_two_days_an_answer_goes_and_is_counted(office: Office) -> None:
    await office.passes(hours=49)
    office.post("Đã trả lời")
    await office.deliver()
    assert office.lan.bubbles[-1].text == "Đã trả lời"
    assert (office.oa.billed, office.spent()) == (1, Spent(billed=1))
    assert office.told.count("billed") == 1
    assert office.fates() == []


@pytest.mark.parametrize("purpose", [Purpose.REMINDER, Purpose.NEWS, Purpose.CHAT])
async def test_after_two_days_nothing_else_is_even_asked(office: Office, purpose) -> None:
    await office.passes(hours=49)
    office.post("Ông/bà còn một việc chưa gửi", purpose)
    await office.deliver()
    assert office.asked(MESSAGE) == 0
    assert office.fates() == [("dead", "window: dear")]


async def test_after_seven_days_zalo_is_never_asked(office: Office) -> None:
    await office.passes(days=8)
    office.post("Đã trả lời")
    await office.deliver()
    assert office.oa.calls == []
    assert office.fates() == [("dead", "window: closed")]
    assert office.spent() == Spent()


async def test_the_time_of_the_act_counts_and_not_when_it_came(office: Office) -> None:
    """An event that lay in the spool opens the window from when it happened."""
    await office.passes(days=3)
    late = Inbound(
        "late",
        Address(office.account, office.lan.id),
        Said("0"),
        sent_at=office.clock.now - timedelta(hours=50),
    )
    with office.store.work() as work:
        receive(work, RULES, [late])
        outbox.drop_all(work, office.person, "not looked at")
    office.post("nhắc", Purpose.REMINDER)
    office.post("Đã trả lời")
    await office.deliver()
    assert office.lan.bubbles[-1].text == "Đã trả lời"
    assert office.spent() == Spent(billed=1)


async def test_a_long_answer_costs_what_it_costs(office: Office) -> None:
    await office.passes(hours=60)
    office.post("Nội dung trả lời. " * 300)
    await office.deliver()
    assert office.oa.billed == office.spent().billed == 3


async def test_over_the_cap_nothing_goes_before_the_next_morning(office: Office) -> None:
    await office.passes(hours=50)
    office.cap = 1
    office.post("Một")
    office.post("Hai")
    await office.deliver()
    assert (office.lan.bubbles[-1].text, office.spent()) == ("Một", Spent(billed=1))
    assert office.fates() == [("due", "held")]
    await office.passes(hours=15)
    assert office.due() == 0
    await office.passes(hours=6)
    await office.deliver()
    assert (office.lan.bubbles[-1].text, office.spent()) == ("Hai", Spent(billed=1))


async def test_who_comes_back_hears_at_once_what_was_held(office: Office) -> None:
    await office.passes(hours=50)
    office.cap = 0
    office.post("Không có tiền")
    await office.deliver()
    assert office.fates() == [("dead", "window: spent")]
    office.cap = 1
    office.post("Một")
    office.post("Hai")
    await office.deliver()
    heard = len(office.lan.bubbles)
    await office.hears("Chào lại")
    assert [bubble.text for bubble in office.lan.bubbles[heard:]][:2] == ["Chào lại", "Hai"]
    assert office.fates() == [("dead", "window: spent")]


async def test_a_template_goes_where_the_letter_cannot(office: Office) -> None:
    office.template = NUMBER
    office.oa.account.templates = {NUMBER: frozenset({"trang_tra_cuu"})}
    await office.passes(days=8)
    office.post("Nội dung riêng của việc")
    office.post("nhắc", Purpose.REMINDER)
    await office.deliver()
    assert office.oa.calls == [TEMPLATE]
    shown = office.lan.bubbles[-1].text
    assert "https://example.gov.vn/t" in shown
    assert "riêng" not in shown
    assert office.spent() == Spent(templates=1)
    assert office.fates() == [("dead", "window: closed")]


@pytest.mark.parametrize("code", [-230, -232])
async def test_a_window_that_zalo_closes_is_asked_once(office: Office, code: int) -> None:
    office.oa.faults.inject_error(MESSAGE, code, times=9)
    office.post("Một")
    office.post("Hai")
    await office.deliver()
    assert office.asked(MESSAGE) == 1
    assert office.fates() == [("dead", "window: closed")] * 2
    assert office.spent() == Spent()
    office.oa.faults.clear()
    await office.hears()
    office.post("Ba")
    await office.deliver()
    assert office.lan.bubbles[-1].text == "Ba"


async def test_a_window_that_zalo_closes_leaves_the_template(office: Office) -> None:
    office.template = NUMBER
    office.oa.account.templates = {NUMBER: frozenset()}
    await office.passes(hours=60)
    office.oa.faults.inject_error(MESSAGE, -230)
    office.post("Đã trả lời")
    await office.deliver()
    assert office.oa.calls == [MESSAGE, TEMPLATE]
    assert office.spent() == Spent(templates=1)


async def test_a_template_that_zalo_refuses_is_not_tried_again(office: Office) -> None:
    office.template = NUMBER
    await office.passes(days=8)
    office.post("Đã trả lời")
    await office.deliver()
    assert office.oa.calls == [TEMPLATE]
    assert office.spent() == Spent()
    assert office.fates() == [("dead", "template: payload -201")]


async def test_money_claimed_for_what_did_not_go_is_given_back(office: Office) -> None:
    await office.passes(hours=49)
    office.oa.faults.inject_error(MESSAGE, -248)
    office.post("Một")
    await office.deliver()
    assert office.spent() == Spent()


async def test_a_message_without_quota_counts_even_where_it_should_be_free(office: Office) -> None:
    """Zalo's own word is what counts: here its clock is far ahead of ours."""
    office.oa.clock.advance(hours=60)
    office.post("Đã trả lời")
    await office.deliver()
    assert office.spent() == Spent(billed=1)


async def test_many_deliverers_never_spend_more_than_the_cap(office: Office) -> None:
    """The claim holds on either database, whoever asks at the same time."""
    office.cap = 3
    ladder = Ladder(office.account, office.cap)
    await office.passes(hours=50)
    for n in range(6):
        office.post(str(n))
    with office.store.work() as work:
        (letter,) = outbox.heads(work, office.account, limit=1, busy=())
    writers = [Writer(office.store) for _ in range(3)]
    refused: list[object] = []

    async def send(*_: object) -> None:
        for_money.append(1)
        ladder.meter.billed()

    for_money: list[int] = []

    async def one(writer: Writer) -> None:
        note = await ladder.climb(writer, letter, "x", send, lambda *_: refused.append)
        await writer.run(note)

    await asyncio.gather(*(one(writer) for writer in writers * 2))
    for writer in writers:
        await asyncio.to_thread(writer.close)
    assert len(for_money) == 3
    assert office.spent() == Spent(billed=3)


async def test_who_was_erased_leaves_no_time_behind(office: Office) -> None:
    with office.store.work() as work:
        assert conversations.heard(work, office.person) == office.clock.now
        forgetting.forget(work, office.person)
    with office.store.look() as work:
        assert conversations.heard(work, office.person) is None
        assert work.connection.execute(select(conversation)).all() == []


async def test_nothing_is_known_of_money_on_another_day(office: Office) -> None:
    await office.passes(hours=49)
    office.post("Một")
    await office.deliver()
    day = local_day(office.clock.now)
    await office.passes(days=1)
    assert office.spent() == Spent()
    with office.store.look() as work:
        assert spending.on(work, office.account, day) == Spent(billed=1)


async def test_who_takes_their_leave_back_is_told_that_all_is_erased(office: Office) -> None:
    """Their last word was days ago: it is confirmed for money, and not left unsaid."""
    await office.passes(days=3)
    gone = Inbound("w", Address(office.account, office.lan.id), Withdrew())
    with office.store.work() as work:
        receive(work, RULES, [gone])
        (letter,) = outbox.heads(work, office.account, limit=9, busy=())
    assert letter.purpose is Purpose.RECEIPT
    await office.deliver()
    assert office.fates() == []
    assert office.spent() == Spent(billed=1)
