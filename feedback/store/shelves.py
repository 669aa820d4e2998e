"""Numbers by which the database keeps cases in queues: a shelf for each mix of what a queue asks
for, and the urgency within it. The numbers stand in stored columns: none may ever change.

The columns are computed by the database itself, so that no writer can forget them.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from itertools import product

from feedback.domain.cases.kinds import SEALED, CaseKind, Severity, severities
from feedback.domain.cases.life import CaseState


class Drawer(IntEnum):
    """Who may look into it."""

    PLAIN = 0
    SEALED = 1
    UNROUTED = 2
    """Sealed, and nobody outside the unit was there to receive it."""


# Places in these two lists are numbers in the database: a further one takes a migration.
_STATES = (
    CaseState.NEW,
    CaseState.ACCEPTED,
    CaseState.WAITING,
    CaseState.ANSWERED,
    CaseState.CONTESTED,
    CaseState.CLOSED,
    CaseState.WITHDRAWN,
    CaseState.MERGED,
    CaseState.FORWARDED,
    CaseState.SPAM,
)
_KINDS = (
    CaseKind.REPORT,
    CaseKind.PETITION,
    CaseKind.IDEA,
    CaseKind.PRAISE,
    CaseKind.MISCONDUCT,
    CaseKind.COMPLAINT,
    CaseKind.DENUNCIATION,
)
_DAY = 24 * 60 * 60 * 1_000_000
# Bands that no day leaves: an ordinal times four is three millions now, and ten in the year 6844.
_UNDATED, _STANDING, _ENDED = 10_000_000, 20_000_000, 40_000_000
OWED_BELOW = 30_000_000
"""Whatever is still owed is more urgent than this."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a queue is narrowed to by the shelves; empty means all."""

    states: frozenset[CaseState] = frozenset()
    kinds: frozenset[CaseKind] = frozenset()
    severities: frozenset[Severity] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.states or self.kinds or self.severities)


def shelves(drawers: Collection[Drawer], chosen: Chosen) -> tuple[int, ...]:
    """Give the shelves of a choice, in order."""
    return tuple(sorted(_numbers(drawers, chosen)))


def due_before(day: date) -> int:
    """Give the urgency below which a case is owed, runs, and is due before a day."""
    # Four steps a day: within it the graver case is the more urgent.
    return day.toordinal() * 4


def _numbers(drawers: Collection[Drawer], chosen: Chosen) -> Iterator[int]:
    states = chosen.states or frozenset(_STATES)
    for drawer, state, (kind, weight) in product(drawers, states, _weighed(chosen)):
        if (kind in SEALED) == (drawer is not Drawer.PLAIN):
            n = drawer * len(_STATES) + _STATES.index(state)
            yield (n * len(_KINDS) + _KINDS.index(kind)) * 4 + weight


def _weighed(chosen: Chosen) -> list[tuple[CaseKind, Severity]]:
    weights = chosen.severities or frozenset(Severity)
    return [
        (kind, weight) for kind in chosen.kinds or _KINDS for weight in severities(kind) & weights
    ]


def _numbered(column: str, of: tuple[CaseState, ...] | tuple[CaseKind, ...]) -> str:
    whens = " ".join(f"WHEN '{one.value}' THEN {n}" for n, one in enumerate(of))
    return f"CASE {column} {whens} ELSE 0 END"


PLACE = "COALESCE(unit_id, 0)"
"""The unit, 0 for the office as a whole: what is NULL has no place in an order."""
DRAWER = "CASE WHEN unrouted THEN 2 WHEN sealed THEN 1 ELSE 0 END"
SHELF = (
    f"(({DRAWER}) * {len(_STATES)} + {_numbered('state', _STATES)}) * {len(_KINDS) * 4}"
    f" + ({_numbered('kind', _KINDS)}) * 4 + severity"
)
URGENCY = (
    f"CASE WHEN ended_at IS NOT NULL THEN {_ENDED} - CAST(ended_at / {_DAY} AS INTEGER)"
    f" WHEN due_on IS NULL THEN {_UNDATED} + 3 - severity"
    # What was late before the citizen was asked stays late (docs/deadlines.md).
    f" WHEN suspended_on IS NOT NULL AND suspended_on <= due_on"
    f" THEN {_STANDING} + due_on * 4 + 3 - severity"
    " ELSE due_on * 4 + 3 - severity END"
)
"""Late first, then by the day due, then the graver; then what has no date, what waits for the
citizen, and what has ended, newest first."""
