"""All commands of a screen in one list, found by typing, with or without marks."""

from rich.text import Text

from admin_tui.columns import Align, fit
from admin_tui.ink import Ink
from admin_tui.keys import Command
from admin_tui.screens.picking import Picking
from feedback.domain.names import fold


class Palette(Picking[Command, Command]):
    """Gives the command that was chosen."""

    heading = "Bảng lệnh"
    prompt = "Gõ để tìm lệnh, không cần dấu"
    nothing = "Không có lệnh nào khớp."

    def __init__(self, commands: tuple[Command, ...], ink: Ink) -> None:
        super().__init__(ink)
        self._commands = commands

    def look_up(self, typed: str) -> list[Command]:
        """Find commands whose words hold all that was typed."""
        wanted = fold(typed).split()
        return [
            command
            for command in self._commands
            if all(word in fold(f"{command.label} {command.help}") for word in wanted)
        ]

    def draw(self, item: Command, width: int) -> Text:
        """Draw a command with its keys."""
        room = max(10, width - 20)
        line = Text(fit(item.help, room), self.ink.text)
        return line.append(fit(item.keys, width - room, Align.RIGHT), self.ink.dim)

    def pick(self, item: Command) -> Command:
        """Give the command."""
        return item
