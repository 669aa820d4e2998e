"""Measure the time to the first painted screen of `hailong admin` beside a bare Textual app, and of
`hailong --help` beside a bare Python, in one run. It never compares with a figure of another day.
"""

import argparse
import fcntl
import json
import os
import pty
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable

PAINT, HELP = 1.5, 25.0
ROUNDS = 9
_PATIENCE = 60.0
_QUIT = b"\x11"
BARE_APP = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("PAINTED")

Bare().run()
"""


def painted(command: list[str], marker: str, environ: dict[str, str]) -> float:
    """Start a command on a terminal of 80 by 24; give the seconds until a text is on it."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    begun = time.perf_counter()
    child = subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=slave, env=environ, start_new_session=True
    )
    os.close(slave)
    seen = _read(master, marker.encode())
    taken = time.perf_counter() - begun
    if marker not in seen.decode(errors="replace"):
        sys.exit(f"{command} ended without painting {marker!r}:\n{seen.decode(errors='replace')}")
    os.write(master, _QUIT)
    _read(master, None)
    child.wait(_PATIENCE)
    os.close(master)
    return taken


def _read(master: int, wanted: bytes | None) -> bytes:
    """Read until something was seen, or until the other side is closed."""
    seen = b""
    while wanted is None or wanted not in seen:
        try:
            seen += os.read(master, 65536)
        except OSError:
            break
    return seen


def finished(command: list[str], environ: dict[str, str]) -> float:
    """Give the seconds that a command takes from start to end."""
    begun = time.perf_counter()
    subprocess.run(command, env=environ, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def in_turns(rounds: int, *measured: Callable[[], float]) -> list[float]:
    """Measure in turns; give the least of each, since what else runs here can only add."""
    # Once for nothing: it writes the bytecode and fills the system's caches.
    for measure in measured:
        measure()
    taken = [[measure() for measure in measured] for _ in range(rounds)]
    return [min(one) for one in zip(*taken, strict=True)]


def main() -> int:
    """Print the figures as JSON; exit 1 when one is not reached."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    rounds = parser.parse_args().rounds
    python = sys.executable
    with tempfile.TemporaryDirectory() as home:
        environ = {
            **os.environ,
            "HAILONG_HOME": f"{home}/var",
            "TERM": "xterm-256color",
            # As installed, where the bytecode is there: else compiling would be all that is
            # measured.
            "PYTHONDONTWRITEBYTECODE": "",
        }
        hailong = [python, "-m", "hailong.cli"]
        subprocess.run([*hailong, "init", "--yes"], env=environ, check=True, capture_output=True)
        bare, admin = in_turns(
            rounds,
            lambda: painted([python, "-c", BARE_APP], "PAINTED", environ),
            lambda: painted([*hailong, "admin"], "HÀI LÒNG", environ),
        )
        nothing, helped = in_turns(
            rounds,
            lambda: finished([python, "-c", "pass"], environ),
            lambda: finished([*hailong, "--help"], environ),
        )
    figures = {
        "bare_textual_s": round(bare, 3),
        "admin_s": round(admin, 3),
        "paint_ratio": round(admin / bare, 2),
        "python_pass_s": round(nothing, 4),
        "help_s": round(helped, 4),
        "help_ratio": round(helped / nothing, 1),
    }
    print(json.dumps(figures))
    return 0 if admin / bare <= PAINT and helped / nothing <= HELP else 1


if __name__ == "__main__":
    sys.exit(main())
