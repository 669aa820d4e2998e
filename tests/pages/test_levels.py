"""One tap is one rating of the level that was meant, however often it is sent."""

import asyncio

import pytest

from feedback.store.tables import facts
from feedback.store.tables.tallies import desk_day
from tests.conftest import Hands
from tests.pages.house import Desk, House
from tests.pages.reader import Reader

WORDS = {5: "Rất hài lòng", 4: "Hài lòng", 3: "Bình thường", 2: "Không hài lòng"} | {
    1: "Rất không hài lòng"
}


@pytest.mark.parametrize("level", [5, 4, 3, 2, 1])
async def test_each_level_is_stored_as_meant(
    house: House, desk: Desk, reader: Reader, level: int
) -> None:
    """The level that was tapped is the one in the facts, in the tally and in the words."""
    answer = await reader.tap(desk, level)
    assert answer.status == 200
    assert f"Đã ghi: {WORDS[level]}" in answer.text
    assert house.levels() == [level]
    tallied = [(row.question, row.answer, row.n) for row in house.rows(desk_day)]
    assert tallied == [("overall", level, 1)]


async def test_the_page_offers_five_levels_best_first(desk: Desk, reader: Reader) -> None:
    """The five buttons stand in the order of the scale, each with its words."""
    seen = await reader.scan(desk)
    assert seen.status == 200
    assert seen.page.buttons == [("level", str(n)) for n in (5, 4, 3, 2, 1)]
    places = [seen.text.index(f" {word}") for word in WORDS.values()]
    assert places == sorted(places)
    assert desk.name in seen.text
    assert "UBND phường A" in seen.text


async def test_a_form_sent_many_times_at_once_counts_once(
    house: House, desk: Desk, reader: Reader
) -> None:
    """Double taps and reloads of one page are one rating, without any cookie."""
    seen = await reader.scan(desk)
    answers = await asyncio.gather(*(reader.send(desk, seen, level="4") for _ in range(8)))
    assert {answer.status for answer in answers} == {200}
    assert house.levels() == [4]
    assert house.rows(facts.rating_change) == []


async def test_two_visits_without_cookies_are_two_ratings(
    house: House, desk: Desk, reader: Reader
) -> None:
    """Two people behind one address are two people."""
    await reader.tap(desk, 5)
    await reader.tap(desk, 1)
    assert sorted(house.levels()) == [1, 5]


async def test_a_browser_known_by_its_cookie_rates_once_a_day(
    house: House, desk: Desk, keeper: Reader
) -> None:
    """Scanning again the same day corrects the rating, and the page says so beforehand."""
    await keeper.tap(desk, 2)
    again = await keeper.scan(desk)
    assert "đã đánh giá quầy này rồi" in again.text
    await keeper.send(desk, again, level="4")
    assert house.levels() == [4]
    assert [(row.before, row.after) for row in house.rows(facts.rating_change)] == [(2, 4)]


async def test_pages_opened_side_by_side_are_one_person(
    house: House, desk: Desk, keeper: Reader
) -> None:
    """A page that was opened before the cookie came belongs to the same browser after all."""
    first, second = await keeper.scan(desk), await keeper.scan(desk)
    await keeper.send(desk, first, level="5")
    await keeper.send(desk, second, level="3")
    assert house.levels() == [3]


async def test_the_same_browser_rates_another_day_anew(
    house: House, desk: Desk, keeper: Reader, clock: Hands
) -> None:
    """The next day's visit is a rating of its own."""
    await keeper.tap(desk, 5)
    clock.move(days=1)
    await keeper.tap(desk, 1)
    assert house.levels() == [5, 1]


async def test_two_desks_are_two_ratings(house: House, desk: Desk, keeper: Reader) -> None:
    """One person may rate each desk that served them."""
    other = house.desk("Quầy 4")
    await keeper.tap(desk, 5)
    await keeper.tap(other, 2)
    assert house.levels() == [5, 2]


async def test_a_wrong_tap_is_corrected_with_a_trace(
    house: House, desk: Desk, reader: Reader
) -> None:
    """The way back leads to the levels, says what is recorded, and keeps the one rating."""
    thanks = await reader.tap(desk, 1)
    levels = await reader.send(desk, thanks, change="1")
    assert levels.status == 200
    assert "Mức đang ghi: Rất không hài lòng" in levels.text
    corrected = await reader.send(desk, levels, level="5")
    assert "Đã sửa thành: Rất hài lòng" in corrected.text
    assert house.levels() == [5]
    assert [(row.before, row.after) for row in house.rows(facts.rating_change)] == [(1, 5)]


async def test_a_form_sent_on_both_sides_of_midnight_counts_once(
    house: House, desk: Desk, reader: Reader, clock: Hands
) -> None:
    """A repeat that comes in after midnight belongs to the rating of the evening."""
    clock.move(hours=11, minutes=59, seconds=59)
    seen = await reader.scan(desk)
    await reader.send(desk, seen, level="4")
    clock.move(seconds=2)
    await reader.send(desk, seen, level="4")
    assert house.levels() == [4]


async def test_a_page_left_open_overnight_counts_for_the_day_of_the_tap(
    house: House, desk: Desk, reader: Reader, clock: Hands
) -> None:
    """Nothing is added to a day whose figures someone may have looked at already."""
    seen = await reader.scan(desk)
    opened = clock().date()
    clock.move(hours=20)
    await reader.send(desk, seen, level="4")
    assert [row.day for row in house.rows(facts.rating)] == [clock().date()]
    assert clock().date() > opened


async def test_evidence_holds_hashes_and_the_delay(
    house: House, desk: Desk, reader: Reader, clock: Hands
) -> None:
    """The time from scan to tap is kept; device and network only as hashes."""
    seen = await reader.scan(desk)
    clock.move(seconds=17)
    await reader.send(desk, seen, level="3")
    (kept,) = house.rows(facts.rating_evidence)
    assert kept.delay_seconds == 17
    assert kept.device is None
    assert len(kept.network) == 16


async def test_the_questionnaire_and_language_are_kept(
    house: House, desk: Desk, reader: Reader
) -> None:
    """A rating knows which door, which questions and which language it came with."""
    seen = await reader.get(f"/q/{desk.token}?lang=en")
    await reader.send(desk, seen, level="3")
    (row,) = house.rows(facts.rating)
    assert (row.channel, row.language, row.questionnaire, row.source) == ("web", "en", "1", "live")
