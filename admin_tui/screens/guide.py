"""Help on the screen one comes from: what is to be seen there, and every key."""

from collections.abc import Iterable

from rich.text import Text
from textual.containers import VerticalScroll
from textual.widget import Widget

from admin_tui.columns import fit, wrapped
from admin_tui.ink import Ink
from admin_tui.keys import Command
from admin_tui.screens.modal import Card
from admin_tui.widgets.drawn import Drawn


class Guide(Card[None]):
    """Shows a text and a table of keys."""

    heading = "Trợ giúp"
    offered = (("↑ ↓", "Cuộn"),)

    def __init__(self, text: str, commands: tuple[Command, ...], ink: Ink) -> None:
        super().__init__(ink)
        self._text = text
        self._commands = commands

    def body(self) -> Iterable[Widget]:
        """Give the text."""
        with VerticalScroll(classes="scroll"):
            yield Drawn(self._picture)

    def _picture(self, width: int) -> Text:
        text = Text("\n".join(wrapped(self._text, width)), self.ink.text)
        text.append("\n")
        for command in self._commands:
            text.append(f"\n{fit(command.keys, 20)}", self.ink.strong)
            text.append(command.help, self.ink.dim)
        return text
