"""A chat in Zalo on a real store: the list of desks, what is continued, and what is never kept."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import event, func, select

from bot.conversation.events import (
    Event,
    HumanReplied,
    Medium,
    Met,
    Said,
    Sent,
    Tapped,
    Withdrew,
)
from bot.runtime import housekeeping
from bot.runtime.housekeeping import Housekeeping
from bot.runtime.receive import receive
from bot.runtime.rules import Rules
from bot.runtime.writer import Writer
from bot.store import outbox
from bot.store.tables import contact, conversation
from bot.store.tables import outbox as outbox_table
from bot.wire.messages import Account, Address, Inbound
from feedback.domain.cases.kinds import CaseKind
from feedback.services import asking, visits
from feedback.services.cases import casework, moderation
from feedback.store.tables import cases, facts, places
from feedback.store.work import Store
from tests.conftest import Hands
from tests.office import codes, open_office, short_code
from tests.runtime.casework import AUTHORITY, OPERATOR, PAGE, Citizen, enrol, only

OA = Account("zalo_oa", "388613280878808645")
BRIBED = "Họ đòi tôi 500 nghìn tiền bồi dưỡng"


def form(desk: int, at: datetime) -> str:
    return f"{PAGE}/case/{desk}-signed"


RULES = Rules(codes(), asking.current, PAGE, AUTHORITY, form=form)


def came(key: str, event: Event, person: str = "anna") -> Inbound:
    return Inbound(key, Address(OA, person), event)


def take(store: Store, *batch: Inbound, rules: Rules = RULES) -> None:
    with store.work() as work:
        receive(work, rules, list(batch))


def said(store: Store) -> list[str]:
    """Read what waits to be sent, and let it have been sent."""
    texts = []
    with store.work() as work:
        while letters := outbox.heads(work, OA, limit=100, busy=()):
            texts += [letter.text for letter in letters]
            outbox.sent(work, [letter.id for letter in letters])
    return texts


def ratings(store: Store) -> list[tuple[int, int]]:
    with store.look() as work:
        query = select(facts.rating.c.desk_id, facts.rating.c.level).order_by(facts.rating.c.id)
        return [(row.desk_id, row.level) for row in work.connection.execute(query)]


def count(store: Store, table) -> int:
    with store.look() as work:
        return work.connection.scalar(select(func.count()).select_from(table))


def test_a_desk_is_picked_from_the_list_and_rated(store: Store) -> None:
    open_office(store, 3)
    take(store, came("1", Met("follow")))
    (first,) = said(store)
    assert "1. Quầy 1\n2. Quầy 2\n3. Quầy 3\n0. Không nhớ / phản ánh chung" in first
    take(store, came("2", Said("2")), came("3", Said("4")))
    assert ratings(store) == [(2, 4)]


def test_a_double_tap_answers_no_question_that_nobody_has_seen(store: Store, clock: Hands) -> None:
    """A button is only its digit; whoever has read the next question may give the same again."""
    open_office(store, 3)
    take(store, came("1", Met("follow")), came("2", Said("2")))
    said(store)
    tapped = clock.now + timedelta(seconds=9)
    later = (0, 180, 350, -90, 4_000, 4_150)
    for number, passed in enumerate(later):
        at = tapped + timedelta(milliseconds=passed)
        take(store, replace(came(f"tap {number}", Said("4")), sent_at=at))
    assert len(said(store)) == 2
    assert ratings(store) == [(2, 4)]
    assert count(store, facts.answer) == 1


def test_everything_at_once_is_one_greeting_and_one_rating(store: Store) -> None:
    """Follow, click and code are delivered together, in one batch."""
    open_office(store)
    code = f"#{short_code(store, 3).lower()}"
    events = (Met("follow"), Met("chatnow"), Said(code), Said("5"))
    take(store, *(came(str(n), one) for n, one in enumerate(events)))
    assert sum("Kính chào" in text for text in said(store)) == 1
    assert ratings(store) == [(3, 5)]


def test_who_picks_a_desk_again_corrects_the_rating_of_today(store: Store) -> None:
    open_office(store)
    for n, typed in enumerate(("xin chào", "2", "4", "huỷ", "#danhgia", "2")):
        take(store, came(str(n), Said(typed)))
    assert "Hôm nay ông/bà đã đánh giá Quầy 2" in said(store)[-1]
    take(store, came("x", Said("1")))
    assert ratings(store) == [(2, 1)]


def test_a_button_of_the_list_picks_its_desk(store: Store) -> None:
    open_office(store)
    take(store, came("1", Met("follow")), came("2", Tapped("desks", "3")), came("3", Said("5")))
    assert ratings(store) == [(3, 5)]


def test_desks_beyond_the_list_are_asked_for_by_code(store: Store) -> None:
    open_office(store, 41)
    take(store, came("1", Met("follow")))
    (first,) = said(store)
    assert "#K7M3Q9" in first
    assert "Quầy 1" not in first


def test_samples_are_listed_only_where_there_is_nothing_else(store: Store) -> None:
    open_office(store, 3)
    with store.work() as work:
        work.connection.execute(
            places.desk.update().where(places.desk.c.id < 3).values(sample=True)
        )
    take(store, came("1", Met("follow")))
    assert "1. Quầy 3\n0." in said(store)[0]


def test_the_list_costs_no_statement_for_a_person(store: Store) -> None:
    """Twenty newcomers in a batch ask the database no more often than two."""
    open_office(store)
    spent: list[str] = []

    @event.listens_for(store.engine, "before_cursor_execute")
    def _(*told) -> None:
        spent.append(told[2])

    counted = []
    for round_, people in enumerate((2, 20)):
        before = len(spent)
        batch = [came(f"{round_}/{n}", Met("follow"), f"p{round_}{n}") for n in range(people)]
        take(store, *batch)
        counted.append(len(spent) - before)
    assert counted[1] <= counted[0]


def test_a_rating_begun_on_the_page_is_continued(store: Store) -> None:
    """The short code that the page copies is of that visit, and leads to that rating."""
    open_office(store)
    elsewhere = Address(Account("telegram", "42"), "the page's visitor")
    start = Inbound("w1", elsewhere, Said(f"#{short_code(store, 2)}"))
    take(store, start, Inbound("w2", elsewhere, Said("4")))
    with store.work() as work:
        row = work.connection.execute(select(facts.rating)).one()
        visit = visits.open_visit(work, codes(), row.id, row.desk_id)
    take(store, came("1", Said(f"#{visit.short}")))
    assert "Đã ghi: Hài lòng (Quầy 2" in said(store)[0]
    take(store, came("2", Said("SỬA")), came("3", Said("2")))
    assert ratings(store) == [(2, 2)]


def test_who_reads_a_code_over_a_shoulder_rates_for_themselves(store: Store) -> None:
    """The code of a visit stands on a screen at the desk, where an officer may see it."""
    open_office(store)
    page = Address(Account("telegram", "42"), "the page's visitor")
    start = Inbound("w1", page, Said(f"#{short_code(store, 2)}"))
    take(store, start, Inbound("w2", page, Said("1")))
    with store.work() as work:
        row = work.connection.execute(select(facts.rating)).one()
        visit = visits.open_visit(work, codes(), row.id, row.desk_id)
    take(store, came("1", Said(f"#{visit.short}")))
    other = Address(came("x", Said("x")).address.account, "somebody else")
    before = len(said(store))
    take(store, Inbound("o1", other, Said(f"#{visit.short}")))
    assert not any("Rất không hài lòng (" in text for text in said(store)[before:])
    take(store, Inbound("o2", other, Said("5")))
    assert sorted(level for _, level in ratings(store)) == [1, 5]


def test_beside_another_robot_nobody_is_known_until_they_turn_to_us(store: Store) -> None:
    """Neither address nor state of whoever talks to the other one is kept."""
    open_office(store)
    gated = Rules(codes(), asking.current, PAGE, gated=frozenset({"zalo_oa"}))
    take(store, came("1", Said("Mấy giờ mở cửa?")), came("2", Met("follow")), rules=gated)
    assert [count(store, table) for table in (contact, conversation, outbox_table)] == [0] * 3
    take(store, came("3", Said("#danhgia")), rules=gated)
    assert (count(store, contact), count(store, outbox_table)) == (1, 1)


def test_a_persons_answer_silences_us_and_keeps_no_address(store: Store) -> None:
    open_office(store)
    take(store, came("1", HumanReplied()), came("2", Said("xin chào")))
    assert (count(store, contact), count(store, outbox_table)) == (0, 0)


def test_words_that_accuse_leave_nothing_behind(store: Store) -> None:
    open_office(store)
    enrol(store)
    code = f"#{short_code(store, 1)}"
    for n, typed in enumerate((code, "1", BRIBED, "góp ý", "1", BRIBED, "9")):
        take(store, came(str(n), Said(typed)))
    told = "\n".join(said(store))
    assert told.count(f"{PAGE}/case/1-signed") == 2
    assert "đọc được cuộc trò chuyện này" in told
    assert (count(store, facts.comment), count(store, cases.cases)) == (0, 0)
    assert ratings(store) == [(1, 1)]
    with store.look() as work:
        for row in work.connection.execute(select(conversation)):
            kept = work.vault.unseal(row.kid, row.sealed).decode() if row.sealed else row.state
            assert "bồi dưỡng" not in kept


def test_the_form_is_about_the_desk_at_hand_and_no_other(store: Store, clock: Hands) -> None:
    """A code in the same message counts; a visit that went cold does not."""
    open_office(store)
    take(store, came("1", Said(f"#{short_code(store, 2)} {BRIBED}")))
    assert f"{PAGE}/case/2-signed" in said(store)[-1]
    clock.move(minutes=31)
    take(store, came("2", Said(BRIBED)))
    assert f"{PAGE}/case/0-signed" in said(store)[-1]


def test_who_withdraws_is_confirmed_and_then_erased(store: Store) -> None:
    open_office(store)
    take(store, came("1", Said("Chờ lâu quá")), came("2", Withdrew()))
    with store.work() as work:
        assert housekeeping.sweep(work)["wishes"] == 0
    assert "sẽ được xoá" in said(store)[-1]
    with store.work() as work:
        housekeeping.sweep(work)
    assert (count(store, contact), count(store, conversation)) == (0, 0)


def test_photos_sent_together_are_answered_once(store: Store) -> None:
    open_office(store)
    take(store, came("1", Said(f"#{short_code(store, 1)}")), came("2", Said("5")))
    said(store)
    take(store, *(came(f"p{n}", Sent(Medium.PHOTO, f"https://f{n}.zdn.vn/x")) for n in range(3)))
    assert len(said(store)) == 1
    assert count(store, facts.rating_file) == 3


def test_what_became_sealed_is_told_on_the_web_and_not_in_the_chat(store: Store) -> None:
    """Staff may find later that a report accuses; its answer then names the page alone.

    Who reads along in the chat may be whom it accuses, and does not learn that it was sealed.
    """
    open_office(store)
    enrol(store)
    anna = Citizen(store, account=OA)
    anna.says("xin chào", "0", "1", "Thái độ chưa đúng mực", "6", "9", "9", "9", "6")
    case = only(store)
    with store.work() as work:
        moderation.classify(work, OPERATOR, case.code, CaseKind.MISCONDUCT, "Cần giữ kín")
        casework.take(work, OPERATOR, case.code)
        casework.ask(work, OPERATOR, case.code, "Người đó tên gì?")
        casework.ask(work, OPERATOR, case.code, "Nhà ở đâu?")
    told = anna.told()
    assert f"Phản ánh ông/bà gửi ngày 12/08/2026 có tin mới. Xin ông/bà mở trang {PAGE}/t" in told
    looked = anna.does("theo dõi")
    assert "trên trang tra cứu, bằng mã theo dõi" in looked
    for words in ("tên gì", "ở đâu", "kín", "thanh tra"):
        assert words not in (told + looked).lower()


class Heard(Writer):
    """A writer that says when something was written."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.wrote = asyncio.Event()

    async def run(self, job):
        done = await super().run(job)
        self.wrote.set()
        return done


async def test_who_wished_to_be_erased_does_not_wait_for_the_next_sweep(store: Store) -> None:
    """What they write meanwhile would go too; and they were told of a few minutes."""
    open_office(store)
    writer = Heard(store)
    sweeping = asyncio.create_task(Housekeeping(writer, every=3600, soon=0.001).run())
    async with asyncio.timeout(30):
        await writer.wrote.wait()
        take(store, came("1", Said("Chờ lâu quá")), came("2", Withdrew()))
        assert "sẽ được xoá" in said(store)[-1]
        while count(store, conversation):
            writer.wrote.clear()
            await writer.wrote.wait()
    sweeping.cancel()
    await asyncio.gather(sweeping, return_exceptions=True)
    writer.close()
