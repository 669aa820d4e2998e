"""What a text may be in law: suggested rightly for what citizens write, never with an error."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.domain.cases.bearing import Bearing, bearing
from feedback.domain.names import fold
from feedback.domain.screen import accuses
from tests.casework_domain.sentences import FRESH, LABELLED, LAST, LATER, UNSEEN, labelled

MEANT = {
    "M": Bearing.MISCONDUCT,
    "K": Bearing.COMPLAINT,
    "T": Bearing.DENUNCIATION,
    "P": Bearing.PRAISE,
}
ROWS = [row for lines in (LABELLED, LATER, FRESH, LAST, UNSEEN) for row in labelled(lines)]
# Read rightly by people only; a phrase that caught them would catch innocent texts too.
BEYOND = {
    "Không có tiêu cực, không hạch sách, mong phát huy",
    "Cô tiếp nhận hồ sơ rất dịu dàng, giải thích kỹ",
    "Không thấy ai vòi vĩnh như trước nữa, dân rất mừng",
}


def meant(labels: frozenset[str]) -> frozenset[Bearing]:
    """Give what a line's labels stand for; whoever denounces accuses."""
    found = {MEANT[label] for label in labels}
    if Bearing.DENUNCIATION in found:
        found.add(Bearing.MISCONDUCT)
    return frozenset(found or {Bearing.PLAIN})


def test_there_are_sentences_enough() -> None:
    """Each bearing is tried on many real-sounding sentences."""
    assert len(ROWS) >= 400
    for label in MEANT:
        assert sum(label in labels for labels, _ in ROWS) >= 15


@pytest.mark.parametrize(("labels", "text"), [row for row in ROWS if row[1] not in BEYOND])
def test_a_sentence_is_read_as_people_read_it(labels: frozenset[str], text: str) -> None:
    """As typed, decomposed, and shouted."""
    for form in (text, unicodedata.normalize("NFD", text), text.upper()):
        assert bearing(form) == meant(labels)


def test_without_marks_few_are_misread() -> None:
    """Unmarked Vietnamese is ambiguous ("phong bi nong"), but seldom enough."""
    wrong = [text for labels, text in ROWS if bearing(fold(text)) != meant(labels)]
    assert len(wrong) <= len(ROWS) * 0.04, wrong


def test_false_alarms_and_misses_of_the_screen_without_marks() -> None:
    """The screen stops most accusations and lets most else pass, typed without marks."""
    accusing = [fold(text) for labels, text in ROWS if labels & {"M", "T"}]
    innocent = [fold(text) for labels, text in ROWS if not labels & {"M", "T"}]
    assert sum(map(accuses, innocent)) <= len(innocent) * 0.03
    assert sum(map(accuses, accusing)) >= len(accusing) * 0.96


@pytest.mark.parametrize(
    "text",
    [
        "không lót tay là không xong",
        "Không phải vòi vĩnh thì là gì",
        "không vòi vĩnh nhưng đòi tiền cà phê",
        "Nói không tiêu cực mà thu tiền không biên lai",
        "không bôi trơn không chạy",
    ],
)
def test_a_condition_is_no_denial(text: str) -> None:
    """Where "not" only sets a condition, or more is said, the accusation stands."""
    assert Bearing.MISCONDUCT in bearing(text)


@given(st.text(max_size=2000))
def test_any_text_has_a_bearing(text: str) -> None:
    """Plain stands alone, misconduct is what the screen says, and nothing raises."""
    found = bearing(text)
    assert found
    assert (Bearing.PLAIN in found) == (found == {Bearing.PLAIN})
    assert (Bearing.MISCONDUCT in found) == accuses(text)


@pytest.mark.parametrize(
    "piece", ["1 ", "000 ", "thu ", "không phải bị ", "đòi a b c d ", "ạ\u0301"]
)
def test_a_huge_text_is_read_in_time(piece: str) -> None:
    """Work grows with the length only, so that nobody stops the office with one message."""
    assert bearing(piece * 4_000)
