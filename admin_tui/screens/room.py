"""The ground of the working screens: the lines around them, the commands they share, and reading
anew without ever asking twice at once. It knows neither figures nor cases."""

from abc import abstractmethod
from collections.abc import Callable, Iterable
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from admin_tui import numbers, words
from admin_tui.keys import EVERYWHERE, LEAVE, SHARED, Command
from admin_tui.screens.asking import AskingScreen
from admin_tui.session import Session
from admin_tui.trouble import SignedOut, Trouble
from admin_tui.widgets.lines import KeyLine, StatusLine, TopLine, both_ends, keys, pairs, title
from feedback.domain.ids import UnitId

R = TypeVar("R")

_RETRY = 5.0
"""Seconds after which a reading that failed is tried again."""
_MINUTE = 60.0
"""Seconds after which the machine is looked at again."""


class Room(AskingScreen[None]):
    """A screen of someone signed in. Subclasses say what to lay out and what to read."""

    BINDINGS: ClassVar[list[BindingType]] = [command.binding() for command in SHARED]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-tall")]  # noqa: RUF012 (as the base declares it)
    guide: ClassVar[str] = ""
    extra_keys: ClassVar[tuple[tuple[str, str], ...]] = ()

    class Wanted(Message):
        """A unit's page was asked for."""

        def __init__(self, unit: UnitId) -> None:
            super().__init__()
            self.unit = unit

    class Out(Message):
        """The person leaves, or has to; ``reason`` is said on the first screen."""

        def __init__(self, reason: str = "") -> None:
            super().__init__()
            self.reason = reason

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._asked: object = None
        self._edition = -1
        self._asking = False
        self._again = False
        self._fresh = ""
        self._lost = False

    @abstractmethod
    def body(self) -> Iterable[Widget]:
        """Give the widgets between the lines."""

    @abstractmethod
    def read(self) -> None:
        """Ask for what this screen shows, by ``fetch``."""

    @property
    @abstractmethod
    def where(self) -> str:
        """Name this screen, for its title."""

    @property
    def commands(self) -> tuple[Command, ...]:
        """Give what this screen offers now, for its help and for the palette."""
        return SHARED

    @property
    def aside(self) -> str:
        """Say what belongs to the right of the title."""
        return ""

    @property
    def subject(self) -> object:
        """Tell what is read: an answer about something else is read once more."""
        return None

    @property
    def live(self) -> bool:
        """Whether what others write is read at once."""
        return True

    def foot(self) -> Iterable[Widget]:
        """Give what stands above the line of status."""
        return ()

    def compose(self) -> ComposeResult:
        """Lay out title, body, status and keys."""
        yield TopLine(id="top")
        yield from self.body()
        with Vertical(id="foot"):
            yield from self.foot()
            yield StatusLine(id="status")
            yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Draw the lines, read, and keep the clock going."""
        self.lines()
        self.set_interval(1.0, self._status)
        self.set_interval(_RETRY, self._retry)
        self.set_interval(_MINUTE, self._look_around)
        self._look_around()
        self.reload()

    def on_screen_resume(self) -> None:
        """Read anew what was changed while another screen was in front."""
        # A screen comes to the front as it is mounted, too: its first reading is already on its way
        # then.
        if self._edition >= 0 and (self._asked, self._edition) != self._now:
            self.reload()
        self.lines()

    def reload(self) -> None:
        """Read now; while an answer is due remember to read once more after it."""
        # About something else it asks at once: that answer would be dropped anyway.
        if self._asking and self._asked == self.subject:
            self._again = True
            return
        self._asking, self._again = True, False
        self._asked, self._edition = self._now
        self.read()

    def fetch(self, question: Callable[[], R], answer: Callable[[R], None]) -> None:
        """Ask in a thread; afterwards read once more if something changed meanwhile."""

        def answered(value: R) -> None:
            self._lost = False
            answer(value)
            self._done()

        self.ask("read", question, answered)

    def troubled(self, trouble: Trouble) -> None:
        """Say what is wrong in a notice and in the line of status; a lost account signs out."""
        if isinstance(trouble, SignedOut):
            self.post_message(self.Out(trouble.words))
            return
        # Told once: it is tried again every few seconds, and each notice covers the screen.
        if not self._lost:
            super().troubled(trouble)
        self._lost = True
        # The next try comes by its own clock; at once it would only fail once more.
        self._again = False
        self._done()

    def _look_around(self) -> None:
        """Ask how the machine is; it is asked again in a minute, so that trouble is no news."""
        reading, viewer = self.session.reading, self.session.viewer

        def asked() -> tuple[str, ...]:
            try:
                return reading.concerns(viewer)
            except Trouble:
                return ()

        def told(concerns: tuple[str, ...]) -> None:
            self.session.concerns = concerns
            self._status()

        self.ask("concerns", asked, told)

    def _retry(self) -> None:
        if self._lost:
            self.reload()

    def lines(self) -> None:
        """Draw the lines around the screen."""
        ink = self.session.ink
        self.query_one("#top", TopLine).show(both_ends(title(self.where), self.aside, ink.strong))
        own = (one for one in self.commands if one.key and one is not LEAVE)
        offered = [*self.extra_keys, *pairs((EVERYWHERE[0], *own, EVERYWHERE[-1]))]
        self.query_one("#keys", KeyLine).show(keys(offered, ink.strong, ink.dim))
        self._status()

    def as_of(self, text: str) -> None:
        """Say how fresh the figures are."""
        self._fresh = text
        self._status()

    def action_reload(self) -> None:
        """Read now and draw everything anew."""
        self.reload()
        self.refresh(repaint=True)

    def action_leave(self) -> None:
        """Sign out."""
        self.post_message(self.Out())

    @property
    def _now(self) -> tuple[object, int]:
        return self.subject, self.session.edition

    def _done(self) -> None:
        self._asking = False
        if self._again:
            self.reload()
        self._status()

    def _status(self) -> None:
        session, ink = self.session, self.session.ink
        who = f"{session.viewer.name} · {words.role(session.viewer.role)} · {session.unit_name}"
        if session.concerns:
            who = _worried(session.concerns)
        fresh = "mất kết nối, đang thử lại" if self._lost else self._fresh
        right = f"{fresh} · {numbers.clock(session.reading.now())}"
        style = ink.bad if self._lost or session.concerns else ink.dim
        self.query_one("#status", StatusLine).show(both_ends(who, right, style))


def _worried(concerns: tuple[str, ...]) -> str:
    first, *more = concerns
    return f"Lưu ý: {first}" + (f" (và {len(more)} việc nữa)" if more else "")
