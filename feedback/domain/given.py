"""What a citizen gave, ready to be stored: complete, checked, and bound to one desk and day."""

from dataclasses import dataclass
from datetime import date, datetime

from feedback.domain.channels import Channel, Source
from feedback.domain.desks import DeskCard
from feedback.domain.ids import DeskId, Person, RatingId
from feedback.domain.scale import Level

LONGEST_COMMENT = 4000
"""Characters of one comment; whoever hands in more is told that the rest was cut."""


@dataclass(frozen=True, slots=True)
class Giver:
    """Who gave, where and on which local day: the three together name one rating."""

    person: Person
    desk: DeskId
    day: date


@dataclass(frozen=True, slots=True)
class Evidence:
    """What later integrity checks may look at: plain here, hashed before it is stored."""

    device: str | None = None
    network: str | None = None
    delay_seconds: int | None = None


@dataclass(frozen=True, slots=True)
class LevelGiven:
    """The first tap, or a later one that corrects it. The desk's card says what it counts for."""

    giver: Giver
    card: DeskCard
    level: Level
    at: datetime
    channel: Channel
    questionnaire: str
    language: str = "vi"
    source: Source = Source.LIVE
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """A follow-up answer: 1-5, or 0 for no result yet / do not know."""

    giver: Giver
    question: str
    value: int
    at: datetime
    channel: Channel

    def __post_init__(self) -> None:
        if not 0 <= self.value <= 5:
            raise ValueError(f"an answer lies between 0 and 5, not {self.value}")


@dataclass(frozen=True, slots=True)
class CommentGiven:
    """Free text that belongs to a rating; ``channel`` None means the rating's own."""

    giver: Giver
    text: str
    at: datetime
    channel: Channel | None = None
    language: str = "vi"


@dataclass(frozen=True, slots=True)
class PhotoGiven:
    """A photo that belongs to a rating: the messenger's name of it, to be fetched soon."""

    giver: Giver
    reference: str
    channel: Channel
    account: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Joined:
    """A person carries on, in another door, a rating that was begun elsewhere."""

    giver: Giver
    rating: RatingId


Given = LevelGiven | AnswerGiven | CommentGiven | PhotoGiven | Joined


@dataclass(frozen=True, slots=True)
class Standing:
    """A rating as it stands: what was given so far."""

    id: RatingId
    desk: DeskId
    day: date
    level: Level
    answered: tuple[str, ...] = ()
    commented: bool = False
