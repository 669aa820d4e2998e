"""The lines around every screen: where one is, who one is, and which keys there are."""

from collections.abc import Iterable

from rich.cells import cell_len
from rich.text import Text

from admin_tui import titles
from admin_tui.columns import fit
from admin_tui.keys import Command
from admin_tui.widgets.drawn import Drawn, Picture

SEPARATOR = " · "


def both_ends(left: str, right: str, style: str = "") -> Picture:
    """Draw one text from the left and one to the right; the left one yields."""

    def picture(width: int) -> Text:
        room = max(0, width - cell_len(right) - 1)
        return Text(f"{fit(left, room)} {right}", style)

    return picture


def keys(commands: Iterable[tuple[str, str]], strong: str, dim: str) -> Picture:
    """Draw keys with their labels, as many as there is room for."""
    pairs = tuple(commands)

    def picture(width: int) -> Text:
        line, used = Text(), 0
        for key, label in pairs:
            length = cell_len(key) + cell_len(label) + 3
            # The two spaces behind the last label may fall off the edge.
            if used + length > width + 2:
                break
            line.append(key, strong)
            line.append(f" {label}  ", dim)
            used += length
        return line

    return picture


def pairs(commands: Iterable[Command]) -> list[tuple[str, str]]:
    """Give the keys of commands with their labels."""
    return [(command.short, command.label) for command in commands]


def title(*parts: str) -> str:
    """Join the parts of a title."""
    return SEPARATOR.join((titles.PRODUCT, *(part for part in parts if part)))


class TopLine(Drawn):
    """Where one is."""


class StatusLine(Drawn):
    """Who one is, and how fresh the figures are."""


class KeyLine(Drawn):
    """Which keys there are."""
