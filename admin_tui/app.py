"""The terminal itself: who is signed in, what is on the screen, where its keys lead. Screens that
come after the first are imported while the first is already there."""

from importlib import import_module
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.events import Event, Key
from textual.message import Message

from admin_tui.ink import DARK, LIGHT, Ink
from admin_tui.keys import EVERYWHERE, QUIT
from admin_tui.opening import Opener, Opening
from admin_tui.screens.sign_in import SignIn
from admin_tui.sealed import Report, SealedApp
from admin_tui.themes import THEMES

if TYPE_CHECKING:
    from admin_tui.drafts import Drafts
    from admin_tui.screens.renew import Renew
    from admin_tui.screens.room import Room
    from admin_tui.ways import Ways

_BREATH = 0.05
"""Seconds that the first screen gets to reach the terminal before anything else is imported."""
IDLE = 15 * 60.0
"""Seconds without a key after which the person is signed out."""


class AdminApp(SealedApp):
    """The terminal for supervisors and admins."""

    TITLE = "Hài Lòng"
    CSS_PATH = "style.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        # Ahead of whatever has the focus, which may be a field that takes these keys itself.
        *(command.binding(priority=True) for command in EVERYWHERE),
        Binding("ctrl+c", "hint", show=False),
    ]

    class Changed(Message):
        """Something was written since the last look."""

    def __init__(
        self, opener: Opener, report: Report = lambda error: None, idle: float = IDLE
    ) -> None:
        super().__init__(report)
        self._idle = idle
        self.opening = Opening(opener, report)
        self.ink: Ink = DARK
        self.ways: Ways | None = None
        self.drafts: dict[str, Drafts] = {}
        self._last_key = monotonic()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name
        self.animation_level = "none"

    def get_default_screen(self) -> SignIn:
        """Begin with the question who is there."""
        return SignIn(self.opening, self.ink)

    def on_ready(self) -> None:
        """Open the home only now that the first screen is painted."""
        self.set_timer(_BREATH, self._begin)
        self.set_interval(min(5.0, self._idle), self._check_idle)

    def on_unmount(self) -> None:
        """Let go of everything."""
        if self.ways is not None:
            self.ways.end()
        self.opening.close()

    async def on_event(self, event: Event) -> None:
        """Note that someone is there."""
        # Keys alone: a window that is resized or gains the focus is nobody at the desk.
        if isinstance(event, Key):
            self._last_key = monotonic()
        await super().on_event(event)

    def on_sign_in_let(self, message: SignIn.Let) -> None:
        """Ask for a new password where one is due, else begin."""
        self._ways().enter(message.entered, message.password)

    def on_renew_renewed(self, message: "Renew.Renewed") -> None:
        """Begin with the new password."""
        self._ways().begin(message.entered)

    def on_renew_left(self) -> None:
        """Return to the first screen."""
        self.sign_out("")

    def on_room_wanted(self, message: "Room.Wanted") -> None:
        """Show a unit's page."""
        self._ways().show(message.unit)

    def on_room_out(self, message: "Room.Out") -> None:
        """Return to the first screen."""
        self.sign_out(message.reason)

    def on_admin_app_changed(self) -> None:
        """Read anew what is on the screen."""
        if self.ways is not None:
            self.ways.changed()

    def sign_out(self, notice: str) -> None:
        """End the session and ask who is there."""
        if self.ways is not None:
            self.ways.end()
            self.ways = None
        # Nothing of one person's session may lie beneath the next person's.
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if isinstance(self.screen, SignIn):
            self.screen.again(notice)

    def action_hint(self) -> None:
        """Say how to leave to those who press Ctrl+C."""
        self.notify(f"Muốn thoát xin bấm {QUIT.keys}.", title="Thoát?", markup=False)

    def action_light(self) -> None:
        """Change between light and dark."""
        light = self.ink is DARK
        self.ink, self.theme = (LIGHT if light else DARK), THEMES[light].name
        if self.ways is not None:
            self.ways.tint(self.ink)
        for screen in self.screen_stack:
            if isinstance(screen, SignIn):
                screen.tint(self.ink)

    def action_help(self) -> None:
        """Explain the screen."""
        self._ways().guide()

    def action_find(self) -> None:
        """Find a unit."""
        self._ways().find()

    def action_period(self) -> None:
        """Choose a period."""
        self._ways().period()

    def action_cases(self) -> None:
        """Show what there is to do."""
        self._ways().cases()

    def action_record(self) -> None:
        """Show who did what."""
        self._ways().record()

    def action_palette(self) -> None:
        """Choose a command."""
        self._ways().palette()

    def _ways(self) -> "Ways":
        from admin_tui.ways import Ways  # noqa: PLC0415 (not needed for the first screen)

        if self.ways is None:
            self.ways = Ways(self)
        return self.ways

    def _begin(self) -> None:
        self.run_worker(self._prepare, thread=True, group="opening")

    def _prepare(self) -> None:
        import_module("admin_tui.ways")  # before anyone has typed a password it is there
        self.opening.open()

    def _check_idle(self) -> None:
        if (
            self.ways is not None
            and self.ways.session
            and monotonic() - self._last_key > self._idle
        ):
            self.sign_out("Đã tự đăng xuất vì 15 phút không có phím nào được bấm.")
