"""Takes what a citizen tells: screens it, routes it, sets its date, and gives a receipt.

It never refuses a person who has something to say, whether desk, calendar or recipient is known.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from feedback.domain.cases import code as case_code
from feedback.domain.cases import number as follow_up
from feedback.domain.cases.kinds import (
    GUIDED,
    SEALED,
    CaseKind,
    Choice,
    Verdict,
    severity,
)
from feedback.domain.cases.life import CaseAct, CaseState
from feedback.domain.cases.record import UNNAMED, Case, Contact, Delivery, Step, Voice
from feedback.domain.cases.suggestion import kind_of
from feedback.domain.channels import Channel
from feedback.domain.consents import Purpose, asked
from feedback.domain.days import local_day
from feedback.domain.dues import Due, read
from feedback.domain.ids import CaseId, DeskId, Person, RatingId, UnitId
from feedback.services import calendars, places
from feedback.services.cases import clock, likening, routing
from feedback.store import case_people, case_words, casebox, cases, consents
from feedback.store.casebox import Box
from feedback.store.work import Work

__all__ = ["CITIZEN", "LONGEST", "SYSTEM", "Filing", "Receipt", "file", "kind_of"]

LONGEST = 10_000
"""Characters of a statement that are kept."""
CITIZEN = "citizen"
SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Filing:
    """What a citizen confirmed.

    ``desk`` or ``unit`` as far as known; ``day`` the local day it is about; ``level`` that of the
    rating it came with; ``consents`` what was agreed to. A ``nonce`` of ours makes the same form
    posted twice one case, with one receipt.
    """

    choice: Choice
    text: str
    channel: Channel
    language: str
    at: datetime
    desk: DeskId | None = None
    unit: UnitId | None = None
    day: date | None = None
    person: Person | None = None
    contact: Contact = UNNAMED
    rating: RatingId | None = None
    level: int | None = None
    location: str = ""
    consents: tuple[Purpose, ...] = ()
    nonce: bytes = b""
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the citizen is given at once; the number is shown here and never again."""

    case: CaseId
    number: str
    kind: CaseKind
    due: Due | None
    unrouted: bool
    again: bool = False
    """Whether the same form was posted before."""


def file(work: Work, filing: Filing) -> Receipt:
    """Store a case and give its receipt."""
    # Drawn from the form's nonce, so that the same form finds its own case and nothing else is
    # kept.
    number = follow_up.draw(_chance(work, filing.nonce))
    while (known := case_people.by_number(work, work.vault.number(number))) is not None:
        if filing.nonce:
            return _again(work, known, number)
        # Drawn by chance, it is another citizen's.
        number = follow_up.draw(_chance(work, b""))
    identity = CaseId(work.new_id())
    opened = _opened(work, filing, identity)
    cases.add(work, opened.case)
    box = casebox.make(work, identity)
    likening.keep(work, identity, filing.text[:LONGEST], sealed=opened.case.sealed)
    case_people.add(
        work,
        identity,
        work.vault.number(number),
        filing.channel.value,
        filing.person,
        filing.contact,
    )
    case_words.note(
        work, identity, CaseAct.FILE, CITIZEN, {"kind": opened.case.kind}, _say(work, box, filing)
    )
    for purpose in filing.consents:
        text = asked(purpose, filing.channel)
        consents.add(work, identity, text, filing.language, filing.channel)
    return Receipt(identity, number, opened.case.kind, opened.due, opened.case.unrouted)


def _say(work: Work, box: Box, filing: Filing) -> int | None:
    text = filing.text[:LONGEST]
    words = case_words.say(work, box, Voice.STATEMENT, "", text) if text else None
    if filing.location:
        case_words.say(work, box, Voice.LOCATION, "", filing.location)
    return words


def given_before(work: Work, nonce: bytes) -> Receipt | None:
    """Give the receipt of what was filed with a nonce, or None."""
    number = follow_up.draw(_chance(work, nonce))
    known = case_people.by_number(work, work.vault.number(number))
    return None if known is None else _again(work, known, number)


def _chance(work: Work, nonce: bytes) -> Callable[[int], int]:
    # Of 256 bits the remainder favours no number that anybody could notice.
    return (lambda below: work.vault.drawn(nonce) % below) if nonce else secrets.randbelow


def _again(work: Work, identity: CaseId, number: str) -> Receipt:
    """Give the receipt of a form that was posted before."""
    case = cases.by_id(work, identity)
    if case is None:
        raise LookupError("a follow-up number without a case")
    due = read(case.due_why) if case.due_why else None
    return Receipt(identity, number, case.kind, due, case.unrouted, again=True)


@dataclass(frozen=True, slots=True)
class _Opened:
    case: Case
    due: Due | None


def _opened(work: Work, filing: Filing, identity: CaseId) -> _Opened:
    today = local_day(filing.at)
    kind = kind_of(filing.choice, filing.text)
    filing = replace(filing, unit=_unit(work, filing, today), day=filing.day or today)
    hidden = kind in SEALED
    route = (routing.sealed if hidden else routing.ordinary)(
        work, filing.unit, filing.desk, filing.day or today
    )
    due = None if kind in GUIDED else calendars.deadline(work, kind.value, today)
    return _Opened(_case(work, filing, identity, kind, route, due), due)


def _case(
    work: Work,
    filing: Filing,
    identity: CaseId,
    kind: CaseKind,
    route: routing.Route,
    due: Due | None,
) -> Case:
    today = local_day(filing.at)
    return Case(
        id=identity,
        code=_code(work),
        kind=kind,
        state=CaseState.NEW,
        choice=filing.choice.value,
        unit=route.unit,
        about_unit=filing.unit,
        about_desk=filing.desk,
        about_day=filing.day or today,
        rating=filing.rating,
        channel=filing.channel,
        language=filing.language,
        opened_at=filing.at,
        opened_on=today,
        accepted_on=None,
        **clock.written(work, due),
        step=Step.NONE,
        suspended_on=None,
        guided_on=today if kind in GUIDED else None,
        severity=severity(kind, filing.level),
        assignee=None,
        sealed=kind in SEALED,
        unrouted=route.unrouted,
        appealed=False,
        verdict=Verdict.UNVERIFIED,
        satisfaction=None,
        published=False,
        delivery=Delivery.NONE,
        merged_into=None,
        merged_from=None,
        ended_at=None,
        version=1,
        sample=filing.sample,
    )


def _unit(work: Work, filing: Filing, today: date) -> UnitId | None:
    if filing.desk is None:
        return filing.unit
    card = places.desk_cards(work, {filing.desk}, today).get(filing.desk)
    return card.unit if card else filing.unit


def _code(work: Work) -> str:
    # Of 34 million codes one that is drawn is rarely taken.
    while cases.taken(work, code := case_code.draw(secrets.randbelow)):
        pass
    return code
