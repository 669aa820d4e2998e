"""Files of cases: photos cleaned of all but the picture, voices and documents kept as they came.

A file is read only by whoever sees its case. What a file is, its bytes say, never its name.
"""

from dataclasses import dataclass
from datetime import datetime

from feedback.domain.cases.filetypes import PHOTOS, Medium, known
from feedback.domain.cases.private import find, redacted
from feedback.domain.cases.record import Case
from feedback.domain.ids import CaseId
from feedback.domain.roles import Viewer
from feedback.services import photos
from feedback.services.cases.holding import named
from feedback.services.cases.notices import UNFETCHED
from feedback.services.photos import BadPhoto
from feedback.services.refusals import NotFound, Refusal
from feedback.store import case_files, case_people, casebox, cases, files, notices
from feedback.store.case_files import FileRow
from feedback.store.files import Pending
from feedback.store.work import Work

MOST = 5
"""Files of one case."""
LARGEST = photos.LARGEST
"""Bytes of one file as it comes in."""
_LONGEST_NAME = 200
_NONE = "The case {code} has no such file, or it is not here yet."


class BadFile(ValueError):
    """The bytes are no file that can be kept: too large, or of no kind that is taken."""


class Withheld(Refusal):
    """A file shows a private person, and is shown to nobody without a reason."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file as it will be kept."""

    mime: str
    medium: Medium
    data: bytes


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a case without its bytes; ``state`` is pending, kept or failed.

    To staff, what seems private is blacked out in its name, and ``private`` names its kinds.
    """

    id: int
    medium: Medium
    name: str
    at: datetime
    state: str
    mime: str
    size: int
    with_rating: bool = False
    withheld: bool = False
    private: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """A file with its bytes, to be shown or heard."""

    name: str
    mime: str
    data: bytes


def prepared(data: bytes) -> Prepared:
    """Clean a photo, check anything else; raise BadFile for what cannot be kept. Takes a while."""
    if not data or len(data) > LARGEST:
        raise BadFile("empty, or larger than 10 MB")
    found = known(data)
    if found is None:
        raise BadFile("of no kind that is taken")
    if found.mime not in PHOTOS:
        # Never opened here: to read a document or a sound is to run its format's code on hostile
        # bytes.
        return Prepared(found.mime, found.medium, data)
    try:
        photo = photos.clean(data)
    except BadPhoto as error:
        raise BadFile(str(error)) from error
    return Prepared(photo.mime, Medium.PHOTO, photo.data)


def add(work: Work, case: CaseId, file: Prepared, channel: str, name: str = "") -> bool:
    """Keep a file with a case; say no where it has five, or was erased."""
    box = casebox.open_box(work, case)
    if box is None or case_files.count(work, case) >= MOST:
        return False
    identity = case_files.begin(work, box, file.medium.value, name[:_LONGEST_NAME], channel)
    case_files.keep(work, box, identity, file.mime, file.data)
    return True


def holds(work: Work, case: CaseId, file: Prepared) -> bool:
    """Say whether the very same file is kept with a case already."""
    alike = [
        row
        for row in case_files.listed(work, case, None)
        # The size stands in the clear: few files have to be unsealed to be compared.
        if row.state == "kept" and row.size == len(file.data)
    ]
    return any(case_files.read(work, case, row.id) == file.data for row in alike)


def count(work: Work, case: CaseId) -> int:
    """Count the files of a case, those still to be fetched included."""
    return case_files.count(work, case)


def expect(
    work: Work,
    case: CaseId,
    channel: str,
    account: str,
    medium: str,
    reference: str,
    name: str = "",
) -> bool:
    """Note a file that is still at a messenger, to be fetched soon; say no where there are five."""
    box = casebox.open_box(work, case)
    if box is None or case_files.count(work, case) >= MOST:
        return False
    named_as = name[:_LONGEST_NAME]
    case_files.begin(work, box, Medium(medium).value, named_as, channel, account, reference)
    return True


def fetched(work: Work, item: Pending, file: Prepared) -> None:
    """Keep a file that was fetched; nothing where its case was erased meanwhile."""
    box = casebox.open_box(work, item.case) if item.case is not None else None
    if box is not None:
        case_files.keep(work, box, item.id, file.mime, file.data)


def put_off(work: Work, item: Pending, problem: str, *, for_good: bool) -> None:
    """Note a failed fetch: try again later, or give up visibly and have the citizen told."""
    photos.put_off(work, item, problem, for_good=for_good)
    # Told once it is given up: each failed try would bring the citizen the same news.
    if item.case is not None and files.state(work, item.id) == "failed":
        person = case_people.person(work, item.case)
        notices.add(work, item.case, UNFETCHED, person, None)


def listed(work: Work, viewer: Viewer, code: str) -> tuple[Attachment, ...]:
    """List the files of a case that the viewer sees, and the photos of its rating."""
    return _of(work, named(work, viewer, code))


def own(work: Work, identity: CaseId) -> tuple[Attachment, ...]:
    """List the files of a case to whoever filed it, as they were named."""
    case = cases.by_id(work, identity)
    rows = () if case is None else case_files.listed(work, case.id, case.rating)
    return tuple(_attachment(row, row.name) for row in rows)


def read(work: Work, viewer: Viewer, code: str, identity: int) -> Content:
    """Open a file of a case that the viewer sees; raise NotFound for any other.

    Raises Withheld for one that shows a private person: `withholding.original` opens it.
    """
    case = named(work, viewer, code)
    row = found(work, case, identity)
    if row.withheld:
        raise Withheld("The file is withheld, since it shows a private person.")
    return content(work, case, row)


def found(work: Work, case: Case, identity: int) -> FileRow:
    """Find a file of a case; raise NotFound."""
    for row in case_files.listed(work, case.id, case.rating):
        if row.id == identity:
            return row
    raise NotFound(_NONE.format(code=case.code))


def content(work: Work, case: Case, row: FileRow) -> Content:
    """Open a file; raise NotFound where it is not here yet, or erased."""
    data = _bytes(work, row) if row.state == "kept" else None
    if data is None:
        raise NotFound(_NONE.format(code=case.code))
    return Content(_shown(row.name), row.mime, data)


def _bytes(work: Work, row: FileRow) -> bytes | None:
    # A photo of the rating is sealed with the office's key, not with the case's.
    if row.case is None:
        return files.content(work, row.id)
    return case_files.read(work, row.case, row.id)


def _of(work: Work, case: Case) -> tuple[Attachment, ...]:
    rows = case_files.listed(work, case.id, case.rating)
    return tuple(_attachment(row, _shown(row.name)) for row in rows)


def _attachment(row: FileRow, name: str) -> Attachment:
    kinds = sorted({span.kind.value for span in find(row.name)})
    return Attachment(
        row.id,
        Medium(row.medium),
        name,
        row.at,
        row.state,
        row.mime,
        row.size,
        row.case is None,
        row.withheld,
        tuple(kinds),
    )


def _shown(name: str) -> str:
    return redacted(name, find(name))
