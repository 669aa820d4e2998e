"""One unit's page: the figure, its desks, its factors, and what people wrote. What the role may
not see yet is not here to be hidden: the service never hands it over."""

from collections.abc import Iterable
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import ContentSwitcher

from admin_tui import words
from admin_tui.charts import page
from admin_tui.charts.remarks import remarks
from admin_tui.literal import one_line
from admin_tui.reading import Remarks, Sheet
from admin_tui.screens.figured import Figured
from admin_tui.session import Session
from admin_tui.widgets.drawn import Drawn, Picture
from admin_tui.widgets.rows import Rows
from feedback.domain.ids import UnitId

_PAGES = ("overview", "desks", "factors", "remarks")
_NAMES = ("1 Tổng quan", "2 Quầy", "3 Yếu tố", "4 Ý kiến")
_MORE = 50


class Unit(Figured):
    """The page of one unit, in four parts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"turn({n - 1})", show=False) for n in range(1, 5)),
        Binding("right", "step(1)", show=False),
        Binding("left", "step(-1)", show=False),
        Binding("9", "more", show=False),
        # Never Backspace: Vietnamese keyboards send it by themselves while they compose.
        Binding("escape,0", "back", show=False),
    ]
    guide = (
        "Phím số 1 đến 4 hoặc ← → chuyển giữa các phần; ↑ ↓ PgUp PgDn cuộn trang.\n"
        "Esc hoặc phím 0 về danh sách đơn vị.\n\n"
        "Đồ thị từng tháng: ● là chỉ số, ┬ và ┴ là hai đầu khoảng 95%, ┄ là mục tiêu;\n"
        "○ là tháng có dưới 30 lượt, chỉ để tham khảo.\n"
        "Chỉ nói cao hơn hay thấp hơn khi chênh lệch vượt quá mức ngẫu nhiên.\n"
    )
    extra_keys = (("Esc", "Về"), ("1–4", "Phần"))

    def __init__(self, session: Session, unit: UnitId) -> None:
        super().__init__(session)
        self.unit = unit
        self._sheet: Sheet | None = None
        self._remarks = Remarks()
        self._lines: list[Text] = []
        self._most = _MORE
        self._page = 0

    @property
    def where(self) -> str:
        """Name this screen."""
        return "Trang đơn vị"

    def body(self) -> Iterable[Widget]:
        """Give the name, the parts to choose from, and the parts."""
        yield Drawn(self._title_line, id="name-line")
        yield Drawn(self._parts, id="parts")
        with ContentSwitcher(initial=_PAGES[0], id="pages"):
            for name in _PAGES[:3]:
                with VerticalScroll(id=name):
                    yield Drawn(id=f"{name}-text")
            yield Rows(self._line, marked=False, id=_PAGES[3])

    def read(self) -> None:
        """Ask for the page and the comments together."""
        session, unit, most = self.session, self.unit, self._most
        viewer, span, reading = session.viewer, session.span, session.reading

        def question() -> tuple[Sheet, Remarks]:
            return reading.sheet(viewer, unit, span), reading.remarks(viewer, unit, most)

        self.fetch(question, self._take)

    def on_mount(self) -> None:
        """Begin in the first part."""
        self.action_turn(0)

    def on_resize(self, event: Resize) -> None:
        """Break comments anew for another width."""
        self._break(event.size.width)

    def action_turn(self, page: int) -> None:
        """Show a part."""
        self._page = page
        self.query_one(ContentSwitcher).current = _PAGES[page]
        self.set_focus(self.query_one(f"#{_PAGES[page]}"))
        self.query_one("#parts", Drawn).refresh()

    def action_step(self, by: int) -> None:
        """Show the next or the previous part."""
        self.action_turn((self._page + by) % len(_PAGES))

    def action_more(self) -> None:
        """Read older comments too."""
        if self._remarks.more:
            self._most += _MORE
            self.reload()

    def action_back(self) -> None:
        """Return to the list."""
        self.dismiss(None)

    def _take(self, found: tuple[Sheet, Remarks]) -> None:
        sheet, self._remarks = found
        self._sheet = sheet
        ink = self.session.ink
        self._fill("overview", lambda width: page.overview(sheet, width, self._tall, ink))
        self._fill("desks", lambda width: page.desks(sheet, width, ink))
        self._fill("factors", lambda width: page.factors(sheet, width, ink))
        self._break(self.size.width)
        self.query_one("#name-line", Drawn).refresh()
        self.as_of(words.freshness(sheet.until, sheet.read_at))

    def _fill(self, part: str, picture: Picture) -> None:
        self.query_one(f"#{part}-text", Drawn).show(picture)

    def _break(self, width: int) -> None:
        # Two cells of padding, one of the scroll bar.
        self._lines = remarks(self._remarks, width - 3, self.session.ink)
        self.query_one(Rows).show(len(self._lines))

    def _line(self, place: int, width: int) -> Text:
        return self._lines[place].copy()

    @property
    def _tall(self) -> int:
        return self.query_one("#pages").size.height

    def _title_line(self, width: int) -> Text:
        ink, sheet = self.session.ink, self._sheet
        if sheet is None:
            return Text("Đang đọc số liệu…", ink.dim)
        line = Text().append(one_line(sheet.node.name), f"bold {ink.strong}")
        if sheet.node.sample:
            line.append(f"  {words.SAMPLE}", ink.sample)
        above = " › ".join(one_line(name) for name in sheet.path)
        line.append(f"  {above}", ink.dim)
        line.truncate(width, overflow="ellipsis")
        return line

    def _parts(self, width: int) -> Text:
        line = Text()
        for place, name in enumerate(_NAMES):
            chosen, ink = place == self._page, self.session.ink
            line.append("▌" if chosen else " ", ink.accent)
            line.append(f"{name}   ", f"bold {ink.accent}" if chosen else ink.dim)
        return line
