"""One tap is one rating of the level that was meant."""

import pytest

from feedback.store.tables.tallies import desk_day
from tests.pages.house import Desk, House
from tests.pages.reader import Reader


@pytest.mark.parametrize("level", [5, 4, 3, 2, 1])
async def test_each_level_is_stored_as_meant(
    house: House, desk: Desk, reader: Reader, level: int
) -> None:
    """The level that was tapped is the one in the facts and in the tally."""
    answer = await reader.tap(desk, level)
    assert answer.status == 200
    assert house.levels() == [level]
    assert [(row.question, row.answer, row.n) for row in house.rows(desk_day)] == [
        ("overall", level, 1)
    ]


async def test_the_page_offers_five_levels_best_first(desk: Desk, reader: Reader) -> None:
    """The five buttons stand in the order of the scale, each with its words."""
    seen = await reader.scan(desk)
    assert seen.status == 200
    assert seen.page.buttons == [("level", str(n)) for n in (5, 4, 3, 2, 1)]
    words = ["Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng", "Rất không hài lòng"]
    places = [seen.text.index(f" {word}") for word in words]
    assert places == sorted(places)
    assert desk.name in seen.text
    assert "UBND phường A" in seen.text
