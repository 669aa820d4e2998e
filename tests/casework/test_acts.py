"""Every act in every state: it leads where the table says, or is refused and changes nothing."""

from collections.abc import Callable
from typing import Any

import pytest

from feedback.domain.cases import life
from feedback.domain.cases.kinds import CaseKind, Satisfaction, Verdict
from feedback.domain.cases.life import CaseAct, CaseState
from feedback.domain.cases.record import Case, Contact
from feedback.domain.roles import Role
from feedback.services.cases import (
    casework,
    concerns,
    disclosing,
    following,
    handing,
    merging,
    moderation,
    reading,
    unlocking,
)
from feedback.services.cases.holding import WrongMoment
from feedback.services.refusals import NotAllowed, Refusal
from feedback.store import case_words
from feedback.store.columns import metadata
from feedback.store.work import Work
from tests.casework.bureau import Bureau

A, S = CaseAct, CaseState
WHY = "đã xem xét kỹ"
Does = Callable[[Work, Any, Case], Any]

STAFF: dict[CaseAct, Does] = {
    A.TAKE: lambda w, v, c: casework.take(w, v, c.code),
    A.ASSIGN: lambda w, v, c: handing.assign(w, v, c.code, "handler P"),
    A.CLASSIFY: lambda w, v, c: moderation.classify(w, v, c.code, CaseKind.PETITION, WHY),
    A.ASK: lambda w, v, c: casework.ask(w, v, c.code, "Hôm nào ạ?"),
    A.ANSWER: lambda w, v, c: casework.answer(w, v, c.code, "Đã sửa."),
    A.FORWARD: lambda w, v, c: handing.forward(w, v, c.code, 1 if c.unit != 1 else 3, WHY),
    A.REFER: lambda w, v, c: handing.refer(w, v, c.code, "Công an huyện", WHY),
    A.MERGE: lambda w, v, c: merging.merge(w, v, c.code, _another(w, v, c), WHY),
    A.UNMERGE: lambda w, v, c: merging.unmerge(w, v, c.code, WHY),
    A.REDACT: lambda w, v, c: disclosing.redact(w, v, c.code, _words(w, c), WHY, text="[…]"),
    A.VERDICT: lambda w, v, c: moderation.verdict(w, v, c.code, Verdict.UPHELD, WHY),
    A.EXTEND: lambda w, v, c: handing.extend(w, v, c.code, WHY),
    A.CLOSE: lambda w, v, c: casework.close(w, v, c.code, WHY),
    A.REOPEN: lambda w, v, c: casework.reopen(w, v, c.code, WHY),
    A.SPAM: lambda w, v, c: moderation.spam(w, v, c.code, WHY),
    A.NOTE: lambda w, v, c: casework.note(w, v, c.code, "Đã gọi."),
    A.PUBLISH: lambda w, v, c: disclosing.publish(w, v, c.code, "Đã sửa máy in."),
    A.UNLOCK: lambda w, v, c: unlocking.unlock(w, v, c.code, WHY),
    A.CONCERN: lambda w, v, c: concerns.concern(w, v, c.code, "handler A", WHY),
}
CITIZEN: dict[CaseAct, Callable[[Work, Case], Any]] = {
    A.ADD: lambda w, c: following.add(w, c.id, "Hôm thứ Hai."),
    A.WITHDRAW: lambda w, c: following.withdraw(w, c.id),
    A.JUDGE: lambda w, c: following.judge(w, c.id, Satisfaction.PARTLY),
    A.CONTEST: lambda w, c: following.contest(w, c.id, "Chưa đúng."),
}
WAYS: dict[CaseState, tuple[CaseAct, ...]] = {
    S.NEW: (),
    S.ACCEPTED: (A.TAKE,),
    S.WAITING: (A.ASK,),
    S.ANSWERED: (A.ANSWER,),
    S.CONTESTED: (A.ANSWER, A.CONTEST),
    S.CLOSED: (A.ANSWER, A.CLOSE),
    S.WITHDRAWN: (A.WITHDRAW,),
    S.MERGED: (A.MERGE,),
    S.FORWARDED: (A.FORWARD,),
    S.SPAM: (A.SPAM,),
}
"""By which acts a new case comes into each state."""


