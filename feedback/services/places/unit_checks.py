"""Holds a draft of the tree to its rules: one version at a time, one holder a code, no cycles."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from feedback.domain.ids import UnitId
from feedback.domain.tree import Tree
from feedback.domain.units import UnitVersion, day_after, day_before
from feedback.services.places.unit_draft import Draft
from feedback.services.places.unit_lines import UnitLine


def chain(draft: Draft) -> None:
    """End each version before the next one of its unit; two at a time are a problem."""
    for unit, versions in draft.final.items():
        for since, following in pairwise(sorted(versions)):
            version = versions[since]
            if _is_open(draft, unit, version, versions[following]):
                versions[since] = replace(version, valid_to=day_before(following))
            elif version.valid_to is not None and version.valid_to >= following:
                _overlap(draft, version, versions[following])


def check_codes(draft: Draft) -> None:
    """Note codes that two units would have on one day."""
    by_code: dict[str, list[UnitVersion]] = defaultdict(list)
    for versions in draft.final.values():
        for version in versions.values():
            by_code[version.code].append(version)
    for code, planned in by_code.items():
        known = planned + [v for v in draft.tree.holders(code) if v.unit not in draft.final]
        for one, other in pairwise(sorted(known, key=lambda v: v.valid_from)):
            if one.unit != other.unit and one.holds(other.valid_from):
                _overlap(draft, one, other)


def check_cycles(draft: Draft, whole: Tree) -> None:
    """Note units that would be above themselves, at the lines that make them so."""
    lines: dict[UnitId, list[tuple[date, UnitLine]]] = defaultdict(list)
    for (unit, since), line in draft.line_of.items():
        lines[unit].append((since, line))
    # Before the first line nothing changes, so that no cycle can begin there.
    first = min((since for _, since in draft.line_of), default=date.max)
    noted: set[int] = set()
    for day in whole.turns_from(first):
        for unit in whole.on(day).cycles():
            told = [line for since, line in lines[unit] if since <= day]
            for line in told[-1:]:
                if line.number not in noted:
                    noted.add(line.number)
                    draft.problems.add(line.number, f"{line.code} would be above itself on {day}")


def orphans(draft: Draft, whole: Tree) -> Iterator[str]:
    """Tell of units whose parent is not there on their first day."""
    for (unit, since), line in draft.line_of.items():
        if line.parent_code and whole.on(since).parent(unit) is None:
            what = f"its parent {line.parent_code} does not exist on {since}"
            yield f"line {line.number}: {line.code}: {what}; until then it stands at the top"


def _is_open(draft: Draft, unit: UnitId, version: UnitVersion, following: UnitVersion) -> bool:
    if version.valid_to is None or version.valid_to == following.valid_from:
        return True
    if (unit, version.valid_from) in draft.line_of:
        return False
    # A stored end that only made room for the next stored version was nobody's decision.
    end = day_after(version.valid_to)
    return any(v.valid_from == end for v in draft.tree.versions(unit))


def _overlap(draft: Draft, one: UnitVersion, other: UnitVersion) -> None:
    keys = ((other.unit, other.valid_from), (one.unit, one.valid_from))
    numbers = [draft.line_of[key].number for key in keys if key in draft.line_of]
    holds = f"{one.code} {one.name!r} holds from {one.valid_from} to {one.valid_to or 'no end'}"
    what = f"{holds}; {other.name!r} cannot begin on {other.valid_from}"
    draft.problems.add(numbers[0] if numbers else 0, what)
