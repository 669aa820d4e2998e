"""One case: what it is and how much time there is, what was said, what happened, and what can be
done. What the viewer may not see is not here to be hidden."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.widget import Widget

from admin_tui import case_acts, numbers
from admin_tui.caseload import Sheet
from admin_tui.charts import case_page
from admin_tui.charts.lines import WIDE
from admin_tui.keys import SHARED, Command
from admin_tui.screens.acting import Acting
from admin_tui.screens.palette import Palette
from admin_tui.screens.room import Room
from admin_tui.session import Session
from admin_tui.trouble import Gone, SignedOut, Trouble
from admin_tui.widgets.drawn import Drawn
from admin_tui.widgets.rows import Rows

_NAMES = ("1 Nội dung", "2 Diễn biến", "3 Vì sao có hạn này")
_GAP = 3
_NOT_OFFERED = "Vai trò của ông/bà, hoặc bước này của việc, chưa cho làm thao tác đó."


class CaseRoom(Room):
    """The page of one case, in three parts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(one.binding() for one in case_acts.KEYED),
        *(Binding(str(n), f"turn({n - 1})", show=False) for n in range(1, 4)),
        Binding("right", "step(1)", show=False),
        Binding("left", "step(-1)", show=False),
        # Never Backspace: Vietnamese keyboards send it by themselves while they compose.
        Binding("escape,0", "back", show=False),
    ]
    guide = (
        "Phím số 1 đến 3 hoặc ← → chuyển giữa các phần; ↑ ↓ PgUp PgDn cuộn trang.\n"
        "F2 trả lời người dân, F3 nhận việc, F6 mở tệp kèm theo, F7 xem mọi thao tác khác.\n"
        "Chỉ những thao tác mà vai trò và bước hiện nay cho phép mới hiện ra.\n"
        "Tên và số điện thoại người gửi luôn được ẩn; mở xem phải nêu lý do và được ghi lại.\n"
    )
    extra_keys = (("Esc", "Về"), ("1–3", "Phần"))

    def __init__(self, session: Session, code: str) -> None:
        super().__init__(session)
        self.code = code
        self.sheet: Sheet | None = None
        self._page = 0
        self._lines: list[Text] = []

    @property
    def where(self) -> str:
        """Name this screen."""
        return f"Việc {self.code}"

    @property
    def commands(self) -> tuple[Command, ...]:
        """Give what can be done with the case now."""
        return (*case_acts.commands(self.sheet), *SHARED)

    def body(self) -> Iterable[Widget]:
        """Give the head, the parts to choose from, and the lines of a part."""
        yield Drawn(self._head, id="case-head")
        yield Drawn(self._parts, id="parts")
        yield Rows(lambda place, width: self._lines[place].copy(), marked=False, id="case")

    def read(self) -> None:
        """Ask for the case."""
        session, code = self.session, self.code
        self.fetch(partial(session.cases.looks.sheet, session.viewer, code), self._take)

    def on_resize(self, event: Resize) -> None:
        """Lay the text out anew for another width."""
        self._lay(event.size.width)

    def troubled(self, trouble: Trouble) -> None:
        """Leave where the case is not for this person any more."""
        super().troubled(trouble)
        # Only the screen in front can be dismissed.
        if isinstance(trouble, Gone) and self.is_current:
            self.dismiss(None)

    def action_turn(self, page: int) -> None:
        """Show a part."""
        self._page = page
        self._lay(self.size.width)
        self.query_one(Rows).scroll_home(animate=False)
        self.query_one("#parts", Drawn).refresh()

    def action_step(self, by: int) -> None:
        """Show the next or the previous part."""
        self.action_turn((self._page + by) % len(_NAMES))

    def action_back(self) -> None:
        """Return to the queue."""
        self.dismiss(None)

    def action_act(self, name: str) -> None:
        """Begin an act, where it is offered."""
        sheet = self.sheet
        if sheet is None:
            return
        if name not in {one.name for one in case_acts.offers(sheet)}:
            self.notify(_NOT_OFFERED, severity="warning", markup=False)
            return
        acting = Acting(self, sheet)
        # One act at a time: a key pressed twice begins anew, and asks once.
        self.run_worker(acting.begin(name), group="act", exclusive=True)

    def action_files(self) -> None:
        """Open a file in a browser."""
        sheet = self.sheet
        if sheet is not None and sheet.files:
            self.run_worker(Acting(self, sheet).open_file(), group="act", exclusive=True)
        else:
            self.notify("Việc này không có tệp nào.", markup=False)

    def action_more(self) -> None:
        """Choose any act."""
        commands = case_acts.commands(self.sheet)
        if commands:
            listed = tuple(one for one in commands if one is not case_acts.MORE)
            self.app.push_screen(Palette(listed, self.session.ink), self._chosen)
        else:
            self.notify(_NOT_OFFERED, severity="warning", markup=False)

    def done(self) -> None:
        """Say that an act was done, and read the case as it is now."""
        self.notify("Đã xong.", markup=False, timeout=3)
        self.reload()

    def tell(self, trouble: Trouble) -> None:
        """Say why an act was not done, and read the case as it is now."""
        if isinstance(trouble, SignedOut):
            self.post_message(self.Out(trouble.words))
            return
        self.notify(
            trouble.words, title="Chưa làm được", severity="warning", markup=False, timeout=15
        )
        self.reload()

    def _chosen(self, command: Command | None) -> None:
        if command is not None:
            self.app.call_later(self.app.run_action, command.action, self)

    def _take(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.query_one("#case-head", Drawn).refresh(layout=True)
        self._lay(self.size.width)
        self.lines()
        self.as_of(f"● trực tiếp · đọc {numbers.moment(sheet.read_at)}")

    def _lay(self, width: int) -> None:
        if self.sheet is None or not self.is_mounted:
            return
        # Two cells of padding, one of the scroll bar.
        self._lines = self._laid(self.sheet, width - 3)
        self.query_one(Rows).show(len(self._lines))

    def _laid(self, sheet: Sheet, width: int) -> list[Text]:
        ink = self.session.ink
        if self._page == 1:
            return case_page.timeline(sheet, width, ink)
        if self._page == 2:
            return case_page.why(sheet, width, ink)
        if width < WIDE:
            return case_page.content(sheet, width, ink)
        left = width * 3 // 5
        right = case_page.timeline(sheet, width - left - _GAP, ink)
        return case_page.beside(case_page.content(sheet, left, ink), right, left + _GAP)

    def _head(self, width: int) -> Text:
        if self.sheet is None:
            return Text("Đang đọc…", self.session.ink.dim)
        return case_page.head(self.sheet, width, self.session.ink)

    def _parts(self, width: int) -> Text:
        line, ink = Text(), self.session.ink
        for place, name in enumerate(_NAMES):
            chosen = place == self._page
            line.append("▌" if chosen else " ", ink.accent)
            line.append(f"{name}   ", f"bold {ink.accent}" if chosen else ink.dim)
        return line
