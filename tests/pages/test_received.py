"""While the database takes nothing a rating is received all the same, and counts when it is back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from sqlalchemy import func, select

from bot.pages import waiting
from bot.pages.recording import Rater, Sent, Whose
from bot.store.tables import parked
from feedback.domain.channels import Channel
from feedback.domain.days import local_day
from feedback.domain.given import Evidence
from feedback.domain.ids import DeskId
from feedback.domain.scale import Level
from feedback.services import tablets
from feedback.store.engine import open_engine
from feedback.store.tables import codes, facts
from tests.pages.house import OPERATOR, Desk, House
from tests.pages.reader import Reader, visited
from tests.runtime.spooling import Taking, TroubledStore, taking

QUICK = 0.15


class Trouble:
    """The office's door, its spool, and what may be wrong with the database."""

    def __init__(self, house: House, server: Taking, reader: Reader) -> None:
        self.house = house
        self.server = server
        self.reader = reader

    def begin(self, *, blind: bool = False) -> None:
        self.house.store.down = True
        self.house.store.blind = blind

    async def end(self) -> None:
        self.over()
        await self.server.drained()

    def over(self) -> None:
        self.house.store.down = self.house.store.blind = False


@asynccontextmanager
async def troubled(
    house: House, folder: Path, *, keeps: bool = False, **spool
) -> AsyncIterator[Trouble]:
    async with taking(
        house.store,
        folder,
        QUICK,
        drains=False,
        forms=lambda body: waiting.act(house.ports(), body),
        **spool,
    ) as server:
        house.intake = server.intake
        async with visited(house, keeps=keeps) as reader:
            yield Trouble(house, server, reader)


@pytest.fixture
def house(sqlite_url: str, vault, clock) -> House:
    house = House(TroubledStore(open_engine(sqlite_url), vault, clock))
    house.units(
        "code,name,kind,parent_code,group,valid_from,valid_to\n"
        "P-A,UBND phường A,ward,,,2025-07-01,\n"
    )
    return house


@pytest.fixture
async def trouble(house: House, desk: Desk, tmp_path: Path) -> AsyncIterator[Trouble]:
    async with troubled(house, tmp_path / "spool") as made:
        yield made


async def test_a_tap_is_thanked_for_and_counts_later(trouble: Trouble, desk: Desk) -> None:
    """The page says that it was received, and not that it was recorded."""
    seen = await trouble.reader.scan(desk)
    trouble.begin()
    thanks = await trouble.reader.send(desk, seen, level="4")
    assert thanks.status == 200
    for words in ("Cảm ơn ông/bà!", "Đã nhận: Hài lòng", "không cần gửi lại", "UBND phường A"):
        assert words in thanks.text
    assert "Đã ghi" not in thanks.text
    assert trouble.house.levels() == []
    await trouble.end()
    assert trouble.house.levels() == [4]
    assert trouble.house.rows(codes.visit_code) == []


async def test_it_is_taken_also_while_nothing_can_be_read(trouble: Trouble, desk: Desk) -> None:
    """The page in the citizen's hand says which desk it is of."""
    seen = await trouble.reader.scan(desk)
    trouble.begin(blind=True)
    thanks = await trouble.reader.send(desk, seen, level="2")
    assert thanks.status == 200
    assert "Đã nhận: Không hài lòng" in thanks.text
    again = await trouble.reader.send(desk, thanks, comment="Chờ lâu quá")
    assert again.status == 200
    assert "Đã nhận phần ông/bà gửi thêm" in again.text
    await trouble.end()
    assert (trouble.house.levels(), trouble.house.comments()) == ([2], ["Chờ lâu quá"])
    assert trouble.house.rows(facts.rating)[0].desk_id == desk.id


async def test_the_same_form_sent_again_and_again_is_one_rating(
    trouble: Trouble, desk: Desk
) -> None:
    seen = await trouble.reader.scan(desk)
    trouble.begin()
    for _ in range(3):
        thanks = await trouble.reader.send(desk, seen, level="5")
        assert thanks.status == 200
    for _ in range(2):
        await trouble.reader.send(desk, thanks, comment="Tốt")
    await trouble.end()
    assert (await trouble.reader.send(desk, seen, level="5")).status == 200
    assert (trouble.house.levels(), trouble.house.comments()) == ([5], ["Tốt"])
    assert trouble.house.rows(facts.rating_change) == []


async def test_a_correction_never_overtakes_what_it_corrects(trouble: Trouble, desk: Desk) -> None:
    """The database is back, but the first tap still waits: the second waits behind it."""
    seen = await trouble.reader.scan(desk)
    trouble.begin()
    await trouble.reader.send(desk, seen, level="1")
    trouble.over()
    second = await trouble.reader.send(desk, seen, level="5")
    assert "Đã nhận: Rất hài lòng" in second.text
    await trouble.server.drained()
    assert trouble.house.levels() == [5]
    third = await trouble.reader.send(desk, seen, level="4")
    assert "Đã sửa thành" in third.text
    changes = [(row.before, row.after) for row in trouble.house.rows(facts.rating_change)]
    assert changes == [(1, 5), (5, 4)]


async def test_it_counts_for_the_day_on_which_it_was_given(
    trouble: Trouble, desk: Desk, clock
) -> None:
    clock.now = clock.now.replace(hour=15)
    night, given_at = local_day(clock.now), clock.now
    seen = await trouble.reader.scan(desk)
    trouble.begin()
    await trouble.reader.send(desk, seen, level="3")
    clock.move(days=2)
    await trouble.end()
    (row,) = trouble.house.rows(facts.rating)
    assert (row.day, row.given_at) == (night, given_at)


