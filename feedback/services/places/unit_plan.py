"""Works out what lines of units mean for the tree that is there. It writes nothing."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from feedback.domain.ids import UnitId
from feedback.domain.tree import Tree
from feedback.domain.units import UnitVersion
from feedback.services.places import unit_checks
from feedback.services.places.unit_draft import Draft
from feedback.services.places.unit_lines import UnitLine
from feedback.services.spreadsheet import Problems


@dataclass(slots=True)
class Plan:
    """What to write: versions to add and to replace, each with what it was before.

    Counted are the file's lines: a stored version that ends because of one is not.
    """

    new_units: list[UnitId]
    added: list[UnitVersion] = field(default_factory=list)
    replaced: list[tuple[UnitVersion, UnitVersion]] = field(default_factory=list)
    changed: int = 0
    same: int = 0
    formed_from: list[tuple[UnitId, str]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def plan(
    tree: Tree, lines: Sequence[UnitLine], problems: Problems, left_out: Collection[str] = ()
) -> Plan:
    """Plan the import of all lines; raise BadFile with every bad line.

    ``left_out`` are the codes on lines that were bad already: they are nobody else's problem.
    """
    draft = Draft(tree, problems, frozenset(left_out))
    for line in lines:
        # All of them first: a unit may stand in the file before its parent.
        draft.name(line)
    for line in lines:
        draft.place(line)
    unit_checks.chain(draft)
    unit_checks.check_codes(draft)
    whole = draft.whole()
    unit_checks.check_cycles(draft, whole)
    problems.refuse_if_any()
    made = Plan(list(draft.fresh.values()), warnings=list(unit_checks.orphans(draft, whole)))
    made.formed_from = [
        (u, ln.formed_from) for (u, _), ln in draft.line_of.items() if ln.formed_from
    ]
    _compare(draft, made)
    return made


def _compare(draft: Draft, made: Plan) -> None:
    for unit, versions in draft.final.items():
        stored = {version.valid_from: version for version in draft.tree.versions(unit)}
        for since, version in sorted(versions.items()):
            if since not in stored:
                made.added.append(version)
            elif stored[since] != version:
                made.replaced.append((stored[since], version))
                made.changed += (unit, since) in draft.line_of
            else:
                made.same += (unit, since) in draft.line_of
