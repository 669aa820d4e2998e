"""A Textual application with every way out of it closed: no shell, no other program, no file, no
browser, no traceback. Staff reach it without a shell and must not find one in it."""

from collections.abc import Callable
from typing import Any, NoReturn

from rich.console import RenderableType
from textual.app import App, SuspendNotSupported
from textual.driver import Driver

_SORRY = "Chương trình gặp lỗi và phải dừng. Xin mở lại; nếu còn gặp, xin báo người quản trị."

Report = Callable[[BaseException], None]


# Without the toolkit's bindings: which keys lead anywhere stands in one table, ``keys``.
class SealedApp(App[None], inherit_bindings=False):
    """What of Textual could reach outside is refused here; ``report`` hears of what went wrong."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, report: Report) -> None:
        super().__init__()
        self._report = report

    def get_driver_class(self) -> type[Driver]:
        """Give the one way to the terminal, whatever the environment names."""
        from admin_tui.driver import SealedDriver  # noqa: PLC0415 (not every test has a terminal)

        return SealedDriver

    def suspend(self) -> NoReturn:
        """Refuse to hand the terminal to another program."""
        raise SuspendNotSupported("this terminal is not left for another program")

    def action_suspend_process(self) -> None:
        """Refuse to go to the background, where a shell would be."""

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Refuse to start a browser."""

    def deliver_text(self, *args: Any, **kwargs: Any) -> None:
        """Refuse to write a file."""

    def deliver_binary(self, *args: Any, **kwargs: Any) -> None:
        """Refuse to write a file."""

    def deliver_screenshot(self, *args: Any, **kwargs: Any) -> None:
        """Refuse to write a file."""

    def save_screenshot(self, *args: Any, **kwargs: Any) -> str:
        """Refuse to write a file."""
        return ""

    def action_screenshot(self, *args: Any, **kwargs: Any) -> None:
        """Refuse to write a file."""

    def panic(self, *renderables: RenderableType) -> None:
        """Say sorry and end; what is to be told instead may be a traceback with values in it."""
        self._exit_renderables.clear()
        super().panic(_SORRY)

    def _fatal_error(self) -> None:
        # Textual would print a traceback with the values in it: names, comments, passwords.
        if self._exception is not None:
            self._report(self._exception)
        self.panic()