async def test_a_photo_is_not_taken_and_that_is_said(trouble: Trouble, desk: Desk) -> None:
    """The rating it came with is."""
    seen = await trouble.reader.scan(desk)
    trouble.begin(blind=True)
    thanks = await trouble.reader.send(desk, seen, photo=b"\xff\xd8\xff photo", level="2")
    assert thanks.status == 200
    assert "Ảnh chưa nhận được" in thanks.text
    trouble.house.store.blind = False
    thanks = await trouble.reader.send(desk, seen, photo=b"\xff\xd8\xff photo", comment="Xem ảnh")
    assert "Ảnh chưa nhận được" in thanks.text
    await trouble.end()
    assert (trouble.house.levels(), trouble.house.comments()) == ([2], ["Xem ảnh"])


@pytest.mark.parametrize("blind", [True, False])
async def test_what_needs_the_database_is_asked_for_again(
    trouble: Trouble, desk: Desk, blind: bool
) -> None:
    """A photo alone, a change of language, an empty form: nothing is promised."""
    seen = await trouble.reader.scan(desk)
    trouble.begin(blind=blind)
    assert (await trouble.reader.send(desk, seen)).status == 503
    assert (await trouble.reader.send(desk, seen, switch="en")).status == 503
    assert (await trouble.reader.send(desk, seen, photo=b"\xff\xd8\xff")).status == 503
    assert trouble.server.spool.count() == 0


async def test_a_forged_page_is_not_taken_blindly(trouble: Trouble, desk: Desk) -> None:
    seen = await trouble.reader.scan(desk)
    trouble.begin(blind=True)
    visit = seen.page.fields["visit"]
    for forged in ("", visit[:-4] + "AAAA", "x" * 600):
        seen.page.fields["visit"] = forged
        assert (await trouble.reader.send(desk, seen, level="5")).status == 503
    assert trouble.server.spool.count() == 0


async def test_forms_leave_room_for_messengers(house: House, desk: Desk, tmp_path: Path) -> None:
    """Beyond a quarter of the spool the page keeps what was written for another try, as before."""
    async with troubled(house, tmp_path / "spool", most=4000) as trouble:
        seen = await trouble.reader.scan(desk)
        trouble.begin()
        sent = 0
        while (answer := await trouble.reader.send(desk, seen, level="5")).status == 200:
            sent += 1
        assert answer.status == 503
        assert answer.page.fields["level"] == "5"
        assert 1 <= sent < 10
        assert trouble.server.spool.takes_more()
        await trouble.end()
        assert (await trouble.reader.send(desk, answer)).status == 200
    assert house.levels() == [5]


async def test_what_belongs_to_nothing_is_kept_for_a_person_to_see(
    trouble: Trouble, desk: Desk
) -> None:
    """Words without a rating are not thrown away, and hold up nobody."""
    seen = await trouble.reader.scan(desk)
    other = await trouble.reader.scan(desk)
    trouble.begin()
    assert (await trouble.reader.send(desk, seen, comment="Không có mức")).status == 200
    assert (await trouble.reader.send(desk, other, level="4")).status == 200
    await trouble.end()
    assert trouble.house.levels() == [4]
    with trouble.house.store.look() as work:
        assert work.connection.scalar(select(func.count()).select_from(parked)) == 1


raters = some.builds(
    Rater,
    some.builds(
        Whose,
        some.text("0123456789abcdef", min_size=32, max_size=32),
        some.sampled_from([Channel.WEB, Channel.KIOSK]),
        some.integers(1, 2**31).map(DeskId),
        some.lists(some.dates(date(2025, 1, 1)), min_size=1, max_size=2).map(tuple),
    ),
    some.sampled_from(["vi", "en"]),
    some.datetimes(timezones=some.just(UTC)),
    some.integers(0, 2**64 - 1),
    some.builds(Evidence, some.none() | some.text(), some.none() | some.text(), some.integers()),
)
sendings = some.builds(
    Sent,
    some.none() | some.sampled_from(Level),
    some.lists(some.tuples(some.text(), some.integers(0, 5))).map(tuple),
    some.text(some.characters()),
)


@given(raters, sendings)
def test_a_form_is_read_back_as_it_was_sent(rater: Rater, sent: Sent) -> None:
    house = House.__new__(House)
    late = waiting.act(house, waiting.entry(rater, sent).body)
    assert isinstance(late, waiting.Late)
    assert (late.rater, late.sent) == (rater, sent)


@pytest.mark.parametrize("body", ["", "{}", "[]", "7", '{"v": 2}', '{"v": 1, "level": "x"}'])
def test_what_is_no_form_is_told_apart(body: str) -> None:
    assert waiting.act(House.__new__(House), body) is None


@pytest.mark.parametrize("blind", [True, False])
async def test_the_shared_tablet_takes_ratings_too(
    house: House, desk: Desk, tmp_path: Path, blind: bool
) -> None:
    """It thanks, returns to its start, and keeps people apart."""
    token = house.act(lambda work: tablets.register(work, OPERATOR, house.codes, desk.id))
    async with troubled(house, tmp_path / "spool", keeps=True) as trouble:
        pages = [await trouble.reader.get(f"/tablet/{token}"), await trouble.reader.get("/kiosk")]
        trouble.begin(blind=blind)
        for seen, level in zip(pages, "51", strict=True):
            thanks = await trouble.reader.post("/kiosk", {**seen.page.fields, "level": level})
            assert thanks.status == 200
            refresh = [a for tag, a in thanks.page.attributes if a.get("http-equiv") == "refresh"]
            assert [str(a["content"]).partition("url=")[2] for a in refresh] == ["/kiosk"]
            assert "textarea" not in thanks.page.tags
        await trouble.end()
    assert house.levels() == [5, 1]
    assert {row.channel for row in house.rows(facts.rating)} == {"kiosk"}
