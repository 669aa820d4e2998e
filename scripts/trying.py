"""Runs pytest, and the few that failed once more alone: a test with real clocks, processes and a
browser may fail because the machine stood still. What failed twice has failed."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

MOST: Final = 3
"""More than so many at once are no accident, and are not tried again."""

_FAILED = 1
"""Pytest's code for tests that ran and failed; whatever else ended the run is final."""


def passes(*arguments: str, folder: Path) -> bool:
    """Run pytest in a folder and say whether every test passed, at the second time at the latest.

    Both times are told on the screen, so that nobody overlooks what failed once.
    """
    with tempfile.TemporaryDirectory() as kept:
        failures = Path(kept) / "failures"
        code = _pytest([*arguments, "--failures", str(failures)], folder)
        if code != _FAILED:
            return code == 0
        failed = failures.read_text("utf-8").splitlines()
    if len(failed) > MOST:
        return False
    print(f"--- failed beside the others, now once more alone: {', '.join(failed)}", flush=True)
    passed = _pytest(["-q", *failed], folder) == 0
    if passed:
        print(f"--- FAILED ONCE, PASSED ALONE: {', '.join(failed)}", flush=True)
    return passed


def _pytest(arguments: Sequence[str], folder: Path) -> int:
    shown = " ".join(["pytest", *arguments])
    print(f"--- {shown}", flush=True)
    started = time.monotonic()
    command = [sys.executable, "-m", "pytest", "-p", "scripts.failures", *arguments]
    code = subprocess.run(command, check=False, cwd=folder).returncode
    print(f"--- {shown}: {time.monotonic() - started:.0f} s", flush=True)
    return code
