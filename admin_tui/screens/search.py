"""Finds a unit by its name or code, typed with or without marks."""

from rich.text import Text

from admin_tui import words
from admin_tui.columns import fit
from admin_tui.literal import one_line
from admin_tui.reading import Node
from admin_tui.screens.picking import Picking
from admin_tui.session import Session
from feedback.domain.ids import UnitId


class Search(Picking[Node, UnitId]):
    """Gives the unit that was chosen."""

    heading = "Tìm đơn vị"
    prompt = "Gõ tên hoặc mã, không cần dấu: thanh bong"
    nothing = "Không thấy đơn vị nào khớp."

    def __init__(self, session: Session) -> None:
        super().__init__(session.ink)
        self._branches = session.branches

    def look_up(self, typed: str) -> list[Node]:
        """Find units."""
        return self._branches.search(typed)

    def draw(self, item: Node, width: int) -> Text:
        """Draw a unit with the units above it."""
        room = max(16, width // 2)
        sample = f" {words.SAMPLE}" if item.sample else ""
        line = Text(fit(one_line(item.name), room - len(sample)), self.ink.text)
        line.append(sample, self.ink.sample)
        above = " › ".join(one_line(name) for name in self._branches.path(item.unit))
        return line.append(fit(f"  {above}", width - room), self.ink.dim)

    def pick(self, item: Node) -> UnitId:
        """Give the unit."""
        return item.unit
