"""Questionnaires are versioned data: read from JSON and checked whole. It asks nobody anything."""

import json
import re
from importlib.resources import files

from feedback.domain.questionnaire import Choice, Factor, Question, Questionnaire

SHIPPED = "questionnaire-1.json"
LANGUAGES = ("vi", "en")
_CODE = re.compile(r"[a-z0-9-]{1,24}")


class BadQuestionnaire(ValueError):
    """The text is not a questionnaire; the message says where and why."""


def shipped() -> Questionnaire:
    """Read the questionnaire that comes with the product."""
    return parse(files("feedback.services").joinpath("data", SHIPPED).read_text("utf-8"))


def parse(text: str) -> Questionnaire:
    """Read a questionnaire from JSON; raise BadQuestionnaire with the place of what is wrong."""
    try:
        record = json.loads(text)
    # A file of brackets alone nests deeper than Python reads.
    except (ValueError, RecursionError) as error:
        raise BadQuestionnaire(f"this is not JSON: {error}") from error
    version = _string(_of(record, "version", "the questionnaire"), "version")
    listed = _list(_of(record, "questions", "the questionnaire"), "questions")
    scale = _scale(_of(record, "choices", "the questionnaire"), "choices")
    questions = tuple(_question(item, n, scale) for n, item in enumerate(listed, 1))
    codes = [question.code for question in questions]
    if not questions or len(set(codes)) != len(codes):
        raise BadQuestionnaire("questions: there is at least one, and each code occurs once")
    return Questionnaire(version, questions)


def _question(item: object, number: int, scale: tuple[Choice, ...]) -> Question:
    where = f"question {number}"
    code = _string(_of(item, "code", where), f"{where}, code")
    if not _CODE.fullmatch(code):
        # The code travels in a button, of which a messenger takes 64 bytes, split at dots.
        raise BadQuestionnaire(f"{where}: a code is 1-24 of a-z, 0-9 and -, not {code!r}")
    factor = _string(_of(item, "factor", where), f"{where}, factor")
    if factor not in tuple(Factor):
        raise BadQuestionnaire(f"{where}: there is no factor {factor!r}")
    own = item.get("choices") if isinstance(item, dict) else None
    return Question(
        code=code,
        factor=Factor(factor),
        words=_words(_of(item, "words", where), where),
        choices=scale if own is None else _scale(own, f"{where}, choices"),
        only_where_declared=isinstance(item, dict) and item.get("only_where_declared") is True,
    )


def _scale(value: object, where: str) -> tuple[Choice, ...]:
    choices = tuple(_choice(item, where) for item in _list(value, where))
    if sorted(choice.value for choice in choices) != list(range(6)):
        raise BadQuestionnaire(f"{where}: each of the values 5, 4, 3, 2, 1 and 0 occurs once")
    return choices


def _choice(item: object, where: str) -> Choice:
    value = _of(item, "value", where)
    # To Python `true` is a whole number too, and would pass for 1.
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 5:
        raise BadQuestionnaire(f"{where}: a value lies between 0 and 5, not {value!r}")
    return Choice(value, _words(_of(item, "words", where), where))


def _words(value: object, where: str) -> tuple[tuple[str, str], ...]:
    return tuple((lang, _string(_of(value, lang, where), f"{where}, {lang}")) for lang in LANGUAGES)


def _of(record: object, key: str, where: str) -> object:
    if not isinstance(record, dict) or key not in record:
        raise BadQuestionnaire(f"{where}: {key!r} is missing")
    found: object = record[key]
    return found


def _list(value: object, where: str) -> list[object]:
    if not isinstance(value, list):
        raise BadQuestionnaire(f"{where}: a list is expected")
    return value


def _string(value: object, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise BadQuestionnaire(f"{where}: text is expected")
    return value
