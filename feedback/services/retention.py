"""Forgets what was only kept for a stated time: evidence, and the codes of visits."""

from feedback.domain.days import local_day
from feedback.store import expiry
from feedback.store.work import Work


def forget_expired(work: Work) -> dict[str, int]:
    """Delete evidence and visit codes that are past their time; give how many of each."""
    return {
        "evidence": expiry.evidence_before(work, local_day(work.now)),
        "visits": expiry.visits_before(work, work.now),
    }
