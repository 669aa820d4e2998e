"""Reads through the services, in their words and within their limits. It decides nothing about who
may see what."""

from datetime import datetime
from typing import TYPE_CHECKING

from admin_tui.access import Access
from admin_tui.answers import forests, sheets
from admin_tui.case_services import caseload
from admin_tui.caseload import Caseload
from admin_tui.guard import Guard
from admin_tui.reading import (
    CodeWanted,
    Entered,
    Forest,
    Reading,
    Remark,
    Remarks,
    Sheet,
    Sought,
    Span,
)
from feedback.domain.days import local_day
from feedback.domain.ids import UnitId
from feedback.domain.roles import Role, Viewer
from feedback.domain.visibility import rated
from feedback.services import comments, people, places, record, signing_in
from feedback.services.record import EntryPage
from feedback.services.refusals import NotAllowed
from feedback.services.signing_in import Compared, Refused

if TYPE_CHECKING:
    from feedback.store.work import Work

EVERYTHING = "Toàn hệ thống"


class ServiceReading(Reading):
    """The reading facade over the real services."""

    def __init__(self, access: Access) -> None:
        self._access = access
        self._guard = Guard(access)
        self._cases = caseload(self._guard)

    @property
    def cases(self) -> Caseload:
        """What the screens of cases work with."""
        return self._cases

    def now(self) -> datetime:
        """Tell the time."""
        return self._access.now()

    def sign_in(self, name: str, password: str, code: str = "") -> Entered | CodeWanted | None:
        """Let someone in, ask for a one-time code too, or give None where any of it forbids it."""

        def settled(work: "Work", compared: Compared) -> Entered | CodeWanted | None:
            found = signing_in.sign_in(work, compared, code)
            if isinstance(found, Refused):
                return None
            if isinstance(found, signing_in.CodeWanted):
                return CodeWanted()
            return Entered(found.viewer, _unit_name(work, found.viewer), found.must_change)

        def tried() -> Entered | CodeWanted | None:
            compared = self._compared(name, password)
            return self._access.act(lambda work: settled(work, compared))

        return self._guard.try_(tried)

    def renew(self, viewer: Viewer, old: str, new: str) -> bool:
        """Replace the viewer's own password; False when the old one was wrong."""

        def tried() -> bool:
            # Ahead of the transaction: argon2 is slow on purpose, and nobody else should wait for
            # it.
            hashed = people.replacement(old, new)
            compared = self._compared(viewer.name, old)
            return self._access.act(
                lambda work: people.change_own_password(work, viewer, compared, hashed)
            )

        return self._guard.try_(tried)

    def forest(self, viewer: Viewer, span: Span) -> Forest:
        """Read the tree of units with figures."""
        return self._guard.look(
            viewer, lambda work: forests.read(work, viewer, span, self._access.floor)
        )

    def sheet(self, viewer: Viewer, unit: UnitId, span: Span) -> Sheet:
        """Read one unit's page."""
        floor = self._access.floor
        return self._guard.look(viewer, lambda work: sheets.read(work, viewer, unit, span, floor))

    def remarks(self, viewer: Viewer, unit: UnitId, most: int) -> Remarks:
        """Read the newest comments of a unit, at most so many."""
        return self._guard.look(viewer, lambda work: self._remarks(work, viewer, unit, most))

    def record(self, viewer: Viewer, sought: Sought, page: int) -> EntryPage:
        """Read a page of the record of acts, the newest first; the first page is 0."""
        return self._guard.look(
            viewer,
            lambda work: record.search(
                work,
                viewer,
                text=sought.text,
                actor=sought.actor,
                act=sought.act,
                subject=sought.subject,
                from_day=sought.first,
                to_day=sought.last,
                page=page,
            ),
        )

    def concerns(self, viewer: Viewer) -> tuple[str, ...]:
        """Say in a few words each what is wrong with the machine, to who may mend it."""
        if viewer.role is not Role.ADMIN:
            return ()
        return self._guard.try_(self._access.concerns)

    def changed(self) -> bool:
        """Say whether anything was written since the last time this was asked."""
        return self._guard.try_(self._access.changed)

    def close(self) -> None:
        """Let go of the database."""
        self._access.close()

    def _compared(self, name: str, password: str) -> Compared:
        # Counted as a failure and committed before it is compared: guessing many times at once
        # gains nothing.
        counted = self._access.act(lambda work: signing_in.attempt(work, name))
        return signing_in.compare(counted, password)

    def _remarks(self, work: "Work", viewer: Viewer, unit: UnitId, most: int) -> Remarks:
        batched = rated(viewer.role)
        try:
            page = comments.visible(work, viewer, unit=unit, size=most, floor=self._access.floor)
        # No trouble: comments are read together with the page, which is shown without them.
        except NotAllowed:
            return Remarks(batched=batched, allowed=False)
        rows = tuple(
            Remark(c.week, c.day, c.level, c.desk_name, c.text, c.accuses, c.sample)
            for c in page.rows
        )
        return Remarks(rows, page.more, batched)


def _unit_name(work: "Work", viewer: Viewer) -> str:
    if viewer.unit is None:
        return EVERYTHING
    return places.tree(work).name(viewer.unit, local_day(work.now))
