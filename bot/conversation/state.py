"""Where a conversation stands. Versioned: what an older release wrote is still read."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.conversation.draft import Draft, Reply
from bot.conversation.pace import UNMOVED, Pace

STATE_VERSION = 3
LANGUAGES = ("vi", "en")
"""The languages that are spoken; the first is what a stranger is spoken to in."""


class Stage(StrEnum):
    """The stages of a conversation; the table that joins them stands in ``table``."""

    NEW = "new"
    LOBBY = "lobby"
    """Known, but at no desk."""
    RATING = "rating"
    ASKING = "asking"
    COMMENT = "comment"
    PHOTO = "photo"
    DONE = "done"
    # A case is put together
    CHOOSING = "choosing"
    TELLING = "telling"
    PLACING = "placing"
    NAMING = "naming"
    CALLING = "calling"
    CONFIRMING = "confirming"
    CHANGING = "changing"
    # A case is followed
    LISTING = "listing"
    VIEWING = "viewing"
    REPLYING = "replying"
    JUDGING = "judging"
    WITHDRAWING = "withdrawing"


DRAFTING = (
    Stage.TELLING,
    Stage.PLACING,
    Stage.NAMING,
    Stage.CALLING,
    Stage.CONFIRMING,
    Stage.CHANGING,
)
"""Stages in which a draft is at hand."""
HOLDING = (Stage.VIEWING, Stage.REPLYING, Stage.JUDGING, Stage.WITHDRAWING)
"""Stages in which one case of the person is at hand."""
CASE_STAGES = (Stage.CHOOSING, *DRAFTING, Stage.LISTING, *HOLDING)
"""Stages about cases; whatever they interrupted is gone back to."""


@dataclass(frozen=True, slots=True)
class State:
    """Everything remembered between two events of one person in one channel.

    ``desk`` is where the person is; ``day`` is set exactly when a rating there stands, and names
    its local day, to which every follow-up belongs. ``pending`` are codes of questions still to
    ask; ``held`` and ``photos`` are what came before the first tap; ``tries`` counts codes that
    led nowhere. ``level`` is the level that stands, 0 for none; ``last`` the question answered
    last, so that it can be taken back; ``resume`` the stage to go on at once a level is chosen;
    ``album`` the album that already has its answer.

    Of cases: ``said`` are the comments of a low rating, so that one can begin with them, and
    ``filed`` says that one came of it; ``draft`` is a case not sent, ``reply`` the case looked at
    and words for it, ``back`` the stage that cases interrupted, ``shown`` the version of the
    notice about who reads what that was shown. ``page`` is the page of the list of desks that is
    shown, 0 for none; ``pace`` has the times that matter in a chat shared with the office's people.
    """

    stage: Stage = Stage.NEW
    language: str = "vi"
    desk: int | None = None
    day: date | None = None
    pending: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    photos: tuple[str, ...] = ()
    tries: int = 0
    level: int = 0
    last: str = ""
    resume: Stage = Stage.ASKING
    commented: bool = False
    pictured: int = 0
    album: str | None = None
    said: tuple[str, ...] = ()
    filed: bool = False
    draft: Draft | None = None
    reply: Reply | None = None
    back: Stage = Stage.LOBBY
    shown: str = ""
    page: int = 0
    pace: Pace = UNMOVED
