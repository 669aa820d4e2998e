"""Which questionnaire is asked now: the newest version of the office that is in effect."""

from datetime import date
from functools import lru_cache
from importlib.resources import files

from feedback.domain.days import local_day
from feedback.domain.questionnaire import Questionnaire
from feedback.services.questionnaires import SHIPPED, parse, shipped
from feedback.store import questionnaires
from feedback.store.work import Work

_FIRST_DAY = date(2020, 1, 1)


def current(work: Work) -> Questionnaire:
    """Give the questionnaire in effect today; the shipped one where the office has none."""
    version = questionnaires.version_on(work, local_day(work.now))
    return shipped_once() if version is None else _version(work, version)


def load_shipped(work: Work) -> None:
    """Keep the shipped questionnaire among the office's versions."""
    text = files("feedback.services").joinpath("data", SHIPPED).read_text("utf-8")
    questionnaires.add(work, shipped_once().version, text, _FIRST_DAY)


@lru_cache(maxsize=1)
def shipped_once() -> Questionnaire:
    """Read the shipped questionnaire once."""
    return shipped()


def _version(work: Work, version: str) -> Questionnaire:
    known = _PARSED.get(version)
    if known is None:
        known = _PARSED[version] = parse(questionnaires.body(work, version) or "")
    return known


_PARSED: dict[str, Questionnaire] = {}
"""Versions never change once kept, so each is read once a process."""
