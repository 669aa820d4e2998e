"""Which desks' posters may be printed, and the note that they were. It draws nothing."""

from collections.abc import Collection, Sequence

from feedback.domain.ids import DeskId, UnitId
from feedback.domain.roles import Viewer
from feedback.services.authority import Act, require
from feedback.services.places.listing import ListedDesk, desks_listed
from feedback.services.refusals import NotFound
from feedback.store import audit
from feedback.store import codes as code_rows
from feedback.store.codes import CodeState
from feedback.store.work import Work


def printable(
    work: Work, viewer: Viewer, under: UnitId | None = None, only: Collection[DeskId] = ()
) -> list[ListedDesk]:
    """Give the desks with a living code, of a unit and below (None: all), or only some.

    Raises NotFound where one of these has no living code, or where there is none at all.
    """
    require(work, viewer, Act.PRINT, viewer.unit if under is None else under)
    top = viewer.unit if under is None else under
    found = [one for one in desks_listed(work, top) if one.state is CodeState.ACTIVE]
    if only:
        dead = set(only) - {one.card.id for one in found}
        if dead:
            raise NotFound(
                "A desk asked for has no active code; `hailong desks reissue` gives one."
            )
        found = [one for one in found if one.card.id in only]
    if not found:
        raise NotFound("There is no desk to print; `hailong desks import` brings them in.")
    return found


def mark_printed(work: Work, viewer: Viewer, printed: Sequence[ListedDesk]) -> None:
    """Note that posters were printed: from now on they show today's names."""
    for one in printed:
        require(work, viewer, Act.PRINT, one.card.unit)
    code_rows.mark_printed(work, [one.code.serial for one in printed])
    # A whole province may be printed at once: the record names some, and how many there are.
    codes = " ".join(one.code.short_code for one in printed[:50])
    audit.note(work, viewer.name, "posters printed", f"{len(printed)} desks", after=codes)
