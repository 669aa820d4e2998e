"""Chooses the period that figures are computed for, and the tree of units they are computed on."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from admin_tui import numbers
from admin_tui.columns import Align, fit
from admin_tui.ink import Ink
from admin_tui.periods import Choice, choices, custom, tree_words
from admin_tui.screens.in_turn import InTurn
from admin_tui.screens.modal import Card
from admin_tui.widgets.drawn import Drawn
from admin_tui.widgets.rows import Rows
from feedback.domain.query import TreeOf


class Days(InTurn[Choice], Card[Choice]):
    """Asks for a first and a last day."""

    heading = "Chọn ngày"
    offered = (("Enter", "Xem"),)

    def __init__(self, today: date, tree: TreeOf, ink: Ink) -> None:
        super().__init__(ink)
        self._today = today
        self._tree = tree

    def body(self) -> Iterable[Widget]:
        """Give two fields."""
        first = self._today.replace(day=1)
        yield Input(placeholder="Từ ngày, thí dụ 01/07/2026", max_length=12, id="first")
        yield Input(placeholder="Đến hết ngày", max_length=12, id="last")
        yield Drawn(lambda width: Text(f"Viết ngày/tháng/năm, thí dụ {numbers.day(first)}."))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Close with both days."""
        first = numbers.read_day(self.query_one("#first", Input).value)
        last = numbers.read_day(event.value)
        if first is None or last is None or last < first:
            words = "Xin viết hai ngày như 01/07/2026; ngày sau không được trước ngày đầu."
            self.query_one(Drawn).show(lambda width: Text(words))
        else:
            self.dismiss(custom(first, last, self._tree))


class Periods(Card[Choice]):
    """Gives the period that was chosen; digits choose at once."""

    heading = "Kỳ báo cáo"
    offered = (("Enter", "Chọn"), ("1–7", "Chọn nhanh"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(n), f"choose({n - 1})", show=False) for n in range(1, 8)
    ]

    def __init__(self, today: date, now: Choice, ink: Ink) -> None:
        super().__init__(ink)
        self._today = today
        self._now = now
        self._choices = choices(today, now.span.tree)

    def body(self) -> Iterable[Widget]:
        """Give the rows."""
        yield Rows(self._row)

    def on_mount(self) -> None:
        """Show them all, with the one in use marked."""
        spans = [choice.span for choice in self._choices]
        place = spans.index(self._now.span) if self._now.span in spans else len(spans)
        self.query_one(Rows).show(len(self._choices) + 2, place)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Take the marked row."""
        self.action_choose(event.place)

    def action_choose(self, place: int) -> None:
        """Close with a period, ask for days, or change the tree of the period in use."""
        if place < len(self._choices):
            self.dismiss(self._choices[place])
        elif place == len(self._choices):
            days = Days(self._today, self._now.span.tree, self.ink)
            self.app.push_screen(days, self._chosen)
        else:
            span = replace(self._now.span, tree=_other(self._now.span.tree))
            self.dismiss(replace(self._now, span=span))

    def _chosen(self, choice: Choice | None) -> None:
        if choice is not None:
            self.dismiss(choice)

    def _row(self, place: int, width: int) -> Text:
        number, label, detail = f"{place + 1}  ", "", ""
        if place < len(self._choices):
            choice = self._choices[place]
            label, detail = choice.label, _days(choice)
        elif place == len(self._choices):
            label = "Chọn từ ngày … đến ngày …"
        else:
            label = f"Giữ kỳ này, tính theo {tree_words(_other(self._now.span.tree))}"
        line = Text(number, self.ink.dim)
        line.append(fit(label, max(0, width - 27)), self.ink.text)
        return line.append(fit(detail, 24, Align.RIGHT), self.ink.dim)


def _other(tree: TreeOf) -> TreeOf:
    return TreeOf.NOW if tree is TreeOf.THEN else TreeOf.THEN


def _days(choice: Choice) -> str:
    first, last = choice.span.first, choice.span.last
    if first is None or last is None:
        return "đến hôm nay"
    return f"{numbers.day(first)}–{numbers.day(last)}"
