"""The address that opens a file once, and its QR code, for a browser on another screen. An SSH
window shows neither photos nor sound."""

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from admin_tui import numbers
from admin_tui.caseload import Link
from admin_tui.columns import wrapped
from admin_tui.ink import Ink
from admin_tui.widgets.drawn import Drawn
from admin_tui.widgets.lines import KeyLine, keys

_SIDE = 24
"""Cells that the words need beside the code."""
# Whatever the theme: the blocks are the light modules, and a scanner needs them lighter.
_QR = "#ffffff on #000000"
_TOLD = (
    "Mở địa chỉ này trong trình duyệt, hoặc quét mã bằng điện thoại. "
    "Chỉ mở được một lần; việc mở tệp được ghi lại."
)


class LinkScreen(ModalScreen[None]):
    """Shows the address until it is left."""

    BINDINGS = [  # noqa: RUF012 (as the base declares it)
        Binding("escape,0", "leave", show=False),
        Binding("f6,ctrl+k", "copy", show=False, priority=True),
    ]

    def __init__(self, link: Link, what: str, ink: Ink) -> None:
        super().__init__()
        self._link = link
        self._what = what
        self._ink = ink

    def compose(self) -> ComposeResult:
        """Lay out the code, the words and the keys."""
        yield Drawn(self._picture, id="link")
        offered = [("F6", "Chép địa chỉ"), ("Esc", "Đóng")]
        yield KeyLine(keys(offered, self._ink.strong, self._ink.dim))

    def action_copy(self) -> None:
        """Hand the address to the clipboard of the person's own terminal, where it knows how."""
        self.app.copy_to_clipboard(self._link.address)
        self.notify("Đã gửi địa chỉ sang bộ nhớ chép của máy ông/bà.", markup=False)

    def action_leave(self) -> None:
        """Close; the address is nowhere any more."""
        self.dismiss(None)

    def _picture(self, width: int) -> Text:
        qr = self._link.qr
        across = max((len(line) for line in qr), default=0)
        room = self.app.size.height - 1
        if width < across + _SIDE or room < len(qr):
            return self._alone(width)
        beside = self._words(width - across - 2)
        lines = []
        for place in range(max(len(qr), len(beside))):
            row = Text(
                qr[place] if place < len(qr) else " " * across, _QR if place < len(qr) else ""
            )
            row.append("  ")
            lines.append(row.append_text(beside[place]) if place < len(beside) else row)
        return Text("\n").join([*lines, *self._whole(width, room - len(lines))])

    def _alone(self, width: int) -> Text:
        small = Text("Cửa sổ nhỏ quá nên không vẽ được mã QR.", self._ink.dim)
        return Text("\n").join([*self._whole(width, 1), *self._words(width), Text(), small])

    def _whole(self, width: int, room: int) -> list[Text]:
        # On one line of its own a terminal lets the address be clicked and marked whole.
        address = self._link.address
        return [Text(address, self._ink.accent)] if room > 0 and len(address) <= width else []

    def _words(self, width: int) -> list[Text]:
        ink = self._ink
        until = f"Đến {numbers.moment(self._link.until)}."
        drawn = [Text(line, f"bold {ink.strong}") for line in wrapped(self._what, width)]
        drawn += [Text(), *(Text(line, ink.text) for line in wrapped(_TOLD, width))]
        drawn += [Text(), Text(until, ink.target), Text()]
        return drawn + [Text(line, ink.accent) for line in wrapped(self._link.address, width)]
