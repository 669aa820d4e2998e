"""A small province kept in memory, for what is about screens and not about figures."""

from datetime import UTC, date, datetime
from threading import Event

from admin_tui.reading import (
    CodeWanted,
    DeskRow,
    Entered,
    FactorRow,
    Forest,
    Month,
    Node,
    Reading,
    Remark,
    Remarks,
    Sheet,
    Span,
)
from admin_tui.trouble import Trouble
from feedback.domain.ids import StaffId, UnitId
from feedback.domain.index import Counts, Figure, figure
from feedback.domain.methods import METHODS
from feedback.domain.questionnaire import Factor
from feedback.domain.roles import Role, Viewer

NOW = datetime(2026, 8, 12, 5, 0, tzinfo=UTC)
_WEEK = date(2026, 8, 10)
LONG = (
    "Phải đi lại ba lần mới xong hồ sơ đất, lần nào cũng thiếu một thứ giấy mà lần trước không ai "
    "nói. Mong có bảng hướng dẫn rõ ràng ngay tại quầy."
)
PASSWORD = "mot hai ba bon"
NAMES = ("Tỉnh Quảng Ngãi", "Xã Thanh Bồng", "Xã Đông Trà Bồng", "Phường Nghĩa Lộ", "Xã Hoà Bình")
_COUNTS = (
    (18, 26, 55, 240, 301),
    (6, 9, 21, 148, 228),
    (12, 17, 34, 60, 61),
    (0, 0, 2, 8, 9),
    (0, 0, 0, 0, 0),
)
_DESKS = ("Quầy 1 – Hộ tịch", "Quầy 2 – Chứng thực", "Quầy 3 – Đất đai, môi trường", "Quầy 4")


def fig(*levels: int, target: int | None = 9000, aside: int = 0) -> Figure:
    """Compute a figure from counts of levels 1 to 5."""
    one, two, three, four, five = levels
    return figure(Counts((one, two, three, four, five), aside), METHODS[0], target)


class Office(Reading):
    """Answers from memory; ``trouble`` is raised instead while it is set."""

    def __init__(
        self, role: Role = Role.ADMIN, *, must_change: bool = False, code: str = ""
    ) -> None:
        self.viewer = Viewer("lan.nguyen", role, None, StaffId(1))
        self.must_change = must_change
        self.code = code
        self.trouble: Trouble | None = None
        self.extra = 0
        self.asked: list[Span] = []
        self.news = Event()
        self.closed = False
        self.worries: tuple[str, ...] = ()
        self.remarks_found = Remarks(
            (
                Remark(_WEEK, date(2026, 8, 11), 5, _DESKS[0], "Cô cán bộ hướng dẫn tận tình."),
                Remark(_WEEK, date(2026, 8, 10), 2, _DESKS[2], LONG),
            ),
            more=True,
        )

    def now(self) -> datetime:
        return NOW

    def sign_in(self, name: str, password: str, code: str = "") -> Entered | CodeWanted | None:
        self._may_fail()
        if password != PASSWORD or code not in ("", self.code):
            return None
        if self.code and not code:
            return CodeWanted()
        return Entered(self.viewer, "Tỉnh Quảng Ngãi", self.must_change)

    def concerns(self, viewer: Viewer) -> tuple[str, ...]:
        self._may_fail()
        return self.worries

    def renew(self, viewer: Viewer, old: str, new: str) -> bool:
        self._may_fail()
        return old == PASSWORD

    def forest(self, viewer: Viewer, span: Span) -> Forest:
        self._may_fail()
        self.asked.append(span)
        nodes = tuple(self._node(place) for place in range(len(NAMES)))
        return Forest(nodes, self._until, NOW)

    def sheet(self, viewer: Viewer, unit: UnitId, span: Span) -> Sheet:
        self._may_fail()
        node = self._node(unit - 1)
        months = [(6, fig(1, 2, 5, 40, 60)), (7, fig(3, 5, 9, 70, 80)), (8, fig(0, 1, 2, 9, 10))]
        return Sheet(
            node,
            () if unit == 1 else (NAMES[0],),
            self._until,
            fig(9, 12, 30, 130, 140),
            tuple(Month(date(2026, month, 1), found) for month, found in months),
            tuple(
                DeskRow(name, f"K7M3Q{n}", unit == 2, fig(1, 2, 3, 30 + n, 40))
                for n, name in enumerate(_DESKS, 1)
            ),
            tuple(FactorRow(factor, fig(1, 2, 6, 20, 30)) for factor in Factor),
            "QĐ 12/QĐ-UBND",
            NOW,
        )

    def remarks(self, viewer: Viewer, unit: UnitId, most: int) -> Remarks:
        self._may_fail()
        return self.remarks_found

    def changed(self) -> bool:
        self._may_fail()
        fresh = self.news.is_set()
        self.news.clear()
        return fresh

    def close(self) -> None:
        self.closed = True

    @property
    def _until(self) -> date | None:
        rated = self.viewer.role in {Role.SUPERVISOR, Role.HANDLER}
        return date(2026, 8, 11) if rated else None

    def _node(self, place: int) -> Node:
        one, two, three, four, five = _COUNTS[place]
        found = fig(one, two, three, four, five + self.extra, aside=8 if place == 1 else 0)
        parent = UnitId(1) if place else None
        return Node(UnitId(place + 1), parent, f"2112{place}", NAMES[place], place == 1, found)

    def _may_fail(self) -> None:
        if self.trouble is not None:
            raise self.trouble
