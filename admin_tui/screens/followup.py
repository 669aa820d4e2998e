"""A low rating that is to be dealt with: what was said, and what came of it."""

from collections.abc import Iterable
from functools import partial

from rich.text import Text
from textual.containers import VerticalScroll
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Input

from admin_tui import case_words
from admin_tui.charts import queues
from admin_tui.columns import wrapped
from admin_tui.literal import literal, one_line
from admin_tui.screens.asking import AskingScreen
from admin_tui.screens.modal import Card
from admin_tui.session import Session
from admin_tui.trouble import Trouble
from admin_tui.widgets.drawn import Drawn
from admin_tui.widgets.rows import Rows
from feedback.services.followups import Item

_OUTCOMES = tuple(case_words.OUTCOMES.items())
_SHORTEST, _LONGEST = 3, 2000


class FollowUp(AskingScreen[bool], Card[bool]):
    """Gives True when it was recorded what came of it."""

    heading = "Điểm thấp: đã làm gì?"
    offered = (("↑ ↓", "Chọn kết quả"), ("Enter", "Ghi"))

    def __init__(self, session: Session, item: Item) -> None:
        super().__init__(session.ink)
        self._session = session
        self._item = item

    def body(self) -> Iterable[Widget]:
        """Give what was said, the outcomes, and a field for what was done."""
        with VerticalScroll(classes="scroll", can_focus=False):
            yield Drawn(self._told)
        yield Rows(self._row)
        yield Input(placeholder="Đã làm gì, viết ngắn", max_length=_LONGEST)
        yield Drawn(id="problem")

    def on_mount(self) -> None:
        """Begin in the field; the arrows choose the outcome."""
        self.query_one(Rows).show(len(_OUTCOMES), 0)
        field = self.query_one(Input)
        field.cursor_blink = False
        field.focus()

    def on_key(self, event: Key) -> None:
        """Move the mark while the field keeps the letters."""
        step = {"up": -1, "down": 1}.get(event.key)
        if step is not None:
            event.stop()
            self.query_one(Rows).action_step(step)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Record it."""
        note = event.value.strip()
        if len(note) < _SHORTEST:
            self._say("Xin viết vài lời về việc đã làm.")
            return
        session, outcome = self._session, _OUTCOMES[self.query_one(Rows).cursor][0]
        act = partial(session.cases.acts.followed, session.viewer, self._item.id, outcome, note)
        self.ask("followed", act, lambda done: self._close())

    def troubled(self, trouble: Trouble) -> None:
        """Say why it was not recorded."""
        self._say(trouble.words)

    def _close(self) -> None:
        self.dismiss(True)

    def _say(self, words: str) -> None:
        self.query_one("#problem", Drawn).show(
            lambda width: Text("\n".join(wrapped(words, width)), self.ink.bad)
        )

    def _told(self, width: int) -> Text:
        item, ink = self._item, self.ink
        head = f"{one_line(item.desk_name)} · {queues.when(item)}"
        text = Text("\n".join(wrapped(head, width)), ink.dim)
        said = "\n".join(item.words) if item.words else queues.said(item)
        return text.append("\n" + "\n".join(wrapped(literal(said), width)), ink.strong)

    def _row(self, place: int, width: int) -> Text:
        return Text(_OUTCOMES[place][1], self.ink.text)
