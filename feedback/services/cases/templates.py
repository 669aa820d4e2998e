"""Answer templates: those that ship with the product, filled for a case. It sends nothing."""

import json
from functools import lru_cache
from importlib.resources import files

from feedback.domain.cases.record import Case
from feedback.domain.cases.template import Placeholder, Template, Unfilled, Value, fill
from feedback.domain.days import local_day
from feedback.domain.roles import Viewer
from feedback.services import places
from feedback.services.cases.holding import named
from feedback.services.refusals import NotFound, Refusal
from feedback.store.work import Work

LANGUAGES = ("vi", "en")


@lru_cache(maxsize=1)
def shipped() -> tuple[Template, ...]:
    """Read the templates that come with the product, in both languages."""
    text = files("feedback.services").joinpath("data", "templates.json").read_text("utf-8")
    return tuple(
        Template(row["code"], row["version"], language, **row[language])
        for row in json.loads(text)
        for language in LANGUAGES
    )


def listed(language: str = "vi") -> tuple[Template, ...]:
    """List the templates of a language."""
    return tuple(one for one in shipped() if one.language == language)


def filled(
    work: Work,
    viewer: Viewer,
    code: str,
    template: str,
    words: str,
    *,
    authority: str = "",
    address: str = "",
) -> str:
    """Fill a template for a case, in the citizen's language, with what the handler writes.

    Raises NotFound for an unknown template, Refusal with every place that is still empty.
    """
    case = named(work, viewer, code)
    known = {one.code: one for one in listed(case.language if case.language == "en" else "vi")}
    if template not in known:
        raise NotFound(f"There is no template {template[:40]!r}; there are: {', '.join(known)}.")
    values = _values(work, case) | {
        Placeholder.WORDS: words,
        Placeholder.REASON: words,
        Placeholder.AUTHORITY: authority,
        Placeholder.ADDRESS: address,
    }
    made = fill(known[template].body, values, known[template].language)
    if isinstance(made, Unfilled):
        raise Refusal("\n".join(problem.told() for problem in made.problems))
    return made.text


def _values(work: Work, case: Case) -> dict[Placeholder, Value]:
    day = local_day(work.now)
    tree = places.tree(work)
    unit = tree.nearest(case.unit, day).name if case.unit is not None else ""
    if not unit and case.about_unit is not None:
        unit = tree.nearest(case.about_unit, day).name
    found: dict[Placeholder, Value] = {
        Placeholder.CODE: case.code,
        Placeholder.UNIT: unit,
        Placeholder.RECEIVED: case.opened_on,
    }
    if case.due_on is not None:
        found[Placeholder.DUE] = case.due_on
    return found
