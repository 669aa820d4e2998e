"""What the world looks like to one step: gathered before it, never fetched by it."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.conversation.docket import Docket
from feedback.domain.questionnaire import Question


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk as a citizen knows it, with every question that it may ask."""

    id: int
    name: str
    unit: str
    questions: tuple[Question, ...] = ()
    sample: bool = False


class Landing(StrEnum):
    """How a code that came in was resolved."""

    HERE = "here"
    MOVED = "moved"
    """The desk or its unit is elsewhere now; ``desk`` is where it is, ``formerly`` what it was."""
    REVOKED = "revoked"
    """The code is no longer used; ``desk`` is the successor where there is one."""
    UNKNOWN = "unknown"
    FORGED = "forged"
    CONTINUED = "continued"
    """A rating begun on the web is carried on here; ``rated`` says what was given."""
    PICKED = "picked"
    """No code: the desk was chosen from the list of the office's desks."""


@dataclass(frozen=True, slots=True)
class Rated:
    """The rating of this person at a desk on a day, as it stands."""

    desk: int
    day: date
    level: int
    answered: tuple[str, ...] = ()
    commented: bool = False


@dataclass(frozen=True, slots=True)
class Arrival:
    """A code came with the event, and this is where it leads."""

    landing: Landing
    desk: Desk | None = None
    formerly: str | None = None


ZALO = ("zalo_oa", "zalo_bot")
"""The channels of Zalo."""
SILENCE = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything a step may look at beside state, event and time.

    ``desk`` is the one the event is about: of the arrival, else of the tapped button, else of the
    state. ``rated`` is this person's rating at that desk today (or on the state's day, for a
    follow-up). ``ordinal`` is a stable number of this person and day, to rotate the questions.
    ``docket`` is there when the step is about cases; ``channel`` is the door, ``authority`` where
    to turn when nobody outside a unit receives what accuses it, ``follow`` the page to follow a
    case.

    ``desks`` are the office's, where they are few enough to choose from; ``form`` is the address of
    a web form that is signed for a short time and knows the desk at hand and nobody; ``gated`` says
    that another robot answers here until a code or a word of the menu comes; ``silence`` is how
    long nothing is answered after somebody of the office wrote.
    """

    arrival: Arrival | None = None
    desk: Desk | None = None
    rated: Rated | None = None
    ordinal: int = 0
    complaint_page: str | None = None
    """Address of the web page, offered where this channel cannot take something."""
    docket: Docket | None = None
    channel: str = ""
    authority: str = ""
    follow: str = ""
    desks: tuple[Desk, ...] = ()
    form: str = ""
    gated: bool = False
    silence: timedelta = SILENCE
    until: date | None = None
    """The last day on which the messenger surely lets us write, where it closes at all."""

    @property
    def zalo(self) -> bool:
        """Say whether this is Zalo: people of the office read along, and a link carries no code."""
        return self.channel in ZALO
