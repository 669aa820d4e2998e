"""Deletes rows that carry the day of their end."""

from datetime import date, datetime

from sqlalchemy import delete

from feedback.store.tables.codes import visit_code
from feedback.store.tables.facts import rating_evidence
from feedback.store.work import Work


def evidence_before(work: Work, day: date) -> int:
    """Delete evidence that expired before a day."""
    gone = delete(rating_evidence).where(rating_evidence.c.expires_on < day)
    return work.connection.execute(gone).rowcount


def visits_before(work: Work, now: datetime) -> int:
    """Delete visit codes that expired before an instant."""
    return work.connection.execute(delete(visit_code).where(visit_code.c.expires_at < now)).rowcount
