"""What stands at the moment somebody asks: queues, what is owed, and the days that are known."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.store import inbox, outbox, tokens
from feedback.domain.days import local_day
from feedback.services import calendars, followups
from feedback.services.privacy import requests
from feedback.store import cases
from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class Standing:
    """Numbers of the moment; ``oldest`` is when the oldest letter that is due was due."""

    letters: dict[str, int]
    oldest: datetime | None
    parked: int
    cases_late: int
    followups_late: int
    requests_late: int
    calendar_days: int
    """Days ahead for which the calendar of working days is known."""
    tokens_dead: dict[str, bool]
    """By channel: whether the tokens need a person."""


def read(work: Work) -> Standing:
    """Look at all of it in one picture."""
    today = local_day(work.now)
    return Standing(
        outbox.count(work),
        outbox.oldest_waiting(work),
        inbox.count_parked(work),
        cases.count_late(work, today),
        followups.overdue(work),
        requests.late(work),
        (date(calendars.current(work).until, 12, 31) - today).days,
        tokens.dead(work),
    )
