"""What arrives is taken once, in order, all in one transaction, whatever is repeated or broken."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from sqlalchemy import func, select, text

from bot.conversation.events import Event, Left, Opened, Said, Tapped
from bot.runtime.collector import Collector
from bot.runtime.receive import receive
from bot.runtime.rules import Rules
from bot.runtime.writer import StoreDown, Writer
from bot.store import inbox, outbox
from bot.store.tables import contact, conversation, inbox_key
from bot.store.tables import outbox as outbox_table
from bot.wire.messages import Account, Address, Inbound
from feedback.domain.days import local_day
from feedback.services import asking
from feedback.store.tables import facts, tallies
from feedback.store.work import Store
from tests.office import codes, open_office, short_code

BOT = Account("telegram", "42")
RULES = Rules(codes(), asking.current, "https://example.gov.vn")


def came(key: str, event: Event, person: str = "anna", **more) -> Inbound:
    return Inbound(key, Address(BOT, person), event, **more)


def take(store: Store, *batch: Inbound):
    with store.work() as work:
        return receive(work, RULES, list(batch))


def levels(store: Store) -> list[int]:
    with store.look() as work:
        return list(work.connection.scalars(select(facts.rating.c.level).order_by("id")))


def said(store: Store) -> list[str]:
    with store.look() as work:
        return [letter.text for letter in outbox.heads(work, BOT, limit=100, busy=())]


def count(store: Store, table) -> int:
    with store.look() as work:
        return work.connection.scalar(select(func.count()).select_from(table))


@pytest.mark.parametrize("level", [1, 2, 3, 4, 5])
def test_a_level_is_read_back_as_meant(store: Store, level: int) -> None:
    token = open_office(store)[0]
    take(store, came("1", Opened(token)))
    take(store, came("2", Tapped("level", str(level), desk=1)))
    assert levels(store) == [level]


def test_the_whole_conversation_in_one_batch_is_one_rating(store: Store) -> None:
    """A messenger that was cut off delivers everything at once."""
    token = open_office(store)[1]
    words = ["4", "5", "0", "9", "Phải chờ hơi lâu", "9"]
    batch = [came("0", Opened(token))] + [
        came(str(n), Said(word)) for n, word in enumerate(words, start=1)
    ]
    take(store, *batch)
    assert levels(store) == [4]
    assert count(store, facts.answer) == 2
    assert count(store, facts.comment) == 1


def test_receiving_twice_equals_receiving_once(store: Store) -> None:
    token = open_office(store)[0]
    batch = [came("1", Opened(token)), came("2", Said("5")), came("2", Said("5"))]
    first = take(store, *batch)
    letters = count(store, outbox_table)
    again = take(store, *batch)
    assert (first.fresh, first.repeats) == (2, 1)
    assert (again.fresh, again.repeats) == (0, 3)
    assert levels(store) == [5]
    assert count(store, outbox_table) == letters


def test_people_of_one_batch_do_not_mix(store: Store) -> None:
    tokens = open_office(store)
    opened = [came(f"o{n}", Opened(tokens[n % 3]), f"p{n}") for n in range(30)]
    rated = [came(f"r{n}", Said(str(n % 5 + 1)), f"p{n}") for n in range(30)]
    take(store, *opened, *rated)
    with store.look() as work:
        rows = work.connection.execute(select(facts.rating.c.desk_id, facts.rating.c.level))
        assert sorted(rows) == sorted((n % 3 + 1, n % 5 + 1) for n in range(30))
        total = work.connection.scalar(
            select(func.sum(tallies.desk_day.c.n)).where(tallies.desk_day.c.question == "overall")
        )
    assert total == 30


def test_a_typed_short_code_leads_to_its_desk(store: Store) -> None:
    open_office(store)
    take(store, came("1", Said(f"#{short_code(store, 3).lower()}")), came("2", Said("hai long")))
    with store.look() as work:
        assert work.connection.scalar(select(facts.rating.c.desk_id)) == 3
    assert levels(store) == [4]


def test_an_error_leaves_no_trace_of_the_batch(store: Store) -> None:
    token = open_office(store)[0]
    batch = [came("1", Opened(token)), came("2", Said("5"))]
    with pytest.raises(ZeroDivisionError):
        _fail_after(store, lambda work: receive(work, RULES, batch))
    assert levels(store) == []
    assert [count(store, t) for t in (inbox_key, conversation, contact, outbox_table)] == [0] * 4


def _fail_after(store: Store, act) -> None:
    with store.work() as work:
        act(work)
        raise ZeroDivisionError


def test_the_address_is_sealed_and_the_fact_names_nobody(store: Store) -> None:
    token = open_office(store)[0]
    take(store, came("1", Opened(token), "84901234567"), came("2", Said("5"), "84901234567"))
    with store.look() as work:
        for table in work.connection.execute(_everything(work)).scalars():
            rows = work.connection.execute(text(f"SELECT * FROM {table}")).all()
            for row in rows:
                for cell in row:
                    shown = (
                        bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode()
                    )
                    assert b"84901234567" not in shown, table


def _everything(work):
    if work.connection.dialect.name == "sqlite":
        return text("SELECT name FROM sqlite_master WHERE type = 'table'")
    return text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")


def test_someone_who_left_hears_nothing_more_until_they_write(store: Store) -> None:
    token = open_office(store)[0]
    take(store, came("1", Opened(token)))
    take(store, came("2", Left()))
    assert said(store) == []
    take(store, came("3", Said("xin chào")))
    assert len(said(store)) == 1


def test_a_follow_up_after_midnight_belongs_to_its_day(store: Store, clock) -> None:
    token = open_office(store)[0]
    clock.now = clock.now.replace(hour=16, minute=59)  # 23:59 in Viet Nam
    take(store, came("1", Opened(token)), came("2", Said("5")))
    day = local_day(clock.now)
    clock.move(minutes=5)
    take(store, came("3", Said("4")))
    with store.look() as work:
        rating = work.connection.execute(select(facts.rating)).one()
        answers = work.connection.execute(select(facts.answer.c.rating_id)).all()
    assert rating.day == day
    assert answers == [(rating.id,)]


def test_the_messengers_own_time_counts_where_it_can_be_true(store: Store, clock) -> None:
    token = open_office(store)[0]
    take(store, came("1", Opened(token)))
    late = clock.now - timedelta(hours=13)
    take(store, came("2", Said("5"), sent_at=late))
    with store.look() as work:
        assert work.connection.scalar(select(facts.rating.c.day)) == local_day(late)


async def test_one_poisonous_update_does_not_hold_the_others(store: Store) -> None:
    """A text that the database itself cannot take is parked; everyone else is served."""
    token = open_office(store)[0]
    writer = Writer(store)
    collector = Collector(writer, RULES)
    poison = came("bad", Opened("x\0" * 3 + "\ud800"), "eve")
    good = [came(f"g{n}", Opened(token), f"p{n}") for n in range(5)]
    rated = [came(f"r{n}", Said("5"), f"p{n}") for n in range(5)]
    await asyncio.wait_for(collector.submit_all([*good, poison, *rated]), 20)
    await asyncio.to_thread(writer.close)
    assert levels(store) == [5] * 5


async def test_updates_that_arrive_together_are_stored_together(sqlite_store: Store) -> None:
    token = open_office(sqlite_store)[0]
    writer = Writer(sqlite_store)
    sizes: list[int] = []
    collector = Collector(writer, RULES)
    collector.tell(lambda received: sizes.append(received.fresh))
    await collector.submit_all([came(f"o{n}", Opened(token), f"p{n}") for n in range(60)])
    await asyncio.to_thread(writer.close)
    assert sum(sizes) == 60
    assert len(sizes) < 5


async def test_a_store_that_is_down_says_so_and_takes_it_later(sqlite_store: Store) -> None:
    token = open_office(sqlite_store)[0]
    writer = Writer(sqlite_store)
    collector = Collector(writer, RULES)
    with closing(sqlite3.connect(sqlite_store.engine.url.database)) as rival:
        rival.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreDown):
            await collector.submit(came("1", Opened(token)))
        rival.rollback()
    await collector.submit(came("1", Opened(token)))
    await asyncio.to_thread(writer.close)
    with sqlite_store.work() as work:
        assert inbox.claim(work, ["1"]) == frozenset()
