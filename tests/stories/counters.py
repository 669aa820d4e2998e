"""The two desks of the rating stories in a real office: their codes, and what was recorded there."""

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from sqlalchemy import select

from bot.channels.console.story import Story, Typed
from bot.runtime.rules import Rules
from feedback.domain.questionnaire import Questionnaire
from feedback.services import asking, visits
from feedback.services.places.desk_acts import move_to_desk, revoke
from feedback.services.places.desks_import import import_desks
from feedback.store.tables import facts
from feedback.store.vault import Vault
from feedback.store.work import Store, Work
from tests.office import codes
from tests.pages.house import OPERATOR, Desk, House
from tests.stories.browsing import Browser
from tests.stories.mail import rules
from tests.stories.script import Step

_LAND, _CIVIL, BEGUN = "K7M3Q9", "B2CG8H", "WEB-LOW"
_CODE = re.compile(r"\b(K7M3Q9|B2CG8H|MOVED\d|REVOK\d|FORGED|NOTHING)\b")
_UNITS = """code,name,kind,parent_code,group,valid_from,valid_to
P-A,UBND phường A,commune,,,2025-07-01,
"""
_MANY = 40
"""So many desks besides that none are listed: the code is asked for, as it is in the stories."""


def _of_two(told: Story) -> bool:
    """Say whether a story is of the desk that asks only two questions."""
    return any(isinstance(entry, Typed) and _CIVIL in entry.text for entry in told.entries)


def asked(told: Story) -> Rules:
    """Give the office's rules, with the questions that the desk of a story asks."""

    def questionnaire(work: Work) -> Questionnaire:
        now = asking.current(work)
        return replace(now, questions=now.questions[:2]) if _of_two(told) else now

    return replace(rules(), questionnaire=questionnaire)


def first_asked(channel: str, vault: Vault, day: date) -> str:
    """Find somebody whom a desk asks its first question first: everyone's order is their own."""
    questions = 2 * len(asking.shipped_once().questions)
    for number in count(246845883529197000):
        turn = int.from_bytes(vault.person(channel, str(number))[:4], "big") + day.toordinal()
        if turn % questions == 0:
            return str(number)
    raise AssertionError


@dataclass
class Counters:
    """The desks; a code of a story is one of theirs, or of a desk that is no more."""

    land: Desk
    codes: dict[str, str]

    async def typed(self, store: Store, text: str) -> str:
        """Give what a citizen types for a line of a story; a rating on the web is given first."""
        if BEGUN in text:
            return f"#{await self._begun(store)}"
        return _CODE.sub(lambda found: self.codes[found[1]], text.replace("/start ", "#"))

    async def _begun(self, store: Store) -> str:
        """Rate on the page, and give the code that it shows for going on in a chat."""
        await Browser().does(store, Step(0, "citizen", {"does": "rate", "level": "2"}), self.land)
        with store.work() as work:
            rating = work.connection.execute(select(facts.rating)).one()
            return visits.open_visit(work, codes(), rating.id, rating.desk_id).short


def opened(store: Store) -> Counters:
    """Open the office of the stories."""
    house = House(store)
    house.units(_UNITS)
    land, civil = house.desk("Quầy 1 - Đất đai"), house.desk("Quầy 2 - Hộ tịch", sample=True)
    dead, *gone = (house.desk(f"Quầy {n}") for n in (7, 8, 9))
    others = "".join(f"P-A,Phòng {n}\n" for n in range(_MANY))
    with store.work() as work:
        import_desks(work, OPERATOR, codes(), f"unit_code,name\n{others}".encode(), source="x")
        for desk, heir in zip(gone, (land, civil), strict=True):
            move_to_desk(work, OPERATOR, desk.id, heir.id, "Dời quầy")
        revoke(work, OPERATOR, dead.code, "Mất bảng")
    known = {
        _LAND: land.code,
        _CIVIL: civil.code,
        **dict.fromkeys(("REVOK1", "REVOK2"), gone[0].code),
        **dict.fromkeys(("MOVED1", "MOVED2"), gone[1].code),
        **dict.fromkeys(("MOVED3", "REVOK3"), dead.code),
        "NOTHING": codes().short(),
        "FORGED": land.code[:-1] + ("3" if land.code.endswith("2") else "2"),
    }
    return Counters(land, known)


def recorded(work: Work) -> list[str]:
    """Tell what is recorded, as the stories tell it; of a photo only that there is one."""
    run = work.connection.execute
    ratings = run(select(facts.rating)).all()
    where = {row.id: f"at {row.desk_id} on {row.day.isoformat()}" for row in ratings}
    unsealed = work.vault.unseal
    found = [f"level {row.level} {where[row.id]}" for row in ratings]
    for row in run(select(facts.answer)):
        found.append(f"{row.question} {row.value} {where[row.rating_id]}")
    for row in run(select(facts.comment)):
        text = " ".join(unsealed(row.kid, row.sealed).decode().split())
        found.append(f"comment {where[row.rating_id]}: {text}")
    for row in run(select(facts.rating_file)):
        found.append(f"photo {where[row.rating_id]}")
    return sorted(found)
