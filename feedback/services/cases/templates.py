"""Answer templates: those that ship and the office's own, by version and day. It sends nothing."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files

from feedback.domain.cases.record import Case
from feedback.domain.cases.template import Placeholder, Template, Unfilled, Value, fill
from feedback.domain.days import local_day
from feedback.domain.roles import Viewer
from feedback.services import places
from feedback.services.authority import Act, require
from feedback.services.cases import template_file
from feedback.services.cases.holding import named
from feedback.services.cases.template_file import LANGUAGES, Entry
from feedback.services.refusals import Misuse, NotFound, Refusal
from feedback.store import answer_templates, audit
from feedback.store.answer_templates import Kept
from feedback.store.work import Work

__all__ = ["Kept"]


@dataclass(frozen=True, slots=True)
class Filled:
    """A text in which nothing is left open, and the template it was made from, with its version."""

    text: str
    template: str


@dataclass(frozen=True, slots=True)
class Imported:
    """The versions that were added, and how many entries said nothing new."""

    added: tuple[Kept, ...]
    same: int


@lru_cache(maxsize=1)
def shipped() -> tuple[Kept, ...]:
    """Read the templates that come with the product, in both languages."""
    text = files("feedback.services").joinpath("data", "templates.json").read_text("utf-8")
    return tuple(
        Kept(Template(row["code"], row["version"], language, **row[language]))
        for row in json.loads(text)
        for language in LANGUAGES
    )


def listed(work: Work, viewer: Viewer, *, language: str = "") -> tuple[Kept, ...]:
    """List the templates that hold today, in one language or all."""
    require(work, viewer, Act.READ_CASES, viewer.unit)
    holding = _holding(_every(work), local_day(work.now))
    return tuple(one for one in holding if language in ("", one.template.language))


def versions(work: Work, viewer: Viewer, template: str) -> tuple[Kept, ...]:
    """Give every version of a template, oldest first; raise NotFound, naming those there are."""
    require(work, viewer, Act.READ_CASES, viewer.unit)
    every = _every(work)
    found = tuple(one for one in every if one.template.code == template)
    if not found:
        raise _unknown(template, every)
    return found


def filled(
    work: Work, viewer: Viewer, code: str, template: str, given: Mapping[str, str]
) -> Filled:
    """Fill a template for a case, in its citizen's language, with what the handler writes.

    Raises NotFound for an unknown template, Misuse for an unknown place, and Refusal with every
    place that is still empty.
    """
    case = named(work, viewer, code)
    holding = _holding(_every(work), local_day(work.now))
    here = {(one.template.code, one.template.language): one.template for one in holding}
    made = here.get((template, case.language)) or here.get((template, "vi"))
    if made is None:
        raise _unknown(template, holding)
    result = fill(made.body, _values(work, case) | _given(given), made.language)
    if isinstance(result, Unfilled):
        raise Refusal("\n".join(problem.told() for problem in result.problems))
    return Filled(result.text, f"{made.code}/{made.version}")


def import_file(work: Work, viewer: Viewer, data: bytes, source: str) -> Imported:
    """Add versions of templates from a file; an entry that says nothing new adds none.

    Raises BadFile with everything that is wrong with it, and then nothing is stored.
    """
    require(work, viewer, Act.MODERATE_CASES, None)
    entries = template_file.read(data)
    newest = {(k.template.code, k.template.language): k for k in _every(work)}
    added = [
        _next(work, viewer, entry, before)
        for entry in entries
        if not _same(entry, before := newest.get((entry.code, entry.language)))
    ]
    for kept in added:
        answer_templates.add(work, kept)
        told = f"{kept.template.language} version {kept.template.version}"
        audit.note(work, viewer.name, "template.add", kept.template.code, after=told, reason=source)
    return Imported(tuple(added), len(entries) - len(added))


def _every(work: Work) -> tuple[Kept, ...]:
    own = answer_templates.every(work)
    # In the order of versions: of those that hold on a day the last one is taken.
    return (*shipped(), *sorted(own, key=lambda one: one.template.version))


def _holding(every: Iterable[Kept], today: date) -> tuple[Kept, ...]:
    found: dict[tuple[str, str], Kept] = {}
    for one in every:
        if one.from_day is None or one.from_day <= today:
            found[one.template.code, one.template.language] = one
    return tuple(found.values())


def _same(entry: Entry, before: Kept | None) -> bool:
    if before is None:
        return False
    known = before.template
    # Without a day an entry says nothing of when, so that bringing it in twice adds nothing.
    since = entry.from_day is None or entry.from_day == before.from_day
    told = (known.title, known.body, before.kind)
    return since and told == (entry.title, entry.body, entry.kind)


def _next(work: Work, viewer: Viewer, entry: Entry, before: Kept | None) -> Kept:
    version = before.template.version + 1 if before else 1
    made = Template(entry.code, version, entry.language, entry.title, entry.body)
    return Kept(made, entry.kind, entry.from_day or local_day(work.now), viewer.name)


def _given(given: Mapping[str, str]) -> dict[Placeholder, Value]:
    try:
        return {Placeholder(name): text for name, text in given.items()}
    except ValueError:
        known = ", ".join(Placeholder)
        raise Misuse(f"A template's places are: {known}.") from None


def _values(work: Work, case: Case) -> dict[Placeholder, Value]:
    today, tree = local_day(work.now), places.tree(work)
    unit = case.about_unit if case.unit is None else case.unit
    found: dict[Placeholder, Value] = {
        Placeholder.CODE: case.code,
        Placeholder.UNIT: tree.nearest(unit, today).name if unit is not None else "",
        Placeholder.RECEIVED: case.opened_on,
    }
    return found | ({Placeholder.DUE: case.due_on} if case.due_on else {})


def _unknown(template: str, known: Iterable[Kept]) -> NotFound:
    codes = ", ".join(dict.fromkeys(one.template.code for one in known))
    return NotFound(f"There is no template {template[:40]!r}; there are: {codes}.")
