"""Choosing one of many by typing: a field above, rows below. The field keeps the letters, the
arrows move the mark."""

from collections.abc import Iterable
from typing import ClassVar, Generic, TypeVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from admin_tui.ink import Ink
from admin_tui.screens.modal import Card
from admin_tui.widgets.drawn import Drawn
from admin_tui.widgets.rows import Rows

Item = TypeVar("Item")
Picked = TypeVar("Picked")


class Picking(Card[Picked], Generic[Item, Picked]):
    """Rows that narrow while one types; subclasses say which, how drawn, and what they mean."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move('step', -1)", show=False, priority=True),
        Binding("down", "move('step', 1)", show=False, priority=True),
        Binding("pageup", "move('leaf', -1)", show=False, priority=True),
        Binding("pagedown", "move('leaf', 1)", show=False, priority=True),
    ]
    offered = (("Enter", "Chọn"), ("↑ ↓", "Đi"))
    prompt: ClassVar[str] = ""
    nothing: ClassVar[str] = "Không thấy gì khớp."

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink)
        self.found: list[Item] = []

    def look_up(self, typed: str) -> list[Item]:
        """Give what matches what was typed."""
        raise NotImplementedError

    def draw(self, item: Item, width: int) -> Text:
        """Draw one match."""
        raise NotImplementedError

    def pick(self, item: Item) -> Picked:
        """Give what choosing a match means."""
        raise NotImplementedError

    def body(self) -> Iterable[Widget]:
        """Give the field, the rows, and how many there are."""
        yield Input(placeholder=self.prompt, max_length=200)
        yield Rows(lambda place, width: self.draw(self.found[place], width))
        yield Drawn(self._count, classes="count")

    def on_mount(self) -> None:
        """Begin with all there is."""
        self.query_one(Input).cursor_blink = False
        self._narrow("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow while typing."""
        self._narrow(event.value)

    def on_input_submitted(self) -> None:
        """Choose the marked row."""
        self.query_one(Rows).action_choose()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Close with what was chosen."""
        self.dismiss(self.pick(self.found[event.place]))

    def action_move(self, how: str, by: int) -> None:
        """Move the mark while the field keeps the letters."""
        rows = self.query_one(Rows)
        if how == "step":
            rows.action_step(by)
        else:
            rows.action_leaf(by)

    def _narrow(self, typed: str) -> None:
        self.found = self.look_up(typed)
        self.query_one(Rows).show(len(self.found), 0)
        self.query_one(".count", Drawn).refresh()

    def _count(self, width: int) -> Text:
        typed = self.query_one(Input).value if self.is_mounted else ""
        if self.found:
            return Text(f"{len(self.found)} kết quả", self.ink.dim)
        return Text(self.nothing if typed else self.prompt, self.ink.dim)
