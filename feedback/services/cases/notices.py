"""What is still to be told to whoever filed a case, and what became of telling it.

It sends nothing; whoever does says here whether it arrived.
"""

from collections.abc import Collection
from datetime import datetime

from feedback.domain.cases.record import Delivery
from feedback.domain.ids import CaseId, Person
from feedback.store import case_people, case_words, cases, notices
from feedback.store.notices import Notice
from feedback.store.work import Work

ANSWERED = "answered"
UNFETCHED = "unfetched"


def pending(work: Work, limit: int) -> list[Notice]:
    """Read what is still to be told, oldest first."""
    return notices.pending(work, limit)


def one(work: Work, identity: int) -> Notice | None:
    """Read a notice; None where its case was erased."""
    return notices.one(work, identity)


def handed(work: Work, ids: Collection[int]) -> None:
    """Note that notices were put into letters; whether they arrive is not known yet."""
    notices.mark(work, ids, "handed", unless=("told", "waiting", "seen"))


def told(work: Work, identity: int) -> None:
    """Note that a notice went out; an answer has reached its citizen with it."""
    _became(work, identity, "told", Delivery.SENT)


def unreachable(work: Work, identity: int) -> None:
    """Note that nobody could be reached: it waits behind the number, and the answer with it."""
    _became(work, identity, "waiting", Delivery.WAITING)


def words(work: Work, text: int) -> str | None:
    """Give the words of a text that goes out with a letter, as they may be shown by now."""
    return case_words.one(work, text)


def owing(work: Work, people: Collection[Person], since: datetime) -> frozenset[Person]:
    """Give those of these people who are owed an answer, or got one since an instant."""
    return case_people.owed(work, people, since)


def _became(work: Work, identity: int, state: str, delivery: Delivery) -> None:
    notice = notices.one(work, identity)
    if notice is None:
        return
    notices.mark(work, [identity], state, unless=("seen",))
    if notice.what == ANSWERED:
        _delivered(work, notice.case, delivery)


def _delivered(work: Work, identity: CaseId, delivery: Delivery) -> None:
    case = cases.by_id(work, identity)
    if case is not None and case.delivery not in (Delivery.SEEN, delivery):
        cases.deliver(work, identity, delivery)
