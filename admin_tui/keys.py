"""Every command of the terminal with its keys, in one table, from which bindings, the line of
keys, the help and the palette are made. No command is a bare letter: a Vietnamese keyboard
composes letters and sends Backspaces of its own."""

from dataclasses import dataclass

from textual.binding import Binding


@dataclass(frozen=True, slots=True)
class Command:
    """What can be done: its action, a function key, another key for terminals that eat those."""

    action: str
    key: str
    other: str
    label: str
    help: str

    @property
    def keys(self) -> str:
        """The keys as a person reads them; nothing for what only a list offers."""
        return f"{_spoken(self.key)} hoặc {_spoken(self.other)}" if self.key else ""

    @property
    def short(self) -> str:
        """The first key, for the line of keys."""
        return _spoken(self.key)

    def binding(self, *, priority: bool = False) -> Binding:
        """Make the binding of both keys."""
        keys = f"{self.key},{self.other}"
        return Binding(keys, self.action, self.label, show=False, priority=priority)


HELP = Command("app.help", "f1", "ctrl+g", "Trợ giúp", "Xem trợ giúp của màn hình này")
FIND = Command("app.find", "f2", "ctrl+f", "Tìm", "Tìm đơn vị theo tên, không cần gõ dấu")
PERIOD = Command("app.period", "f3", "ctrl+t", "Kỳ", "Chọn kỳ báo cáo và cây đơn vị")
RELOAD = Command("reload", "f5", "ctrl+r", "Làm mới", "Đọc lại số liệu ngay")
LIGHT = Command("app.light", "f8", "ctrl+n", "Sáng/tối", "Đổi nền sáng hoặc nền tối")
ONLY = Command("only", "f7", "ctrl+l", "Lọc", "Chỉ hiện đơn vị có số liệu, hoặc hiện lại tất cả")
PALETTE = Command("app.palette", "f9", "ctrl+p", "Lệnh", "Mở bảng lệnh, gõ để tìm lệnh")
LEAVE = Command("leave", "f4", "ctrl+o", "Đăng xuất", "Đăng xuất, về màn hình đăng nhập")
QUIT = Command("app.quit", "f10", "ctrl+q", "Thoát", "Thoát chương trình")

CASES = Command("app.cases", "f6", "ctrl+e", "Việc", "Mở danh sách việc cần xử lý")
RECORD = Command("app.record", "f12", "ctrl+y", "Nhật ký", "Xem ai làm gì, lúc nào, vì sao")

EVERYWHERE = (HELP, LIGHT, QUIT)
SHARED = (RELOAD, PALETTE, LEAVE)
"""What every screen of someone signed in offers."""
FIGURES = (FIND, PERIOD, CASES)
"""What the screens of units and figures offer beyond that."""


def _spoken(key: str) -> str:
    return "+".join(part.capitalize() for part in key.split("+"))
