"""What happened to a case is told to those who handle it in one plain line each."""

from datetime import UTC, datetime

import pytest

from admin_tui.timeline_words import told
from feedback.domain.cases.life import CaseAct
from feedback.domain.cases.record import Happening

AT = datetime(2026, 8, 12, 5, tzinfo=UTC)


@pytest.mark.parametrize("act", CaseAct)
def test_every_act_has_words_without_any_detail(act: CaseAct) -> None:
    assert told(Happening(1, act, "lan", AT), {}).strip()


@pytest.mark.parametrize(
    ("act", "began"),
    [(CaseAct.ADD, "Bổ sung thông tin"), (CaseAct.CONTEST, "Chưa đồng ý với câu trả lời")],
)
def test_further_words_tell_whether_they_sealed_the_case(act: CaseAct, began: str) -> None:
    detail = (("kind", "misconduct"), ("was", "report"))
    assert told(Happening(1, act, "citizen", AT), {}) == began
    sealed = told(Happening(1, act, "citizen", AT, detail), {})
    assert sealed.startswith(f"{began}; đổi loại: ")
    assert "→" in sealed
