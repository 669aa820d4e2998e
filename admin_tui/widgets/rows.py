"""Any number of one-line rows, of which only those on screen are ever drawn. It holds no data:
the owner draws a row when asked."""

from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

Draw = Callable[[int, int], Text]
"""Draws the row of a place over so many cells."""


class Rows(ScrollView, can_focus=True):
    """A list moved through by arrows; with ``marked`` off it only scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("pageup", "leaf(-1)", show=False),
        Binding("pagedown", "leaf(1)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(1)", show=False),
        Binding("enter", "choose", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor"}

    cursor: reactive[int] = reactive(0)

    class Chosen(Message):
        """Enter was pressed on a row."""

        def __init__(self, rows: "Rows", place: int) -> None:
            super().__init__()
            self.rows = rows
            self.place = place

        @property
        def control(self) -> "Rows":
            """The list it happened in."""
            return self.rows

    def __init__(self, draw: Draw, *, marked: bool = True, id: str | None = None) -> None:
        super().__init__(id=id)
        self._draw = draw
        self._marked = marked
        self._count = 0

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._count

    def show(self, count: int, cursor: int | None = None) -> None:
        """Take a new number of rows, and draw all that is on screen anew."""
        self._count = count
        self.virtual_size = Size(self._width, count)
        self.cursor = self._within(self.cursor if cursor is None else cursor)
        self._reveal()
        self.refresh()

    def on_resize(self) -> None:
        """Keep the width of the rows that of the widget."""
        self.virtual_size = Size(self._width, self._count)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        place = y + self.scroll_offset.y
        width = self._width
        base = self.rich_style
        if place >= self._count:
            return Strip.blank(width, base)
        marked = self._marked and place == self.cursor
        if marked:
            base += self.get_component_rich_style("rows--cursor")
        text = self._draw(place, width)
        # One row is one line of the screen, whatever the width does to it.
        text.no_wrap = True
        return Strip(self._segments(text, base, plain=marked)).adjust_cell_length(width, base)

    def _segments(self, text: Text, base: Style, *, plain: bool) -> list[Segment]:
        # On the marked row one colour must be readable on the mark; words keep the meaning.
        drawn = Text(text.plain) if plain else text
        return [
            Segment(part.text, base + part.style if part.style else base)
            for part in drawn.render(self.app.console)
        ]

    @property
    def _width(self) -> int:
        return max(1, self.scrollable_content_region.width)

    def watch_cursor(self) -> None:
        """Follow the mark."""
        self._reveal()
        self.refresh()

    def action_step(self, by: int) -> None:
        """Move by one row."""
        self._go(by)

    def action_leaf(self, by: int) -> None:
        """Move by a screenful."""
        self._go(by * max(1, self.size.height - 1))

    def action_edge(self, end: int) -> None:
        """Move to the first or the last row."""
        self._go(self._count if end else -self._count)

    def action_choose(self) -> None:
        """Tell that the marked row was chosen."""
        if self._marked and self._count:
            self.post_message(self.Chosen(self, self.cursor))

    def _go(self, by: int) -> None:
        if self._marked:
            self.cursor = self._within(self.cursor + by)
        else:
            self.scroll_relative(y=by, animate=False)

    def _within(self, place: int) -> int:
        return max(0, min(place, self._count - 1))

    def _reveal(self) -> None:
        if self._marked and self._count and self.is_mounted:
            self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False, force=True)
