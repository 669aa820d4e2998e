"""How a case stands for whoever filed it: the one name that pages and chats have plain words for.

It never tells why staff did something: their reasons are not written for the citizen.
"""

from feedback.domain.cases.kinds import GUIDED, CaseKind
from feedback.domain.cases.life import SETTLING, CaseState


def standing(kind: CaseKind, state: CaseState, *, answered: bool, undecided: bool = False) -> str:
    """Name how a case stands: by its state, or finer where that alone would mislead.

    Being settled is not promised of what needs a signed form, and that a case ended says whether
    it did with an answer; ``undecided`` is what was contested and got none after that.
    """
    if kind in GUIDED and state in SETTLING:
        return "guided"
    if state is not CaseState.CLOSED:
        return state.value
    if undecided:
        return "closed_undecided"
    if answered:
        return "closed_answered"
    if kind in GUIDED:
        return "closed_guided"
    return "closed_praise" if kind is CaseKind.PRAISE else "closed_unanswered"
