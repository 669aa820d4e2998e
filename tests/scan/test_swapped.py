"""What the office signed for one thing opens no other, however it is put in its place."""

import pytest
from sqlalchemy import func, select

from bot.pages import tell_address
from bot.pages.visitor import COOKIE
from feedback.services import tablets
from feedback.store.tables import cases, facts
from feedback.store.work import Store
from hailong.cookies import SignedCookies
from tests.pages.house import KEY, OPERATOR, Desk, House
from tests.pages.reader import Reader, visited
from tests.pages.test_telling import number_on, told

UNITS = (
    "code,name,kind,parent_code,group,valid_from,valid_to\nP-A,UBND phường A,ward,,,2025-07-01,\n"
)


@pytest.fixture
def house(sqlite_store: Store) -> House:
    house = House(sqlite_store)
    house.units(UNITS)
    return house


@pytest.fixture
def desk(house: House) -> Desk:
    return house.desk("Quầy 1")


def kept(house: House) -> tuple[object, ...]:
    """Count what a citizen's act would leave, and see how the one case stands."""
    with house.store.look() as work:
        counted = [
            work.connection.scalar(select(func.count()).select_from(table))
            for table in (facts.rating, facts.comment, cases.cases, cases.case_event)
        ]
        state = work.connection.scalar(select(cases.cases.c.state))
    return (*counted, state)


async def harvest(house: House, desk: Desk, reader: Reader) -> dict[str, str]:
    """Gather one of everything that the office signs and hands out."""
    rated = await reader.tap(desk, 5)
    receipt = await told(reader, f"/case/{desk.token}")
    followed = await reader.post("/t", {"number": number_on(receipt), "lang": "vi"})
    now = house.store.clock()
    handed = tell_address.written(SignedCookies((KEY,)), "", desk.id, now)
    return {
        "desk": desk.token,
        "visit": rated.page.fields["visit"],
        "cookie": rated.cookies[COOKIE].value,
        "sheet": (await reader.get(f"/case/{desk.token}")).page.fields["page"],
        "follow": followed.page.fields["page"],
        "tablet": house.act(lambda work: tablets.register(work, OPERATOR, house.codes, desk.id)),
        "handed": handed.rpartition("/")[2],
    }


async def test_what_was_signed_for_one_thing_opens_no_other(house: House, desk: Desk) -> None:
    """A visit withdraws no case, a case's page rates nothing, no address is another's."""
    async with visited(house) as reader:
        signed = await harvest(house, desk, reader)
        before = kept(house)
        for kind, token in signed.items():
            if kind != "visit":
                tapped = {"visit": token, "level": "1", "comment": "x"}
                assert (await reader.post(f"/q/{desk.token}", tapped)).status == 422, kind
            if kind != "sheet":
                sheet = {"page": token, "step": "send", "choice": "report", "text": "Máy in hỏng"}
                assert (await reader.post(f"/case/{desk.token}", sheet)).status in (200, 422), kind
            if kind != "follow":
                act = {"page": token, "step": "withdraw-yes", "lang": "vi"}
                assert (await reader.post("/t", act)).status == 422, kind
            for path, mine in (("q", "desk"), ("tablet", "tablet"), ("f", ""), ("case", "desk")):
                if kind not in (mine, "handed" if path == "case" else mine):
                    assert (await reader.get(f"/{path}/{token}")).status == 404, (path, kind)
        assert kept(house) == before
        right = {"page": signed["follow"], "step": "withdraw-yes", "lang": "vi"}
        assert (await reader.post("/t", right)).status == 200
        assert kept(house) != before
