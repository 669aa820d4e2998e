"""A tree of units as rows: which branches are open, and what is visible. Pure; it reads nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from admin_tui.reading import Node
from feedback.domain.ids import UnitId
from feedback.domain.names import fold


@dataclass(frozen=True, slots=True)
class Branch:
    """A visible unit: how deep it stands, and whether anything lies below it."""

    node: Node
    depth: int
    parent: bool
    open: bool


class Branches:
    """The visible rows of a tree; what was open stays open when the figures are read anew."""

    def __init__(self) -> None:
        self._nodes: dict[UnitId, Node] = {}
        self._below: dict[UnitId | None, list[UnitId]] = {}
        self._folded: dict[UnitId, str] = {}
        self._open: set[UnitId] = set()
        self.rows: list[Branch] = []

    def take(self, nodes: Iterable[Node]) -> None:
        """Take the units anew; the first time, a lone root is open."""
        fresh = not self._nodes
        self._nodes = {node.unit: node for node in nodes}
        below: dict[UnitId | None, list[UnitId]] = defaultdict(list)
        for node in self._nodes.values():
            # Whose parent is out of this viewer's sight, or filtered away, stands at the top.
            below[node.parent if node.parent in self._nodes else None].append(node.unit)
        self._below = dict(below)
        # Folded when someone first searches: figures are read anew with every rating that comes.
        self._folded = {}
        roots = self._below.get(None, [])
        if fresh and len(roots) == 1:
            self._open.add(roots[0])
        self._lay()

    @property
    def total(self) -> int:
        """How many units there are, visible or not."""
        return len(self._nodes)

    def node(self, unit: UnitId) -> Node | None:
        """Find a unit."""
        return self._nodes.get(unit)

    def path(self, unit: UnitId) -> tuple[str, ...]:
        """Name the units above a unit, highest first."""
        names: list[str] = []
        node = self._nodes.get(unit)
        while node is not None and node.parent is not None:
            node = self._nodes.get(node.parent)
            if node is not None:
                names.append(node.name)
        return tuple(reversed(names))

    def place(self, unit: UnitId) -> int | None:
        """Find the row of a unit, if it is visible."""
        return next((i for i, row in enumerate(self.rows) if row.node.unit == unit), None)

    def set_open(self, unit: UnitId, opened: bool) -> None:
        """Open or close a branch."""
        (self._open.add if opened else self._open.discard)(unit)
        self._lay()

    def open_to(self, depth: int) -> None:
        """Open everything down to a depth, and close what lies deeper."""
        self._open = {unit for unit, at in self._walk_all() if at + 1 < depth}
        self._lay()

    def reveal(self, unit: UnitId) -> int | None:
        """Open whatever hides a unit, and give its row."""
        node = self._nodes.get(unit)
        while node is not None and node.parent is not None:
            self._open.add(node.parent)
            node = self._nodes.get(node.parent)
        self._lay()
        return self.place(unit)

    def search(self, words: str) -> list[Node]:
        """Find units whose names or codes hold all words, typed with or without marks.

        Names that begin with what was typed come first, shorter ones before longer ones.
        """
        wanted = fold(words)
        if not wanted:
            return []
        found = (
            (rank, len(folded), folded, unit)
            for unit, folded in self._index().items()
            if (rank := _rank(folded, wanted)) is not None
        )
        return [self._nodes[unit] for *_, unit in sorted(found)]

    def _index(self) -> dict[UnitId, str]:
        if not self._folded:
            self._folded = {
                unit: fold(f"{node.name} {node.code}") for unit, node in self._nodes.items()
            }
        return self._folded

    def _lay(self) -> None:
        self.rows = list(self._visible())

    def _visible(self) -> Iterator[Branch]:
        waiting = [(unit, 0) for unit in reversed(self._below.get(None, []))]
        while waiting:
            unit, depth = waiting.pop()
            below = self._below.get(unit, [])
            opened = unit in self._open
            yield Branch(self._nodes[unit], depth, bool(below), opened)
            if opened:
                waiting += [(child, depth + 1) for child in reversed(below)]

    def _walk_all(self) -> Iterator[tuple[UnitId, int]]:
        waiting = [(unit, 0) for unit in self._below.get(None, [])]
        while waiting:
            unit, depth = waiting.pop()
            yield unit, depth
            waiting += [(child, depth + 1) for child in self._below.get(unit, [])]


def _rank(folded: str, wanted: str) -> int | None:
    words = wanted.split()
    if not all(word in folded for word in words):
        return None
    # Spaces on both sides, so that a word at either end of the name is a whole one too.
    if f" {wanted} " in f" {folded} ":
        return 0 if folded.startswith(wanted) else 1
    return 2 if f" {wanted}" in f" {folded}" else 3
