"""Cases for the conversation: what a step may know of them, and what is done once it has decided.

Everything here costs statements, so it is asked only for a step that is about cases.
"""

from dataclasses import replace

from bot.conversation.docket import MOST, Docket, Mine, Notice
from bot.conversation.events import Event, Filed, Noted, Woken
from bot.conversation.here import NOTICE
from bot.conversation.state import State
from bot.conversation.turn import (
    CaseJudged,
    CaseOpened,
    CaseTold,
    CaseWithdrawn,
)
from feedback.domain.cases.kinds import SEALED, CaseKind, Satisfaction
from feedback.domain.cases.record import Voice, Words
from feedback.domain.days import local_day
from feedback.domain.desks import DeskCard
from feedback.domain.ids import CaseId, Person, UnitId
from feedback.services import places
from feedback.services.cases import attachments, following, notices, routing
from feedback.services.cases.filing import Receipt
from feedback.services.cases.following import Status
from feedback.store.work import Work


def docket(
    work: Work,
    person: Person,
    state: State,
    event: Event,
    card: DeskCard | None,
    *,
    overseen: bool = False,
) -> Docket:
    """Gather a person's own cases, and say who would receive a new one about this desk.

    ``overseen``: people of the office read this chat, so of a sealed case only that it is there.
    """
    own = list(following.of_person(work, person))
    looked_at = CaseId(state.reply.case) if state.reply is not None else None
    # The case that is looked at may be older than those listed; its buttons have to go on working.
    shown = own[:MOST] + [one for one in own[MOST:] if one == looked_at]
    mine = [seen for one in shown if (seen := _mine(work, one)) is not None]
    # Only here are the files counted: each count is a statement.
    mine = [_with_files(work, one) if one.id == looked_at else one for one in mine]
    receives = routing.receives_sealed(work, card.unit if card else None)
    gathered = Docket(receives, tuple(mine), _notice(work, person, event))
    return _discreet(gathered) if overseen else gathered


def _discreet(docket: Docket) -> Docket:
    """Keep what was said in sealed cases, and every act on them, out of a chat."""
    notice = docket.notice
    if notice is not None and notice.mine.kind in SEALED:
        notice = Notice(notice.what, _closed(notice.mine), None)
    return Docket(docket.receives, tuple(_closed(mine) for mine in docket.own), notice)


def _closed(mine: Mine) -> Mine:
    if mine.kind not in SEALED:
        return mine
    return replace(mine, question=None, answer=None, may=(), veiled=True)


def receipt(given: Receipt, *, remark: bool = False) -> Filed:
    """Give the event that a stored case comes back with."""
    due = given.due
    return Filed(
        given.number,
        given.kind.value,
        due.on if due else None,
        due.provisional if due else False,
        given.unrouted,
        remark,
    )


def acted(work: Work, fact: CaseTold | CaseJudged | CaseWithdrawn | CaseOpened) -> Noted | None:
    """Do what a citizen decided about a case of theirs, and say whether it was still possible."""
    case = CaseId(fact.case)
    # Read before the act, which may itself take the act away from what is possible.
    before = following.status(work, case)
    match fact:
        case CaseOpened():
            following.seen(work, case)
            return None
        case CaseTold(act=act, text=text):
            after = (following.contest if act == "contest" else following.add)(work, case, text)
        case CaseJudged(satisfaction=judged):
            act = "judge"
            after = following.judge(work, case, Satisfaction(judged))
        case CaseWithdrawn():
            act = "withdraw"
            after = following.withdraw(work, case)
    possible = before is not None and act in before.may and after is not None
    said = fact.satisfaction if isinstance(fact, CaseJudged) else act
    return Noted(fact.case, said, possible)


def _notice(work: Work, person: Person, event: Event) -> Notice | None:
    if not isinstance(event, Woken) or event.name != NOTICE or event.subject is None:
        return None
    notice = notices.one(work, event.subject)
    if notice is None or notice.person != person:
        return None
    mine = _mine(work, notice.case)
    return None if mine is None else Notice(notice.what, mine, notice.text)


def _mine(work: Work, case: CaseId) -> Mine | None:
    status = following.status(work, case)
    if status is None:
        return None
    return Mine(
        id=status.case,
        kind=status.kind.value,
        state=status.state.value,
        opened=local_day(status.opened_at),
        due=status.due_on,
        provisional=status.due_provisional,
        unit=_unit(work, status),
        question=_newest(status.words, Voice.QUESTION),
        answer=_newest(status.words, Voice.ANSWER),
        judged=status.satisfaction.value if status.satisfaction else "",
        may=tuple(sorted(act.value for act in status.may)),
        undecided=status.undecided,
    )


def _with_files(work: Work, mine: Mine) -> Mine:
    return replace(mine, files=attachments.count(work, CaseId(mine.id)))


def _unit(work: Work, status: Status) -> str:
    """Name who answers a case; of a sealed one nothing is said but what it is."""
    if status.unit is None or status.kind in (CaseKind.MISCONDUCT, CaseKind.DENUNCIATION):
        return ""
    here = places.tree(work).on(local_day(work.now))
    return here.name(UnitId(status.unit)) if status.unit in here.units else ""


def _newest(words: tuple[Words, ...], voice: Voice) -> int | None:
    return next((one.id for one in reversed(words) if one.voice is voice), None)
