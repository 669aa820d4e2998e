"""What the public must not see of a table, nor be able to work out from the rest of it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from feedback.domain.ids import UnitId
from feedback.domain.query import IndexRow
from feedback.domain.visibility import PUBLIC_CELL, PUBLIC_FLOOR, hidden

Above = dict[UnitId, UnitId | None]
"""The nearest listed unit above each listed unit."""


def of_units(rows: Sequence[IndexRow], above: Above) -> tuple[IndexRow, ...]:
    """Suppress units below 30 ratings, and more where a difference would give them away.

    Below a suppressed unit nothing is shown, since its parts would add up to it.
    """
    n = {row.unit: _n(row) for row in rows if row.unit is not None}
    below: dict[UnitId | None, list[UnitId]] = defaultdict(list)
    for unit in n:
        below[above.get(unit)].append(unit)
    secret: set[UnitId] = set()
    waiting: list[UnitId | None] = [None]
    # Grows while it is walked: what is hidden above is known before what stands below.
    for parent in waiting:
        children = below.get(parent, [])
        parts = [n[child] for child in children]
        # What was given to the parent itself is in no row, and can be had by subtraction all the
        # same.
        rest = 0 if parent is None else n[parent] - sum(parts)
        concealed = {children[place] for place in hidden(parts, PUBLIC_FLOOR, rest=rest)}
        # Parts that are all shown would add up to the whole that is hidden.
        secret |= set(children) if parent in secret else concealed
        waiting += children
    return tuple(_suppressed(row) if row.unit in secret else row for row in rows)


def of_parts(rows: Sequence[IndexRow], whole: int, *, add_up: bool) -> tuple[IndexRow, ...]:
    """Suppress parts below 5 ratings, and all of them where the whole is below 30.

    ``add_up`` says that the parts make up the whole, so that one alone could be worked out.
    """
    if whole < PUBLIC_FLOOR:
        return everything(rows)
    parts = [_n(row) for row in rows]
    small = frozenset(place for place, n in enumerate(parts) if n < PUBLIC_CELL)
    secret = hidden(parts, PUBLIC_CELL) if add_up else small
    return tuple(_suppressed(row) if i in secret else row for i, row in enumerate(rows))


def everything(rows: Sequence[IndexRow]) -> tuple[IndexRow, ...]:
    """Suppress every row."""
    return tuple(map(_suppressed, rows))


def _n(row: IndexRow) -> int:
    return 0 if row.figure is None else row.figure.counts.n


def _suppressed(row: IndexRow) -> IndexRow:
    return replace(row, figure=None, target=None, unknown=0)
