"""One case out of one consistent picture, with everything that is said about it on the screen. It
opens nobody's identity."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from admin_tui.answers.queues import lines
from admin_tui.caseload import Sheet
from feedback.domain.cases.private import find
from feedback.domain.cases.record import BY_CITIZEN, Happening
from feedback.domain.days import local_day
from feedback.domain.dues import read as read_due
from feedback.domain.roles import Viewer
from feedback.services import places
from feedback.services.cases import attachments, concerns, reading
from feedback.services.cases.reading import File

if TYPE_CHECKING:
    from feedback.store.work import Work


def read(work: "Work", viewer: Viewer, code: str) -> Sheet:
    """Read a case that the viewer sees; raise NotFound for any other."""
    file = reading.opened(work, viewer, code)
    return Sheet(
        lines(work, viewer, [file.case])[0],
        file,
        attachments.listed(work, viewer, file.case.code),
        read_due(file.case.due_why) if file.case.due_why else None,
        _private(file),
        _units(work, file.timeline),
        concerns.concerned(work, viewer, file.case.code),
        viewer.staff is not None and file.case.assignee == viewer.staff,
        work.now,
    )


def _private(file: File) -> dict[int, tuple[str, ...]]:
    """Name the kinds of private data that what the citizen said seems to hold, as it is shown."""
    said = [one for one in file.words if one.voice in BY_CITIZEN and one.text]
    found = {one.id: {span.kind.value for span in find(one.text or "")} for one in said}
    return {words: tuple(sorted(kinds)) for words, kinds in found.items() if kinds}


def _units(work: "Work", timeline: tuple[Happening, ...]) -> dict[str, str]:
    tree, today = places.tree(work), local_day(work.now)
    found = ((code, tree.by_code(code, today)) for code in _codes(timeline))
    return {code: tree.name(unit, today) for code, unit in found if unit is not None}


def _codes(timeline: tuple[Happening, ...]) -> Iterator[str]:
    return (value for one in timeline for key, value in one.detail if key == "to_unit" and value)
