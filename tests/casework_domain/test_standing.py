"""How a case stands for whoever filed it, by the name that plain words go by."""

import pytest

from bot.pages.wording import CATALOGUES
from bot.phrases import cases_en, cases_vi
from feedback.domain.cases.kinds import CaseKind
from feedback.domain.cases.life import CaseState
from feedback.domain.cases.standing import standing


@pytest.mark.parametrize(
    ("kind", "state", "answered", "name"),
    [
        (CaseKind.REPORT, CaseState.NEW, False, "new"),
        (CaseKind.COMPLAINT, CaseState.ACCEPTED, False, "guided"),
        (CaseKind.COMPLAINT, CaseState.WAITING, False, "waiting_citizen"),
        (CaseKind.COMPLAINT, CaseState.CLOSED, False, "closed_guided"),
        (CaseKind.DENUNCIATION, CaseState.CLOSED, True, "closed_answered"),
        (CaseKind.REPORT, CaseState.CLOSED, True, "closed_answered"),
        (CaseKind.REPORT, CaseState.CLOSED, False, "closed_unanswered"),
        (CaseKind.PRAISE, CaseState.CLOSED, False, "closed_praise"),
        (CaseKind.REPORT, CaseState.SPAM, False, "spam"),
    ],
)
def test_that_a_case_ended_says_whether_with_an_answer(
    kind: CaseKind, state: CaseState, answered: bool, name: str
) -> None:
    """Praise needs none, and a guided case is promised no settlement."""
    assert standing(kind, state, answered=answered) == name


def test_every_name_has_words_on_every_door() -> None:
    """Pages and chats, in both languages."""
    pairs = [(kind, state) for kind in CaseKind for state in CaseState]
    told = [(a, u) for a in (True, False) for u in (True, False)]
    names = {standing(*pair, answered=a, undecided=u) for pair in pairs for a, u in told}
    for name in names:
        for chat in (cases_vi.PHRASES, cases_en.PHRASES):
            assert f"state.{name}" in chat
        for page in CATALOGUES.values():
            assert f"track.state.{name}" in page
