"""While the store is away nothing is lost silently: the page says so and keeps what was given."""

from tests.pages.house import Desk, House
from tests.pages.reader import Reader


async def test_a_tap_that_was_not_stored_can_be_sent_again(
    house: House, desk: Desk, reader: Reader
) -> None:
    """The page holds the level; one press later it is stored, once."""
    seen = await reader.scan(desk)
    house.wounded = True
    sorry = await reader.send(desk, seen, level="2")
    assert sorry.status == 503
    assert int(sorry.headers["Retry-After"]) > 0
    assert "Chưa lưu được, xin thử lại" in sorry.text
    house.wounded = False
    again = await reader.send(desk, sorry)
    assert again.status == 200
    assert house.levels() == [2]


async def test_what_was_written_survives_an_outage(
    house: House, desk: Desk, reader: Reader
) -> None:
    """Comment and answers are kept for the next try."""
    thanks = await reader.tap(desk, 4)
    house.wounded = True
    sorry = await reader.send(desk, thanks, comment="Đừng mất", **{"q-staff": "2"})
    assert sorry.status == 503
    house.wounded = False
    done = await reader.send(desk, sorry)
    assert done.status == 200
    assert (house.comments(), house.answers()) == (["Đừng mất"], {"staff": 2})


async def test_a_page_that_cannot_be_read_says_so(house: House, desk: Desk, reader: Reader) -> None:
    """A scan during an outage is answered, in the reader's language."""
    house.down = True
    for path in (f"/q/{desk.token}", f"/{desk.code}", "/"):
        seen = await reader.get(path)
        assert seen.status == 503
        assert "Retry-After" in seen.headers
    assert "try again" in (await reader.get(f"/q/{desk.token}?lang=en")).text


async def test_the_privacy_page_needs_no_store(house: House, reader: Reader) -> None:
    """What is promised can be read at any time."""
    house.down = True
    assert (await reader.get("/privacy")).status == 200
