"""Remembers what a step comes to where it comes to the same for everyone: most taps do.

It must never keep what a citizen wrote, nor anything that is about one person only.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from bot.conversation import codec
from bot.conversation.events import Event, Opened, Said, Tapped
from bot.conversation.scene import Desk, Scene
from bot.conversation.turn import LevelChosen, QuestionAnswered, Turn
from bot.phrases.fill import fill_all
from bot.store.outbox import pack
from feedback.domain.days import local_day
from feedback.domain.desks import DeskCard
from feedback.domain.questionnaire import Questionnaire, applicable

MOST = 4096
# Choices that are typed are short; what is longer is a citizen's own and not to be remembered.
LONGEST_TYPED = 40
_ARRIVED = Opened(None)
_Key = tuple[object, ...]
K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Body:
    """What one letter says, packed; ``private`` ones rest sealed."""

    packed: str
    private: bool


@dataclass(frozen=True, slots=True)
class Played:
    """What a step came to: the turn, what its letters say, and its state as it is kept."""

    turn: Turn
    bodies: tuple[Body, ...]
    saved: str
    private: bool


def written(turn: Turn) -> Played:
    """Put a turn into words, as few messages as its prompts allow, and its state into text."""
    filled = fill_all(turn.says, turn.state.language)
    bodies = tuple(Body(pack(one.text, one.buttons), one.private) for one in filled)
    return Played(turn, bodies, codec.save(turn.state), codec.private(turn.state))


@dataclass(frozen=True, slots=True)
class Before:
    """What a step starts from: the state as it is kept, what can be seen, and when.

    ``private`` says that the state holds a citizen's own words.
    """

    saved: str
    private: bool
    scene: Scene
    at: datetime


class Rehearsal:
    """What one process has played before; the oldest is forgotten first. For one thread."""

    def __init__(self) -> None:
        self._played: dict[_Key, tuple[Scene, Played]] = {}
        self._desks: dict[int, tuple[DeskCard, Questionnaire, Desk]] = {}

    def recall(self, before: Before, event: Event) -> Played | None:
        """Give what this event came to the last time that it happened just so."""
        key = _key(before, event)
        known = self._played.get(key) if key else None
        # The key only finds quickly; that the whole scene is the same is what makes it true.
        return known[1] if known is not None and known[0] == before.scene else None

    def note(self, before: Before, event: Event, played: Played) -> None:
        """Remember what an event, as it was understood, came to, unless it is about one person.

        What was typed is found again by its text alone, and is one of the choices then.
        """
        typed = Said(event.text) if isinstance(event, Said) else event
        key = _key(before, typed)
        if key and not before.private and _common(event, played):
            _keep(self._played, key, (before.scene, played))

    def desk(self, card: DeskCard, questionnaire: Questionnaire) -> Desk:
        """Give a desk as a conversation knows it, the same object as long as nothing changed."""
        known = self._desks.get(card.id)
        if known is not None and known[0] == card and known[1] == questionnaire:
            # The very object: scenes that hold it are compared by identity.
            return known[2]
        questions = applicable(questionnaire, card.factors)
        desk = Desk(card.id, card.name, card.unit_name, questions, card.sample)
        _keep(self._desks, card.id, (card, questionnaire, desk))
        return desk


def _key(before: Before, event: Event) -> _Key | None:
    scene = before.scene
    if isinstance(event, Opened) and scene.arrival is not None:
        event = _ARRIVED  # where the code leads says all; the code itself is not kept
    if not _may_repeat(event) or scene.docket is not None or scene.zalo:
        return None  # in Zalo the very minute matters
    desk = scene.desk.id if scene.desk else None
    day = local_day(before.at)  # a step knows no more of the time
    return before.saved, event, desk, scene.ordinal, scene.arrival is None, day


def _may_repeat(event: Event) -> bool:
    if isinstance(event, Said):
        return len(event.text) <= LONGEST_TYPED
    return isinstance(event, Tapped) or event is _ARRIVED


def _common(event: Event, played: Played) -> bool:
    """Say whether nobody's own words are in it, and nothing of a case."""
    turn = played.turn
    chosen = not isinstance(event, Said) or event.choice is not None
    facts = all(isinstance(fact, LevelChosen | QuestionAnswered) for fact in turn.facts)
    return chosen and facts and not played.private and not any(b.private for b in played.bodies)


def _keep(memory: dict[K, V], key: K, value: V) -> None:
    if len(memory) >= MOST:
        del memory[next(iter(memory))]
    memory[key] = value
