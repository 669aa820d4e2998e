"""The form that a chat hands out: it knows the desk for a while, and nobody; it never shuts."""

from datetime import timedelta

from bot.conversation.withheld import FORM_LASTS
from bot.pages import tell_address
from feedback.domain.cases.kinds import CaseKind
from hailong.cookies import SignedCookies
from tests.conftest import Hands
from tests.pages.house import KEY, Desk, House
from tests.pages.reader import Reader
from tests.pages.test_telling import STORY, only, told

SIGNER = SignedCookies((KEY,))


def handed(house: House, desk: int) -> str:
    return tell_address.written(SIGNER, "", desk, house.store.clock())


async def test_the_handed_form_is_about_the_desk(house: House, desk: Desk, reader: Reader) -> None:
    path = handed(house, desk.id)
    assert desk.name in (await reader.get(path)).text
    await told(reader, path, choice="report")
    assert only(house).about_desk == desk.id


async def test_a_form_of_no_desk_takes_a_matter_of_none(house: House, reader: Reader) -> None:
    await told(reader, handed(house, 0), choice="report")
    assert only(house).about_desk is None


async def test_words_that_accuse_are_sealed_there(house: House, desk: Desk, reader: Reader) -> None:
    await told(reader, handed(house, desk.id), "Họ đòi 500 nghìn tiền bồi dưỡng", "report")
    assert only(house).kind is CaseKind.MISCONDUCT


async def test_an_address_that_is_too_old_still_opens_without_its_desk(
    house: House, desk: Desk, reader: Reader, clock: Hands
) -> None:
    path = handed(house, desk.id)
    clock.now += FORM_LASTS + timedelta(minutes=1)
    seen = await reader.get(path)
    assert seen.status == 200
    assert desk.name not in seen.text
    await told(reader, path)
    assert only(house).about_desk is None


async def test_who_opened_it_in_time_may_take_their_time(
    house: House, desk: Desk, reader: Reader, clock: Hands
) -> None:
    path = handed(house, desk.id)
    first = await reader.get(path)
    clock.now += FORM_LASTS * 3
    fields = {**first.page.fields, "choice": "report", "text": STORY}
    checked = await reader.post(path, {**fields, "step": "check"})
    await reader.post(path, {**checked.page.fields, "step": "send"})
    assert only(house).about_desk == desk.id


async def test_a_made_up_address_leads_to_the_kind_page(house: House, reader: Reader) -> None:
    other = SignedCookies((type(KEY)("k1", b"another secret: thirty-two bytes"),))
    path = tell_address.written(other, "", 1, house.store.clock())
    assert (await reader.get(path)).status == 404


async def test_an_address_says_nothing_but_a_desk_and_a_time(house: House) -> None:
    """Two people who are handed one at the same time get the same."""
    assert handed(house, 1) == handed(house, 1)
    assert len(handed(house, 2**31)) < 120
