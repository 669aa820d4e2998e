"""What a citizen puts together and has not sent: a case, or words for one. It sends nothing."""

from dataclasses import dataclass, replace
from datetime import date

NOTICE = "case-1"
"""Version of the notice about who reads what; another one is shown again."""
MOST_PIECES = 5
"""Files of one case."""
LARGEST_PIECE = 10 * 2**20
"""Bytes of one file."""
LONGEST_STORY = 10_000
"""Characters kept of everything that is told in one case."""
CHOICES = ("report", "praise", "misconduct")
PARTS = ("place", "name", "phone")
"""What is asked once beside the story; each may be skipped."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A file to go along: ``medium`` is photo, voice or document, ``file`` the channel's own name.

    ``name`` is what the citizen's device called it, where it says.
    """

    medium: str
    file: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A case that is not sent.

    ``desk``, ``day`` and ``level`` come from the rating it began with, if any; ``where`` is what
    the place is called. ``edition`` grows with every change, so that nobody sends what they have
    not read. ``pictured`` counts photos that the rating already has; ``asked`` the parts that were
    asked; ``reminded`` says that its writer was reminded of it.
    """

    choice: str = "report"
    desk: int | None = None
    day: date | None = None
    level: int = 0
    where: str = ""
    texts: tuple[str, ...] = ()
    pieces: tuple[Piece, ...] = ()
    location: str = ""
    pictured: int = 0
    name: str = ""
    phone: str = ""
    asked: tuple[str, ...] = ()
    edition: int = 0
    reminded: bool = False

    @property
    def text(self) -> str:
        """Give the whole story."""
        return "\n\n".join(self.texts)

    @property
    def empty(self) -> bool:
        """Say whether nothing was told yet."""
        return not (self.texts or self.pieces or self.location)

    def room(self) -> int:
        """Count the characters that may still be told."""
        return LONGEST_STORY - len(self.text) - 2 * bool(self.texts)


@dataclass(frozen=True, slots=True)
class Reply:
    """The case that is looked at, and what is not sent for it yet; ``act`` is add or contest."""

    case: int = 0
    act: str = "add"
    texts: tuple[str, ...] = ()
    pieces: tuple[Piece, ...] = ()

    @property
    def empty(self) -> bool:
        """Say whether nothing was written or shown yet."""
        return not (self.texts or self.pieces)

    @property
    def text(self) -> str:
        """Give all that was written."""
        return "\n\n".join(self.texts)


def changed(draft: Draft, **fields: object) -> Draft:
    """Change a draft; what was read of it before is no longer what would be sent."""
    return replace(draft, edition=draft.edition + 1, **fields)  # type: ignore[arg-type]


def asked(draft: Draft, part: str, **fields: object) -> Draft:
    """Note that a part was asked, and what was said to it."""
    return changed(draft, asked=(*(p for p in draft.asked if p != part), part), **fields)


def open_part(draft: Draft) -> str | None:
    """Name the first part that is still to be asked; the place only where no desk is known."""
    known = "place" if draft.desk is not None or draft.where else None
    return next((p for p in PARTS if p != known and p not in draft.asked), None)
