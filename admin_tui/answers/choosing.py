"""What an act on a case is chosen from: units, templates. It decides nothing."""

from typing import TYPE_CHECKING

from admin_tui.caseload import Drafted, Place
from admin_tui.trouble import Refused
from feedback.domain.cases.template import Placeholder, Template
from feedback.domain.days import local_day
from feedback.domain.roles import Viewer
from feedback.services import places
from feedback.services.cases import templates as services
from feedback.services.refusals import NotFound, Refusal

if TYPE_CHECKING:
    from feedback.store.work import Work

OPEN: dict[Placeholder, str] = {
    Placeholder.WORDS: "[nội dung]",
    Placeholder.REASON: "[lý do]",
    Placeholder.AUTHORITY: "[tên cơ quan]",
    Placeholder.ADDRESS: "[địa chỉ]",
}
"""What stands where the handler has still to write; it is never sent."""


def units(work: "Work") -> tuple[Place, ...]:
    """List the units of today, with those above each."""
    here = places.tree(work).on(local_day(work.now))
    return tuple(
        Place(
            unit,
            here.version[unit].code,
            here.name(unit),
            tuple(here.name(one) for one in reversed(here.ancestors(unit))),
        )
        for root in here.roots
        for unit in here.below(root)
    )


def templates(work: "Work", viewer: Viewer, language: str) -> tuple[Template, ...]:
    """List the templates of today in a language; those of Vietnamese where it has none."""
    kept = services.listed(work, viewer)
    own = [one.template for one in kept if one.template.language == language]
    return tuple(own or [one.template for one in kept if one.template.language == "vi"])


def filled(work: "Work", viewer: Viewer, code: str, template: str, words: str) -> Drafted:
    """Fill a template: what was written stands where the content goes, the rest is left open."""
    given = {place.value: mark for place, mark in OPEN.items()}
    if words.strip():
        given[Placeholder.WORDS.value] = words
    try:
        made = services.filled(work, viewer, code, template, given)
    # A Refusal too, but the case itself is not there: the template has no part in it.
    except NotFound:
        raise
    except Refusal as error:  # its words are those of the template's own problems, in Vietnamese
        raise Refused(str(error)) from error
    left = tuple(mark for mark in OPEN.values() if mark in made.text)
    return Drafted(made.text, made.template, left)
