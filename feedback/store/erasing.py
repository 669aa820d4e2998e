"""Gateway that takes away what names someone. Levels, desks and days stay: no index moves."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Table, delete, insert, select, text, update

from feedback.domain.ids import CaseId, Person, Rater, RatingId
from feedback.store import case_files, case_people, casebox
from feedback.store.tables import cases as case_tables
from feedback.store.tables.facts import (
    comment,
    file_chunk,
    rater_key,
    rating_evidence,
    rating_file,
)
from feedback.store.tables.privacy import erasure, erasure_item
from feedback.store.work import Work


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
        case_files.forget(work, case)
    for table in (case_tables.case_text, case_tables.consent, case_tables.notice):
        _delete(work, table, ids)
    work.connection.execute(
        update(case_tables.case_event)
        .where(case_tables.case_event.c.case_id.in_(ids))
        .values(text_id=None)
    )


def ratings(work: Work, ids: Sequence[RatingId]) -> None:
    """Take away comments, photos, evidence and pseudonyms of ratings; the level stays."""
    files = select(rating_file.c.id).where(rating_file.c.rating_id.in_(ids))
    work.connection.execute(delete(file_chunk).where(file_chunk.c.file_id.in_(files)))
    for table in (comment, rating_file, rating_evidence, rater_key):
        work.connection.execute(delete(table).where(table.c.rating_id.in_(ids)))


def listed(work: Work, subjects: Subjects, by: str, reason: str) -> int:
    """Keep the list of what was erased, for a restore to replay; gives its id."""
    identity = work.new_id()
    work.connection.execute(insert(erasure).values(id=identity, at=work.now, by=by, reason=reason))
    rows: list[dict[str, object]] = [
        {"erasure_id": identity, "kind": kind, "subject": one, "digest": None}
        for kind, ids in (("case", subjects.cases), ("rating", subjects.ratings))
        for one in ids
    ]
    if subjects.person is not None:
        digest = work.vault.erased(subjects.person)
        rows.append({"erasure_id": identity, "kind": "person", "subject": None, "digest": digest})
    if rows:
        work.connection.execute(insert(erasure_item), rows)
    return identity


def replayed(work: Work) -> tuple[Subjects, frozenset[bytes]]:
    """Read all that was ever erased: cases and ratings by id, people by their keyed hashes."""
    found, people = Subjects(), set()
    rows = work.connection.execute(
        select(erasure_item.c.kind, erasure_item.c.subject, erasure_item.c.digest)
    )
    for kind, subject, digest in rows:
        if kind == "case":
            found.cases.append(CaseId(subject))
        elif kind == "rating":
            found.ratings.append(RatingId(subject))
        else:
            people.add(bytes(digest))
    return found, frozenset(people)


def compact(work: Work) -> None:
    """Once this is committed, leave no trace of what was deleted in the journal of the file."""
    engine = work.connection.engine
    sqlite = engine.dialect.name == "sqlite"
    statement = "PRAGMA wal_checkpoint(TRUNCATE)" if sqlite else "VACUUM"

    def act() -> None:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text(statement))

    work.after.append(act)


def _delete(work: Work, table: Table, ids: Sequence[CaseId]) -> None:
    work.connection.execute(delete(table).where(table.c.case_id.in_(ids)))
