"""Does with a case what a person chose: one deed, one service. It checks nothing itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING, assert_never

from admin_tui.deeds import (
    Assign,
    Called,
    Classify,
    Concern,
    Deed,
    Extend,
    Find,
    Forward,
    Merge,
    Plain,
    Redact,
    Refer,
    Withhold,
    Write,
)
from feedback.domain.cases.life import CaseAct
from feedback.domain.roles import Viewer
from feedback.services.cases import (
    calling,
    casework,
    concerns,
    disclosing,
    handing,
    merging,
    moderation,
    withholding,
)

if TYPE_CHECKING:
    from feedback.store.work import Work

_WITH_REASON: dict[CaseAct, Callable[..., object]] = {
    CaseAct.CLOSE: casework.close,
    CaseAct.REOPEN: casework.reopen,
    CaseAct.SPAM: moderation.spam,
    CaseAct.UNMERGE: merging.unmerge,
    CaseAct.UNPUBLISH: disclosing.unpublish,
}
_WRITING: dict[CaseAct, Callable[..., object]] = {
    CaseAct.ASK: casework.ask,
    CaseAct.NOTE: casework.note,
}


def do(work: "Work", viewer: Viewer, code: str, version: int | None, deed: Deed) -> None:
    """Do it; raise what the service raises."""
    match deed:
        case Plain() | Write():
            _said(work, viewer, code, version, deed)
        case Assign(to):
            handing.assign(work, viewer, code, to, version=version)
        case Forward() | Refer() | Extend() | Merge():
            _handed(work, viewer, code, version, deed)
        case Classify(kind, reason):
            moderation.classify(work, viewer, code, kind, reason, version=version)
        case Find(verdict, reason):
            moderation.verdict(work, viewer, code, verdict, reason, version=version)
        case Called(outcome, reason):
            calling.called(work, viewer, code, outcome, reason, version=version)
        case Concern(name, reason, clear):
            (concerns.clear if clear else concerns.concern)(work, viewer, code, name, reason)
        case Redact() | Withhold():
            _shown(work, viewer, code, version, deed)
        case _:
            assert_never(deed)


def _said(
    work: "Work", viewer: Viewer, code: str, version: int | None, deed: Plain | Write
) -> None:
    match deed:
        case Plain(CaseAct.TAKE):
            casework.take(work, viewer, code, version=version)
        case Plain(act, reason):
            _WITH_REASON[act](work, viewer, code, reason, version=version)
        case Write(CaseAct.ANSWER, text, template):
            casework.answer(work, viewer, code, text, template=template, version=version)
        case Write(CaseAct.PUBLISH, text, _, sure):
            disclosing.publish(work, viewer, code, text, sure=sure, version=version)
        case Write(act, text):
            _WRITING[act](work, viewer, code, text, version=version)
        case _:
            assert_never(deed)


def _handed(
    work: "Work",
    viewer: Viewer,
    code: str,
    version: int | None,
    deed: Forward | Refer | Extend | Merge,
) -> None:
    match deed:
        case Forward(unit, reason):
            handing.forward(work, viewer, code, unit, reason, version=version)
        case Refer(to, reason):
            handing.refer(work, viewer, code, to, reason, version=version)
        case Extend(length, reason):
            handing.extend(work, viewer, code, reason, length=length, version=version)
        case Merge(into, reason):
            merging.merge(work, viewer, code, into, reason, version=version)
        case _:
            assert_never(deed)


def _shown(
    work: "Work", viewer: Viewer, code: str, version: int | None, deed: Redact | Withhold
) -> None:
    match deed:
        case Redact(words, None, reason):
            disclosing.unredact(work, viewer, code, words, reason)
        case Redact(words, text, reason):
            disclosing.redact(work, viewer, code, words, reason, text=text, version=version)
        case Withhold(file, reason, release):
            hold = withholding.release if release else withholding.withhold
            hold(work, viewer, code, file, reason)
        case _:
            assert_never(deed)
