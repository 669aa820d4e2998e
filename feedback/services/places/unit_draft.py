"""The tree as a file of units would have it: versions by unit and first day. It writes nothing.

A line updates the version of the same code and first day, or begins a new one. Units that are new
carry negative numbers until they are stored.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from feedback.domain.ids import UnitId
from feedback.domain.tree import Tree
from feedback.domain.units import ENDING, TWO_LEVELS, UnitVersion, day_after
from feedback.services.places.unit_lines import UnitLine
from feedback.services.spreadsheet import Problems

_DIGITS = {"province": 2, "city": 2, "commune": 5, "ward": 5, "special_zone": 5}
"""How many digits the official codes have (QĐ 19/2025/QĐ-TTg)."""


@dataclass(slots=True)
class Draft:
    """The stored tree with the lines of a file laid over it, and what is wrong with them."""

    tree: Tree
    problems: Problems
    left_out: frozenset[str] = frozenset()
    fresh: dict[str, UnitId] = field(default_factory=dict)
    line_of: dict[tuple[UnitId, date], UnitLine] = field(default_factory=dict)
    final: dict[UnitId, dict[date, UnitVersion]] = field(default_factory=lambda: defaultdict(dict))

    def name(self, line: UnitLine) -> None:
        """Make a unit for a code that nobody had, after looking for zeros that got lost."""
        # Pointed out and never guessed: another unit may have just that code.
        padded = line.code.zfill(_DIGITS.get(line.kind, 0))
        if padded != line.code and line.code.isdigit() and self.tree.holders(padded):
            what = f"code {line.code!r}: did a spreadsheet drop the zeros of {padded}?"
            self.problems.add(line.number, f"{what} Format the column as text.")
        if not self.tree.holders(line.code) and line.code not in self.fresh:
            self.fresh[line.code] = UnitId(-1 - len(self.fresh))

    def place(self, line: UnitLine) -> None:
        """Turn a line into a version of its unit; every code must have been named before."""
        unit, since = self._unit_and_day(line)
        first = self.line_of.setdefault((unit, since), line)
        if first is not line:
            what = f"code {line.code} from {since} is on line {first.number} already"
            self.problems.add(line.number, what)
            return
        if unit not in self.final:
            self.final[unit] = {v.valid_from: v for v in self.tree.versions(unit)}
        stored = self.final[unit].get(since)
        parent = self._parent(line, since)
        until = line.valid_to or self._ended(unit, stored)
        basis = line.basis or (stored.basis if stored else "")
        try:
            self.final[unit][since] = UnitVersion(
                unit, line.code, line.name, line.kind, parent, since, until, line.group, basis
            )
        except ValueError as error:
            self.problems.add(line.number, str(error))

    def whole(self) -> Tree:
        """Give the tree as it would be."""
        others = (v for u in self.tree.units - set(self.final) for v in self.tree.versions(u))
        planned = (v for versions in self.final.values() for v in versions.values())
        return Tree([*others, *planned], self.tree.events)

    def _unit_and_day(self, line: UnitLine) -> tuple[UnitId, date]:
        holders = self.tree.holders(line.code)
        if not holders:
            return self.fresh[line.code], line.valid_from or TWO_LEVELS
        if line.valid_from is None:
            return holders[-1].unit, holders[-1].valid_from
        return self._holder(line.code, line.valid_from), line.valid_from

    def _holder(self, code: str, day: date) -> UnitId:
        holders = self.tree.holders(code)
        then = [v for v in holders if v.holds(day)] or [v for v in holders if v.valid_from <= day]
        return then[-1].unit if then else holders[0].unit

    def _parent(self, line: UnitLine, since: date) -> UnitId | None:
        code = line.parent_code
        if not code:
            return None
        if code in self.fresh:
            return self.fresh[code]
        if self.tree.holders(code):
            return self._holder(code, since)
        if code in self.left_out:
            return None
        near = next((c for c in (code.zfill(2), code.zfill(5)) if self._is_known(c)), "")
        hint = f"; did a spreadsheet drop the zeros of {near}?" if near and code.isdigit() else ""
        what = f"parent_code {code[:80]!r} is no unit, neither here nor in the file{hint}"
        self.problems.add(line.number, what)
        return None

    def _is_known(self, code: str) -> bool:
        return code in self.fresh or bool(self.tree.holders(code))

    def _ended(self, unit: UnitId, stored: UnitVersion | None) -> date | None:
        # An empty cell does not bring back a unit that a recorded event ended.
        if stored is None or stored.valid_to is None:
            return None
        end = day_after(stored.valid_to)
        events = self.tree.events_of(unit)
        ended = any(e.on == end and e.kind in ENDING and unit in e.predecessors for e in events)
        return stored.valid_to if ended else None
