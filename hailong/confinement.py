"""Keeps a process to itself: no other program, no core on a disk, no switch that its caller set, no
stopping by keys. It belongs to the terminal alone, since it cannot be undone."""

import ctypes
import os
import resource
import signal
import sys
from collections.abc import MutableMapping

# It says how many colours a terminal shows, and steers nothing else.
_KEPT = frozenset({"TEXTUAL_COLOR_SYSTEM"})
# What a caller can send through sudo or SSH, and what would steer the toolkit or the interpreter.
_KINDS = ("TEXTUAL", "PYTHON", "LD_", "SSH_", "JUPYTER_", "TTY_")
_SWITCHES = frozenset(
    {"BROWSER", "COLUMNS", "EDITOR", "LINES", "PAGER", "ROWS", "SHELL", "VISUAL", "XDG_CONFIG_HOME"}
)
_ELSEWHERE = frozenset(
    {
        "os.exec",
        "os.fork",
        "os.forkpty",
        "os.posix_spawn",
        "os.startfile",
        "os.system",
        "pty.spawn",
        "subprocess.Popen",
        "webbrowser.open",
    }
)
_PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 4, 38  # prctl(2)


class NotAlone(RuntimeError):
    """The terminal starts no other program."""


def confine() -> None:
    """Confine this process for the rest of its life, before anything of the toolkit is imported."""
    forget_switches(os.environ)
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP):
        signal.signal(number, signal.SIG_IGN)
    os.umask(0o077)
    _leave_no_core()
    # An audit hook is never removed again, whatever code runs later.
    sys.addaudithook(_refuse)


def forget_switches(environ: MutableMapping[str, str]) -> None:
    """Drop what steers the toolkit, the interpreter or other programs; staff set their own."""
    for name in list(environ):
        if name in _SWITCHES or (name.startswith(_KINDS) and name not in _KEPT):
            del environ[name]


def _leave_no_core() -> None:
    # Keys and citizens' words stand in this memory; a core that is piped away minds no limit.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        prctl = ctypes.CDLL(None).prctl
        prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
        prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)


def _refuse(event: str, _: tuple[object, ...]) -> None:
    if event in _ELSEWHERE:
        raise NotAlone(event)
