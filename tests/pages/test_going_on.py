"""After a rating, a code carries it on into a messenger for half an hour."""

from datetime import timedelta

import pytest

from feedback.domain.desks import Outcome
from feedback.domain.ids import RatingId
from feedback.services.places import resolve_all
from feedback.services.visits import open_visit
from feedback.store.tables import codes, facts
from tests.conftest import Hands
from tests.pages.house import Desk, House
from tests.pages.reader import Reader, Seen


def copied(seen: Seen) -> str:
    (link,) = [link for link in seen.page.links if link.get("data-copy")]
    return str(link["data-copy"])


@pytest.fixture
def house(house: House) -> House:
    """The same office with both messengers switched on."""
    house.zalo, house.telegram = "https://zalo.me/1", "hailong_bot"
    return house


async def test_the_code_after_a_rating_is_that_ratings(
    house: House, desk: Desk, reader: Reader
) -> None:
    """Typed in Zalo, or opened in Telegram, it leads to the rating just given."""
    seen = await reader.tap(desk, 5)
    code = copied(seen)
    assert code in seen.text
    (row,) = house.rows(codes.visit_code)
    assert code == f"#{row.short_code}"
    assert row.rating_id == house.rows(facts.rating)[0].id
    (start,) = [str(a["href"]) for a in seen.page.links if "t.me" in str(a["href"])]
    token = start.partition("start=")[2]
    with house.store.look() as work:
        found = resolve_all(work, house.codes, [row.short_code, token])
    assert {landed.outcome for landed in found.values()} == {Outcome.CONTINUED}
    assert {landed.rating for landed in found.values()} == {row.rating_id}


async def test_before_a_rating_the_desks_own_code_is_offered(
    house: House, desk: Desk, reader: Reader
) -> None:
    """Whoever prefers the messenger from the start uses the code on the sign."""
    assert copied(await reader.scan(desk)) == f"#{desk.code}"


async def test_a_reload_gives_the_same_code(house: House, desk: Desk, reader: Reader) -> None:
    """Reloading does not use up codes."""
    seen = await reader.scan(desk)
    first = await reader.send(desk, seen, level="5")
    second = await reader.send(desk, seen, level="5")
    assert copied(first) == copied(second)
    assert len(house.rows(codes.visit_code)) == 1


async def test_a_code_lives_half_an_hour_and_is_renewed_in_time(
    house: House, desk: Desk, reader: Reader, clock: Hands
) -> None:
    """A code handed out always has at least a quarter of an hour left."""
    await reader.tap(desk, 5)
    rating = RatingId(house.rows(facts.rating)[0].id)
    first = house.act(lambda work: open_visit(work, house.codes, rating, desk.id))
    assert house.rows(codes.visit_code)[0].expires_at == clock() + timedelta(minutes=30)
    clock.move(minutes=14)
    assert house.act(lambda work: open_visit(work, house.codes, rating, desk.id)) == first
    clock.move(minutes=2)
    assert house.act(lambda work: open_visit(work, house.codes, rating, desk.id)) != first


async def test_a_short_code_in_use_is_never_given_again(
    house: House, desk: Desk, reader: Reader, clock: Hands
) -> None:
    """A visit's code is neither a desk's nor another visit's."""

    class Narrow:
        """Codes that repeat themselves before they come to a free one."""

        kid = house.codes.kid
        mint = house.codes.mint
        read = house.codes.read
        find = house.codes.find

        def __init__(self, draws: list[str]) -> None:
            self.draws = draws

        def short(self) -> str:
            return self.draws.pop(0)

    await reader.tap(desk, 5)
    await reader.tap(desk, 4)
    clock.move(minutes=31)
    one, two = [RatingId(row.id) for row in house.rows(facts.rating)]
    free, other = house.codes.short(), house.codes.short()
    narrow = Narrow([desk.code, free, desk.code, free, other])
    assert house.act(lambda work: open_visit(work, narrow, one, desk.id)).short == free
    assert house.act(lambda work: open_visit(work, narrow, two, desk.id)).short == other
