"""Gateway that finds what is past its time, and takes it away."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select, delete, func, select, update

from feedback.domain.days import start_of
from feedback.domain.ids import CaseId
from feedback.store.tables.cases import case_key, case_person, cases
from feedback.store.tables.facts import comment, file_chunk, rating_file
from feedback.store.work import Work


def contacts_before(work: Work, day: date) -> list[CaseId]:
    """Find cases that ended before a day and still hold a name, phone or messenger."""
    held = case_person.c.sealed.is_not(None) | case_person.c.person.is_not(None)
    query = (
        select(cases.c.id)
        .join(case_person, case_person.c.case_id == cases.c.id)
        .where(cases.c.ended_at < start_of(day), held)
    )
    return [CaseId(one) for one in work.connection.scalars(query)]


def cases_before(work: Work, day: date) -> list[CaseId]:
    """Find cases that ended before a day and whose words can still be read."""
    query = (
        select(cases.c.id)
        .join(case_key, case_key.c.case_id == cases.c.id)
        .where(cases.c.ended_at < start_of(day))
    )
    return [CaseId(one) for one in work.connection.scalars(query)]


def forget_contacts(work: Work, ids: Sequence[CaseId]) -> None:
    """Take names, phones and messengers away; the follow-up number still opens the case."""
    if ids:
        work.connection.execute(
            update(case_person)
            .where(case_person.c.case_id.in_(ids))
            .values(sealed=None, kid="", person=None)
        )


def count_comments(work: Work, day: date) -> int:
    """Count the comments and photos from before a day."""
    comments = select(func.count()).where(comment.c.at < start_of(day))
    photos = select(func.count()).where(rating_file.c.at < start_of(day))
    return (work.connection.scalar(comments) or 0) + (work.connection.scalar(photos) or 0)


def forget_comments(work: Work, day: date) -> int:
    """Take the comments and photos from before a day away; give how many."""
    old = _old_files(day)
    work.connection.execute(delete(file_chunk).where(file_chunk.c.file_id.in_(old)))
    files = work.connection.execute(delete(rating_file).where(rating_file.c.at < start_of(day)))
    words = work.connection.execute(delete(comment).where(comment.c.at < start_of(day)))
    return files.rowcount + words.rowcount


def _old_files(day: date) -> Select[tuple[int]]:
    return select(rating_file.c.id).where(rating_file.c.at < start_of(day))
