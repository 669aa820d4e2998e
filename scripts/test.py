"""Runs every check of the house, and installs what they need beside Python where it may."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from scripts import trying

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
NEEDS = {
    "chromium": ("chromium", "the pages in a real browser"),
    "chromedriver": ("chromium-driver", "the pages in a real browser"),
    "tmux": ("tmux", "the terminal in a real terminal"),
    "faketime": ("faketime", "clocks that are wrong"),
    "nginx": ("nginx-light", "the file for nginx"),
    "caddy": ("caddy", "the file for Caddy"),
    "visudo": ("sudo", "the file for sudo"),
    "sshd": ("openssh-server", "staff who come in over SSH"),
    "ssh": ("openssh-client", "staff who come in over SSH"),
    "systemd-analyze": ("systemd", "the service's files"),
}
PATHS = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"])
# One worker more than a small machine has cores, since many tests wait for a process of their own;
# files go in their own order, lest the longest ones, which hold a single test, be left for the end.
PYTEST = ("-q", "-n", "3", "--dist", "loadfile", "--no-loadscope-reorder", "--durations=30")
LINT = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports", "--no-cache"),
)


def main() -> int:
    """Run the checks in turn; stop at the first that fails."""
    os.chdir(ROOT)
    # Hundreds of commands are started: without what was compiled each would compile all anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    for check in LINT:
        if not _run(str(BIN / check[0]), *check[1:]):
            return 1
    if "--lint" in sys.argv:
        return 0
    left_out = _provide()
    if left_out and os.environ.get("CI") == "true":
        print(f"CI leaves nothing out, but this cannot run here: {left_out}", file=sys.stderr)
        return 1
    passed = trying.passes(*PYTEST, folder=ROOT)
    for reason in left_out:
        print(f"LEFT OUT: {reason}", file=sys.stderr)
    return 0 if passed else 1


def _provide() -> list[str]:
    """Install missing programs with apt where this is root; name what stays missing."""
    missing = [name for name in NEEDS if not _has(name)]
    if missing and shutil.which("apt-get") and os.geteuid() == 0:
        packages = sorted({NEEDS[name][0] for name in missing})
        print(f"installing {' '.join(packages)} ...", flush=True)
        _quietly("apt-get", "update", "-q")
        _quietly("apt-get", "install", "-qy", "--no-install-recommends", *packages)
    return [f"{NEEDS[name][1]}: {name} is not here" for name in missing if not _has(name)]


def _has(name: str) -> bool:
    return shutil.which(name, path=PATHS) is not None


def _quietly(*command: str) -> None:
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, env=env, stdout=subprocess.DEVNULL, check=False)


def _run(*command: str) -> bool:
    shown = " ".join([Path(command[0]).name, *command[1:]])
    print(f"--- {shown}", flush=True)
    started = time.monotonic()
    done = subprocess.run(command, check=False)
    print(f"--- {shown}: {time.monotonic() - started:.0f} s", flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
