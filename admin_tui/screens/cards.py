"""Small questions laid over a case: one line of words, one of several, yes or no, or something to
read. Each gives an answer and knows no case."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Input

from admin_tui.columns import fit, wrapped
from admin_tui.ink import Ink
from admin_tui.literal import one_line
from admin_tui.screens.modal import Card
from admin_tui.screens.picking import Picking
from admin_tui.widgets.drawn import Drawn
from feedback.domain.names import fold

Value = TypeVar("Value")
# As many characters as `casework.because` takes.
LONGEST_REASON = 500


class OneLine(Card[str]):
    """Asks for one line, such as a reason; empty is not taken."""

    offered = (("Enter", "Xong"),)

    def __init__(
        self, heading: str, told: str, prompt: str, ink: Ink, most: int = LONGEST_REASON
    ) -> None:
        super().__init__(ink)
        self.title_text = heading
        self._told = told
        self._prompt = prompt
        self._most = most

    def body(self) -> Iterable[Widget]:
        """Give what is to be known, and the field."""
        yield Drawn(
            lambda w: Text("\n".join(wrapped(self._told, w)), self.ink.text), classes="told"
        )
        yield Input(placeholder=self._prompt, max_length=self._most)
        yield Drawn(id="problem")

    def on_mount(self) -> None:
        """Keep the cursor calm."""
        self.query_one(Input).cursor_blink = False

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Close with what was written."""
        written = " ".join(event.value.split())
        if written:
            self.dismiss(written)
        else:
            words = "Xin viết vài lời rồi bấm Enter."
            self.query_one("#problem", Drawn).show(lambda w: Text(words, self.ink.bad))


@dataclass(frozen=True, slots=True)
class Option(Generic[Value]):
    """One of several: what it is called, what stands beside it, and what choosing it means."""

    label: str
    detail: str
    value: Value


class OneOf(Picking[Option[Value], Value]):
    """Asks for one of several, found by typing."""

    prompt = "Gõ để tìm, không cần dấu"

    def __init__(self, heading: str, options: Iterable[Option[Value]], ink: Ink) -> None:
        super().__init__(ink)
        self.title_text = heading
        self._options = tuple(options)
        self._folded = [fold(f"{one.label} {one.detail}") for one in self._options]

    def look_up(self, typed: str) -> list[Option[Value]]:
        """Find options that hold all words; those that begin with them come first."""
        wanted = fold(typed)
        words = wanted.split()
        found = [
            (not folded.startswith(wanted), place)
            for place, folded in enumerate(self._folded)
            if all(word in folded for word in words)
        ]
        return [self._options[place] for _, place in sorted(found)]

    def draw(self, item: Option[Value], width: int) -> Text:
        """Draw an option."""
        label = one_line(item.label)
        room = width if not item.detail else max(20, min(len(label) + 2, width * 2 // 3))
        line = Text(fit(label, min(room, width)), self.ink.text)
        return line.append(fit(one_line(item.detail), width - line.cell_len), self.ink.dim)

    def pick(self, item: Option[Value]) -> Value:
        """Give what it means."""
        return item.value


class Sure(Card[bool]):
    """Asks whether to go on; only the digit says yes, so that no second Enter does it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("1", "yes", show=False)]

    def __init__(self, heading: str, told: str, yes: str, ink: Ink) -> None:
        super().__init__(ink)
        self.title_text = heading
        self.offers = (("1", yes),)
        self._told = told

    def body(self) -> Iterable[Widget]:
        """Give what follows from yes."""
        yield Drawn(lambda w: Text("\n".join(wrapped(self._told, w)), self.ink.text))

    def action_yes(self) -> None:
        """Go on."""
        self.dismiss(True)


class Shown(Card[None]):
    """Shows lines to be read; nothing of them is kept when it closes."""

    offered = (("↑ ↓", "Cuộn"),)

    def __init__(self, heading: str, draw: Callable[[int], Sequence[Text]], ink: Ink) -> None:
        super().__init__(ink)
        self.title_text = heading
        self._lines = draw

    def body(self) -> Iterable[Widget]:
        """Give the lines."""
        with VerticalScroll(classes="scroll"):
            yield Drawn(lambda width: Text("\n").join(self._lines(width)))
