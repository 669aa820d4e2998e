"""What is still to be told to whoever filed a case, and what became of telling it.

It sends nothing; whoever does says here whether it arrived.
"""

from collections.abc import Collection, Iterator
from datetime import datetime

from feedback.domain.cases.life import CaseState
from feedback.domain.cases.record import Case, Delivery
from feedback.domain.channels import CLOSING
from feedback.domain.consents import Purpose
from feedback.domain.ids import CaseId, Person
from feedback.services.cases.alerting import alert
from feedback.store import case_people, case_words, cases, consents, notices
from feedback.store.notices import Notice
from feedback.store.work import Work

ANSWERED = "answered"
UNFETCHED = "unfetched"
CALL = "call"
"""What staff are told where a citizen is to be rung up."""
TO_RING = frozenset({ANSWERED, "asked"})
"""What is told by telephone where it cannot be written: the answer, and what stops the clock."""


def pending(work: Work, limit: int) -> list[Notice]:
    """Read what is still to be told, oldest first."""
    return notices.pending(work, limit)


def one(work: Work, identity: int) -> Notice | None:
    """Read a notice; None where its case was erased."""
    return notices.one(work, identity)


def handed(work: Work, ids: Collection[int]) -> None:
    """Note that notices were put into letters; whether they arrive is not known yet."""
    for identity in ids:
        notice = notices.one(work, identity)
        if notice is not None and notice.state == "pending":
            notices.mark(work, [identity], "handed")
            _delivered(work, notice, Delivery.QUEUED)


def told(work: Work, identity: int) -> None:
    """Note that a notice went out; an answer has reached its citizen with it."""
    _became(work, identity, "told", Delivery.SENT)


def unreachable(work: Work, identity: int) -> None:
    """Note that nobody could be reached: it waits behind the number, and the answer with it.

    Where the messenger closes to whoever is silent, and a telephone was left, somebody is to ring.
    """
    notice = notices.one(work, identity)
    case = None if notice is None else cases.by_id(work, notice.case)
    if notice is None or case is None or notice.what not in TO_RING or not _rings(work, case):
        _became(work, identity, "waiting", Delivery.WAITING)
        return
    _became(work, identity, "waiting", Delivery.CALL)
    # Whoever has read the answer on the page needs no call.
    if case.delivery is not Delivery.SEEN:
        alert(work, case, CALL)


def later(work: Work, identity: int) -> None:
    """Note that a notice goes out another day; until then it can be looked up by the number."""
    _became(work, identity, "handed", Delivery.WAITING)


def anew(work: Work, identity: int) -> bool:
    """Have an answer or a question wait, to be told again; False, and nothing, for other news."""
    notice = notices.one(work, identity)
    if notice is None or notice.what not in TO_RING:
        return False
    notices.mark(work, [identity], "waiting")
    return True


def announced(work: Work, identity: int) -> None:
    """Note that only that there is news went out: it waits behind the number, as was said."""
    _became(work, identity, "waiting", Delivery.ANNOUNCED)


def again(work: Work, people: Collection[Person]) -> None:
    """Have who came back told what waited for them: an answer not looked at, a question."""
    # Older news of the same case would say nothing that the newest does not.
    for newest, *older in _untold(work, people):
        notices.drop(work, [one.id for one in (newest, *older)])
        notices.add(work, newest.case, newest.what, newest.person, newest.text)


def untold(work: Work, person: Person) -> frozenset[CaseId]:
    """Give the cases of which somebody was not told the answer, or what we asked."""
    return frozenset(newest.case for newest, *_ in _untold(work, [person]))


def _untold(work: Work, people: Collection[Person]) -> Iterator[list[Notice]]:
    """Give what waits of each case and is still to be told, newest first."""
    waiting: dict[CaseId, list[Notice]] = {}
    for one in notices.waiting(work, people, TO_RING):
        waiting.setdefault(one.case, []).append(one)
    for identity, those in waiting.items():
        case = cases.by_id(work, identity)
        if case is not None and _still_matters(case, those[0]):
            yield those


def _still_matters(case: Case, newest: Notice) -> bool:
    if newest.what == ANSWERED:
        return case.delivery in (Delivery.WAITING, Delivery.ANNOUNCED, Delivery.CALL)
    return case.state is CaseState.WAITING


def words(work: Work, text: int) -> str | None:
    """Give the words of a text that goes out with a letter, as they may be shown by now."""
    return case_words.one(work, text)


def owing(work: Work, people: Collection[Person], since: datetime) -> frozenset[Person]:
    """Give those of these people who are owed an answer, or got one since an instant."""
    return case_people.owed(work, people, since)


def _rings(work: Work, case: Case) -> bool:
    """Say whether a citizen left a telephone for just this, and has not taken it back."""
    if case.channel not in CLOSING or not _agreed(work, case.id):
        return False
    contact = case_people.contact(work, case.id)
    return contact is not None and bool(contact.phone)


def _agreed(work: Work, case: CaseId) -> bool:
    given = consents.of_case(work, case)
    return any(one.purpose == Purpose.CONTACT and one.withdrawn_at is None for one in given)


def _became(work: Work, identity: int, state: str, delivery: Delivery) -> None:
    notice = notices.one(work, identity)
    if notice is not None:
        notices.mark(work, [identity], state)
        _delivered(work, notice, delivery)


def _delivered(work: Work, notice: Notice, delivery: Delivery) -> None:
    """Write the fate of an answer into its case, unless its citizen has looked at it anyway."""
    case = cases.by_id(work, notice.case) if notice.what == ANSWERED else None
    if case is not None and case.delivery is not Delivery.SEEN:
        cases.deliver(work, notice.case, delivery)