class Undo(Exception):
    """Ends a transaction without keeping anything of it."""


def _words(work: Work, case: Case) -> int:
    return case_words.words(work, case.id)[0].id


def _another(work: Work, viewer: Any, case: Case) -> str:
    """Give a case that is still dealt with, other than this one."""
    newest = reading.listed(work, viewer, reading.Wanted(states=frozenset({S.NEW})))
    # What was contested goes on only with one at its own level.
    here = [one for one in newest if one.unit == case.unit or not case.appealed]
    return next(one.code for one in here if one.id != case.id)


def brought(office: Bureau, state: CaseState) -> Case:
    """Bring a case into a state, by acts alone."""
    office.told("Một việc khác.", "b1")
    office.told("Một việc ở tỉnh.", None, unit=office.world.units["P"])
    case = office.told(contact=Contact("Lan", "0900 000 001"))
    for act in WAYS[state]:
        with office.store.work() as work:
            if act in CITIZEN:
                CITIZEN[act](work, case)
            else:
                STAFF[act](work, office.by("operator"), case)
    found = office.read(case.id)
    assert found.state is state
    return found


def picture(work: Work) -> dict[str, list[Any]]:
    """Read every row of every table."""
    return {
        table.name: [tuple(row) for row in work.connection.execute(table.select())]
        for table in metadata.sorted_tables
    }


def tried(office: Bureau, does: Callable[[Work], Any]) -> tuple[bool, Any]:
    """Do something, undo it, and say whether it changed anything and what it gave or raised."""
    given: Any = None
    changed = False
    try:
        with office.store.work() as work:
            before = picture(work)
            try:
                given = does(work)
            except Refusal as refusal:
                given = refusal
            changed = picture(work) != before
            raise Undo
    except Undo:
        return changed, given


def test_every_act_of_staff_is_tried() -> None:
    """An act that is added to the table is tried here, or by a test of its own."""
    passive = {A.FILE, A.STEP, A.UNPUBLISH, A.CALL}
    assert {*STAFF, *CITIZEN, *passive} == set(CaseAct)
    assert set(WAYS) == set(CaseState)


@pytest.mark.parametrize("state", list(CaseState))
def test_an_act_leads_where_the_table_says_or_changes_nothing(
    office: Bureau, state: CaseState
) -> None:
    """What the state forbids is refused as such, whatever the act would need besides."""
    case = brought(office, state)
    for act, does in STAFF.items():
        changed, given = tried(office, lambda w, d=does: d(w, office.by("operator"), case))
        if act in life.possible(state):
            assert changed, act
            if isinstance(given, Case):
                assert given.state in _after(case, act), act
                assert given.version == case.version + 1, act
        else:
            assert isinstance(given, WrongMoment), (act, given)
            assert not changed, act


@pytest.mark.parametrize("state", list(CaseState))
def test_a_citizen_does_only_what_is_offered(office: Bureau, state: CaseState) -> None:
    """What the page does not offer does nothing, and never fails."""
    case = brought(office, state)
    with office.store.look() as work:
        status = following.status(work, case.id)
    assert status is not None
    for act, does in CITIZEN.items():
        changed, given = tried(office, lambda w, d=does: d(w, case))
        assert isinstance(given, following.Status)
        assert changed == (act in status.may), act
        assert act in life.possible(state) or act not in status.may


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.HANDLER, Role.MODERATOR])
def test_what_a_file_offers_is_what_its_viewer_may(one: Bureau, role: Role) -> None:
    """The auditor is offered nothing; a handler nothing that judges."""
    case = one.told(contact=Contact("Lan"))
    who = one.by({"handler": "handler A"}.get(role.value, role.value))
    with one.store.look() as work:
        offered = reading.opened(work, who, case.code).may
    for act, does in STAFF.items():
        if act is A.MERGE:
            continue
        _, given = tried(one, lambda w, d=does: d(w, who, case))
        refused = isinstance(given, NotAllowed | WrongMoment)
        assert refused != (act in offered), (act, given)


def _after(case: Case, act: CaseAct) -> set[CaseState]:
    to = life.after(case.state, act)
    # Parting brings a case back to where it was before it was merged.
    return {case.merged_from} if act is A.UNMERGE and case.merged_from else {to}
