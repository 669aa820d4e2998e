"""What follows from a step: the new state, facts to record, and things to say, in order."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.conversation.state import State


@dataclass(frozen=True, slots=True)
class LevelChosen:
    """A level was given for a desk on a local day; it counts at once."""

    desk: int
    day: date
    level: int

    def __post_init__(self) -> None:
        if not 1 <= self.level <= 5:
            raise ValueError(f"a level lies between 1 and 5, not {self.level}")


@dataclass(frozen=True, slots=True)
class QuestionAnswered:
    """A follow-up question was answered: 1-5, or 0 for no result yet / do not know."""

    desk: int
    day: date
    question: str
    value: int

    def __post_init__(self) -> None:
        if not 0 <= self.value <= 5:
            raise ValueError(f"an answer lies between 0 and 5, not {self.value}")


@dataclass(frozen=True, slots=True)
class Commented:
    """Free text that belongs to the rating of that desk and day; several are kept in order."""

    desk: int
    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Pictured:
    """A photo that belongs to the rating; file is the channel's reference, fetched soon after."""

    desk: int
    day: date
    file: str


Fact = LevelChosen | QuestionAnswered | Commented | Pictured


@dataclass(frozen=True, slots=True)
class Offer:
    """One choice under a prompt.

    ``digit`` is what a citizen may type for it. ``phrase`` names its words in the catalogue;
    ``words`` are used instead where the words are data (a questionnaire's own, per language).
    """

    choice: str
    digit: str
    phrase: str = ""
    words: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Say:
    """A thing to say: a phrase of the catalogue, what fills it, and what may be chosen.

    ``prompt``, ``desk`` and ``day`` go into each button, so that it works in any later state.
    ``texts`` are filled-in values that are data with words per language; ``named`` are values that
    are phrases of the catalogue themselves. ``day`` also fills the placeholder of that name.
    """

    phrase: str
    args: tuple[tuple[str, str], ...] = ()
    texts: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    named: tuple[tuple[str, str], ...] = ()
    prompt: str = ""
    desk: int | None = None
    day: date | None = None
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class Wake:
    """A wish to be woken: once, after so long, in place of an earlier wish of the same name."""

    name: str
    after: timedelta


@dataclass(frozen=True, slots=True)
class Turn:
    """The outcome of a step."""

    state: State
    facts: tuple[Fact, ...] = ()
    says: tuple[Say, ...] = ()
    wakes: tuple[Wake, ...] = ()
