"""The tree of units with their figures. It draws only what is on the screen, however many units
there are."""

from collections.abc import Iterable
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widget import Widget

from admin_tui import numbers, words
from admin_tui.branches import Branch
from admin_tui.charts import lines
from admin_tui.keys import ONLY, Command
from admin_tui.reading import Forest
from admin_tui.screens.figured import Figured
from admin_tui.session import Session
from admin_tui.widgets.drawn import Drawn
from admin_tui.widgets.rows import Rows
from feedback.domain.ids import UnitId


class Units(Figured):
    """The first screen after signing in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ONLY.binding(),
        Binding("right", "open(True)", show=False),
        Binding("left", "open(False)", show=False),
        *(Binding(str(depth), f"open_to({depth})", show=False) for depth in range(1, 6)),
    ]
    guide = (
        "↑ ↓ chọn đơn vị, → mở và ← thu các đơn vị trực thuộc, Enter xem trang của đơn vị.\n"
        "Phím số 1 đến 5 mở cây đến cấp đó. PgUp, PgDn, Home, End để đi nhanh.\n"
        "F7 chỉ hiện những đơn vị có số liệu, hoặc hiện lại tất cả.\n\n"
        "Chỉ số hài lòng là tỷ lệ lượt chọn “Hài lòng” và “Rất hài lòng”.\n"
        "“Khoảng 95%” cho biết chỉ số có thể dao động đến đâu chỉ vì ngẫu nhiên.\n"
        "“So mục tiêu” chỉ nói trên hoặc dưới khi số lượt đủ để nói; còn lại là chưa kết luận.\n"
    )
    extra_keys = (("Enter", "Xem"), ("←→", "Mở"))

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._forest = Forest((), None, session.reading.now())
        self._only = False

    @property
    def commands(self) -> tuple[Command, ...]:
        """Give what this screen offers."""
        return (*super().commands, ONLY)

    @property
    def where(self) -> str:
        """Name this screen."""
        return "Các đơn vị"

    def body(self) -> Iterable[Widget]:
        """Give the headings and the rows."""
        yield Drawn(self._heading, id="headings")
        yield Rows(self._row, id="tree")

    def read(self) -> None:
        """Ask for the tree with its figures."""
        session = self.session
        viewer, span = session.viewer, session.span
        self.fetch(lambda: session.reading.forest(viewer, span), self._take)

    def reveal(self, unit: UnitId) -> None:
        """Open whatever hides a unit and mark it."""
        place = self.session.branches.reveal(unit)
        self.query_one(Rows).show(len(self.session.branches.rows), place)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Ask for the page of the marked unit."""
        self.post_message(self.Wanted(self._branches[event.place].node.unit))

    def action_open(self, opened: bool) -> None:
        """Open or close the marked unit; closing a closed one goes to the unit above."""
        rows = self.query_one(Rows)
        if not self._branches:
            return
        row = self._branches[rows.cursor]
        above = row.node.parent
        if not opened and not row.open and above is not None:
            rows.cursor = self.session.branches.place(above) or 0
        elif row.parent:
            self.session.branches.set_open(row.node.unit, opened)
            rows.show(len(self._branches))

    def action_open_to(self, depth: int) -> None:
        """Open the tree down to a depth."""
        marked = self._marked
        self.session.branches.open_to(depth)
        self._show(marked)

    @property
    def _branches(self) -> list[Branch]:
        return self.session.branches.rows

    @property
    def _marked(self) -> UnitId | None:
        place = self.query_one(Rows).cursor
        return self._branches[place].node.unit if place < len(self._branches) else None

    def action_only(self) -> None:
        """Show only units that were rated, or all again."""
        self._only = not self._only
        self._take(self._forest)

    def _take(self, forest: Forest) -> None:
        marked, self._forest = self._marked, forest
        # Raw: a unit whose ratings were all set aside has been rated all the same.
        rated = [node for node in forest.nodes if node.figure.counts.raw]
        self.session.branches.take(rated if self._only else forest.nodes)
        self._show(marked)
        fresh = words.freshness(forest.until, forest.read_at)
        self.as_of(fresh if rated else f"{words.EMPTY} trong kỳ này, F3 chọn kỳ khác")

    def _show(self, marked: UnitId | None) -> None:
        place = None if marked is None else self.session.branches.place(marked)
        self.query_one(Rows).show(len(self._branches), place)
        self.query_one("#headings", Drawn).refresh()

    def _heading(self, width: int) -> Text:
        count = numbers.whole(self.session.branches.total)
        name = "Đơn vị có số liệu" if self._only else "Đơn vị"
        return lines.heading(f"{name} ({count})", width, self.session.ink)

    def _row(self, place: int, width: int) -> Text:
        return lines.branch(self._branches[place], width, self.session.ink)
