"""The ground of what is laid over a screen: a card with a title, and Esc to leave it."""

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget

from admin_tui.ink import Ink
from admin_tui.widgets.drawn import Drawn
from admin_tui.widgets.lines import KeyLine, keys

Result = TypeVar("Result")


class Card(ModalScreen[Result]):
    """Laid over a screen until something is chosen or Esc is pressed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]
    heading: ClassVar[str] = ""
    offered: ClassVar[tuple[tuple[str, str], ...]] = ()

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self.ink = ink
        self.title_text = self.heading
        self.offers = self.offered

    def body(self) -> Iterable[Widget]:
        """Give what the card holds."""
        return ()

    def compose(self) -> ComposeResult:
        """Lay out the card."""
        with Vertical(classes="over"):
            yield Drawn(
                lambda width: Text(self.title_text, f"bold {self.ink.accent}"), classes="head"
            )
            yield from self.body()
            yield KeyLine(keys([*self.offers, ("Esc", "Đóng")], self.ink.strong, self.ink.dim))

    def action_leave(self) -> None:
        """Close without choosing."""
        self.dismiss(None)
