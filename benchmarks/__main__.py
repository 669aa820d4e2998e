"""Runs every benchmark in turn: ``make bench``. Takes several minutes."""

import subprocess
import sys

MODULES = (
    ("benchmarks.webhook", "--postgres"),
    ("benchmarks.memory",),
    ("benchmarks.index",),
    ("benchmarks.queues",),
    ("benchmarks.posters",),
    ("benchmarks.first_paint",),
)


def main() -> int:
    """Run each in a process of its own; give how many failed."""
    failed = 0
    for module, *options in MODULES:
        print(f"\n=== {module}", flush=True)
        done = subprocess.run([sys.executable, "-m", module, *options], check=False)
        failed += done.returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
