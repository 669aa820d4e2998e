"""Someone who supervises sits at the forced command and tries to get out, on a real terminal."""

import os
import shutil
import signal
import string
from collections.abc import Iterator
from time import monotonic, sleep

import pytest

from tests.admin_tui.forced import NAME, PASSWORD, Prison, running
from tests.admin_tui.tmux import Terminal

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed"),
]
_LEAVING = {"C-q", "C-o", "F4", "F10"}
"""What ends the terminal or signs out: rightly, and tried by itself."""
_CONTROL = [f"C-{letter}" for letter in string.ascii_lowercase] + ["C-\\", "C-]", "C-^", "C-_"]
_OTHERS = ["M-x", "M-:", "C-Space", "IC", "BTab"]
_KEYS = [
    key for key in (*_CONTROL, *(f"F{n}" for n in range(1, 13)), *_OTHERS) if key not in _LEAVING
]
_TYPED = (":!sh", "!id", "`id`", "$(id)", "|sh", "import os", "%run", "~.", "\\!sh", "/etc/passwd")
_SEQUENCES = (
    "\x1b]52;c;aWQK\x1b\\", "\x1b]8;;file:///etc/passwd\x1b\\x\x1b]8;;\x1b\\", "\x1bP+q544e\x1b\\",
    "\x1b]0;id\x1b\\", "\x1b[21t", "\x1b[6n", "\x1b[5i", "\x1b[200~:!sh\r\x1b[201~", "\x1b[201~\x1a",
    "\x1b[<0;5;5M\x1b[<0;5;5m", "\x1b[48;9999;9999;0;0t", "\x1b[99999999999;1u", "\x1b[26;5u",
)  # fmt: skip
_DROPPED = ("/etc/passwd", "file:///etc/passwd", "'/tmp/a b.sh'\n", "rm -rf /\nid\n")


@pytest.fixture
def terminal(prison: Prison, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    """The forced command, as sshd starts it: by the shell of the account."""
    socket = tmp_path_factory.mktemp("t") / "s"
    opened = Terminal(socket, f"exec {prison.command}", prison.environment(), prison.outside)
    yield opened
    opened.close()


def tried(prison: Prison, terminal: Terminal, *keys: str) -> None:
    """Press keys, each time coming back by Escape from wherever it leads, and look for traces.

    F12 leads nowhere: it keeps an Escape apart from what follows, as a person's slowness does.
    """
    terminal.keys(*(one for key in keys for one in (key, "F12", "Escape", "F12")))
    terminal.until(lambda _: terminal.still)
    prison.holds(terminal.pid, terminal.text)


def reach(terminal: Terminal, key: str, words: str) -> None:
    """Come from wherever one is to where a key leads."""
    for _ in range(4):
        terminal.keys("Escape", "F12", key)
        if terminal.shows(words):
            return
    terminal.see(words)


def press(terminal: Terminal, key: str, words: str) -> None:
    """Press a key until it leads where it should, as a person does after all that."""
    for _ in range(4):
        terminal.keys(key)
        if terminal.shows(words):
            return
    terminal.see(words)


def sign_in(terminal: Terminal) -> None:
    terminal.see("Tên đăng nhập")
    terminal.type(NAME)
    terminal.keys("Enter")
    terminal.type(PASSWORD)
    terminal.keys("Enter")
    terminal.see("Đơn vị (", "F6 Việc")


def leave(prison: Prison, terminal: Terminal) -> None:
    """Go, and find nothing where the terminal was."""
    terminal.keys("F10")
    last = terminal.until(lambda _: terminal.left)
    assert "Traceback" not in last
    assert not prison.escaped.exists()


def test_nothing_opens_before_anyone_has_signed_in(prison: Prison, terminal: Terminal) -> None:
    """Nor while it starts, when the keys still mean what a shell makes of them."""
    end = monotonic() + 10
    while "Tên đăng nhập" not in terminal.text and monotonic() < end:
        terminal.keys("C-z", "C-\\", "C-c")
    terminal.see("Tên đăng nhập")
    tried(prison, terminal, *_KEYS)
    for typed in (*_TYPED, *_SEQUENCES):
        terminal.type(typed)
    tried(prison, terminal, "Enter", "Enter")
    leave(prison, terminal)


def test_a_supervisor_stays_inside_from_sign_in_to_leaving(
    prison: Prison, terminal: Terminal
) -> None:
    sign_in(terminal)
    prison.holds(terminal.pid, terminal.text)
    tried(prison, terminal, *_KEYS)
    in_the_palette(prison, terminal)
    in_the_editor(prison, terminal)
    for size in ((1, 1), (2, 50), (300, 1), (80, 24)):
        terminal.resize(*size)
    terminal.see("F1 ")
    prison.holds(terminal.pid, terminal.text)
    leave(prison, terminal)


def in_the_palette(prison: Prison, terminal: Terminal) -> None:
    """Only what the role may do is found there, nothing of the toolkit's own."""
    for words in ("screenshot", "python", "shell", "theme", "chup man hinh", "tep", "!sh"):
        reach(terminal, "C-p", "Gõ để tìm lệnh")
        terminal.type(words)
        terminal.see("Không có lệnh nào khớp")
        terminal.keys("Enter")
    tried(prison, terminal, "Escape")


def in_the_editor(prison: Prison, terminal: Terminal) -> None:
    """Where an answer is written, everything is text."""
    reach(terminal, "F6", "HS-")
    terminal.keys("Enter")
    terminal.see("Người gửi", "F2 Trả lời")
    terminal.keys("F2")
    terminal.see("Người dân sẽ đọc")
    for typed in (*_TYPED, *_SEQUENCES):
        terminal.type(typed)
        terminal.keys("Enter")
    for dropped in (*_DROPPED, *_SEQUENCES):
        terminal.paste(dropped)
    terminal.see("rm -rf /")
    # A key in the middle of what was dropped is taken for a part of it, as in any terminal.
    terminal.until(lambda _: terminal.still)
    for key, words in (
        ("C-g", "Telex"),
        ("F5", "import os"),
        ("F6", "Người dân viết"),
        ("F3", "Mẫu trả lời"),
    ):
        press(terminal, key, words)
        prison.holds(terminal.pid, terminal.text)
        terminal.keys("Escape")
        terminal.lose(words)
    tried(prison, terminal, "C-z", "C-\\", "C-c", "C-x", "M-x", "C-y")


def test_a_line_that_breaks_leaves_nothing_behind(prison: Prison, terminal: Terminal) -> None:
    """Stopping it by signals does nothing; when the terminal goes, so does the process."""
    sign_in(terminal)
    pid = terminal.pid
    for number in (signal.SIGTSTP, signal.SIGQUIT, signal.SIGINT, signal.SIGWINCH):
        os.kill(pid, number)
    tried(prison, terminal, "F1")
    terminal.close()
    end = monotonic() + 20
    while running(pid):
        assert monotonic() < end, "it goes on without a terminal"
        sleep(0.05)  # it is no child of ours: there is nothing to wait on
    assert not prison.escaped.exists()
