"""Brings desks in from a file, each new one with its codes: validated whole, then written."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from feedback.domain.days import local_day
from feedback.domain.ids import ServiceId, UnitId
from feedback.domain.names import LONGEST_NAME
from feedback.domain.roles import Viewer
from feedback.domain.tree import Tree
from feedback.services import authority, spreadsheet
from feedback.services.authority import Act
from feedback.services.codes import Codes
from feedback.services.places import desk_codes, services_import, snapshot
from feedback.services.places.units_import import Imported
from feedback.services.spreadsheet import Line, Problems, Sheet
from feedback.store import audit, desks
from feedback.store.desks import DeskRow, NewDesk
from feedback.store.work import Work

_REQUIRED = ("unit_code", "name")
_OPTIONAL = ("service_codes", "languages")
_LANGUAGES = ("vi", "en")
"""What citizens can be addressed in; a desk offers both unless its line says otherwise."""
_LONGEST_SERVICE = 64


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A desk as a file tells it."""

    unit: UnitId
    name: str
    services: tuple[str, ...]
    languages: tuple[str, ...]


def import_desks(
    work: Work, viewer: Viewer, codes: Codes, data: bytes, *, source: str, sample: bool = False
) -> Imported:
    """Import a CSV of desks, updating by unit and name; raise BadFile with every bad line."""
    authority.require(work, viewer, Act.MANAGE_DESKS)
    sheet = spreadsheet.read(data, required=_REQUIRED, optional=_OPTIONAL)
    wanted = _parsed(work, sheet)
    there = {
        (row.unit, row.name): row for row in desks.of_units(work, {one.unit for one in wanted})
    }
    new = [one for one in wanted if (one.unit, one.name) not in there]
    old = [(one, there[one.unit, one.name]) for one in wanted if (one.unit, one.name) in there]
    services, unknown = services_import.needed(work, (c for one in wanted for c in one.services))
    _add(work, codes, new, services, sample)
    changed = _change_all(work, viewer, old, services, source)
    counts = f"{len(new)} new, {changed} changed, {len(old) - changed} same"
    audit.note(work, viewer.name, "desks imported", source, after=counts)
    warnings = sheet.warnings + tuple(_warnings(unknown))
    return Imported(len(new), changed, len(old) - changed, warnings)


def _add(
    work: Work,
    codes: Codes,
    new: list[_Wanted],
    services: dict[str, ServiceId],
    sample: bool,
) -> None:
    position = desks.next_position(work)
    rows = [
        NewDesk(one.unit, one.name, one.languages, position + n, sample)
        for n, one in enumerate(new)
    ]
    ids = desks.add(work, rows)
    offers = [(i, services[c]) for i, one in zip(ids, new, strict=True) for c in one.services]
    desks.offer(work, offers)
    desk_codes.issue(work, codes, ids)


def _change_all(
    work: Work,
    viewer: Viewer,
    old: list[tuple[_Wanted, DeskRow]],
    services: dict[str, ServiceId],
    source: str,
) -> int:
    offered = desks.offered(work, [row.id for _, row in old])
    changed = 0
    for one, row in old:
        before = tuple(sorted(offered.get(row.id, ())))
        after = tuple(sorted(services[code] for code in one.services))
        if (row.languages, before) == (one.languages, after):
            continue
        changed += 1
        desks.set_languages(work, row.id, one.languages)
        desks.offer_only(work, row.id, after)
        told = (f"services {before}, {row.languages}", f"services {after}, {one.languages}")
        audit.note(work, viewer.name, "desk changed", f"desk {row.id} {row.name}", *told, source)
    return changed


def _parsed(work: Work, sheet: Sheet) -> list[_Wanted]:
    tree, today, problems = snapshot.tree(work), local_day(work.now), sheet.problems
    seen: dict[tuple[UnitId, str], int] = {}
    wanted = []
    for line in sheet.lines:
        unit = _unit(tree, today, line, problems)
        name = line.cell("name")
        if not name or len(name) > LONGEST_NAME:
            problems.add(line.number, f"name: 1 to {LONGEST_NAME} characters")
        services, languages = _lists(line, problems)
        if unit is None:
            continue
        if seen.setdefault((unit, name), line.number) != line.number:
            first = seen[unit, name]
            problems.add(line.number, f"desk {name!r} of this unit is on line {first} already")
        wanted.append(_Wanted(unit, name, services, languages))
    problems.refuse_if_any()
    return wanted


def _unit(tree: Tree, today: date, line: Line, problems: Problems) -> UnitId | None:
    code = line.cell("unit_code")
    unit = tree.by_code(code, today)
    if unit is not None:
        return unit
    near = next((c for c in (code.zfill(2), code.zfill(5)) if tree.by_code(c, today)), "")
    if code.isdigit() and near:
        problems.add(
            line.number, f"unit_code {code!r}: did a spreadsheet drop the zeros of {near}?"
        )
    elif holders := tree.holders(code):
        heirs = [tree.nearest(u, today).code for u in tree.successors_on(holders[-1].unit, today)]
        now = f"; now it is {', '.join(heirs)}" if heirs else ""
        problems.add(line.number, f"unit_code {code!r} is no unit of {today}{now}")
    else:
        problems.add(line.number, f"unit_code {code[:80]!r} is unknown; import the units first")
    return None


def _lists(line: Line, problems: Problems) -> tuple[tuple[str, ...], tuple[str, ...]]:
    services = spreadsheet.words(line.cell("service_codes"))
    languages = spreadsheet.words(line.cell("languages").lower()) or _LANGUAGES
    for code in services:
        if len(code) > _LONGEST_SERVICE:
            problems.add(line.number, f"service code {code[:40]!r}... is too long")
    for language in languages:
        if language not in _LANGUAGES:
            known = ", ".join(_LANGUAGES)
            problems.add(line.number, f"language {language[:40]!r} is unknown; known are {known}")
    return services, languages


def _warnings(unknown: tuple[str, ...]) -> Iterable[str]:
    for code in unknown:
        yield f"service {code!r} was unknown; it was added without factors: see `hailong services`"
