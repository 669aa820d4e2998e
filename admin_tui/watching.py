"""Watches for changes in a thread while someone with live figures is signed in. It reads no
figures itself, and ends at once when told to."""

from collections.abc import Callable
from threading import Event

from admin_tui.trouble import Trouble

PAUSE = 0.5
"""Seconds between two looks; what changed is on the screen well within two seconds."""


class Watch:
    """Asks ``changed`` again and again, and tells when it was so, or when it cannot be asked."""

    def __init__(
        self, changed: Callable[[], bool], tell: Callable[[], None], pause: float = PAUSE
    ) -> None:
        self._changed = changed
        self._tell = tell
        self._pause = pause
        self._ended = Event()

    def run(self) -> None:
        """Watch until ended; belongs in a thread."""
        while not self._ended.wait(self._pause):
            if self._look():
                self._tell()

    def end(self) -> None:
        """End the watch."""
        self._ended.set()

    def _look(self) -> bool:
        try:
            return self._changed()
        except Trouble:
            # Whoever is told will read, meet the same trouble, and say so on the screen.
            return True
