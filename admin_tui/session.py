"""What a signed-in person works with: who it is, the period looked at, and the facade to ask."""

from dataclasses import dataclass, field

from admin_tui.branches import Branches
from admin_tui.ink import DARK, Ink
from admin_tui.reading import Reading, Span
from feedback.domain.roles import Viewer
from feedback.domain.visibility import rated


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

    @property
    def live(self) -> bool:
        """Whether figures are shown as they come in: to those who rate nobody."""
        return not rated(self.viewer.role)
