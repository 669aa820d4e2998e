"""What a signed-in person works with: who it is, the period looked at, and the facade to ask."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from admin_tui.branches import Branches
from admin_tui.drafts import Drafts
from admin_tui.ink import DARK, Ink
from admin_tui.reading import Reading, Span
from feedback.domain.roles import Viewer
from feedback.domain.visibility import rated

if TYPE_CHECKING:
    from admin_tui.caseload import Caseload


@dataclass(slots=True)
class Session:
    """One person's session; ``period`` is the span in words, ``edition`` counts changes."""

    reading: Reading
    viewer: Viewer
    unit_name: str
    span: Span
    period: str
    ink: Ink = DARK
    edition: int = 0
    branches: Branches = field(default_factory=Branches)
    drafts: Drafts = field(default_factory=Drafts)
    concerns: tuple[str, ...] = ()

    @property
    def cases(self) -> "Caseload":
        """What the screens of cases work with."""
        return self.reading.cases

    @property
    def live(self) -> bool:
        """Whether figures are shown as they come in: to those who rate nobody."""
        return not rated(self.viewer.role)
