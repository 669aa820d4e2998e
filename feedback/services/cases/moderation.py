"""What becomes of a case beside its answer: whose it is, what it is, what was true or is shown."""

from feedback.domain.cases.kinds import GUIDED, SEALED, CaseKind, Verdict, severity
from feedback.domain.cases.life import CaseAct
from feedback.domain.cases.private import find, redacted
from feedback.domain.cases.record import BY_CITIZEN, Case, Voice
from feedback.domain.days import local_day
from feedback.domain.ids import UnitId
from feedback.domain.roles import Viewer
from feedback.services import places, standings
from feedback.services.authority import Act, may, scope
from feedback.services.cases import clock, routing
from feedback.services.cases.casework import because, written
from feedback.services.cases.holding import Hold, hold
from feedback.services.refusals import NotAllowed, NotFound, Refusal
from feedback.store import case_parties, case_words, casebox, cases, staff
from feedback.store.work import Work

LONGEST_NAME = 200


def assign(work: Work, viewer: Viewer, code: str, to: str, *, version: int | None = None) -> Case:
    """Give a case to someone of the staff who sees it and may handle it."""
    held = hold(work, viewer, code, CaseAct.ASSIGN, Act.HANDLE_CASES, version)
    person = staff.named(work, to.strip())
    if person is None:
        raise NotFound(f"There is nobody named {to[:60]}; see `hailong staff list`.")
    other = Viewer(person.name, person.role, person.unit, person.id)
    sees = cases.by_code(work, code, scope(work, other)) is not None
    if person.disabled or not sees or not may(person.role, Act.HANDLE_CASES):
        raise Refusal(f"{person.name} cannot handle this case; choose someone else.")
    held.changes |= {
        "assignee": person.id,
        "accepted_on": held.case.accepted_on or local_day(work.now),
    }
    held.detail |= {"assignee": person.name}
    return held.done()


def classify(
    work: Work,
    viewer: Viewer,
    code: str,
    kind: CaseKind,
    reason: str,
    *,
    version: int | None = None,
) -> Case:
    """Say what a case is; what becomes sealed leaves the unit, what is guided loses its clock."""
    held = hold(work, viewer, code, CaseAct.CLASSIFY, Act.HANDLE_CASES, version)
    case = held.case
    if case.sealed and kind not in SEALED and not may(viewer.role, Act.MODERATE_CASES):
        raise NotAllowed("Only an inspector or a moderator opens a sealed case to the unit.")
    held.changes |= {"kind": kind, "severity": severity(kind, None)} | clock.begun(work, case, kind)
    held.changes |= {"guided_on": local_day(work.now) if kind in GUIDED else None}
    if (kind in SEALED) != case.sealed:
        held.changes |= _rerouted(held, sealed=kind in SEALED)
    held.detail |= {"kind": kind.value, "was": case.kind.value}
    if kind in GUIDED and case.kind not in GUIDED:
        held.tell("guided")
    return held.done(because(reason))


def forward(
    work: Work,
    viewer: Viewer,
    code: str,
    to: UnitId,
    reason: str,
    *,
    version: int | None = None,
) -> Case:
    """Hand a case to another unit; the day of receipt and the date stand."""
    held = hold(work, viewer, code, CaseAct.FORWARD, Act.HANDLE_CASES, version)
    case, tree = held.case, places.tree(work)
    here = tree.on(local_day(work.now))
    if to not in here.units:
        raise NotFound("There is no such unit today.")
    about = case.about_unit
    if (
        case.sealed
        and about is not None
        and to in here.units
        and about in (to, *here.ancestors(to))
    ):
        raise Refusal("A sealed case never goes to the unit it is about, nor below it.")
    if case.sealed and routing.sealed(work, about, case.about_desk, case.about_day).unit != to:
        raise Refusal("A sealed case goes only to an inspector outside the unit; none is there.")
    held.changes |= {"unit": to, "assignee": None}
    held.detail |= {"to_unit": here.version[to].code}
    held.tell("forwarded")
    return held.done(because(reason))


def refer(
    work: Work, viewer: Viewer, code: str, to: str, reason: str, *, version: int | None = None
) -> Case:
    """End a case that is not the office's, and say to whom it was sent."""
    held = hold(work, viewer, code, CaseAct.REFER, Act.HANDLE_CASES, version)
    name = because(to)[:LONGEST_NAME]
    held.say(Voice.ANSWER, f"{name}: {because(reason)}")
    held.changes |= {"ended_at": work.now, "assignee": None}
    held.detail |= {"outside": name}
    held.tell("referred")
    return held.done(because(reason))


