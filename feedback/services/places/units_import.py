"""Brings units in from a file: validated whole, then written, all of it or nothing."""

import re
from dataclasses import dataclass, replace

from feedback.domain.ids import UnitId
from feedback.domain.roles import Viewer
from feedback.domain.units import UnitVersion
from feedback.services import authority, spreadsheet
from feedback.services.authority import Act
from feedback.services.places import kinds, snapshot, unit_lines
from feedback.services.places.unit_plan import Plan, plan
from feedback.store import audit, units
from feedback.store.work import Work

# A comma within brackets, or a "và" within a name, parts nothing.
_BETWEEN_NAMES = re.compile(
    r"(?:,|\s+và\s+(?=(?:tỉnh|thành phố|xã|phường|thị trấn)\s))(?![^()]*\))", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Imported:
    """How many rows were new, changed and the same, and what deserves a warning."""

    new: int
    changed: int
    same: int
    warnings: tuple[str, ...] = ()


def import_units(
    work: Work, viewer: Viewer, data: bytes, *, source: str, sample: bool = False
) -> Imported:
    """Import a CSV of units; raise BadFile with every bad line, and then nothing is stored."""
    authority.require(work, viewer, Act.MANAGE_UNITS)
    sheet = spreadsheet.read(data, required=unit_lines.REQUIRED, optional=unit_lines.OPTIONAL)
    lines = unit_lines.parse(sheet.lines, kinds.known(work), sheet.problems)
    told = {line.cell("code") for line in (*sheet.lines, *sheet.broken)}
    left_out = told - {line.code for line in lines}
    made = plan(snapshot.tree(work), lines, sheet.problems, left_out)
    done = write_plan(work, viewer, made, source=source, sample=sample)
    return replace(done, warnings=sheet.warnings + done.warnings)


def write_plan(
    work: Work, viewer: Viewer, made: Plan, *, source: str, sample: bool = False
) -> Imported:
    """Store what was planned, and record it."""
    _write(work, made, sample)
    for before, after in made.replaced:
        told = (after.code, _told(before), _told(after))
        audit.note(work, viewer.name, "unit changed", *told, source)
    added = len(made.added)
    counts = f"{added} new, {made.changed} changed, {made.same} same"
    audit.note(work, viewer.name, "units imported", source, after=counts)
    return Imported(added, made.changed, made.same, tuple(made.warnings))


def _write(work: Work, made: Plan, sample: bool) -> None:
    kinds.load(work)
    stored = units.add_units(work, len(made.new_units), sample=sample)
    names = dict(zip(made.new_units, stored, strict=True))
    units.replace_versions(work, [_renumbered(v, names) for _, v in made.replaced])
    units.add_versions(work, [_renumbered(v, names) for v in made.added])
    _keep_former_names(work, [(names.get(u, u), text) for u, text in made.formed_from])


def _renumbered(version: UnitVersion, names: dict[UnitId, UnitId]) -> UnitVersion:
    parent = version.parent
    if parent is not None:
        parent = names.get(parent, parent)
    return replace(version, unit=names.get(version.unit, version.unit), parent=parent)


def _keep_former_names(work: Work, formed_from: list[tuple[UnitId, str]]) -> None:
    if not formed_from:
        return
    kept = units.former_names(work)
    new = {
        (unit, name): None
        for unit, text in formed_from
        for part in _BETWEEN_NAMES.split(text)
        if (name := part.strip()) and name not in kept.get(unit, ())
    }
    units.add_former_names(work, list(new))


def _told(version: UnitVersion) -> str:
    until = version.valid_to or ""
    return f"{version.code} {version.name} ({version.kind}), {version.valid_from}..{until}"
