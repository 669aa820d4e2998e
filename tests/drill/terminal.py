"""An admin at a real terminal, who looks at a unit and at the queue of cases again and again."""

import os
import signal
import sys
from pathlib import Path

from tests.admin_tui.tmux import Terminal
from tests.serving import Server

ROOT = Path(__file__).parents[2]
_WITHIN = 60.0
_LOOKS = 8


class Desk:
    """The terminal of one admin; opened again when it died."""

    def __init__(self, folder: Path, server: Server, password: str) -> None:
        self._folder, self._server, self._password = folder, server, password
        self._opened = 0
        self._terminal: Terminal | None = None
        self.looks = 0

    @property
    def terminal(self) -> Terminal:
        assert self._terminal is not None
        return self._terminal

    def open(self) -> None:
        """Sign in and look at the office."""
        self._opened += 1
        environ = self._server.environment() | {"LANG": "C.UTF-8"}
        command = f"exec {sys.executable} -m hailong.cli admin"
        self._terminal = Terminal(self._folder / f"s{self._opened}", command, environ, ROOT)
        self.terminal.see("Tên đăng nhập", within=_WITHIN)
        self.terminal.type("admin")
        self.terminal.keys("Enter")
        self.terminal.type(self._password)
        self.terminal.keys("Enter")
        self.terminal.see("Xã An Bình", "trực tiếp", within=_WITHIN)

    def look(self) -> None:
        """Look at the queue, then at the unit."""
        if self.terminal.left:  # it was just killed, and is opened again in its turn
            return
        self._turn("F6", "Việc cần xử lý")
        self._turn("Escape", "Các đơn vị")
        self.looks += 1

    def _turn(self, key: str, title: str) -> None:
        """Press a key until the screen is there and its figures are live."""
        for _ in range(_LOOKS):
            if title not in self.terminal.text:
                self.terminal.keys(key)
            if (
                self.terminal.shows("trực tiếp") and self.terminal.shows(title)
            ) or self.terminal.left:
                return
            self.terminal.keys("F5")
        raise AssertionError(self.terminal.text)

    def signal(self, number: signal.Signals) -> None:
        os.kill(self.terminal.pid, number)

    def close(self) -> None:
        if self._terminal is not None:
            self._terminal.close()
