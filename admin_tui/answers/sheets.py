"""One unit's page, out of one consistent picture. It computes nothing and hides nothing: what the
viewer may not see the service does not give."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from admin_tui.answers.forests import blank, lineage
from admin_tui.reading import DeskRow, FactorRow, Month, Node, Sheet, Span
from admin_tui.trouble import Missing
from feedback.domain.days import local_day, month_of
from feedback.domain.ids import UnitId
from feedback.domain.index import Figure
from feedback.domain.query import By, IndexQuery, IndexTable
from feedback.domain.questionnaire import Factor
from feedback.domain.roles import Viewer
from feedback.domain.tree import Tree
from feedback.services import indices, places

if TYPE_CHECKING:
    from feedback.store.work import Work

MONTHS = 12
"""Months of the trend, up to the end of the period."""
MOST_BELOW = 60
"""Units below one, above which its desks are not listed together."""


@dataclass(frozen=True, slots=True)
class _Page:
    """Whose page is asked for, by whom, and for which days."""

    work: "Work"
    viewer: Viewer
    unit: UnitId
    span: Span
    floor: int

    def table(self, by: By | None, days: tuple[date | None, date | None]) -> IndexTable:
        """Ask for the unit's figures over some days, cut in one way."""
        asked = IndexQuery(unit=self.unit, first=days[0], last=days[1], tree=self.span.tree, by=by)
        return indices.index(self.work, self.viewer, asked, floor=self.floor)

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The days of the period."""
        return self.span.first, self.span.last


def read(work: "Work", viewer: Viewer, unit: UnitId, span: Span, floor: int) -> Sheet:
    """Read the page of a unit."""
    page, tree = _Page(work, viewer, unit, span, floor), places.tree(work)
    if unit not in tree.units:
        raise Missing
    table = page.table(None, page.days)
    # A period may end ahead of today, and nobody knows the tree of a day to come.
    row, day = table.rows[0], min(table.last, local_day(work.now))
    version = tree.nearest(unit, day)
    figure = row.figure or blank(table.method)
    above = tuple(tree.name(other, day) for other in lineage(tree, unit, day))
    return Sheet(
        Node(unit, None, version.code, version.name, row.sample, figure),
        above[::-1],
        table.until,
        _before(page),
        _months(page, day),
        _desks(page, tree, table, day),
        _factors(page),
        row.target.decision if row.target else "",
        work.now,
    )


def _before(page: _Page) -> Figure | None:
    if page.span.before is None:
        return None
    figure = page.table(None, page.span.before).rows[0].figure
    # A period that nobody rated is no ground for a comparison.
    return figure if figure is not None and figure.counts.n else None


def _months(page: _Page, day: date) -> tuple[Month, ...]:
    """Read the newest months; between the first and the last of them none is left out."""
    last = month_of(day)
    first = _months_before(last, MONTHS - 1)
    table = page.table(By.MONTH, (first, day))
    found = {row.of_part.code: row.figure for row in table.rows if row.of_part and row.figure}
    every = [_months_before(last, back) for back in range(MONTHS - 1, -1, -1)]
    begun = next((i for i, month in enumerate(every) if f"{month:%Y-%m}" in found), len(every))
    return tuple(
        Month(month, found.get(f"{month:%Y-%m}", blank(table.method))) for month in every[begun:]
    )


def _desks(page: _Page, tree: Tree, table: IndexTable, day: date) -> tuple[DeskRow, ...] | None:
    there = tree.on(day)
    if page.unit in there.units and len(there.below(page.unit)) > MOST_BELOW:
        return None
    rated = page.table(By.DESK, page.days).rows
    rows = [
        DeskRow(row.of_desk.name, row.of_desk.code or "", row.sample, row.figure)
        for row in rated
        if row.of_desk is not None and row.figure is not None
    ]
    seen = {row.of_desk.id for row in rated if row.of_desk is not None}
    rows += [
        DeskRow(card.name, card.code or "", card.sample, blank(table.method))
        for card in places.desks_of(page.work, page.unit, day)
        if card.id not in seen
    ]
    return tuple(rows)


def _factors(page: _Page) -> tuple[FactorRow, ...]:
    rows = page.table(By.FACTOR, page.days).rows
    return tuple(
        FactorRow(Factor(row.of_part.code), row.figure)
        for row in rows
        if row.of_part is not None and row.figure is not None
    )


def _months_before(month: date, back: int) -> date:
    number = month.year * 12 + month.month - 1 - back
    return date(number // 12, number % 12 + 1, 1)
