"""Questions after the first tap, as versioned data: which apply, and which are asked this time."""

from dataclasses import dataclass
from enum import StrEnum

MOST_QUESTIONS = 3
"""How many questions may follow the first tap; more would cost the comment."""


class Factor(StrEnum):
    """The five service factors of the national survey's method (Đề án đo lường 2017-2020)."""

    ACCESS = "access"
    PROCEDURE = "procedure"
    STAFF = "staff"
    RESULT = "result"
    FEEDBACK = "feedback"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question: 1-5 on the scale, or 0 for "no result yet / do not know"."""

    value: int
    words: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        if not 0 <= self.value <= 5:
            raise ValueError(f"an answer lies between 0 and 5, not {self.value}")


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its code, the factor it measures, its words and its choices."""

    code: str
    factor: Factor
    words: tuple[tuple[str, str], ...]
    choices: tuple[Choice, ...]
    only_where_declared: bool = False

    def text(self, language: str) -> str:
        """Give the question in a language, falling back to the first one it has."""
        return dict(self.words).get(language, self.words[0][1])


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A version of the questions; answers of different versions are never pooled unmarked."""

    version: str
    questions: tuple[Question, ...]

    def question(self, code: str) -> Question | None:
        """Find a question by its code."""
        return next((q for q in self.questions if q.code == code), None)


def applicable(questionnaire: Questionnaire, declared: frozenset[Factor]) -> tuple[Question, ...]:
    """Choose the questions that a desk may ask.

    ``declared`` holds the factors that the desk's services name; empty means nothing is known, and
    then every question may be asked, since each can be answered "do not know".
    """
    if not declared:
        return questionnaire.questions
    return tuple(
        q for q in questionnaire.questions if not q.only_where_declared or q.factor in declared
    )


def rotated(questions: tuple[Question, ...], ordinal: int) -> tuple[Question, ...]:
    """Choose at most three questions, starting at another one for each ordinal, in turn."""
    if not questions:
        return ()
    start = ordinal % len(questions)
    turned = questions[start:] + questions[:start]
    return turned[:MOST_QUESTIONS]
