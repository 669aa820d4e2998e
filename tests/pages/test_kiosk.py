"""A registered shared tablet: every rating starts afresh, and the page returns by itself."""

import pytest

from bot.pages.kiosk_door import COOKIE
from feedback.domain.roles import Role, Viewer
from feedback.services import tablets
from feedback.services.refusals import NotAllowed, NotFound
from feedback.store.tables import facts
from feedback.store.tables.offices import audit
from tests.pages.house import OPERATOR, Desk, House
from tests.pages.reader import Reader, Seen


@pytest.fixture
def house(house: House) -> House:
    """The same office with both messengers switched on."""
    house.zalo, house.telegram = "https://zalo.me/1", "hailong_bot"
    return house


@pytest.fixture
def token(house: House, desk: Desk) -> str:
    """The address of the desk's tablet."""
    return house.act(lambda work: tablets.register(work, OPERATOR, house.codes, desk.id))


async def tap(tablet: Reader, seen: Seen, **fields: str) -> Seen:
    return await tablet.post("/kiosk", {**seen.page.fields, **fields})


def returns(seen: Seen) -> str:
    (found,) = [a["content"] for tag, a in seen.page.attributes if a.get("http-equiv") == "refresh"]
    return str(found)


async def test_the_address_makes_a_browser_the_tablet(
    desk: Desk, token: str, keeper: Reader
) -> None:
    """It leads to the tablet's page, so that the secret does not stay in the address."""
    sent = await keeper.get(f"/tablet/{token}", allow_redirects=False)
    assert (sent.status, sent.headers["Location"]) == (303, "/kiosk")
    assert sent.cookies[COOKIE]["httponly"]
    seen = await keeper.get("/kiosk")
    assert desk.name in seen.text
    assert len(seen.page.buttons) == 5


async def test_each_person_at_the_tablet_is_a_person(
    house: House, token: str, keeper: Reader
) -> None:
    """Ratings one after another on one device all count, as the kiosk's."""
    seen = await keeper.get(f"/tablet/{token}")
    for level in ("5", "1", "1"):
        await tap(keeper, seen, level=level)
        seen = await keeper.get("/kiosk")
    assert house.levels() == [5, 1, 1]
    assert {row.channel for row in house.rows(facts.rating)} == {"kiosk"}


async def test_a_double_tap_on_the_tablet_counts_once(
    house: House, token: str, keeper: Reader
) -> None:
    """One opening of the page is one rating, and can be corrected right away."""
    seen = await keeper.get(f"/tablet/{token}")
    await tap(keeper, seen, level="5")
    thanks = await tap(keeper, seen, level="5")
    levels = await tap(keeper, thanks, change="1")
    await tap(keeper, levels, level="2")
    assert house.levels() == [2]


async def test_thanks_returns_to_the_start_soon(token: str, keeper: Reader) -> None:
    """The next person finds the start, in Vietnamese, without touching anything."""
    seen = await keeper.get(f"/tablet/{token}?lang=en")
    assert returns(seen) == "120;url=/kiosk"
    thanks = await tap(keeper, seen, level="5")
    assert returns(thanks) == "8;url=/kiosk"
    assert "Thank you!" in thanks.text
    assert "Ông/bà" in (await keeper.get("/kiosk")).text


async def test_the_rest_opens_on_demand_without_a_photo(
    house: House, token: str, keeper: Reader
) -> None:
    """Whoever wants to say more opens the form; the tablet offers no files of its own."""
    seen = await keeper.get(f"/tablet/{token}")
    thanks = await tap(keeper, seen, level="3")
    more = await tap(keeper, thanks, open="1")
    assert not any(a.get("type") == "file" for _, a in more.page.attributes)
    assert returns(more) == "120;url=/kiosk"
    done = await tap(keeper, more, comment="Đông")
    assert returns(done) == "8;url=/kiosk"
    assert (house.levels(), house.comments()) == ([3], ["Đông"])


async def test_the_tablet_offers_no_messenger(house: House, token: str, keeper: Reader) -> None:
    """Nobody signs in to their own account on a shared device."""
    seen = await keeper.get(f"/tablet/{token}")
    thanks = await tap(keeper, seen, level="3")
    for page in (seen, thanks):
        assert "Zalo" not in page.text
        assert "Telegram" not in page.text


async def test_a_tablets_form_is_no_good_elsewhere(
    house: House, desk: Desk, token: str, keeper: Reader
) -> None:
    """A tablet's page cannot be sent as a phone's, nor a phone's as a tablet's."""
    kiosk, phone = await keeper.get(f"/tablet/{token}"), await keeper.scan(desk)
    assert (await keeper.send(desk, kiosk, level="5")).status == 422
    assert (await tap(keeper, phone, level="5")).status == 422
    assert house.levels() == []


async def test_a_tablet_that_was_ended_is_ended(house: House, token: str, keeper: Reader) -> None:
    """Its page says so at once, and takes nothing more."""
    seen = await keeper.get(f"/tablet/{token}")
    house.act(lambda work: tablets.end(work, OPERATOR, house.codes, token, "mất máy"))
    assert (await tap(keeper, seen, level="5")).status == 404
    gone = await keeper.get("/kiosk")
    assert gone.status == 404
    assert "chưa được đăng ký" in gone.text
    assert house.levels() == []
    assert [row.act for row in house.rows(audit)][-2:] == ["tablet registered", "tablet ended"]


@pytest.mark.parametrize("path", ["/kiosk", "/tablet/x"])
async def test_an_unknown_device_gets_a_kind_page(reader: Reader, path: str) -> None:
    """Nothing is shown to whoever is no tablet."""
    assert (await reader.get(path)).status == 404


async def test_a_desks_token_is_no_tablets(desk: Desk, reader: Reader) -> None:
    """The code on the poster does not open the tablet's page."""
    assert (await reader.get(f"/tablet/{desk.token}")).status == 404


def test_only_who_runs_the_office_registers_tablets(house: House, desk: Desk, token: str) -> None:
    """A supervisor does not hand out devices that rate the own desk."""
    boss = Viewer("chi-a", Role.SUPERVISOR)
    with pytest.raises(NotAllowed):
        house.act(lambda work: tablets.register(work, boss, house.codes, desk.id))
    with pytest.raises(NotAllowed):
        house.act(lambda work: tablets.end(work, boss, house.codes, token, "x"))
    with pytest.raises(NotFound):
        house.act(lambda work: tablets.end(work, OPERATOR, house.codes, desk.token, "x"))
