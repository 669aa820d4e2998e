"""Asks which acts of the record are sought: whose, about what, when. It reads nothing."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from rich.text import Text
from textual.widget import Widget
from textual.widgets import Input

from admin_tui import numbers
from admin_tui.ink import Ink
from admin_tui.reading import Sought
from admin_tui.screens.in_turn import InTurn
from admin_tui.screens.modal import Card
from admin_tui.widgets.drawn import Drawn

_HINT = "Ô để trống là không lọc. Ngày viết như 01/07/2026."
_WRONG = "Xin viết ngày như 01/07/2026; ngày sau không được trước ngày đầu."


class RecordFilter(InTurn[Sought], Card[Sought]):
    """Gives what is sought; what kind of act it is stays as it was."""

    heading = "Lọc nhật ký"
    offered = (("Enter", "Tiếp, rồi xem"), ("↑ ↓", "Ô khác"))

    def __init__(self, now: Sought, ink: Ink) -> None:
        super().__init__(ink)
        self._now = now

    def body(self) -> Iterable[Widget]:
        """Give the fields, with what is sought now."""
        now = self._now
        yield Input(now.actor, "Ai làm: tên, hoặc một phần tên", max_length=100, id="actor")
        yield Input(now.subject, "Với việc nào: mã việc, tên người…", max_length=100, id="subject")
        yield Input(now.text, "Lời nào đó trong lý do, trước, sau", max_length=100, id="text")
        yield Input(_day(now.first), "Từ ngày, thí dụ 01/07/2026", max_length=12, id="first")
        yield Input(_day(now.last), "Đến hết ngày", max_length=12, id="last")
        yield Drawn(lambda width: Text(_HINT, self.ink.dim), id="problem")

    def on_mount(self) -> None:
        """Keep the cursor calm."""
        for field in self.query(Input):
            field.cursor_blink = False

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Close with what is sought."""
        first, last = (numbers.read_day(self._typed(name)) for name in ("first", "last"))
        unread = any(self._typed(n) and d is None for n, d in (("first", first), ("last", last)))
        if unread or (first and last and last < first):
            self.query_one("#problem", Drawn).show(lambda width: Text(_WRONG, self.ink.bad))
            return
        words = {name: self._typed(name) for name in ("actor", "subject", "text")}
        self.dismiss(replace(self._now, **words, first=first, last=last))

    def _typed(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value.strip()


def _day(value: date | None) -> str:
    return numbers.day(value) if value else ""
