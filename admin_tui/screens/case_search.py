"""Finds a case by its code, or by words that were said in it. It reads only when Enter is pressed:
every search opens sealed words."""

from collections.abc import Iterable
from functools import partial

from rich.text import Text
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Input

from admin_tui import numbers
from admin_tui.caseload import Found
from admin_tui.charts import queues
from admin_tui.screens.asking import AskingScreen
from admin_tui.screens.modal import Card
from admin_tui.session import Session
from admin_tui.widgets.drawn import Drawn
from admin_tui.widgets.rows import Rows


class CaseSearch(AskingScreen[str], Card[str]):
    """Gives the code of the case that was chosen."""

    heading = "Tìm việc"
    offered = (("Enter", "Tìm, rồi mở"), ("↑ ↓", "Đi"))

    def __init__(self, session: Session) -> None:
        super().__init__(session.ink)
        self._session = session
        self._found: Found | None = None
        self._asked = ""

    def body(self) -> Iterable[Widget]:
        """Give the field, the rows, and what was looked through."""
        yield Input(placeholder="Mã việc, hoặc lời người dân, không cần dấu", max_length=200)
        yield Rows(self._row)
        yield Drawn(self._told, classes="count")

    def on_mount(self) -> None:
        """Keep the cursor calm."""
        self.query_one(Input).cursor_blink = False

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Search; once more opens what is marked."""
        text = event.value.strip()
        if self._found is not None and self._found.lines and text == self._asked:
            self.query_one(Rows).action_choose()
        elif text:
            # Enter once more, while this search still runs, must not open what the last one found.
            self._asked, self._found = text, None
            self.query_one(Rows).show(0)
            self.query_one(".count", Drawn).refresh()
            session = self._session
            ask = partial(session.cases.looks.search, session.viewer, text)
            self.ask("search", ask, self._take)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Close with the marked case."""
        if self._found is not None:
            self.dismiss(self._found.lines[event.place].case.code)

    def on_key(self, event: Key) -> None:
        """Move the mark while the field keeps the letters."""
        step = {"up": -1, "down": 1}.get(event.key)
        if step is not None:
            event.stop()
            self.query_one(Rows).action_step(step)

    def _take(self, found: Found) -> None:
        self._found = found
        self.query_one(Rows).show(len(found.lines), 0)
        self.query_one(".count", Drawn).refresh()

    def _row(self, place: int, width: int) -> Text:
        lines = self._found.lines if self._found is not None else ()
        return queues.case(lines[place], width, self.ink)

    def _told(self, width: int) -> Text:
        found = self._found
        if found is None:
            return Text("Đang tìm…" if self._asked else "Gõ rồi bấm Enter.", self.ink.dim)
        told = f"{len(found.lines)} việc" if found.lines else "Không thấy việc nào khớp."
        if not found.whole:
            told += f"; mới tìm trong {numbers.whole(found.looked_through)} việc mới nhất"
        return Text(told, self.ink.dim)
