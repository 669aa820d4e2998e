"""What there is to do: the queues of what the viewer sees, the most urgent first. However long they
are, only what is on the screen is drawn, and only as far as one looks is read."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widget import Widget

from admin_tui import numbers
from admin_tui.caseload import Line, Queue, Tab
from admin_tui.charts import queues
from admin_tui.keys import SHARED, Command
from admin_tui.screens.case import CaseRoom
from admin_tui.screens.case_search import CaseSearch
from admin_tui.screens.followup import FollowUp
from admin_tui.screens.room import Room
from admin_tui.session import Session
from admin_tui.widgets.drawn import Drawn
from admin_tui.widgets.rows import Rows
from feedback.services.followups import Item

PAGE = 60
MOST = 600
"""Cases read anew at once when something changed; who looks further reads on from there."""
FIND_CASE = Command("find", "f2", "ctrl+f", "Tìm", "Tìm việc theo mã hoặc theo lời, không cần dấu")
_EMPTY = {
    Tab.OWED: "Không còn việc nào cần làm.",
    Tab.MINE: "Ông/bà không có việc nào đang xử lý.",
    Tab.LATE: "Không có việc nào quá hạn.",
    Tab.WAITING: "Không có việc nào đang chờ người dân.",
    Tab.ANSWERED: "Không có việc nào đã trả lời mà chưa kết thúc.",
    Tab.SEALED: "Không có việc kín nào.",
    Tab.LOW: "Không có lượt điểm thấp nào cần theo dõi.",
    Tab.ALL: "Chưa có việc nào.",
}


class Cases(Room):
    """The queues."""

    BINDINGS: ClassVar[list[BindingType]] = [
        FIND_CASE.binding(),
        *(Binding(str(tab.value), f"turn({tab.value})", show=False) for tab in Tab),
        Binding("right", "step(1)", show=False),
        Binding("left", "step(-1)", show=False),
        # Never Backspace: Vietnamese keyboards send it by themselves while they compose.
        Binding("escape,0", "back", show=False),
    ]
    guide = (
        "Phím số 1 đến 8 hoặc ← → chọn danh sách; ↑ ↓ PgUp PgDn đi trong danh sách.\n"
        "Enter mở một việc. Esc hoặc phím 0 về các đơn vị.\n\n"
        "Việc gấp nhất đứng trước: quá hạn, rồi đến hạn gần nhất, rồi việc nghiêm trọng.\n"
        "“Tạm tính” là hạn chưa chắc vì chưa có lịch nghỉ của năm đó.\n"
        "“Kín” chỉ người được giao mới thấy. “Điểm thấp” là những đánh giá không hài lòng\n"
        "phải xem lại, kể cả khi người dân không gửi phản ánh.\n"
    )
    extra_keys = (("Enter", "Mở"), ("1–8", "Danh sách"), ("Esc", "Về"))

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._tab = Tab.OWED
        self._queue: Queue | None = None
        self._lines: list[Line] = []
        self._reading_on = False

    @property
    def where(self) -> str:
        """Name this screen."""
        return "Việc cần xử lý"

    @property
    def commands(self) -> tuple[Command, ...]:
        """Give what this screen offers."""
        return (FIND_CASE, *SHARED)

    @property
    def subject(self) -> object:
        """Tell which queue is read."""
        return self._tab

    def body(self) -> Iterable[Widget]:
        """Give the queues to choose from, the headings and the rows."""
        yield Drawn(self._tabs, id="parts")
        yield Drawn(self._heading, id="headings")
        yield Rows(self._row, id="queue")

    def on_mount(self) -> None:
        """Read on when the mark comes near the end."""
        self.watch(self.query_one(Rows), "cursor", self._moved, init=False)

    def read(self) -> None:
        """Ask for as much of the queue as was looked at."""
        session, tab = self.session, self._tab
        size = min(MOST, max(PAGE, len(self._lines)))
        ask = partial(session.cases.looks.queue, session.viewer, tab, size)
        self.fetch(ask, lambda queue: self._take(tab, queue))

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Open the marked row."""
        if self._tab is Tab.LOW:
            self.app.push_screen(FollowUp(self.session, self._low[event.place]), self._followed)
        else:
            self.open(self._lines[event.place].case.code)

    def open(self, code: str) -> None:
        """Open a case."""
        self.app.push_screen(CaseRoom(self.session, code))

    def action_find(self) -> None:
        """Find a case and open it."""
        self.app.push_screen(
            CaseSearch(self.session), lambda code: self.open(code) if code else None
        )

    def action_turn(self, tab: int) -> None:
        """Show a queue."""
        chosen = Tab(tab)
        if self._queue is None or chosen in self._queue.tabs:
            self._tab, self._lines = chosen, []
            self._queue = None if self._queue is None else _without_rows(self._queue)
            self._show(0)
            self.reload()

    def action_step(self, by: int) -> None:
        """Show the next or the previous queue."""
        tabs = [tab for tab in Tab if self._queue is None or tab in self._queue.tabs]
        self.action_turn(tabs[(tabs.index(self._tab) + by) % len(tabs)].value)

    def action_back(self) -> None:
        """Return to the units."""
        self.dismiss(None)

    @property
    def _low(self) -> tuple[Item, ...]:
        return self._queue.low if self._queue is not None else ()

    def _take(self, tab: Tab, queue: Queue) -> None:
        # An answer about a queue that was left meanwhile.
        if tab is not self._tab:
            return
        rows = self.query_one(Rows)
        # The mark stays with its case, wherever that stands now.
        marked = self._lines[rows.cursor].case.id if rows.cursor < len(self._lines) else None
        self._queue, self._lines = queue, list(queue.lines)
        at = next((n for n, one in enumerate(self._lines) if one.case.id == marked), None)
        self._show(at)
        self.as_of(f"● trực tiếp · đọc {numbers.moment(queue.read_at)}")

    def _show(self, at: int | None) -> None:
        count = len(self._low) if self._tab is Tab.LOW else len(self._lines)
        self.query_one(Rows).show(count, at)
        for part in ("#parts", "#headings"):
            self.query_one(part, Drawn).refresh()

    def _moved(self, cursor: int) -> None:
        queue = self._queue
        # Half a page ahead, so that further rows are there before the mark reaches the last.
        near = cursor >= len(self._lines) - PAGE // 2
        if queue is None or queue.more is None or not near or self._reading_on:
            return
        self._reading_on = True
        session, tab = self.session, self._tab
        ask = partial(session.cases.looks.queue, session.viewer, tab, PAGE, queue.more)
        self.ask("more", ask, lambda more: self._add(tab, queue, more), self._read_on)

    def _read_on(self) -> None:
        self._reading_on = False

    def _add(self, tab: Tab, before: Queue, more: Queue) -> None:
        self._read_on()
        # Read anew meanwhile: this page may not go on where the rows now end.
        if tab is not self._tab or self._queue is not before:
            return
        self._lines += more.lines
        self._queue = _going_on(before, more)
        self._show(None)

    def _followed(self, done: bool | None) -> None:
        if done:
            self.reload()

    def _tabs(self, width: int) -> Text:
        return queues.tabs(self._queue, self._tab, width, self.session.ink)

    def _heading(self, width: int) -> Text:
        ink = self.session.ink
        if self._queue is None:
            return Text("Đang đọc…", ink.dim)
        if not self._lines and not self._low:
            return Text(_EMPTY[self._tab], ink.dim)
        return queues.heading(self._tab, width, ink)

    def _row(self, place: int, width: int) -> Text:
        ink = self.session.ink
        if self._tab is Tab.LOW:
            return queues.low(self._low[place], width, ink)
        return queues.case(self._lines[place], width, ink)


def _without_rows(queue: Queue) -> Queue:
    return replace(queue, lines=(), more=None, low=())


def _going_on(before: Queue, more: Queue) -> Queue:
    return replace(before, more=more.more)
