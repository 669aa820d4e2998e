"""Brings desks in from a file, each new one with its codes: validated whole, then written.

What takes time may be done ahead, while others write; it holds as long as no place changed since.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from feedback.domain.days import local_day
from feedback.domain.ids import DeskId, ServiceId, UnitId
from feedback.domain.names import LONGEST_NAME
from feedback.domain.roles import Viewer
from feedback.domain.tree import Tree
from feedback.services import authority, spreadsheet
from feedback.services.authority import Act
from feedback.services.codes import Codes
from feedback.services.places import desk_codes, services_import, snapshot
from feedback.services.places.units_import import Imported
from feedback.services.spreadsheet import Line, Problems, Sheet
from feedback.store import audit, desks, stamp
from feedback.store.desks import DeskRow, NewDesk
from feedback.store.work import Work

_REQUIRED = ("unit_code", "name")
_OPTIONAL = ("service_codes", "languages")
_LANGUAGES = ("vi", "en")
"""What citizens can be addressed in; a desk offers both unless its line says otherwise."""
_LONGEST_SERVICE = 64
_MOST_NAMED = 500
"""Desks that changed alike are named together in the record, at most so many at once."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A desk as a file tells it."""

    unit: UnitId
    name: str
    services: tuple[str, ...]
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ahead:
    """A file as it was understood under a stamp: the desks that are new, with codes, and others."""

    stamp: int
    day: date
    new: list[_Wanted]
    old: list[tuple[_Wanted, DeskRow]]
    codes: desk_codes.Drawn
    warnings: tuple[str, ...]


def understand(work: Work, codes: Codes, data: bytes) -> Ahead:
    """Validate a CSV of desks and draw their codes, writing nothing; raise BadFile if it is bad."""
    sheet = spreadsheet.read(data, required=_REQUIRED, optional=_OPTIONAL)
    seen = stamp.read(work)
    wanted = _parsed(work, sheet)
    there = {
        (row.unit, row.name): row for row in desks.of_units(work, {one.unit for one in wanted})
    }
    new = [one for one in wanted if (one.unit, one.name) not in there]
    old = [(one, there[one.unit, one.name]) for one in wanted if (one.unit, one.name) in there]
    drawn = desk_codes.draw(codes, len(new))
    return Ahead(seen, local_day(work.now), new, old, drawn, sheet.warnings)


def import_desks(
    work: Work,
    viewer: Viewer,
    codes: Codes,
    data: bytes,
    *,
    source: str,
    sample: bool = False,
    ahead: Ahead | None = None,
) -> Imported:
    """Import a CSV of desks, updating by unit and name; raise BadFile with every bad line.

    ``ahead`` is what was understood of it before; where that no longer holds it is read again.
    """
    authority.require(work, viewer, Act.MANAGE_DESKS)
    if ahead is None or (ahead.stamp, ahead.day) != (stamp.read(work), local_day(work.now)):
        ahead = understand(work, codes, data)
    wanted = [*ahead.new, *(one for one, _ in ahead.old)]
    services, unknown = services_import.needed(work, (c for one in wanted for c in one.services))
    _add(work, codes, ahead, services, sample)
    new, changed = len(ahead.new), _change_all(work, viewer, ahead.old, services, source)
    same = len(ahead.old) - changed
    counts = f"{new} new, {changed} changed, {same} same"
    audit.note(work, viewer.name, "desks imported", source, after=counts)
    return Imported(new, changed, same, ahead.warnings + tuple(_warnings(unknown)))


def _add(
    work: Work, codes: Codes, ahead: Ahead, services: dict[str, ServiceId], sample: bool
) -> None:
    position = desks.next_position(work)
    rows = [
        NewDesk(one.unit, one.name, one.languages, position + n, sample)
        for n, one in enumerate(ahead.new)
    ]
    ids = desks.add(work, rows)
    both = zip(ids, ahead.new, strict=True)
    desks.offer(work, [(identity, services[c]) for identity, one in both for c in one.services])
    desk_codes.issue(work, codes, ids, ahead.codes)


def _change_all(
    work: Work,
    viewer: Viewer,
    old: list[tuple[_Wanted, DeskRow]],
    services: dict[str, ServiceId],
    source: str,
) -> int:
    offered = desks.offered(work, [row.id for _, row in old])
    languages: dict[DeskId, tuple[str, ...]] = {}
    offers: dict[DeskId, tuple[ServiceId, ...]] = {}
    alike: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one, row in old:
        # Sorted, since the same services in another order are no change.
        before = tuple(sorted(offered.get(row.id, ())))
        after = tuple(sorted(services[code] for code in one.services))
        if (row.languages, before) != (one.languages, after):
            languages[row.id], offers[row.id] = one.languages, after
            told = (f"services {before}, {row.languages}", f"services {after}, {one.languages}")
            alike[told].append(f"desk {row.id} {row.name}")
    desks.set_languages(work, languages)
    if offers:
        desks.offer_only(work, offers)
    for told, named in alike.items():
        for at in range(0, len(named), _MOST_NAMED):
            subject = "; ".join(named[at : at + _MOST_NAMED])
            audit.note(work, viewer.name, "desk changed", subject, *told, source)
    return len(offers)


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
    # Pointed out and never guessed: another unit may have just that code.
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
