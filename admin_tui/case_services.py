"""What the screens of cases work with, over the real services. It decides nothing about who may see
or do what."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from admin_tui import refusal_words
from admin_tui.answers import case_sheets, choosing, doing, queues
from admin_tui.caseload import (
    Acts,
    Caseload,
    Choices,
    Drafted,
    Found,
    Likely,
    Link,
    Looks,
    Place,
    Queue,
    Sheet,
    Tab,
)
from admin_tui.deeds import Deed
from admin_tui.guard import Guard
from admin_tui.trouble import Gone, Outdated, Refused
from feedback.domain.cases.record import Contact, Words
from feedback.domain.cases.template import Template
from feedback.domain.roles import Viewer
from feedback.services import followups
from feedback.services.cases import colleagues, disclosing, tickets, unlocking
from feedback.services.cases.attachments import Withheld
from feedback.services.cases.holding import Stale, WrongMoment
from feedback.services.cases.reading import Mark
from feedback.services.followups import Outcome
from feedback.services.refusals import NotAllowed, NotFound, Refusal

if TYPE_CHECKING:
    from feedback.store.work import Work

R = TypeVar("R")

_MAY_NOT = "Vai trò của ông/bà không làm được thao tác này với việc này."
_NOBODY = "Người gửi không để lại tên hay số điện thoại, hoặc đã được xoá."
_NO_FILE = "Tệp này chưa tải về được, hoặc đã được xoá."
_WITHHELD = "Tệp này có thông tin riêng của người khác nên đang được giữ lại."


def caseload(guard: Guard) -> Caseload:
    """Make what the screens of cases work with."""
    return Caseload(ServiceLooks(guard), ServiceChoices(guard), ServiceActs(guard))


class ServiceLooks(Looks):
    """What can be looked at."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard

    def queue(self, viewer: Viewer, tab: Tab, size: int, after: Mark | None = None) -> Queue:
        """Read so many cases of a queue, after the end of the page before."""
        floor = self._guard.access.floor
        return self._guard.look(
            viewer, lambda work: queues.read(work, viewer, tab, size, after, floor)
        )

    def search(self, viewer: Viewer, text: str) -> Found:
        """Find cases by code or by words."""
        return self._guard.look(viewer, lambda work: queues.search(work, viewer, text))

    def sheet(self, viewer: Viewer, code: str) -> Sheet:
        """Open a case."""
        return self._guard.look(viewer, _here(lambda work: case_sheets.read(work, viewer, code)))


class ServiceChoices(Choices):
    """What an act is chosen from."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard

    def templates(self, viewer: Viewer, language: str) -> tuple[Template, ...]:
        """List the answer templates of a language."""
        return self._guard.look(viewer, lambda work: choosing.templates(work, viewer, language))

    def filled(self, viewer: Viewer, code: str, template: str, words: str) -> Drafted:
        """Fill a template for a case, around what was written already."""
        return self._guard.look(
            viewer, _here(lambda work: choosing.filled(work, viewer, code, template, words))
        )

    def colleagues(self, viewer: Viewer, code: str) -> tuple[str, ...]:
        """Name those who see a case and may handle it."""
        return self._guard.look(viewer, _here(lambda work: colleagues.handling(work, viewer, code)))

    def everyone(self, viewer: Viewer) -> tuple[str, ...]:
        """Name all of the staff."""
        return self._guard.look(
            viewer, lambda work: tuple(sorted(colleagues.names(work, viewer).values()))
        )

    def places(self, viewer: Viewer) -> tuple[Place, ...]:
        """List the units of today."""
        return self._guard.look(viewer, choosing.units)

    def similar(self, viewer: Viewer, code: str) -> tuple[Likely, ...]:
        """Find cases that may tell the same matter."""
        return self._guard.look(viewer, _here(lambda work: queues.similar(work, viewer, code)))


class ServiceActs(Acts):
    """What can be done."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard

    def do(self, viewer: Viewer, code: str, version: int | None, deed: Deed) -> None:
        """Do something with a case as it was read."""
        act = _here(lambda work: doing.do(work, viewer, code, version, deed))
        self._guard.act(viewer, _told(act, refusal_words.refused(deed)))

    def followed(self, viewer: Viewer, item: int, outcome: Outcome, note: str) -> None:
        """Record what came of a follow-up."""
        floor = self._guard.access.floor
        done = partial(
            followups.done, viewer=viewer, identity=item, outcome=outcome, note=note, floor=floor
        )
        self._guard.act(viewer, _told(_here(done), "Lượt này đã có người làm xong."))

    def unlock(self, viewer: Viewer, code: str, reason: str) -> Contact:
        """Open who filed a case."""

        def unlocked(work: "Work") -> Contact:
            # Tells a case that is not there from one whose sender left nothing.
            case_sheets.read(work, viewer, code)
            try:
                return unlocking.unlock(work, viewer, code, reason)
            except NotFound as error:
                raise Refused(_NOBODY) from error

        return self._guard.act(viewer, _told(_here(unlocked), _NOBODY))

    def originals(self, viewer: Viewer, code: str, reason: str) -> tuple[Words, ...]:
        """Open the texts as they were written."""
        opened = _here(lambda work: disclosing.originals(work, viewer, code, reason))
        return self._guard.act(viewer, _told(opened, refusal_words.ERASED))

    def link(self, viewer: Viewer, code: str, file: int, reason: str) -> Link:
        """Give an address that opens a file once."""
        access = self._guard.access
        issue = _here(lambda work: tickets.issue(work, viewer, code, file, reason=reason))
        token = self._guard.act(viewer, _told(issue, _NO_FILE))
        address = access.address(f"/f/{token}")
        until = access.now() + tickets.LASTS
        return Link(address, until, tuple(access.drawn(address).splitlines()))


def _here(ask: "Callable[[Work], R]") -> "Callable[[Work], R]":
    """Say of a case that is not there, or not for this person, just that."""

    def asked(work: "Work") -> R:
        try:
            return ask(work)
        except NotFound as error:
            # One word for both: to tell them apart would say that a sealed case exists.
            raise Gone from error

    return asked


def _told(act: "Callable[[Work], R]", words: str) -> "Callable[[Work], R]":
    """Put a service's refusal into words; whatever was begun is undone."""

    def done(work: "Work") -> R:
        try:
            return act(work)
        except Stale as error:
            raise Outdated(refusal_words.outdated(error)) from error
        except WrongMoment as error:
            raise Refused(refusal_words.NOT_NOW) from error
        except NotAllowed as error:
            raise Refused(_MAY_NOT) from error
        except Withheld as error:
            raise Refused(_WITHHELD) from error
        # Last: all of the above are refusals too, with better words of their own.
        except Refusal as error:
            raise Refused(words) from error

    return done