def extend(
    work: Work, viewer: Viewer, code: str, reason: str, *, version: int | None = None
) -> Case:
    """Extend the date by what the rule allows, and tell the citizen."""
    held = hold(work, viewer, code, CaseAct.EXTEND, Act.HANDLE_CASES, version)
    reason = because(reason)
    held.changes |= clock.extended(work, held.case, reason)
    held.detail |= {"due_on": str(held.changes["due_on"]), "was": str(held.case.due_on)}
    held.tell("extended")
    return held.done(reason)


def verdict(
    work: Work,
    viewer: Viewer,
    code: str,
    found: Verdict,
    reason: str,
    *,
    version: int | None = None,
) -> Case:
    """Record what a check of the facts found; what is false counts against nobody."""
    held = hold(work, viewer, code, CaseAct.VERDICT, Act.MODERATE_CASES, version)
    held.changes |= {"verdict": found}
    held.detail |= {"verdict": found.value, "was": held.case.verdict.value}
    case = held.done(because(reason))
    if case.rating is not None:
        false = found is Verdict.FALSE
        standings.follow_verdict(work, viewer, case.rating, case.code, false=false)
    return case


def spam(work: Work, viewer: Viewer, code: str, reason: str, *, version: int | None = None) -> Case:
    """End what is no matter at all; reopening undoes it."""
    held = hold(work, viewer, code, CaseAct.SPAM, Act.MODERATE_CASES, version)
    held.changes |= {"ended_at": work.now}
    return held.done(because(reason))


def note(work: Work, viewer: Viewer, code: str, text: str, *, version: int | None = None) -> Case:
    """Add a note that the citizen never sees."""
    held = hold(work, viewer, code, CaseAct.NOTE, Act.HANDLE_CASES, version)
    held.say(Voice.NOTE, written(text))
    return held.done()


def publish(
    work: Work,
    viewer: Viewer,
    code: str,
    text: str,
    *,
    sure: bool = False,
    version: int | None = None,
) -> Case:
    """Publish a text without names; refused while it seems to hold private data, unless sure."""
    held = hold(work, viewer, code, CaseAct.PUBLISH, Act.MODERATE_CASES, version)
    if held.case.sealed:
        raise Refusal("A sealed case is never published.")
    text = written(text)
    kinds = sorted({span.kind.value for span in find(text)})
    if kinds and not sure:
        raise Refusal(f"The text seems to hold {', '.join(kinds)}; take them out, or say --sure.")
    held.say(Voice.PUBLIC, text)
    held.changes |= {"published": True}
    return held.done()


def unpublish(
    work: Work, viewer: Viewer, code: str, reason: str, *, version: int | None = None
) -> Case:
    """Take a published text back."""
    held = hold(work, viewer, code, CaseAct.PUBLISH, Act.MODERATE_CASES, version)
    held.changes |= {"published": False}
    return held.done(because(reason))


def redact(
    work: Work,
    viewer: Viewer,
    code: str,
    words: int,
    reason: str,
    *,
    text: str | None = None,
    version: int | None = None,
) -> Case:
    """Show a text in another form from now on; without ``text`` what seems private is blacked out.

    The original stays sealed, for those who may unlock who filed a case.
    """
    held = hold(work, viewer, code, CaseAct.REDACT, Act.MODERATE_CASES, version)
    known = {one.id: one for one in case_words.words(work, held.case.id)}
    if words not in known or known[words].text is None:
        raise NotFound(f"The case has no text {words}.")
    before = known[words].text or ""
    after = redacted(before, find(before)) if text is None else written(text)
    if after == before:
        raise Refusal("Nothing private was found; write the text as it shall be shown.")
    box = casebox.open_box(work, held.case.id)
    if box is None:
        raise Refusal("The words of this case were erased.")
    case_words.redact(work, box, words, after)
    held.words = words
    return held.done(because(reason))


def redact_all(work: Work, viewer: Viewer, code: str, reason: str) -> Case:
    """Black out what seems private in everything the citizen wrote; raise Refusal if nothing is."""
    held = hold(work, viewer, code, CaseAct.REDACT, Act.MODERATE_CASES)
    box = casebox.open_box(work, held.case.id)
    said = [
        one
        for one in case_words.words(work, held.case.id)
        if one.voice in BY_CITIZEN and one.text and find(one.text)
    ]
    if not said or box is None:
        raise Refusal("Nothing private was found in what the citizen wrote.")
    for one in said:
        text = one.text or ""
        case_words.redact(work, box, one.id, redacted(text, find(text)))
    held.words = said[0].id
    held.detail |= {"texts": str(len(said))}
    return held.done(because(reason))


def _rerouted(held: Hold, *, sealed: bool) -> dict[str, object]:
    case, work = held.case, held.work
    named = case_parties.of_case(work, case.id)
    choose = routing.sealed if sealed else routing.ordinary
    route = choose(work, case.about_unit, case.about_desk, case.about_day, named)
    return {
        "sealed": sealed,
        "unit": route.unit,
        "unrouted": route.unrouted,
        "assignee": None,
    }
