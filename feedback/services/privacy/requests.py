"""Requests of citizens about their own data, by the dates of the law; what can be is done at once.

Luật 91/2025/QH15, NĐ 356/2025: acknowledged in 2 working days; acted on in 10, 15 or 20 days.
"""

from collections.abc import Callable

from feedback.domain.days import local_day
from feedback.domain.dues import Due, told
from feedback.domain.ids import CaseId, Person
from feedback.domain.requests import Request, RequestKind, RequestState
from feedback.domain.roles import Viewer
from feedback.services import calendars
from feedback.services.authority import Act, require
from feedback.services.cases.holding import named
from feedback.services.privacy import consenting, erasing, exporting
from feedback.services.privacy.exporting import Copy
from feedback.services.refusals import NotFound, Refusal
from feedback.store import audit, case_people, data_requests
from feedback.store.data_requests import Asked
from feedback.store.work import Work

CITIZEN = "citizen"
MOST = 500
"""Requests that are shown at once."""
_ACKNOWLEDGE = "data_acknowledge"
_AT_ONCE = 50
"""People of the messengers who are erased in one sweep."""


def register(
    work: Work, viewer: Viewer, kind: RequestKind, code: str, *, reason: str = ""
) -> Request:
    """Take down what a citizen asked about a case by letter, telephone or at a desk."""
    require(work, viewer, Act.ERASE, None)
    case = named(work, viewer, code)
    identity = _asked(work, kind, case=case.id, by=viewer.name)
    why = erasing.blacked_out(reason)
    audit.note(work, viewer.name, f"privacy.{kind.value}.asked", case.code, reason=why)
    return _one(work, identity)


def listed(
    work: Work, viewer: Viewer, *, done: bool = False, size: int = MOST
) -> tuple[Request, ...]:
    """List the requests that are to be acted on, the most urgent first; or all of them."""
    require(work, viewer, Act.ERASE, None)
    return data_requests.listed(work, all_of_them=done, limit=size)


def acknowledge(work: Work, viewer: Viewer, identity: int) -> Request:
    """Note that whoever asked was told that it is being done."""
    found = _held(work, viewer, identity)
    data_requests.told(work, found.id)
    audit.note(work, viewer.name, "privacy.acknowledged", str(found.id), found.state.value, "told")
    return _one(work, found.id)


def done(work: Work, viewer: Viewer, identity: int, reason: str) -> Request:
    """Note that a request was acted on, and how."""
    found = _held(work, viewer, identity)
    why = erasing.blacked_out(reason)
    if not why:
        raise Refusal("Say what was done.")
    data_requests.done(work, found.id, viewer.name)
    audit.note(work, viewer.name, "privacy.done", str(found.id), found.state.value, "done", why)
    return _one(work, found.id)


def late(work: Work) -> int:
    """Count the requests with a date that has passed."""
    return data_requests.count_late(work, local_day(work.now))


def own_copy(work: Work, identity: CaseId) -> Copy:
    """Give the copy to whoever holds a case's number; that it was asked for is kept once a day."""
    made = exporting.copy_of(work, identity)
    today = local_day(work.now)
    before = data_requests.of(identity, None, today)
    if not data_requests.asked_before(work, RequestKind.COPY, before):
        _at_once(work, RequestKind.COPY, identity)
    return made


def own_withdrawal(work: Work, identity: CaseId) -> bool:
    """Take name, phone and address away as the citizen wishes; say whether there were any."""
    gone = consenting.withdraw(work, identity)
    if gone:
        _at_once(work, RequestKind.WITHDRAW, identity)
    return gone


def own_erasure(work: Work, identity: CaseId) -> None:
    """Erase who holds a case's number, at once; the messenger's side follows with `fulfilled`."""
    person = case_people.person(work, identity)
    _at_once(work, RequestKind.DELETE, identity)
    erasing.erase_own(work, identity)
    if person is not None:
        # After the erasing, which ends all requests of this person: their chat is still to be
        # forgotten.
        _asked(work, RequestKind.DELETE, person=person)


def wished(work: Work, person: Person) -> None:
    """Take down that someone in a messenger wishes to be erased; it is done once they were told."""
    if not data_requests.asked_before(
        work, RequestKind.DELETE, data_requests.of(None, person, None)
    ):
        _asked(work, RequestKind.DELETE, person=person)


def fulfilled(
    work: Work, silent: Callable[[Work, Person], bool], forget: Callable[[Work, Person], None]
) -> int:
    """Erase those in messengers who wished it, once nothing is left to be said to them.

    ``silent`` tells whether that is so and ``forget`` is the conversation's own forgetting; on the
    last day of the law nobody is waited for any longer. Gives how many were erased.
    """
    n, today = 0, local_day(work.now)
    for identity, person, act_by in data_requests.wishes(work, _AT_ONCE):
        if silent(work, person) or today >= act_by:
            erasing.erase_wished(work, person)
            forget(work, person)
            data_requests.done(work, identity, CITIZEN)
            n += 1
    return n


def _at_once(work: Work, kind: RequestKind, case: CaseId) -> None:
    data_requests.done(work, _asked(work, kind, case=case), CITIZEN)


def _asked(
    work: Work,
    kind: RequestKind,
    *,
    case: CaseId | None = None,
    person: Person | None = None,
    by: str = "",
) -> int:
    today = local_day(work.now)
    answer, act = _due(work, _ACKNOWLEDGE), _due(work, f"data_{kind.value}")
    asked = Asked(kind, today, answer.on, act.on, told(act), case, person, by)
    return data_requests.add(work, asked)


def _due(work: Work, kind: str) -> Due:
    found = calendars.deadline(work, kind, local_day(work.now))
    if found is None:
        raise LookupError(f"no rule of time for {kind}")
    return found


def _held(work: Work, viewer: Viewer, identity: int) -> Request:
    require(work, viewer, Act.ERASE, None)
    found = _one(work, identity)
    if found.state is RequestState.DONE:
        raise Refusal("This request was acted on already.")
    return found


def _one(work: Work, identity: int) -> Request:
    found = data_requests.one(work, identity)
    if found is None:
        raise NotFound(f"There is no request {identity}; see `hailong privacy requests`.")
    return found
