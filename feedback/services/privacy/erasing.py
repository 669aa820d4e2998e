"""Erases a citizen: address, pseudonym, words and files go; level, desk and day stay, nameless.

Luật 91/2025/QH15 Đ.14: deleted so that it cannot be recovered; what is de-identified is no longer
personal data. A restore replays the list of what was erased.
"""

from collections.abc import Collection
from datetime import date

from feedback.domain.cases.life import CaseState
from feedback.domain.cases.private import find, redacted
from feedback.domain.days import local_day, quarter_of, start_of_quarter
from feedback.domain.erasure import Erased, ErasedKind
from feedback.domain.ids import CaseId, Person, Rater, RatingId
from feedback.domain.roles import Viewer
from feedback.services.authority import Act, require
from feedback.services.cases import parting
from feedback.services.cases.holding import named
from feedback.services.refusals import Refusal
from feedback.store import audit, case_people, cases, data_requests, erasing
from feedback.store.erasing import Subjects
from feedback.store.work import Work

_CITIZEN, _WISHED = "citizen", "as the citizen wished"
_FIRST = date(2025, 1, 1)
"""No rating of this product is older."""


def erase_case(work: Work, viewer: Viewer, code: str, reason: str) -> Subjects:
    """Erase who filed a case and what was said in it; give what the messenger's side must forget.

    Raises NotFound for a case that the viewer does not see, NotAllowed where the role may not.
    """
    require(work, viewer, Act.ERASE, viewer.unit)
    case = named(work, viewer, code)
    subjects = Subjects([case.id], [case.rating] if case.rating else [])
    why = checked(reason)
    _erase(work, subjects, viewer.name, why)
    act, sealed = "case.erase", case.sealed
    audit.note(work, viewer.name, act, case.code, reason=why, case=case.id, sealed=sealed)
    return subjects


def erase_own(work: Work, identity: CaseId) -> Subjects:
    """Erase a case as whoever holds its number wishes, and all from the same chat."""
    person = case_people.person(work, identity)
    subjects = of_person(work, person) if person else Subjects()
    if identity not in subjects.cases:
        subjects.cases.append(identity)
    case = cases.by_id(work, identity)
    if case is not None and case.rating is not None and case.rating not in subjects.ratings:
        subjects.ratings.append(case.rating)
    _erase(work, subjects, _CITIZEN, _WISHED)
    return subjects


def erase_person(work: Work, viewer: Viewer, person: Person, reason: str) -> Subjects:
    """Erase everything of someone in a channel; give what the messenger's side must forget."""
    # Someone in a channel may have written to any unit, so that none alone may erase them.
    require(work, viewer, Act.ERASE, None)
    subjects = of_person(work, person)
    why = checked(reason)
    _erase(work, subjects, viewer.name, why)
    audit.note(work, viewer.name, "person.erase", f"{len(subjects.cases)} cases", reason=why)
    return subjects


def erase_wished(work: Work, person: Person) -> Subjects:
    """Erase everything of someone in a channel who wished it there."""
    subjects = of_person(work, person)
    _erase(work, subjects, _CITIZEN, _WISHED)
    return subjects


def of_person(work: Work, person: Person) -> Subjects:
    """Find all that someone in a channel left."""
    raters = _raters(work, person)
    return Subjects(case_people.of_person(work, person), erasing.ratings_of(work, raters), person)


def replay(work: Work, kept: Collection[Erased]) -> frozenset[bytes]:
    """Erase again, in a restored database, what was erased since it was copied.

    ``kept`` is the list kept outside it. What the copy itself lists was erased in it already, and
    whoever came back afterwards is left in peace. Gives the hashes of people, for the
    conversation's side to forget.
    """
    # By how they are written: a subject that is missing does not compare with a number.
    later = sorted(set(kept) - set(erasing.everything(work)), key=str)
    subjects = Subjects(
        [CaseId(one.subject) for one in later if one.kind is ErasedKind.CASE and one.subject],
        [RatingId(one.subject) for one in later if one.kind is ErasedKind.RATING and one.subject],
    )
    _take_away(work, subjects)
    _end(work, subjects)
    erasing.relisted(work, later, "restore", "erased again after a restore")
    erasing.compact(work)
    return frozenset(one.digest for one in later if one.digest is not None)


def listed(work: Work) -> tuple[Erased, ...]:
    """Give all that was ever erased here: what a restore of an older copy has to be told."""
    return erasing.everything(work)


def _erase(work: Work, subjects: Subjects, by: str, reason: str) -> None:
    _take_away(work, subjects)
    _end(work, subjects)
    data_requests.done_with(work, subjects.cases, subjects.person, by)
    # With the erasing or not at all: what no list names would come back with a restore.
    erasing.listed(work, subjects, by, reason)
    erasing.compact(work)


def _end(work: Work, subjects: Subjects) -> None:
    """Nobody can be answered any more: what was still open is as if it had been withdrawn."""
    cases.lock(work, *subjects.cases)
    for case in filter(None, (cases.by_id(work, one) for one in subjects.cases)):
        if case.ended_at is None:
            parting.part_all(work, case)
            cases.save(work, case, state=CaseState.WITHDRAWN, ended_at=work.now)


def _take_away(work: Work, subjects: Subjects) -> None:
    if subjects.cases:
        erasing.cases(work, subjects.cases)
    if subjects.ratings:
        erasing.ratings(work, subjects.ratings)


def _raters(work: Work, person: Person) -> Collection[Rater]:
    found = []
    day = start_of_quarter(local_day(work.now))
    while day >= _FIRST:
        # A rating is kept under a pseudonym of its quarter, so that each has to be tried.
        found.append(work.vault.rater(person, quarter_of(day)))
        day = start_of_quarter(date.fromordinal(day.toordinal() - 1))
    return found


def checked(reason: str) -> str:
    """Give a reason as it is kept for ever; raise Refusal where there is none."""
    text = blacked_out(reason)
    if not text:
        raise Refusal("Say the reason.")
    return text


def blacked_out(text: str) -> str:
    """Give a text as it may stay in the record, which is never erased."""
    return redacted(text.strip(), find(text.strip()))
