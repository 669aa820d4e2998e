"""What a batch's steps may look at: desks, codes and ratings, gathered with few statements."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from bot.conversation.events import Opened, Said, Tapped
from bot.conversation.here import subject
from bot.conversation.scene import Arrival, Desk, Landing, Rated, Scene
from bot.conversation.state import State
from bot.wire.messages import Inbound
from feedback.domain.days import local_day
from feedback.domain.desks import DeskCard, Landed, Outcome
from feedback.domain.given import AnswerGiven, CommentGiven, Given, Giver, Joined, LevelGiven
from feedback.domain.given import Standing as RatingStanding
from feedback.domain.ids import DeskId, Person, RatingId
from feedback.domain.questionnaire import Questionnaire, applicable
from feedback.services import intake, places
from feedback.services.codes import Codes
from feedback.store.work import Work

if TYPE_CHECKING:
    from bot.runtime.receive import Rules


@dataclass(slots=True)
class Stage:
    """Desks, codes and ratings of one batch; ratings move on with every step."""

    questionnaire: Questionnaire
    web_page: str
    landed: dict[str, Landed]
    payloads: dict[str, str]
    cards: dict[DeskId, DeskCard]
    standings: dict[Giver, RatingStanding]
    begun: dict[RatingId, RatingStanding]
    _desks: dict[DeskId, Desk] = field(default_factory=dict)

    def scene(
        self, person: Person, state: State, inbound: Inbound, at: datetime
    ) -> tuple[Scene, list[Given]]:
        """Set the scene of one step; a rating carried over from the web joins this person."""
        landed = self.landed.get(self.payloads.get(inbound.key, ""))
        arrival = self._arrival(landed)
        joined = self._join(person, landed)
        about = subject(state, inbound.event, arrival.desk if arrival else None, at)
        desk = self._desk(about.desk)
        begun = self.begun.get(landed.rating) if landed and landed.rating else None
        rated = self._rated(person, desk, begun.day if begun else about.day)
        ordinal = int.from_bytes(person[:4], "big") + about.day.toordinal()
        return Scene(arrival, desk, rated, ordinal, self._page(desk)), joined

    def remember(self, given: Iterable[Given]) -> None:
        """Move the ratings on by what was just given, for the next step of the batch."""
        for fact in given:
            old = self.standings.get(fact.giver)
            self.standings[fact.giver] = _moved_on(old, fact, self.begun)

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

    def _join(self, person: Person, landed: Landed | None) -> list[Given]:
        if landed is None or landed.outcome is not Outcome.CONTINUED or landed.rating is None:
            return []
        begun = self.begun.get(landed.rating)
        if begun is None:
            return []
        giver = Giver(person, begun.desk, begun.day)
        if giver in self.standings:
            return []
        self.standings[giver] = begun
        return [Joined(giver, landed.rating)]

    def _desk(self, desk: int | None) -> Desk | None:
        if desk is None or DeskId(desk) not in self.cards:
            return None
        known = self._desks.get(DeskId(desk))
        if known is None:
            card = self.cards[DeskId(desk)]
            questions = applicable(self.questionnaire, card.factors)
            known = Desk(card.id, card.name, card.unit_name, questions, card.sample)
            self._desks[card.id] = known
        return known

    def _rated(self, person: Person, desk: Desk | None, day: date) -> Rated | None:
        found = self.standings.get(Giver(person, DeskId(desk.id), day)) if desk else None
        if found is None:
            return None
        return Rated(found.desk, found.day, int(found.level), found.answered, found.commented)

    def _page(self, desk: Desk | None) -> str | None:
        card = self.cards.get(DeskId(desk.id)) if desk else None
        return f"{self.web_page}/q/{card.token}" if card and card.token else None


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
    wanted = {d for i in fresh if (d := _desk_of(i, states.get(people[i.key])))}
    cards = places.desk_cards(work, {DeskId(desk) for desk in wanted}, today)
    begun = intake.ratings_of(work, [found.rating for found in landed.values() if found.rating])
    stage = Stage(rules.questionnaire(work), rules.web_page, landed, payloads, cards, {}, begun)
    stage.standings = intake.standing(work, _givers(fresh, people, states, stage, today))
    return stage


def _givers(
    fresh: Sequence[Inbound],
    people: Mapping[str, Person],
    states: Mapping[Person, State],
    stage: Stage,
    today: date,
) -> list[Giver]:
    desks: dict[Person, set[int]] = {}
    days: dict[Person, set[date]] = {}
    for inbound in fresh:
        person = people[inbound.key]
        state = states.get(person)
        landed = stage.landed.get(stage.payloads.get(inbound.key, ""))
        begun = stage.begun.get(landed.rating) if landed and landed.rating else None
        own = (_desk_of(inbound, state), landed and landed.desk and landed.desk.id)
        sent = inbound.sent_at and local_day(inbound.sent_at)
        when = (today, sent, _day_of(inbound), state and state.day, begun and begun.day)
        desks.setdefault(person, set()).update(desk for desk in own if desk)
        days.setdefault(person, set()).update(day for day in when if day)
    return [
        Giver(person, DeskId(desk), day)
        for person, own_desks in desks.items()
        for desk in own_desks
        for day in days[person]
    ]


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


def _moved_on(
    old: RatingStanding | None, fact: Given, begun: Mapping[RatingId, RatingStanding]
) -> RatingStanding:
    giver = fact.giver
    if isinstance(fact, Joined):
        return begun[fact.rating]
    if isinstance(fact, LevelGiven):
        answered, commented = (old.answered, old.commented) if old else ((), False)
        identity = old.id if old else RatingId(0)
        return RatingStanding(identity, giver.desk, giver.day, fact.level, answered, commented)
    if old is None:
        raise LookupError("a follow-up came for a rating that was never given")
    answered = (*old.answered, fact.question) if isinstance(fact, AnswerGiven) else old.answered
    commented = old.commented or isinstance(fact, CommentGiven)
    return RatingStanding(old.id, old.desk, old.day, old.level, answered, commented)
