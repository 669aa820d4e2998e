"""The way to the terminal in which the person sits. It takes its size from the system alone, keys
and pastes from the person alone, stops for no signal, and asks for no more than can be handled."""

import asyncio
import os
import selectors
from concurrent.futures import wait

from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message
from textual.messages import TerminalSupportsSynchronizedOutput

from admin_tui.inflow import Inflow

WIDEST, HIGHEST = 500, 200
"""Cells that are drawn at most: a window may claim 65,535 by 65,535."""
_TAKEN = (events.Key, events.Paste, events.AppFocus, events.AppBlur)
_CHUNK = 1024
_BEHIND = 64
"""Keys that may wait for whoever handles them; further ones wait in the terminal."""
_GLANCE = 0.05
_PATIENT = 200
"""Glances, a second in all: a screen that is being left may never handle its keys."""


class SealedDriver(LinuxDriver):
    """Reads from the terminal no faster than is handled."""

    def process_message(self, message: Message) -> None:
        """Pass on keys and pastes; the mouse stays with the terminal, and sizes are not typed."""
        # The last is the terminal's own answer, and lets a frame be painted whole; nobody types it.
        if isinstance(message, (*_TAKEN, TerminalSupportsSynchronizedOutput)):
            super().process_message(message)

    def send_message(self, message: Message) -> None:
        """Hand a message over, and wait until there is room for another."""
        sent = asyncio.run_coroutine_threadsafe(self._app._post_message(message), self._loop)
        # Never without an end: once the terminal is left nobody takes messages any more.
        while not (self.exit_event.is_set() or wait([sent], _GLANCE).done):
            pass
        for _ in range(_PATIENT):
            if not self._behind() or self.exit_event.wait(_GLANCE / 10):
                return

    def run_input_thread(self) -> None:
        """Read until the terminal is left or gone."""
        inflow = Inflow()
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                data = _read(self.fileno) if selector.select(_GLANCE) else None
                # The terminal is gone: the process must not outlive it.
                if data == b"":
                    self._app.call_later(self._app.exit)
                    return
                for message in inflow.feed(data) if data else inflow.tick():
                    self.process_message(message)

    def _behind(self) -> bool:
        at = self._app.focused
        waiting = self._app.message_queue_size + (at.message_queue_size if at else 0)
        return waiting > _BEHIND

    def _get_terminal_size(self) -> tuple[int, int]:
        try:
            # Of the descriptor: COLUMNS and LINES are whatever the caller has set.
            width, height = os.get_terminal_size(self.fileno)
        except OSError:
            width, height = 0, 0
        # A serial line or a client without a window says 0 by 0.
        return min(width or 80, WIDEST), min(height or 24, HIGHEST)

    def _sigtstp_application(self, *_: object) -> None:
        # Behind this terminal there may be a shell that is not this person's.
        return


def _read(fileno: int) -> bytes:
    try:
        return os.read(fileno, _CHUNK)
    # A terminal that was hung up answers a read with EIO as well as with an end.
    except OSError:
        return b""
