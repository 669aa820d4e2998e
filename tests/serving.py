"""A real `hailong serve` in a process of its own, which a test may kill and start again."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tests import nursery

OFFICE = (
    "code,name,kind,parent_code,group,valid_from,valid_to\nAB,Xã An Bình,commune,,,2025-07-01,\n"
)
DESKS = "unit_code,name,service_codes,languages\nAB,Quầy 1,,\nAB,Quầy 2,,\nAB,Quầy 3,,\n"
SECRET = "a-secret-of-the-hook"


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """The product in a home of its own, driven by commands alone."""

    def __init__(self, home: Path, **settings: str) -> None:
        self.home = home
        self.move(free_port())
        self.words: tuple[str, ...] = ()
        self.settings = settings
        self.process: subprocess.Popen[bytes] | None = None

    def move(self, port: int) -> None:
        """Listen there from the next start on."""
        self.port = port
        self.url = f"http://127.0.0.1:{port}"

    def environment(self) -> dict[str, str]:
        clean = {k: v for k, v in os.environ.items() if not k.startswith("HAILONG_")}
        own = {"HAILONG_HOME": str(self.home), "HAILONG_PUBLIC_URL": self.url}
        return clean | own | {f"HAILONG_{k.upper()}": v for k, v in self.settings.items()}

    def command(self, *words: str, text: str = "", code: int = 0) -> str:
        """Run a command to its end and give its standard output."""
        done = self.run(*words, text=text)
        assert done.returncode == code, (words, done.returncode, done.stdout, done.stderr)
        return done.stdout

    def run(
        self, *words: str, text: str = "", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a command to its end and give how it ended."""
        return nursery.run(list(words), self.environment() | environment, text)

    def found(self) -> None:
        """Make the home, with an office of three desks."""
        self.command("init", "--yes")
        (self.home / "units.csv").write_text(OFFICE, "utf-8")
        (self.home / "desks.csv").write_text(DESKS, "utf-8")
        self.command("units", "import", str(self.home / "units.csv"))
        self.command("desks", "import", str(self.home / "desks.csv"))

    def start(self, *, whole: bool = True, workers: int = 1) -> None:
        """Start serving and wait until it can store, or only answers where it is not whole."""
        log = (self.home / "serve.log").open("ab")
        words = ["serve", "--port", str(self.port), "--workers", str(workers), *self.words]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "hailong.cli", *words],
            env=self.environment(),
            stdout=log,
            stderr=log,
        )
        log.close()
        deadline = time.monotonic() + 90
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise AssertionError(self.log())
            if self.ready() if whole else self.answers("/healthz"):
                return
            time.sleep(0.05)
        raise AssertionError(f"not ready in time\n{self.log()}")

    def ready(self) -> bool:
        """Ask whether it can store."""
        return self.answers("/readyz")

    def answers(self, path: str) -> bool:
        """Ask for a page, and say whether it was given."""
        try:
            with urllib.request.urlopen(f"{self.url}{path}", timeout=2) as answer:
                return answer.status == 200
        except OSError:
            return False

    def log(self) -> str:
        return (self.home / "serve.log").read_text("utf-8")

    def kill(self) -> None:
        """Kill it without any warning."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """Ask it to stop and give its exit code."""
        return self._end(signal.SIGTERM)

    def _end(self, number: int) -> int:
        if self.process is None:
            return 0
        self.process.send_signal(number)
        code = self.process.wait(30)
        self.process = None
        return code
