"""A first sign-in ends with a password of one's own. Nothing else is offered until then."""

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from admin_tui.columns import wrapped
from admin_tui.ink import Ink
from admin_tui.keys import EVERYWHERE, Command
from admin_tui.reading import Entered, Reading
from admin_tui.screens.asking import AskingScreen
from admin_tui.screens.in_turn import InTurn
from admin_tui.screens.sign_in import REVEAL
from admin_tui.trouble import Trouble
from admin_tui.widgets.drawn import Drawn
from admin_tui.widgets.lines import KeyLine, keys, pairs

# The least that the service takes: told here before anything is sent to it.
SHORTEST = 10
_RULE = (
    f"Ít nhất {SHORTEST} ký tự; một câu dài dễ nhớ là tốt nhất. "
    "Nên gõ không dấu, tắt bộ gõ tiếng Việt."
)


class Renew(InTurn[None], AskingScreen[None]):
    """Asks twice for a new password; posts ``Renewed`` or ``Left``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        REVEAL.binding(),
        Binding("escape", "back", show=False),
    ]
    commands: ClassVar[tuple[Command, ...]] = (REVEAL,)
    guide = "Mật khẩu được cấp chỉ dùng một lần. Xin đặt mật khẩu của riêng ông/bà.\n" + _RULE

    class Renewed(Message):
        """The password was changed."""

        def __init__(self, entered: Entered) -> None:
            super().__init__()
            self.entered = entered

    class Left(Message):
        """The person went back without changing it."""

    def __init__(self, reading: Reading, entered: Entered, old: str, ink: Ink) -> None:
        super().__init__()
        self._reading = reading
        self._entered = entered
        self._old = old
        self._ink = ink

    def compose(self) -> ComposeResult:
        """Lay out the card and the line of keys."""
        with Vertical(id="card"):
            yield Drawn(lambda width: Text("Đặt mật khẩu mới", f"bold {self._ink.accent}"))
            yield Drawn(id="notice")
            yield Input(placeholder="Mật khẩu mới", password=True, max_length=200, id="new")
            yield Input(placeholder="Gõ lại lần nữa", password=True, max_length=200, id="again")
        offered = [("Enter", "Lưu"), ("Esc", "Quay lại"), *pairs((REVEAL, *EVERYWHERE))]
        yield KeyLine(keys(offered, self._ink.strong, self._ink.dim))

    def on_mount(self) -> None:
        """Say the rule."""
        for field in self.query(Input):
            field.cursor_blink = False
        self._say(_RULE)
        self.set_focus(self.query_one("#new", Input))

    def on_input_submitted(self) -> None:
        """Save."""
        new, again = self.query_one("#new", Input), self.query_one("#again", Input)
        if (problem := self._problem(new.value, again.value)) is not None:
            self._say(problem, warn=True)
            # Both: nobody sees which of two hidden lines holds the slip.
            new.value = again.value = ""
            self.set_focus(new)
        else:
            self._save(new.value)

    def action_reveal(self) -> None:
        """Show or hide what is typed."""
        for field in self.query(Input):
            field.password = not field.password

    def action_back(self) -> None:
        """Return to the first screen."""
        self.post_message(self.Left())

    def troubled(self, trouble: Trouble) -> None:
        """Say why it was not saved."""
        self._say(trouble.words, warn=True)

    def _problem(self, new: str, again: str) -> str | None:
        if len(new) < SHORTEST:
            return f"Mật khẩu cần ít nhất {SHORTEST} ký tự."
        if new != again:
            return "Hai lần gõ chưa giống nhau. Xin gõ lại."
        return "Mật khẩu mới phải khác mật khẩu được cấp." if new == self._old else None

    def _save(self, new: str) -> None:
        self._say("Đang lưu…")
        viewer, old = self._entered.viewer, self._old
        self.ask("renew", lambda: self._reading.renew(viewer, old, new), self._saved)

    def _saved(self, done: bool) -> None:
        if done:
            self.post_message(self.Renewed(self._entered))
        else:
            self._say("Chưa lưu được. Xin đăng nhập lại từ đầu.", warn=True)

    def _say(self, text: str, *, warn: bool = False) -> None:
        style = self._ink.bad if warn else self._ink.dim
        self.query_one("#notice", Drawn).show(lambda w: Text("\n".join(wrapped(text, w)), style))
