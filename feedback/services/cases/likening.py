"""Finds cases that may tell the same matter, by signatures kept beside the sealed words.

It never compares across what a viewer sees, nor a sealed case with an open one.
"""

from dataclasses import dataclass
from datetime import timedelta

from feedback.domain.cases.likeness import LIKELY, likeness, signature
from feedback.domain.cases.record import BY_CITIZEN, Case
from feedback.domain.ids import CaseId
from feedback.domain.roles import Viewer
from feedback.services.authority import scope
from feedback.services.cases.holding import named
from feedback.store import case_likeness, case_words
from feedback.store.work import Work

NEAR = timedelta(days=60)
MOST = 1_000
"""So many of the newest cases near by are compared."""


@dataclass(frozen=True, slots=True)
class Like:
    """A case that may tell the same matter, how alike their words are (0 to 1), and whether it is
    about the same desk."""

    case: Case
    likeness: float
    same_desk: bool


def similar(work: Work, viewer: Viewer, code: str) -> tuple[Like, ...]:
    """Find cases that may tell the same matter: near in place and time, alike in words.

    Those about the same desk come first, then the most alike. Words are compared with and without
    marks alike, and only within what the viewer sees.
    """
    case = named(work, viewer, code)
    own = case_likeness.of_case(work, case.id)
    if own is None:
        return ()
    since, until = case.opened_on - NEAR, case.opened_on + NEAR
    near = case_likeness.near(work, scope(work, viewer), case, since, until, MOST)
    weighed = (Like(one, likeness(own, other), _same_desk(one, case)) for one, other in near)
    return tuple(sorted((like for like in weighed if like.likeness >= LIKELY), key=_order))


def sign(work: Work, case: Case) -> None:
    """Keep the signature of what a citizen said first; sealed cases have a key of their own."""
    said = (one.text for one in case_words.words(work, case.id) if one.voice in BY_CITIZEN)
    keep(work, case.id, " ".join(filter(None, said)), sealed=case.sealed)


def keep(work: Work, identity: CaseId, text: str, *, sealed: bool) -> None:
    """Keep the signature of a case's words."""
    if text.strip():
        case_likeness.keep(work, identity, signature(text, work.vault.likeness(sealed=sealed)))


def _same_desk(one: Case, other: Case) -> bool:
    return one.about_desk is not None and one.about_desk == other.about_desk


def _order(like: Like) -> tuple[bool, float]:
    return not like.same_desk, -like.likeness
