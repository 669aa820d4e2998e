"""Services that desks offer: the shipped catalogue, and an office's own from a file."""

import json
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from feedback.domain.ids import ServiceId
from feedback.domain.names import LONGEST_NAME
from feedback.domain.questionnaire import Factor
from feedback.domain.roles import Viewer
from feedback.services import authority, spreadsheet
from feedback.services.authority import Act
from feedback.services.places.units_import import Imported
from feedback.services.spreadsheet import Line, Problems
from feedback.store import audit, catalogue
from feedback.store.catalogue import Service
from feedback.store.work import Work

_SHIPPED = "services.json"
_REQUIRED = ("code", "name_vi")
_OPTIONAL = ("name_en", "factors")
_LONGEST_CODE = 64


def listed(work: Work) -> list[Service]:
    """List the services of the office, by code."""
    return list(catalogue.every(work).values())


def load_shipped(work: Work) -> int:
    """Add the shipped services that the office does not have; give how many."""
    known = {service.code for service in catalogue.every(work).values()}
    return len(catalogue.add(work, [one for one in shipped() if one.code not in known]))


def import_services(work: Work, viewer: Viewer, data: bytes, *, source: str) -> Imported:
    """Import a CSV of services, updating by code; raise BadFile with every bad line."""
    authority.require(work, viewer, Act.MANAGE_DESKS)
    sheet = spreadsheet.read(data, required=_REQUIRED, optional=_OPTIONAL)
    wanted = list(_parsed(sheet.lines, sheet.problems))
    sheet.problems.refuse_if_any()
    stored = {one.code: (identity, one) for identity, one in catalogue.every(work).items()}
    catalogue.add(work, [one for one in wanted if one.code not in stored])
    changed = [one for one in wanted if one.code in stored and stored[one.code][1] != one]
    for one in changed:
        identity, before = stored[one.code]
        catalogue.change(work, identity, one)
        audit.note(work, viewer.name, "service changed", one.code, str(before), str(one), source)
    new = sum(one.code not in stored for one in wanted)
    same = len(wanted) - new - len(changed)
    audit.note(work, viewer.name, "services imported", source, after=f"{new} new")
    return Imported(new, len(changed), same, sheet.warnings)


def needed(work: Work, codes: Iterable[str]) -> tuple[dict[str, ServiceId], tuple[str, ...]]:
    """Give the ids of services by code, making those that are unknown; name these."""
    ids = {one.code: identity for identity, one in catalogue.every(work).items()}
    unknown = tuple(code for code in dict.fromkeys(codes) if code not in ids)
    made = catalogue.add(work, [Service(code, code) for code in unknown])
    return ids | dict(zip(unknown, made, strict=True)), unknown


@lru_cache(maxsize=1)
def shipped() -> tuple[Service, ...]:
    """Read the services that come with the product."""
    text = files("feedback.services").joinpath("data", _SHIPPED).read_text("utf-8")
    return tuple(
        Service(one["code"], one["name_vi"], one["name_en"], frozenset(map(Factor, one["factors"])))
        for one in json.loads(text)
    )


def _parsed(lines: Iterable[Line], problems: Problems) -> Iterable[Service]:
    seen: dict[str, int] = {}
    for line in lines:
        code, name = line.cell("code"), line.cell("name_vi")
        # Desks list several codes in one cell: none may hold what parts them.
        if not code or len(code) > _LONGEST_CODE or spreadsheet.words(code) != (code,):
            problems.add(
                line.number, f"code {code[:80]!r}: 1 to {_LONGEST_CODE} characters, no space"
            )
        if not name or len(name) > LONGEST_NAME:
            problems.add(line.number, f"name_vi: 1 to {LONGEST_NAME} characters")
        if seen.setdefault(code, line.number) != line.number:
            problems.add(line.number, f"code {code!r} is on line {seen[code]} already")
        factors = spreadsheet.words(line.cell("factors"))
        for wrong in (name for name in factors if name not in tuple(Factor)):
            known = ", ".join(Factor)
            problems.add(line.number, f"there is no factor {wrong[:40]!r}; known are {known}")
        known_factors = frozenset(Factor(one) for one in factors if one in tuple(Factor))
        yield Service(code, name, line.cell("name_en"), known_factors)
