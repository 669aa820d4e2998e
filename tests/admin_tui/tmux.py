"""A real terminal for a command: tmux on a server of its own, with keys in and the screen out."""

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic, sleep

_PATIENCE = 30.0


class Terminal:
    """A terminal of tmux; it stays when its command ends."""

    def __init__(
        self,
        socket: Path,
        command: str,
        environ: Mapping[str, str],
        cwd: Path,
        size: tuple[int, int] = (80, 24),
    ) -> None:
        # Without the settings of whoever runs the tests.
        self._tmux = ["tmux", "-S", str(socket), "-f", "/dev/null"]
        width, height = map(str, size)
        keep = ["set-option", "-g", "remain-on-exit", "on"]
        new = ["new-session", "-d", "-s", "s", "-x", width, "-y", height, "/bin/sh", "-c", command]
        subprocess.run([*self._tmux, *new, ";", *keep], check=True, env=environ, cwd=cwd)

    @property
    def text(self) -> str:
        return self._run("capture-pane", "-p", "-t", "s")

    @property
    def pid(self) -> int:
        """The process of the command."""
        return int(self._run("display-message", "-p", "-t", "s", "#{pane_pid}"))

    @property
    def left(self) -> bool:
        """Whether the command has ended."""
        return self._run("display-message", "-p", "-t", "s", "#{pane_dead}").strip() == "1"

    @property
    def still(self) -> bool:
        """Whether the screen stays as it is for half a second."""
        shown, end = self.text, monotonic() + 0.5
        while (same := self.text == shown) and monotonic() < end:
            sleep(0.05)
        return same

    def keys(self, *keys: str) -> None:
        self._run("send-keys", "-t", "s", *keys)

    def type(self, text: str) -> None:
        self._run("send-keys", "-t", "s", "-l", text)

    def paste(self, text: str) -> None:
        """Paste as a terminal does that knows what a paste is."""
        self._run("set-buffer", "-b", "p", text)
        # In its marks (-p), and with its line ends as they are (-r).
        self._run("paste-buffer", "-p", "-r", "-b", "p", "-t", "s")

    def resize(self, width: int, height: int) -> None:
        self._run("resize-window", "-t", "s", "-x", str(width), "-y", str(height))

    def see(self, *words: str, within: float = _PATIENCE) -> str:
        return self.until(lambda text: all(word in text for word in words), within)

    def lose(self, word: str) -> str:
        return self.until(lambda text: word not in text)

    def shows(self, word: str, within: float = 8.0) -> bool:
        """Wait for a word; say whether it came."""
        return self._wait(lambda text: word in text, within)[0]

    def until(self, holds: Callable[[str], bool], within: float = _PATIENCE) -> str:
        """Wait until something is so of the screen, and fail when it never is."""
        came, text = self._wait(holds, within)
        assert came, f"it never came to be; the screen shows:\n{text}"
        return text

    def _wait(self, holds: Callable[[str], bool], within: float) -> tuple[bool, str]:
        end = monotonic() + within
        while not (came := holds(text := self.text)) and monotonic() < end:
            sleep(0.05)  # the screen belongs to another program: there is nothing to wait on
        return came, text

    def close(self) -> None:
        self._run("kill-server")

    def _run(self, *arguments: str) -> str:
        told = subprocess.run(
            [*self._tmux, *arguments], capture_output=True, text=True, check=False
        )
        return told.stdout
