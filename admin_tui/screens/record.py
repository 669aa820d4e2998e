"""The record of acts, page by page: who did what, with what, when and why. It only shows; whom a
case is about never sees what was done with it."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widget import Widget

from admin_tui import act_words, numbers
from admin_tui.charts import record
from admin_tui.keys import SHARED, Command
from admin_tui.reading import Sought
from admin_tui.screens.cards import OneOf, Option, Shown
from admin_tui.screens.record_filter import RecordFilter
from admin_tui.screens.room import Room
from admin_tui.session import Session
from admin_tui.widgets.drawn import Drawn
from admin_tui.widgets.rows import Rows
from feedback.services.record import EntryPage

FILTER = Command("filter", "f2", "ctrl+f", "Lọc", "Lọc theo người, việc, lời, ngày")
KIND = Command("kind", "f7", "ctrl+l", "Làm gì", "Chỉ hiện một loại thao tác, hoặc tất cả")


class RecordRoom(Room):
    """The record of acts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        FILTER.binding(),
        KIND.binding(),
        Binding("right", "turn(1)", show=False),
        Binding("left", "turn(-1)", show=False),
        # Never Backspace: Vietnamese keyboards send it by themselves while they compose.
        Binding("escape,0", "back", show=False),
    ]
    guide = (
        "Ai đã làm gì, với việc nào, lúc nào và vì sao; mới nhất đứng trước.\n"
        "↑ ↓ đi trong trang, → trang cũ hơn, ← trang mới hơn. Enter xem đủ một thao tác.\n"
        "F2 lọc theo người, mã việc, lời và ngày; F7 lọc theo loại thao tác.\n"
        "Nhật ký không sửa, không xoá được. Việc người dân tự làm không ghi ở đây.\n"
        "Việc nói tới chính ông/bà thì ông/bà không thấy.\n"
    )
    extra_keys = (("Enter", "Xem đủ"), ("←→", "Trang"), ("Esc", "Về"))

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._sought, self._page = Sought(), 0
        self._found: EntryPage | None = None

    @property
    def where(self) -> str:
        """Name this screen."""
        return "Nhật ký"

    @property
    def aside(self) -> str:
        """Say what is sought."""
        return record.sought(self._sought)

    @property
    def commands(self) -> tuple[Command, ...]:
        """Give what this screen offers."""
        return (FILTER, KIND, *SHARED)

    @property
    def subject(self) -> object:
        """Tell which page of what is read."""
        return self._sought, self._page

    def body(self) -> Iterable[Widget]:
        """Give the headings and the rows."""
        yield Drawn(self._heading, id="headings")
        yield Rows(self._row, id="record")

    def read(self) -> None:
        """Ask for the page."""
        session, asked = self.session, (self._sought, self._page)
        ask = partial(session.reading.record, session.viewer, *asked)
        self.fetch(ask, lambda found: self._take(asked, found))

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Show all of the marked act."""
        if self._found is not None:
            entry, ink = self._found.rows[event.place], self.session.ink
            draw = partial(record.whole, entry, ink=ink)
            self.app.push_screen(Shown(f"Thao tác số {entry.seq}", draw, ink))

    def action_filter(self) -> None:
        """Choose whose acts are shown, about what, and when."""
        self.app.push_screen(RecordFilter(self._sought, self.session.ink), self._seek)

    def action_kind(self) -> None:
        """Choose which acts are shown."""
        known = {"": "Tất cả", **act_words.GROUPS, **act_words.ACTS}
        options = [Option(words, "", act) for act, words in known.items()]
        self.app.push_screen(OneOf("Xem thao tác nào?", options, self.session.ink), self._only)

    def action_turn(self, by: int) -> None:
        """Show the next older page, or the next newer one."""
        found = self._found
        if found is not None and (found.more if by > 0 else self._page > 0):
            self._go(self._sought, self._page + by)

    def action_back(self) -> None:
        """Return to where one came from."""
        self.dismiss(None)

    def _seek(self, sought: Sought | None) -> None:
        if sought is not None:
            self._go(sought, 0)

    def _only(self, act: str | None) -> None:
        if act is not None:
            self._go(replace(self._sought, act=act), 0)

    def _go(self, sought: Sought, page: int) -> None:
        self._sought, self._page, self._found = sought, page, None
        self._show()
        self.lines()
        self.reload()

    def _take(self, asked: tuple[Sought, int], found: EntryPage) -> None:
        # An answer about a page that was left meanwhile.
        if asked == (self._sought, self._page):
            self._found = found
            self._show()
            more = ", còn trang cũ hơn" if found.more else ""
            read = numbers.moment(self.session.reading.now())
            self.as_of(f"● trang {self._page + 1}{more} · đọc {read}")

    def _show(self) -> None:
        self.query_one(Rows).show(len(self._found.rows) if self._found else 0)
        self.query_one("#headings", Drawn).refresh()

    def _heading(self, width: int) -> Text:
        ink = self.session.ink
        if self._found is None:
            return Text("Đang đọc…", ink.dim)
        if not self._found.rows:
            return Text("Không có thao tác nào khớp.", ink.dim)
        return record.heading(width, ink)

    def _row(self, place: int, width: int) -> Text:
        rows = self._found.rows if self._found else ()
        return record.row(rows[place], width, self.session.ink)
