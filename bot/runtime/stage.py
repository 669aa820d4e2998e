"""What a batch's steps may look at: desks, codes and ratings, gathered with few statements."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import product
from typing import TYPE_CHECKING

from bot.conversation.desk_list import MOST
from bot.conversation.events import Opened, Said, Tapped
from bot.conversation.here import subject
from bot.conversation.offers import arriving
from bot.conversation.scene import ZALO, Arrival, Desk, Landing, Rated, Scene
from bot.conversation.state import State
from bot.conversation.withheld import about_desk
from bot.wire.messages import Inbound
from feedback.domain.days import local_day
from feedback.domain.desks import DeskCard, Landed, Outcome
from feedback.domain.given import Giver, Joined
from feedback.domain.ids import DeskId, Person
from feedback.domain.questionnaire import Questionnaire
from feedback.services import intake, places
from feedback.services.codes import Codes
from feedback.services.ledger import Ledger
from feedback.store.work import Work

if TYPE_CHECKING:
    from bot.runtime.rules import Rules


@dataclass(frozen=True, slots=True)
class _Shared:
    """What only a chat has that people of the office share."""

    desks: tuple[Desk, ...] = ()
    form: str = ""
    gated: bool = False


_ALONE = _Shared()


@dataclass(slots=True)
class Stage:
    """Desks, codes and ratings of one batch; ratings move on with every step."""

    questionnaire: Questionnaire
    rules: "Rules"
    landed: dict[str, Landed]
    payloads: dict[str, str]
    cards: dict[DeskId, DeskCard]
    few: tuple[DeskId, ...]
    ledger: Ledger
    _desks: dict[int, Desk] = field(default_factory=dict)

    def scene(self, person: Person, state: State, inbound: Inbound, at: datetime) -> Scene:
        """Set the scene of one step; a rating carried over from the web joins this person."""
        landed = self.landed.get(self.payloads.get(inbound.key, ""))
        self._join(person, landed)
        begun = self.ledger.begun(landed.rating) if landed and landed.rating else None
        arrival = self._arrival(landed)
        shared = self._shared(state, inbound, arrival, at)
        arrival = arrival or arriving(state, inbound.event, shared.desks)
        about = subject(state, inbound.event, arrival.desk if arrival else None, at)
        desk = self._desk(about.desk)
        ordinal = int.from_bytes(person[:4], "big") + about.day.toordinal()
        # The mere rest, so that scenes of different people are the same and the rehearsal knows
        # them.
        ordinal %= max(1, len(desk.questions) if desk else 0)  # it only says where to begin
        web_page = self.rules.web_page
        return Scene(
            arrival,
            desk,
            self._rated(person, desk, begun.day if begun else about.day),
            ordinal,
            self._page(desk),
            channel=inbound.address.account.channel,
            authority=self.rules.authority,
            follow=f"{web_page}/t" if web_page else "",
            desks=shared.desks,
            form=shared.form,
            gated=shared.gated,
            silence=self.rules.silence,
        )

    def _shared(
        self, state: State, inbound: Inbound, arrival: Arrival | None, at: datetime
    ) -> _Shared:
        channel = inbound.address.account.channel
        if channel not in ZALO:
            return _ALONE
        desk = about_desk(state, arrival.desk if arrival else None, at)
        known = (self._desk(one) for one in self.few)
        desks = tuple(one for one in known if one is not None)
        return _Shared(desks, self.rules.form(desk, at), channel in self.rules.gated)

    def card(self, desk: int) -> DeskCard | None:
        """Find a desk's card."""
        return self.cards.get(DeskId(desk))

    def _arrival(self, landed: Landed | None) -> Arrival | None:
        if landed is None:
            return None
        if landed.desk is not None:
            self.cards.setdefault(landed.desk.id, landed.desk)
        desk = self._desk(landed.desk.id) if landed.desk else None
        return Arrival(Landing(landed.outcome.value), desk, landed.formerly)

    def _join(self, person: Person, landed: Landed | None) -> None:
        if landed is None or landed.outcome is not Outcome.CONTINUED or landed.rating is None:
            return
        begun = self.ledger.begun(landed.rating)
        if begun is not None:
            self.ledger.take(Joined(Giver(person, begun.desk, begun.day), landed.rating))

    def _desk(self, desk: int | None) -> Desk | None:
        if desk is None:
            return None
        known = self._desks.get(desk)
        card = None if known else self.cards.get(DeskId(desk))
        if card is not None:
            known = self._desks[desk] = self.rules.rehearsal.desk(card, self.questionnaire)
        return known

    def _rated(self, person: Person, desk: Desk | None, day: date) -> Rated | None:
        found = self.ledger.standing(Giver(person, DeskId(desk.id), day)) if desk else None
        if found is None:
            return None
        return Rated(found.desk, found.day, int(found.level), found.answered, found.commented)

    def _page(self, desk: Desk | None) -> str | None:
        card = self.cards.get(DeskId(desk.id)) if desk else None
        return f"{self.rules.web_page}/q/{card.token}" if card and card.token else None


