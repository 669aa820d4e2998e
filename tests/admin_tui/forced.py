"""A supervisor's way in as `deploy/ssh` lays it out, and the traces that a way out would leave."""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from feedback.domain.roles import Role
from feedback.services import people
from feedback.services.passwords import hashed
from feedback.services.places.lookup import unit_id
from hailong.founding import found
from hailong.home import open_home
from hailong.sampling import OFFICE_CODE, load

DEPLOY = Path(__file__).parents[2] / "deploy"
NAME, PASSWORD = "lan.giamsat", "mot hai ba bon"
_KEPT = {"TERM", "COLORTERM", "LANG", "PATH", "HAILONG_HOME"}
_WRITTEN = {"admin.log", "audit-head", "hailong.db-shm", "hailong.db-wal"}
"""What the terminal itself may add to its home."""
_PROMPT = re.compile(r"(?m)^\s*(>>>|\.\.\.|[\w@:~/.-]*[$#])( |$)|Traceback|sh-\d")


@dataclass
class Prison:
    """A home, the command that staff are forced to, and all that a caller could try to set."""

    home: Path
    outside: Path
    command: Path
    there: frozenset[str]
    """What stands in the home before anyone signs in."""

    @property
    def escaped(self) -> Path:
        """What each trick would make, if it worked."""
        return self.outside / "escaped"

    def environment(self) -> dict[str, str]:
        """What a caller sets who may set everything."""
        touch = f"touch {self.escaped}"
        hooks = self.outside / "hooks"
        switches = {
            "TEXTUAL": "debug,devtools", "TEXTUAL_DEBUG": "1", "TEXTUAL_ALLOW_SIGNALS": "1",
            "TEXTUAL_LOG": str(self.escaped), "TEXTUAL_DRIVER": "hook:Driver",
            "TEXTUAL_SCREENSHOT": "1", "TEXTUAL_SCREENSHOT_LOCATION": str(self.outside),
            "TEXTUAL_SCREENSHOT_FILENAME": "escaped", "TEXTUAL_PRESS": "ctrl+q",
            "PYTHONPATH": str(hooks), "PYTHONSTARTUP": str(hooks / "hook.py"), "PYTHONINSPECT": "1",
            "PYTHONWARNINGS": "all:0:antigravity.x:0:0", "PYTHONBREAKPOINT": "os.system",
            "PYTHONPYCACHEPREFIX": str(self.escaped), "PYTHONPROFILEIMPORTTIME": "1",
            "EDITOR": touch, "VISUAL": touch, "PAGER": touch, "BROWSER": touch, "SHELL": touch,
            "ENV": str(hooks / "hook.sh"), "BASH_ENV": str(hooks / "hook.sh"),
            "PS4": f"$({touch})", "SSH_ORIGINAL_COMMAND": touch, "HOME": str(self.outside),
            "HAILONG_HOME": str(self.outside), "HAILONG_KEYS_FILE": "/etc/passwd",
            "HAILONG_DATABASE_URL": f"sqlite:///{self.escaped}", "COLUMNS": "30000",
            "LINES": "30000", "TMPDIR": str(self.outside), "TERM": os.environ.get("TERM", "xterm"),
        }  # fmt: skip
        return {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"} | switches

    def inmate(self) -> int:
        """The process of the terminal, whoever started it."""
        home = f"HAILONG_HOME={self.home}\0".encode()
        for of in Path("/proc").glob("[0-9]*"):
            try:
                if _is_terminal(of) and home in of.joinpath("environ").read_bytes():
                    return int(of.name)
            except OSError:
                continue  # it ended meanwhile
        raise AssertionError("no terminal runs")

    def holds(self, pid: int, screen: str) -> None:
        """Fail where a trace is left: a file, another process, a prompt, a switch that came in."""
        assert not self.escaped.exists()
        assert sorted(one.name for one in self.outside.iterdir()) == ["hooks"]
        assert {one.name for one in self.home.iterdir()} - self.there <= _WRITTEN
        assert not _PROMPT.search(screen), screen
        assert children(pid) == [], screen
        self._alone(pid)

    def _alone(self, pid: int) -> None:
        of = Path(f"/proc/{pid}")
        assert _is_terminal(of)
        assert of.joinpath("cwd").readlink() == Path("/")
        core = next(x for x in of.joinpath("limits").read_text().splitlines() if "core" in x)
        assert core.split()[4:6] == ["0", "0"]
        given = of.joinpath("environ").read_bytes().decode().split("\0")
        assert {one.partition("=")[0] for one in given if one} - _KEPT <= {
            "PYTHONDONTWRITEBYTECODE",
            "PYTHONSAFEPATH",
        }
        assert [opened for opened in written(pid) if not self._may_hold(opened)] == []

    def _may_hold(self, opened: str) -> bool:
        own = (str(self.home), "/dev/pts/", "/dev/null")
        return opened.startswith((*own, "socket:", "pipe:", "anon_inode:"))


def _is_terminal(of: Path) -> bool:
    return of.joinpath("cmdline").read_bytes().endswith(b"/hailong\0admin\0")


def running(pid: int) -> bool:
    """Whether a process is there."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def written(pid: int) -> list[str]:
    """The files that a process has open and may write to."""
    found = []
    for fd in Path(f"/proc/{pid}/fd").iterdir():
        try:
            told = Path(f"/proc/{pid}/fdinfo/{fd.name}").read_text()
            if int(told.split("flags:")[1].split()[0], 8) & os.O_ACCMODE:
                found.append(os.readlink(fd))
        except OSError:
            continue  # it was closed meanwhile
    return found


def children(pid: int) -> list[str]:
    """What a process has started."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            told = stat.read_text()
        except OSError:
            continue  # it ended meanwhile
        if int(told.rpartition(")")[2].split()[1]) == pid:
            found.append(told)
    return found


@contextmanager
def imprisoned(folder: Path) -> Iterator[Prison]:
    """Make a home with the sample office, someone who supervises it, and the forced command."""
    home, outside, command = folder / "var", folder / "outside", folder / "terminal"
    _hooks(outside)
    told = (DEPLOY / "ssh" / "terminal").read_text("utf-8")
    for as_installed, here in (
        ("/var/lib/hailong", home),
        ("/opt/hailong/current/bin/hailong", Path(sys.executable).with_name("hailong")),
        ("/opt/hailong/current/deploy", DEPLOY),
    ):
        assert told.count(as_installed) == 1
        told = told.replace(as_installed, str(here))
    command.write_text(told, "utf-8")
    command.chmod(0o755)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HAILONG_HOME", str(home))
        found()
        with open_home() as opened:
            load(opened)
            with opened.store.work() as work:
                office = unit_id(work, OFFICE_CODE)
                at = (NAME, Role.SUPERVISOR, office, hashed(PASSWORD))
                people.add(work, opened.operator, *at, must_change=False)
    there = frozenset(one.name for one in home.iterdir())
    yield Prison(home, outside, command, there)
    shutil.rmtree(folder, ignore_errors=True)


def _hooks(outside: Path) -> None:
    hooks = outside / "hooks"
    hooks.mkdir(parents=True)
    touch = f"import pathlib; pathlib.Path({str(outside / 'escaped')!r}).touch()\n"
    for name in ("hook", "sitecustomize", "usercustomize", "textual"):
        (hooks / f"{name}.py").write_text(touch, "utf-8")
    (hooks / "hook.sh").write_text(f"touch {outside / 'escaped'}\n", "utf-8")
