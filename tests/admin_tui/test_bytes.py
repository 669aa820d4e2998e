"""What no terminal should send, sent all the same: the program lives on, as small as it was."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest

from tests.admin_tui.forced import NAME, PASSWORD, Prison, running

_CONTROL = re.compile(rb"\x1b(\[[0-?]*[ -/]*[@-~]|[^\[])")
_MOST = 400 << 20
"""Bytes of memory; a window of 65,535 by 65,535 alone would take gigabytes."""
_BYTES = (
    b"ab\xff\xfe\x80cd", b"\xc3", b"\xed\xa0\x80", b"\x00\x00", b"\x9b31m", bytes(range(0x80, 0x100)),
    b"\x1b[99999999999;1u", b"\x1b[1114112;1u", b"\x1b[55296;1u", b"\x1b[1;1;55296u", b"\x1b[;;;;u",
    b"\x1b[48;99999;99999;0;0t", b"\x1b[48;0;0;0;0t\x1b[<0;5;5M\x1b[<0;5;5m", b"\x1b[M\xff\xff\xff",
    b"\x1b[<0;999999999;99999M", b"\x1b[999999999;99999999R", b"\x1b[?2048;1$y\x1b[?2026;9$y",
    b"\x1b" * 300, b"\x1b[" + b"1;" * 100, b"\x1b]" + b"x" * 200, b"a" * 1_000,
    b"\x1b[200~" + b"x" * 300_000 + b"\x1b[201~", b"\x1b[200~\x1b[200~\x1b[201~\x1b[201~",
)  # fmt: skip


class Line:
    """The other end of a terminal: bytes in, whatever is drawn out."""

    def __init__(self, prison: Prison) -> None:
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.chdir(prison.outside)
            os.execve(prison.command, [str(prison.command)], prison.environment())
        os.set_blocking(self._fd, False)
        self.resize(80, 24)
        self.drawn = b""

    def resize(self, width: int, height: int) -> None:
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def send(self, data: bytes) -> None:
        """Send as fast as it is taken."""
        end = monotonic() + 60
        while data:
            assert monotonic() < end, "nothing is taken any more"
            self._turn(writing=True)
            try:
                data = data[os.write(self._fd, data[:1024]) :]
            except BlockingIOError:
                continue

    def see(self, words: str) -> None:
        """Wait until words are drawn."""
        end = monotonic() + 60
        while words not in _CONTROL.sub(b"", self.drawn).decode("utf-8", "ignore"):
            assert monotonic() < end, self.drawn[-2_000:]
            self._turn(writing=False)

    def close(self) -> None:
        os.close(self._fd)
        if running(self.pid):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)

    @property
    def resident(self) -> int:
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) << 10

    def _turn(self, *, writing: bool) -> None:
        ready, _, _ = select.select([self._fd], [self._fd] if writing else [], [], 0.05)
        if ready:
            self.drawn += os.read(self._fd, 1 << 16)


@pytest.fixture
def line(prison: Prison) -> Iterator[Line]:
    opened = Line(prison)
    yield opened
    opened.close()


def sign_in(line: Line) -> None:
    line.see("Tên đăng nhập")
    line.send(NAME.encode() + b"\r")
    line.see(NAME)
    line.send(PASSWORD.encode() + b"\r")
    line.see("Đơn vị (")


def test_bytes_before_anyone_has_signed_in_do_no_harm(prison: Prison, line: Line) -> None:
    line.see("Tên đăng nhập")
    for data in _BYTES:
        line.send(data)
    for size in ((0, 0), (1, 1), (65_535, 65_535), (65_535, 1), (80, 24)):
        line.resize(*size)
        line.send(b"\x1b[24~")
    line.drawn = b""
    line.send(b"\x1bOP")
    line.see("Quên mật khẩu")  # its help is there: it lives
    assert b"Traceback" not in line.drawn
    assert line.resident < _MOST
    prison.holds(line.pid, "")


def test_bytes_of_someone_signed_in_do_no_harm(prison: Prison, line: Line) -> None:
    """In a search, where everything is text, and on the largest screen."""
    sign_in(line)
    line.send(b"\x1bOQ")
    line.see("Tìm đơn vị")
    for data in _BYTES:
        line.send(data)
    line.resize(65_535, 65_535)
    line.drawn = b""
    line.send(b"\x1b\x1b[24~\x1bOP")
    line.see("chọn đơn vị")
    assert b"Traceback" not in line.drawn
    assert line.resident < _MOST
    prison.holds(line.pid, "")
