"""A questionnaire is read whole or refused with the place of what is wrong."""

import contextlib
import json
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.domain.questionnaire import Factor, Questionnaire, applicable
from feedback.services.questionnaires import BadQuestionnaire, parse, shipped

TEXT = files("feedback.services").joinpath("data", "questionnaire-1.json").read_text("utf-8")


def changed(path: tuple[str | int, ...], value: object) -> str:
    """Give the shipped text with one place changed, or taken out for None."""
    record = json.loads(TEXT)
    at = record
    for key in path[:-1]:
        at = at[key]
    if value is None:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    return json.dumps(record)


def test_the_shipped_one_asks_once_for_each_factor() -> None:
    assert [question.factor for question in shipped().questions] == list(Factor)


def test_every_question_can_be_answered_on_the_scale_or_with_do_not_know() -> None:
    for question in shipped().questions:
        assert [choice.value for choice in question.choices] == [5, 4, 3, 2, 1, 0]
        assert dict(question.choices[-1].words)["vi"] == "Chưa có kết quả / Không biết"


def test_result_and_complaint_handling_are_asked_only_where_they_apply() -> None:
    asked = applicable(shipped(), frozenset({Factor.RESULT}))
    assert {question.factor for question in asked} == set(Factor) - {Factor.FEEDBACK}


def test_every_question_reads_in_both_languages() -> None:
    for question in shipped().questions:
        assert question.text("vi") != question.text("en")
        assert "quý khách" not in question.text("vi").casefold()


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("version",), None, "version"),
        (("version",), " ", "version"),
        (("questions",), {}, "questions"),
        (("questions",), [], "at least one"),
        (("questions", 1, "code"), "access", "once"),
        (("questions", 1, "code"), "a.b", "question 2"),
        (("questions", 1, "code"), "x" * 40, "question 2"),
        (("questions", 2, "factor"), "mood", "question 3"),
        (("questions", 0, "words", "en"), None, "question 1"),
        (("questions", 0, "words", "vi"), 7, "question 1"),
        (("questions", 0), "x", "question 1"),
        (("choices", 0, "value"), 6, "choices"),
        (("choices", 0, "value"), True, "choices"),
        (("choices", 0), None, "choices"),
        (("choices", 0, "value"), 4, "occurs once"),
    ],
)
def test_a_fault_is_named_with_its_place(
    path: tuple[str | int, ...], value: object, said: str
) -> None:
    with pytest.raises(BadQuestionnaire, match=said):
        parse(changed(path, value))


def test_a_question_may_bring_its_own_words_for_the_scale() -> None:
    own = json.loads(TEXT)["choices"]
    own[0]["words"]["vi"] = "Rất rõ ràng"
    questions = parse(changed(("questions", 1, "choices"), own)).questions
    assert dict(questions[1].choices[0].words)["vi"] == "Rất rõ ràng"
    assert dict(questions[0].choices[0].words)["vi"] == "Rất hài lòng"


@given(text=st.text() | st.recursive(st.none() | st.integers(), st.lists).map(json.dumps))
def test_any_other_text_is_refused_and_nothing_else_raised(text: str) -> None:
    with contextlib.suppress(BadQuestionnaire):
        assert isinstance(parse(text), Questionnaire)
