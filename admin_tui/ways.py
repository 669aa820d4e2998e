"""Where one can go once the password was right: sessions, screens and what is laid over them."""

from typing import TYPE_CHECKING

from textual.screen import ModalScreen

from admin_tui.drafts import Drafts
from admin_tui.ink import Ink
from admin_tui.keys import EVERYWHERE, HELP, Command
from admin_tui.periods import Choice, choices
from admin_tui.reading import Entered
from admin_tui.screens.cases import Cases
from admin_tui.screens.editor import Editor
from admin_tui.screens.guide import Guide
from admin_tui.screens.palette import Palette
from admin_tui.screens.period import Periods
from admin_tui.screens.record import RecordRoom
from admin_tui.screens.renew import Renew
from admin_tui.screens.room import Room
from admin_tui.screens.search import Search
from admin_tui.screens.sign_in import SignIn
from admin_tui.screens.unit import Unit
from admin_tui.screens.units import Units
from admin_tui.session import Session
from admin_tui.watching import Watch
from feedback.domain.days import local_day
from feedback.domain.ids import UnitId
from feedback.domain.query import TreeOf
from feedback.services import record
from feedback.services.authority import Act, may

if TYPE_CHECKING:
    from admin_tui.app import AdminApp


class Ways:
    """The ways between the screens of one person's session."""

    def __init__(self, app: "AdminApp") -> None:
        self._app = app
        self.session: Session | None = None
        self._watch: Watch | None = None

    def enter(self, entered: Entered, password: str) -> None:
        """Begin, or ask for a new password first where one is due."""
        if entered.must_change:
            reading = self._app.opening.reading()
            self._app.push_screen(Renew(reading, entered, password, self._app.ink))
        else:
            self.begin(entered)

    def begin(self, entered: Entered) -> None:
        """Show the tree of units, and keep it fresh for those who may see it so."""
        reading = self._app.opening.reading()
        first = choices(local_day(reading.now()), TreeOf.THEN)[0]
        self.session = Session(
            reading,
            entered.viewer,
            entered.unit_name,
            first.span,
            first.title,
            self._app.ink,
            # By person: whoever was signed out for idling finds what was being written, and nobody
            # else does.
            drafts=self._app.drafts.setdefault(entered.viewer.name, Drafts()),
        )
        units = Units(self.session)
        if isinstance(self._app.screen, Renew):
            self._app.switch_screen(units)
        else:
            self._app.push_screen(units)
        tell = self._app.Changed
        self._watch = Watch(reading.changed, lambda: self._tell(tell()))
        self._app.run_worker(self._watch.run, thread=True, group="watch")

    def end(self) -> None:
        """Stop watching."""
        if self._watch is not None:
            self._watch.end()
        self._watch = self.session = None

    def changed(self) -> None:
        """Read anew what is shown, and remember it for what lies below."""
        if self.session is not None:
            self.session.edition += 1
        # The others read when they come to the front again.
        for room in self._rooms()[-1:]:
            # Who is rated sees batches: a figure that moves at once would tell who has just rated.
            if room.live:
                room.reload()

    def cases(self) -> None:
        """Show what there is to do."""
        if self.session is None or not self._free:
            return
        if may(self.session.viewer.role, Act.READ_CASES):
            self._app.push_screen(Cases(self.session))
        else:
            self._app.notify("Vai trò của ông/bà không xem các việc này.", markup=False)

    def record(self) -> None:
        """Show who did what."""
        if self.session is None or not self._free:
            return
        if not record.reads(self.session.viewer):
            self._app.notify("Vai trò của ông/bà không xem nhật ký.", markup=False)
        elif not isinstance(self._app.screen, RecordRoom):
            self._app.push_screen(RecordRoom(self.session))

    def show(self, unit: UnitId) -> None:
        """Show a unit's page, in place of another's."""
        if self.session is None:
            return
        page = Unit(self.session, unit)
        # Else pages would pile up, and Esc lead back through each of them.
        if isinstance(self._app.screen, Unit):
            self._app.switch_screen(page)
        else:
            self._app.push_screen(page)

    def tint(self, ink: Ink) -> None:
        """Draw everything in other colours."""
        if self.session is not None:
            self.session.ink = ink
        for screen in self._app.screen_stack:
            if isinstance(screen, Room | Editor):
                screen.lines()
            if isinstance(screen, Room):
                screen.reload()

    def guide(self) -> None:
        """Explain the screen one is on."""
        screen = self._app.screen
        if isinstance(screen, Room | SignIn | Renew | Editor):
            commands = (HELP, *screen.commands, *EVERYWHERE[1:])
            self._app.push_screen(Guide(screen.guide, commands, self._app.ink))

    def find(self) -> None:
        """Find a unit and show it."""
        if self.session is not None and self._free:
            self._app.push_screen(Search(self.session), self._found)

    def period(self) -> None:
        """Choose a period and read anew."""
        session = self.session
        if session is not None and self._free:
            now = Choice("", session.period, session.span)
            today = local_day(session.reading.now())
            self._app.push_screen(Periods(today, now, session.ink), self._timed)

    def palette(self) -> None:
        """Choose a command and do it."""
        screen = self._app.screen
        if isinstance(screen, Room | Editor) and self._free:
            commands = (*screen.commands, *EVERYWHERE)
            self._app.push_screen(Palette(commands, self._app.ink), self._commanded)

    @property
    def _free(self) -> bool:
        return not isinstance(self._app.screen, ModalScreen)

    def _rooms(self) -> list[Room]:
        return [screen for screen in self._app.screen_stack if isinstance(screen, Room)]

    def _found(self, unit: UnitId | None) -> None:
        if unit is not None:
            for screen in self._rooms():
                if isinstance(screen, Units):
                    screen.reveal(unit)
            self.show(unit)

    def _timed(self, choice: Choice | None) -> None:
        if choice is not None and self.session is not None:
            self.session.period, self.session.span = choice.title, choice.span
            for room in self._rooms()[-1:]:
                room.lines()
                room.reload()

    def _commanded(self, command: Command | None) -> None:
        if command is not None:
            self._app.call_later(self._app.run_action, command.action, self._app.screen)

    def _tell(self, changed: "AdminApp.Changed") -> None:
        self._app.post_message(changed)