def gather(
    work: Work,
    rules: "Rules",
    fresh: Sequence[Inbound],
    people: Mapping[str, Person],
    states: Mapping[Person, State],
) -> Stage:
    """Load everything that the steps of a batch may look at."""
    today = local_day(work.now)
    payloads = {i.key: text for i in fresh if (text := _payload(rules.codes, i))}
    landed = places.resolve_all(work, rules.codes, sorted(set(payloads.values())))
    shared = any(inbound.address.account.channel in ZALO for inbound in fresh)
    few = places.few_desks(work, MOST) if shared else ()
    wanted = {d for i in fresh if (d := _desk_of(i, states.get(people[i.key])))}
    wanted |= {s.draft.desk for s in states.values() if s.draft and s.draft.desk is not None}
    cards = places.desk_cards(work, {DeskId(desk) for desk in wanted} | {*few}, today)
    begun = [found.rating for found in landed.values() if found.rating]
    givers = _givers(work.now, fresh, people, states, landed, payloads)
    ledger = intake.open_ledger(work, givers, begun, evidence_days=rules.evidence_days)
    questionnaire = rules.questionnaire(work)
    return Stage(questionnaire, rules, landed, payloads, cards, few, ledger)


def _givers(
    now: datetime,
    fresh: Sequence[Inbound],
    people: Mapping[str, Person],
    states: Mapping[Person, State],
    landed: Mapping[str, Landed],
    payloads: Mapping[str, str],
) -> Iterator[Giver]:
    """Name every person, desk and day that the steps will most likely ask about."""
    for inbound in fresh:
        person = people[inbound.key]
        state = states.get(person)
        leads = landed.get(payloads.get(inbound.key, ""))
        desks = {_desk_of(inbound, state), leads.desk.id if leads and leads.desk else None}
        # Around midnight the day of the prompt, of the messenger and ours may be three.
        theirs = (_day_of(inbound), state.day if state else None)
        days = {local_day(now), local_day(inbound.moment(now)), *theirs}
        for desk, day in product(desks, days):
            if desk is not None and day is not None:
                yield Giver(person, DeskId(desk), day)


def _payload(codes: Codes, inbound: Inbound) -> str | None:
    match inbound.event:
        case Opened(payload=str(text)):
            return codes.find(text) or text
        case Said(text=text):
            return codes.find(text)
        case _:
            return None


def _desk_of(inbound: Inbound, state: State | None) -> int | None:
    if isinstance(inbound.event, Tapped) and inbound.event.desk is not None:
        return inbound.event.desk
    return state.desk if state else None


def _day_of(inbound: Inbound) -> date | None:
    return inbound.event.day if isinstance(inbound.event, Tapped) else None
