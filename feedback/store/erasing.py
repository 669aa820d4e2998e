"""Gateway that takes away what names someone. Levels, desks and days stay: no index moves."""

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from sqlalchemy import Table, delete, insert, select, text, update
from sqlalchemy.exc import OperationalError

from feedback.domain.erasure import Erased, ErasedKind
from feedback.domain.ids import CaseId, Person, Rater, RatingId
from feedback.store import case_files, case_people, casebox
from feedback.store.tables import cases as case_tables
from feedback.store.tables.casework import case_likeness, staff_notice
from feedback.store.tables.codes import visit_code
from feedback.store.tables.facts import (
    comment,
    file_chunk,
    rater_key,
    rating_evidence,
    rating_file,
)
from feedback.store.tables.followups import followup, rating_appeal
from feedback.store.tables.privacy import erasure, erasure_item
from feedback.store.tables.tickets import file_ticket
from feedback.store.work import Work

_OF_CASES = (
    case_tables.case_text,
    case_tables.consent,
    case_tables.notice,
    case_likeness,
    staff_notice,
    file_ticket,
)
_OF_RATINGS = (comment, rating_file, rating_evidence, rater_key, visit_code)
BLANK = 28
"""Bytes of an empty text once it is sealed: nonce and tag."""
# All that an erasure deletes from or blanks: dead rows of these are swept away.
REACHED = (
    *_OF_CASES,
    *_OF_RATINGS,
    case_tables.case_key,
    case_tables.case_person,
    file_chunk,
    followup,
    rating_appeal,
)


@dataclass(slots=True)
class Subjects:
    """What one erasure reaches."""

    cases: list[CaseId] = field(default_factory=list)
    ratings: list[RatingId] = field(default_factory=list)
    person: Person | None = None


def ratings_of(work: Work, raters: Collection[Rater]) -> list[RatingId]:
    """Find the ratings of someone, given the pseudonyms of every quarter."""
    query = select(rater_key.c.rating_id).where(rater_key.c.rater.in_(sorted(raters))).distinct()
    return [RatingId(one) for one in work.connection.scalars(query)]


def cases(work: Work, ids: Sequence[CaseId]) -> None:
    """Take away the words, the key and the person of cases; their rows stay, empty."""
    for case in ids:
        case_files.forget(work, case)
        casebox.destroy(work, case)
        case_people.forget(work, case)
    for table in _OF_CASES:
        work.connection.execute(delete(table).where(table.c.case_id.in_(ids)))
    work.connection.execute(
        update(case_tables.case_event)
        .where(case_tables.case_event.c.case_id.in_(ids))
        .values(text_id=None)
    )


def ratings(work: Work, ids: Sequence[RatingId]) -> None:
    """Take away comments, photos, evidence and pseudonyms of ratings; the level stays.

    What staff wrote about them goes too: it may quote the citizen.
    """
    words_of_ratings(work, ids)
    for table in _OF_RATINGS:
        work.connection.execute(delete(table).where(table.c.rating_id.in_(ids)))


def words_of_ratings(work: Work, ids: Sequence[RatingId]) -> None:
    """Take away comments and photos of ratings, and what staff wrote about them."""
    files = select(rating_file.c.id).where(rating_file.c.rating_id.in_(ids))
    work.connection.execute(delete(file_chunk).where(file_chunk.c.file_id.in_(files)))
    for table in (comment, rating_file):
        work.connection.execute(delete(table).where(table.c.rating_id.in_(ids)))
    # These rows stay: when staff looked at a rating, and what was decided, names no citizen.
    _blank(work, followup, ids, note=None, kid="")
    _blank(work, rating_appeal, ids, reason=work.vault.seal(b""), kid=work.vault.kid)


def listed(work: Work, subjects: Subjects, by: str, reason: str) -> int:
    """Keep the list of what was erased, for a restore to replay; gives its id."""
    identity = work.new_id()
    work.connection.execute(insert(erasure).values(id=identity, at=work.now, by=by, reason=reason))
    # Numbers and hashes only: the list outlives everybody it erased.
    items = [Erased(identity, ErasedKind.CASE, one) for one in subjects.cases]
    items += [Erased(identity, ErasedKind.RATING, one) for one in subjects.ratings]
    if subjects.person is not None:
        digest = work.vault.erased(subjects.person)
        items.append(Erased(identity, ErasedKind.PERSON, digest=digest))
    _note(work, items)
    return identity


def everything(work: Work) -> tuple[Erased, ...]:
    """Read all that was ever erased here."""
    query = select(
        erasure_item.c.erasure_id,
        erasure_item.c.kind,
        erasure_item.c.subject,
        erasure_item.c.digest,
    )
    return tuple(
        Erased(identity, ErasedKind(kind), subject, None if digest is None else bytes(digest))
        for identity, kind, subject, digest in work.connection.execute(query)
    )


def relisted(work: Work, items: Sequence[Erased], by: str, reason: str) -> None:
    """Take erasures of a later time into the list of a restored database."""
    known = set(work.connection.scalars(select(erasure.c.id)))
    rows = [
        {"id": identity, "at": work.now, "by": by, "reason": reason}
        for identity in sorted({one.erasure for one in items} - known)
    ]
    if rows:
        work.connection.execute(insert(erasure), rows)
    _note(work, items)


def compact(work: Work, *others: Table) -> None:
    """Once this is committed, leave no trace of what was deleted in the journal, or in dead rows.

    ``others`` are tables beside those of cases and ratings.
    """
    engine = work.connection.engine
    sqlite = engine.dialect.name == "sqlite"
    swept = ", ".join(table.name for table in (*REACHED, *others))
    # secure_delete overwrites pages of the file; the journal keeps what stood there before. VACUUM
    # refuses to run inside a transaction.
    statement = "PRAGMA wal_checkpoint(TRUNCATE)" if sqlite else f"VACUUM {swept}"

    def act() -> None:
        # What was erased is committed: where this fails, the next sweep does it.
        with suppress(OperationalError), engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").execute(text(statement))

    work.after.append(act)


def _note(work: Work, items: Sequence[Erased]) -> None:
    if items:
        work.connection.execute(
            insert(erasure_item),
            [
                {
                    "erasure_id": one.erasure,
                    "kind": one.kind.value,
                    "subject": one.subject,
                    "digest": one.digest,
                }
                for one in items
            ],
        )
        work.erased += items


def _blank(work: Work, table: Table, ids: Sequence[RatingId], **values: object) -> None:
    work.connection.execute(update(table).where(table.c.rating_id.in_(ids)).values(**values))
