"""Opens what the terminal reads from while the first screen is already there. It never blocks the
thread that draws."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from admin_tui.trouble import Unavailable

if TYPE_CHECKING:
    from admin_tui.reading import Reading

Opener = Callable[[], "Reading"]


class Opening:
    """Something being opened; ``failure`` is why it could not be, for whoever started it."""

    def __init__(self, opener: Opener, report: Callable[[BaseException], None]) -> None:
        self._opener = opener
        self._report = report
        self._opened: Future[Reading] = Future()
        self.failure: Exception | None = None

    def open(self) -> None:
        """Open it; belongs in a thread, once."""
        try:
            self._opened.set_result(self._opener())
        except Exception as error:  # noqa: BLE001 (whatever it is, the screen must live to say so)
            self.failure = error
            self._report(error)
            self._opened.set_exception(Unavailable())

    def reading(self) -> "Reading":
        """Wait until it is open; raise Unavailable when it could not be."""
        return self._opened.result()

    def close(self) -> None:
        """Close what was opened, if it was."""
        if self._opened.done() and self.failure is None:
            self._opened.result().close()
