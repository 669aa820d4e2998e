"""Gateway that finds what is past its time, and takes it away; at most so many at once."""

from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Select, Table, delete, func, select, update

from feedback.domain.days import start_of
from feedback.domain.ids import CaseId, RatingId
from feedback.store import case_people, erasing
from feedback.store.tables.cases import case_key, case_person, cases, notice
from feedback.store.tables.casework import staff_notice
from feedback.store.tables.facts import comment, file_chunk, rating, rating_evidence, rating_file
from feedback.store.tables.followups import followup, rating_appeal
from feedback.store.tables.offices import audit
from feedback.store.tables.privacy import data_request
from feedback.store.work import Work, first_of, given_at

Ids = Select[int]
_LATELY = timedelta(hours=1)
_PENDING = "pending"
_DONE = "done"


def newest(work: Work) -> datetime | None:
    """Tell when the newest rating, case or act was stored, of those older than an hour."""
    # What came since may bear the time of the same wrong clock, from here or another process.
    until = first_of(work.now - _LATELY)
    ids = (rating.c.id, cases.c.id, audit.c.id)
    last = [work.connection.scalar(select(func.max(one)).where(one < until)) for one in ids]
    return max((given_at(one) for one in last if one is not None), default=None)


def contacts(day: date) -> Ids:
    """Pick cases that ended before a day and still hold a name, phone or messenger."""
    held = case_person.c.sealed.is_not(None) | case_person.c.person.is_not(None)
    joined = select(cases.c.id).join(case_person, case_person.c.case_id == cases.c.id)
    return joined.where(cases.c.ended_at < start_of(day), held)


def words(day: date) -> Ids:
    """Pick cases that ended before a day and whose words can still be read."""
    joined = select(cases.c.id).join(case_key, case_key.c.case_id == cases.c.id)
    return joined.where(cases.c.ended_at < start_of(day))


def case_files(day: date) -> Ids:
    """Pick files of cases that ended before a day."""
    joined = select(rating_file.c.id).join(cases, cases.c.id == rating_file.c.case_id)
    return joined.where(cases.c.ended_at < start_of(day))


def comments(day: date) -> Ids:
    """Pick ratings with a comment, photo or staff's note on them from before a day."""
    at = start_of(day)
    worded = select(comment.c.rating_id).where(comment.c.at < at)
    pictured = select(rating_file.c.rating_id).where(_before(rating_file, at))
    noted = select(followup.c.rating_id).where(
        followup.c.note.is_not(None), followup.c.done_at < at
    )
    # A blanked reason is an empty text, sealed: taken for one, it would be picked for ever.
    argued = select(rating_appeal.c.rating_id).where(
        rating_appeal.c.decided_at < at, func.length(rating_appeal.c.reason) > erasing.BLANK
    )
    every = worded.union(pictured, noted, argued).subquery()
    # The follow-up of a month belongs to no rating.
    return select(every.c[0]).where(every.c[0].is_not(None))


def notices(day: date) -> Ids:
    """Pick what citizens were told, or waits behind a number, from before a day."""
    old = notice.c.at < start_of(day)
    # What is still to be told is kept, however long that takes.
    return select(notice.c.id).where(old, notice.c.state != _PENDING)


def staff_notices(day: date) -> Ids:
    """Pick what staff were told before a day."""
    return select(staff_notice.c.id).where(staff_notice.c.at < start_of(day))


def evidence(day: date) -> Ids:
    """Pick evidence that expired before a day."""
    return select(rating_evidence.c.rating_id).where(rating_evidence.c.expires_on < day)


def requests(day: date) -> Ids:
    """Pick requests that were acted on before a day."""
    old = data_request.c.done_at < start_of(day)
    return select(data_request.c.id).where(old, data_request.c.state == _DONE)


def count(work: Work, these: Ids) -> int:
    """Count what is picked."""
    return work.connection.scalar(select(func.count()).select_from(these.subquery())) or 0


def some(work: Work, these: Ids, limit: int) -> list[int]:
    """Read the first of what is picked."""
    rows = work.connection.execute(these.limit(limit))
    return [int(row[0]) for row in rows]


def forget_contacts(work: Work, ids: list[int]) -> None:
    """Take names, phones and messengers away; the follow-up number still opens the case."""
    these = [CaseId(one) for one in ids]
    case_people.forget_contact(work, these)
    work.connection.execute(
        update(case_person).where(case_person.c.case_id.in_(these)).values(person=None)
    )
    # A notice kept its own copy of the pseudonym, which would lead back to the chat.
    work.connection.execute(update(notice).where(notice.c.case_id.in_(these)).values(person=None))


def forget_cases(work: Work, ids: list[int]) -> None:
    """Take the words, files and people of cases away."""
    erasing.cases(work, [CaseId(one) for one in ids])


def forget_words(work: Work, ids: list[int]) -> None:
    """Take the words and photos of ratings away, and what staff wrote on them."""
    erasing.words_of_ratings(work, [RatingId(one) for one in ids])


def forget_files(work: Work, ids: list[int]) -> None:
    """Take files away."""
    work.connection.execute(delete(file_chunk).where(file_chunk.c.file_id.in_(ids)))
    work.connection.execute(delete(rating_file).where(rating_file.c.id.in_(ids)))


def forget_notices(work: Work, ids: list[int]) -> None:
    """Take notices of citizens away."""
    work.connection.execute(delete(notice).where(notice.c.id.in_(ids)))


def forget_staff_notices(work: Work, ids: list[int]) -> None:
    """Take notices of staff away."""
    work.connection.execute(delete(staff_notice).where(staff_notice.c.id.in_(ids)))


def forget_requests(work: Work, ids: list[int]) -> None:
    """Take requests away that were acted on."""
    work.connection.execute(delete(data_request).where(data_request.c.id.in_(ids)))


def _before(table: Table, at: datetime) -> ColumnElement[bool]:
    return (table.c.at < at) & table.c.rating_id.is_not(None)
