"""The first screen: a name and a password. It never says which of the two was wrong, and keeps no
password once it was checked."""

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from admin_tui import titles
from admin_tui.columns import wrapped
from admin_tui.ink import Ink
from admin_tui.keys import EVERYWHERE, Command
from admin_tui.opening import Opening
from admin_tui.patience import Patience
from admin_tui.screens.asking import AskingScreen
from admin_tui.screens.in_turn import InTurn
from admin_tui.trouble import Trouble
from admin_tui.widgets.drawn import Drawn
from admin_tui.widgets.lines import KeyLine, keys, pairs

if TYPE_CHECKING:
    from admin_tui.reading import CodeWanted, Entered

REVEAL = Command("reveal", "f6", "ctrl+y", "Hiện mật khẩu", "Hiện hoặc che mật khẩu đang gõ")
_HINT = "Trước khi gõ mật khẩu, xin tắt bộ gõ tiếng Việt (Telex, VNI)."
_MARKS = "Mật khẩu đang có chữ có dấu. Nếu không định gõ dấu, xin tắt bộ gõ tiếng Việt."
_WRONG = "Tên hoặc mật khẩu chưa đúng."
_WRONG_CODE = "Mã chưa đúng, hoặc đã dùng rồi."
_CODE = "Xin mở ứng dụng tạo mã trên điện thoại và gõ mã 6 số của Hài Lòng."


class SignIn(InTurn[None], AskingScreen[None]):
    """Asks who is there; posts ``Let`` when someone was let in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        REVEAL.binding(),
    ]
    commands = (REVEAL,)
    guide = (
        "Gõ tên đăng nhập, bấm Enter, gõ mật khẩu, bấm Enter.\n"
        "Sai nhiều lần thì phải chờ; mỗi lần sai sau đó chờ lâu hơn.\n"
        "Quên mật khẩu: xin nhờ người quản trị cấp mật khẩu mới."
    )

    class Let(Message):
        """Someone was let in; the password just checked serves a change that is due."""

        def __init__(self, entered: "Entered", password: str) -> None:
            super().__init__()
            self.entered = entered
            self.password = password

    def __init__(self, opening: Opening, ink: Ink) -> None:
        super().__init__()
        self._opening = opening
        self._ink = ink
        self._patience = Patience()
        self._waiting = False
        self._held = ""
        self._wrong = _WRONG

    def compose(self) -> ComposeResult:
        """Lay out the card and the line of keys."""
        with Vertical(id="card"):
            yield Drawn(self._heading, id="heading")
            # No longer than the services let a name and a password be: 60 and 200 characters.
            yield Input(placeholder="Tên đăng nhập", max_length=60, id="name")
            yield Input(placeholder="Mật khẩu", password=True, max_length=200, id="password")
            yield Drawn(id="notice")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Make the fields calm and say what is to be said."""
        for field in self.query(Input):
            field.cursor_blink = False
        self.tint(self._ink)
        self.set_interval(0.5, self._count_down)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Check."""
        if not event.value or self._patience.left:
            return
        if event.input.id == "code":
            self._check(self._held, event.value)
            return
        # Shown by its key, it is hidden again before the next person stands at the desk.
        event.input.password = True
        self._check(event.value)
        event.input.value = ""

    def on_input_changed(self, event: Input.Changed) -> None:
        """Warn when a keyboard composes letters that nobody can see."""
        if event.input.id == "password" and event.value and not self._waiting:
            self._say(_HINT if event.value.isascii() else _MARKS, warn=not event.value.isascii())

    def again(self, notice: str) -> None:
        """Begin anew, saying why one is here."""
        self._start_over()
        for field in self.query(Input):
            field.value = ""
        self._patience = Patience()
        self.set_focus(self.query_one("#name", Input))
        self._say(notice or _HINT)

    def tint(self, ink: Ink) -> None:
        """Draw everything in these colours."""
        self._ink = ink
        offered = [("Enter", "Đăng nhập"), *pairs((REVEAL, *EVERYWHERE))]
        self.query_one(KeyLine).show(keys(offered, ink.strong, ink.dim))
        self.query_one("#heading", Drawn).refresh()
        self._say(_HINT)

    def action_reveal(self) -> None:
        """Show or hide the password."""
        field = self.query_one("#password", Input)
        field.password = not field.password
        self.set_focus(field)

    def troubled(self, trouble: Trouble) -> None:
        """Say on the card why nobody can be let in."""
        self._say(f"{trouble.words} Xin thử lại, hoặc báo người quản trị.", warn=True)

    def _check(self, password: str, code: str = "") -> None:
        name = self.query_one("#name", Input).value
        self._wrong = _WRONG_CODE if code else _WRONG
        self._say("Đang kiểm tra…")
        self.ask(
            "sign-in",
            # Waited for in the thread: the home may still be opening while a name is typed.
            lambda: self._opening.reading().sign_in(name, password, code),
            lambda answer: self._answered(answer, password),
        )

    def _answered(self, answer: "Entered | CodeWanted | None", password: str) -> None:
        from admin_tui.reading import CodeWanted  # noqa: PLC0415 (the first screen starts light)

        if isinstance(answer, CodeWanted):
            self._want_code(password)
            return
        self._start_over()
        if answer is not None:
            self.post_message(self.Let(answer, password))
            return
        self._patience.failed()
        self._waiting = self._patience.left > 0
        self._say(f"{self._wrong} Xin thử lại.", warn=True)
        self._count_down()
        self.set_focus(self.query_one("#password", Input))

    def _want_code(self, password: str) -> None:
        self._held = password
        # Phones show the digits in groups: spaces may be typed along with them.
        field = Input(placeholder="Mã 6 số", max_length=12, id="code")
        field.cursor_blink = False
        self.query_one("#card").mount(field, after="#password")
        # A field takes the focus only once it is laid out.
        self.call_after_refresh(self.set_focus, field)
        self._say(_CODE)

    def _start_over(self) -> None:
        """Forget the password that a code was to go with, and take its field away."""
        self._held = ""
        self.query("#code").remove()

    def _count_down(self) -> None:
        if not self._waiting:
            return
        left = self._patience.left
        self._waiting = left > 0
        waits = f"{self._wrong} Xin chờ {left} giây rồi thử lại."
        self._say(waits if left else "Xin mời ông/bà thử lại.", warn=left > 0)

    def _say(self, text: str, *, warn: bool = False) -> None:
        style = self._ink.bad if warn else self._ink.dim
        self.query_one("#notice", Drawn).show(lambda w: Text("\n".join(wrapped(text, w)), style))

    def _heading(self, width: int) -> Text:
        text = Text().append(titles.PRODUCT, f"bold {self._ink.accent}")
        return text.append(f"\n{titles.FIGURE}", self._ink.text)
