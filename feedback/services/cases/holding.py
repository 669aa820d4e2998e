"""The one way in which staff change a case: seen, allowed, still as it was read; then recorded.

An act here is one change of the row, one entry of the timeline and one of the record.
"""

from dataclasses import dataclass, field
from typing import Any

from feedback.domain.cases import code as case_code
from feedback.domain.cases import life
from feedback.domain.cases.life import CaseAct, CaseState, NotNow
from feedback.domain.cases.private import find, redacted
from feedback.domain.cases.record import Case, Happening, Voice
from feedback.domain.days import LOCAL
from feedback.domain.ids import CaseId
from feedback.domain.names import clean
from feedback.domain.roles import Viewer
from feedback.services.authority import Act, require, scope
from feedback.services.cases import clock
from feedback.services.refusals import NotFound, Refusal
from feedback.store import audit, case_people, case_words, casebox, cases, notices
from feedback.store.work import Work


class Stale(Refusal):
    """Someone else changed the case since it was read; nothing was overwritten.

    ``by``, ``act`` and ``at`` are of the newest change; ``by`` may be the citizen or the system.
    """

    def __init__(self, newest: Happening) -> None:
        at = newest.at.astimezone(LOCAL)
        super().__init__(
            f"{newest.by} changed this case meanwhile ({newest.act.value}, {at:%Y-%m-%d %H:%M});"
            " nothing of yours was stored: read it again."
        )
        self.by, self.act, self.at = newest.by, newest.act, newest.at


class WrongMoment(Refusal):
    """The state of the case does not allow the act."""


@dataclass(slots=True)
class Hold:
    """A locked case that a viewer may act on, and what the act comes to."""

    work: Work
    viewer: Viewer
    case: Case
    act: CaseAct
    changes: dict[str, Any] = field(default_factory=dict)
    detail: dict[str, str] = field(default_factory=dict)
    words: int | None = None

    def say(self, voice: Voice, text: str) -> int:
        """Add a text to the case; the timeline's entry points to it."""
        box = casebox.open_box(self.work, self.case.id)
        if box is None:
            raise Refusal("The words of this case were erased; nothing can be added to it.")
        self.words = case_words.say(self.work, box, voice, self.viewer.name, text)
        return self.words

    def tell(self, what: str) -> None:
        """Have whoever filed the case, or one merged into it, told of this act."""
        for case in (self.case.id, *cases.merged_into(self.work, self.case.id)):
            person = case_people.person(self.work, case)
            notices.add(self.work, case, what, person, self.words)

    def done(self, reason: str = "") -> Case:
        """Write the change, the entry and the record; give the case as it is now."""
        before = self.case
        state = self.changes.setdefault("state", life.after(before.state, self.act))
        if state is not CaseState.WAITING:
            # What the act says of the date stands above what the going clock would make of it.
            self.changes = clock.resumed(self.work, before) | self.changes
        now = cases.save(self.work, before, **self.changes)
        self._because(reason)
        case_words.note(
            self.work, before.id, self.act, self.viewer.name, self._detail(state), self.words
        )
        record(self.work, self.viewer, now, self.act, before.state, self.detail, reason)
        return now

    def _because(self, reason: str) -> None:
        """Keep a reason under the case's key, so that erasing the case reaches it."""
        box = casebox.open_box(self.work, self.case.id) if reason else None
        if box is None:
            return
        words = case_words.say(self.work, box, Voice.REASON, self.viewer.name, reason)
        # An entry points to one text: what was said goes before why.
        if self.words is None:
            self.words = words

    def _detail(self, state: CaseState) -> dict[str, str]:
        moved = {"from": self.case.state.value, "to": state.value}
        return self.detail | (moved if state is not self.case.state else {})


def hold(
    work: Work,
    viewer: Viewer,
    code: str,
    act: CaseAct,
    right: Act,
    version: int | None = None,
) -> Hold:
    """Lock a case for an act of staff.

    Raises NotFound for a case that the viewer does not see, NotAllowed where the role may not,
    Stale when ``version`` is not the case's own any more, WrongMoment where the state forbids.
    """
    # The right comes first: whoever lacks it learns not even whether there is such a case.
    require(work, viewer, right, viewer.unit)
    found = _found(work, viewer, code, lock=True)
    if version is not None and version != found.version:
        raise Stale(case_words.newest(work, found.id))
    try:
        life.after(found.state, act)
    except NotNow as error:
        raise WrongMoment(f"{error}.") from error
    return Hold(work, viewer, found, act)


def record(
    work: Work,
    viewer: Viewer,
    case: Case,
    act: CaseAct,
    before: CaseState,
    detail: dict[str, str],
    reason: str = "",
) -> None:
    """Put an act into the record of acts, by the case's code and without anybody's words.

    The record is never erased: what seems private in a reason is blacked out there.
    """
    after = ", ".join(f"{k} {v}" for k, v in sorted(detail.items()))
    audit.note(
        work,
        viewer.name,
        f"case.{act.value}",
        case.code,
        before.value,
        f"{case.state.value} {after}".strip(),
        redacted(reason, find(reason)),
        case=case.id,
        sealed=case.sealed,
    )


def named(work: Work, viewer: Viewer, code: str) -> Case:
    """Read a case that a viewer sees; raise NotFound otherwise."""
    require(work, viewer, Act.READ_CASES, viewer.unit)
    return _found(work, viewer, code, lock=False)


def identity(work: Work, viewer: Viewer, code: str) -> CaseId:
    """Give the id of a case that a viewer sees."""
    return named(work, viewer, code).id


def _found(work: Work, viewer: Viewer, code: str, *, lock: bool) -> Case:
    typed = case_code.read(code) or code
    seen = scope(work, viewer)
    found = cases.by_code(work, typed, seen)
    if lock and found is not None:
        cases.lock(work, found.id)
        # Whoever had it until now may have moved it out of the viewer's sight.
        found = cases.by_code(work, typed, seen)
    if found is None:
        raise NotFound(f"There is no case {clean(code)[:20]}.")
    return found
