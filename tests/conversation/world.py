"""A small world around the pure step: two desks, a few codes, ratings that are remembered.

It does what the runtime does, in memory; the state is saved and loaded between every two steps.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.conversation import codec
from bot.conversation.events import Event, Opened, Said
from bot.conversation.here import subject
from bot.conversation.offers import offered
from bot.conversation.scene import Arrival, Desk, Landing, Rated, Scene
from bot.conversation.state import State
from bot.conversation.step import step
from bot.conversation.turn import Commented, Fact, LevelChosen, QuestionAnswered, Turn
from bot.phrases import Filled, fill_all, recognise
from feedback.domain.days import LOCAL, local_day
from feedback.services.questionnaires import shipped

NOON = datetime(2026, 11, 18, 12, tzinfo=LOCAL)
QUESTIONS = shipped().questions
LAND = Desk(1, "Quầy 1 - Đất đai", "UBND phường A", QUESTIONS)
CIVIL = Desk(2, "Quầy 2 - Hộ tịch", "UBND phường A", QUESTIONS[:2], sample=True)
DESKS = {desk.id: desk for desk in (LAND, CIVIL)}
CODES = {
    "K7M3Q9": Arrival(Landing.HERE, LAND),
    "B2CG8H": Arrival(Landing.HERE, CIVIL),
    "MOVED1": Arrival(Landing.MOVED, CIVIL, "Quầy 9, UBND xã B"),
    "MOVED2": Arrival(Landing.MOVED, CIVIL),
    "MOVED3": Arrival(Landing.MOVED),
    "REVOK1": Arrival(Landing.REVOKED, LAND, "Quầy 7, UBND xã B"),
    "REVOK2": Arrival(Landing.REVOKED, LAND),
    "REVOK3": Arrival(Landing.REVOKED),
    "FORGED": Arrival(Landing.FORGED),
    "WEB-LOW": Arrival(Landing.CONTINUED, LAND),
}


@dataclass
class World:
    """One citizen and the two desks."""

    at: datetime = NOON
    ordinal: int = 0
    page: str | None = None
    saved: str | None = None
    ratings: dict[tuple[int, date], Rated] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    messages: list[Filled] = field(default_factory=list)

    @property
    def state(self) -> State:
        return codec.load(self.saved)

    def happen(self, event: Event) -> tuple[Turn, tuple[Filled, ...]]:
        """Let one thing happen, and remember what it led to."""
        before, scene = self.state, self.scene(event)
        if isinstance(event, Said):
            choice = recognise(event.text, offered(before, scene), before.language)
            event = replace(event, choice=choice)
        turn = step(before, event, scene, self.at)
        self.saved = codec.save(turn.state)
        assert codec.load(self.saved) == turn.state
        for fact in turn.facts:
            self._record(fact)
        messages = fill_all(turn.says, turn.state.language)
        self.messages.extend(messages)
        return turn, messages

    def scene(self, event: Event) -> Scene:
        arrival = _arrival(event)
        about = subject(self.state, event, arrival.desk if arrival else None, self.at)
        if arrival and arrival.landing is Landing.CONTINUED:
            web = (LAND.id, local_day(self.at))
            self.ratings.setdefault(web, Rated(*web, level=2))
        desk = DESKS.get(about.desk) if about.desk is not None else None
        rated = self.ratings.get((about.desk, about.day)) if about.desk is not None else None
        return Scene(arrival, desk, rated, self.ordinal, self.page)

    def _record(self, fact: Fact) -> None:
        self.facts.append(fact)
        key = (fact.desk, fact.day)
        if isinstance(fact, LevelChosen):
            old = self.ratings.get(key)
            self.ratings[key] = (
                replace(old, level=fact.level) if old else Rated(*key, level=fact.level)
            )
            return
        old = self.ratings[key]  # a follow-up to a rating that nobody gave is a fault
        if isinstance(fact, QuestionAnswered):
            self.ratings[key] = replace(old, answered=(*old.answered, fact.question))
        if isinstance(fact, Commented):
            self.ratings[key] = replace(old, commented=True)


def _arrival(event: Event) -> Arrival | None:
    match event:
        case Opened(payload=str(payload)):
            return CODES.get(payload, Arrival(Landing.UNKNOWN))
        case Said(text=text):
            marked = [word[1:] for word in text.split() if word.startswith("#")]
            return next((CODES[c] for c in [text.strip().upper(), *marked] if c in CODES), None)
        case _:
            return None
