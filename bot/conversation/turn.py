"""What follows from a step: the new state, facts to record, and things to say, in order."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.conversation.draft import Draft, Piece
from bot.conversation.state import State

NUMBER = "receipt.number"
"""The phrase that says a follow-up number, once and never again."""


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


@dataclass(frozen=True, slots=True)
class CaseFiled:
    """A case was confirmed as it was read; what follows comes back as ``Filed``."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class CaseTold:
    """Something was added to a case, or its answer contested: ``act`` is add or contest."""

    case: int
    act: str
    text: str
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseJudged:
    """The answer of a case was judged: yes, partly or no."""

    case: int
    satisfaction: str


@dataclass(frozen=True, slots=True)
class CaseWithdrawn:
    """A case was taken back."""

    case: int


@dataclass(frozen=True, slots=True)
class CaseOpened:
    """The one who filed a case looked at it."""

    case: int


@dataclass(frozen=True, slots=True)
class ErasureWished:
    """The citizen wishes to be erased, once all that was said here has gone out."""


RatingFact = LevelChosen | QuestionAnswered | Commented | Pictured
CaseFact = CaseFiled | CaseTold | CaseJudged | CaseWithdrawn | CaseOpened
Fact = RatingFact | CaseFact | ErasureWished


@dataclass(frozen=True, slots=True)
class Offer:
    """One choice under a prompt.

    ``digit`` is what a citizen may type for it. ``phrase`` names its words in the catalogue;
    ``words`` are used instead where the words are data (a questionnaire's own, per language), and
    ``label`` where they are put together. Without ``button`` it is only typed, and stands in the
    list alone: some messengers take no more than five buttons.
    """

    choice: str
    digit: str
    phrase: str = ""
    words: tuple[tuple[str, str], ...] = ()
    label: "Say | None" = None
    button: bool = True


@dataclass(frozen=True, slots=True)
class Say:
    """A thing to say: a phrase of the catalogue, what fills it, and what may be chosen.

    ``prompt``, ``desk`` and ``day`` go into each button, so that it works in any later state.
    ``texts`` are filled-in values that are data with words per language; ``named`` are values that
    are phrases of the catalogue themselves. ``day`` also fills the placeholder of that name.
    ``quotes`` are a citizen's own words or a secret of theirs: what holds any is kept sealed until
    it is sent. ``refs`` are texts of cases by id, whose words are put in only when it is sent.
    ``dates`` are days written with their weekday; ``lines`` are said below, a line each.
    """

    phrase: str
    args: tuple[tuple[str, str], ...] = ()
    texts: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    named: tuple[tuple[str, str], ...] = ()
    prompt: str = ""
    desk: int | None = None
    day: date | None = None
    offers: tuple[Offer, ...] = ()
    quotes: tuple[tuple[str, str], ...] = ()
    refs: tuple[tuple[str, int], ...] = ()
    dates: tuple[tuple[str, date], ...] = ()
    lines: "tuple[Say, ...]" = ()

    @property
    def private(self) -> bool:
        """Say whether it holds words or a secret of the citizen's."""
        return bool(self.quotes) or any(line.private for line in self.lines)


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
