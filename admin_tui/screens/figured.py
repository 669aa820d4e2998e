"""The ground of the screens that show figures: for which period, on which tree of units, and what
an interval leaves out. It computes nothing."""

from collections.abc import Iterable
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.widget import Widget

from admin_tui import words
from admin_tui.columns import fit
from admin_tui.keys import FIGURES, RECORD, SHARED, Command
from admin_tui.periods import tree_words
from admin_tui.screens.room import Room
from admin_tui.widgets.drawn import Drawn
from feedback.services import record


class Figured(Room):
    """A screen of figures."""

    BINDINGS: ClassVar[list[BindingType]] = [command.binding() for command in (*FIGURES, RECORD)]

    @property
    def commands(self) -> tuple[Command, ...]:
        """Give what every screen of figures offers; the record only to who may read it."""
        reads = (RECORD,) if record.reads(self.session.viewer) else ()
        return (*FIGURES, *reads, *SHARED)

    @property
    def aside(self) -> str:
        """Name the period and the tree."""
        return f"{self.session.period} · {tree_words(self.session.span.tree)}"

    @property
    def subject(self) -> object:
        """Tell which period is read."""
        return self.session.span

    @property
    def live(self) -> bool:
        """Whether figures are shown as they come in."""
        return self.session.live

    def foot(self) -> Iterable[Widget]:
        """Say what the intervals leave out, wherever they show."""
        yield Drawn(self._caution, id="caution")

    def _caution(self, width: int) -> Text:
        return Text(fit(words.CHANCE_ONLY, width), self.session.ink.dim)
