"""What came of ringing a citizen up whom no letter reaches. The number itself stays locked away."""

from enum import StrEnum

from feedback.domain.cases.life import CaseAct
from feedback.domain.cases.record import Case, Delivery
from feedback.domain.roles import Viewer
from feedback.services.authority import Act
from feedback.services.cases.casework import because
from feedback.services.cases.holding import WrongMoment, hold
from feedback.store.work import Work


class Outcome(StrEnum):
    """What came of it."""

    TOLD = "told"
    """The citizen knows the answer."""
    GIVEN_UP = "given_up"
    """Nobody could be reached; the answer waits behind the follow-up number."""


_AFTER = {Outcome.TOLD: Delivery.PHONED, Outcome.GIVEN_UP: Delivery.WAITING}


def called(
    work: Work,
    viewer: Viewer,
    code: str,
    outcome: Outcome,
    reason: str,
    *,
    version: int | None = None,
) -> Case:
    """Record what came of a call, with a few words; refused where nobody is to be called."""
    held = hold(work, viewer, code, CaseAct.CALL, Act.HANDLE_CASES, version)
    if held.case.delivery is not Delivery.CALL:
        raise WrongMoment("Nobody is to be called about this case.")
    held.changes |= {"delivery": _AFTER[outcome]}
    held.detail |= {"outcome": outcome.value}
    return held.done(because(reason))
