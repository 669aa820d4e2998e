"""Resident memory of `hailong serve` after 100,000 updates beside that after 10,000.

``python -m benchmarks.memory [--first N] [--last N]`` prints one JSON document; wanted is a
ratio of at most 1.10.
"""

import argparse
import json
import tempfile
from pathlib import Path

from benchmarks.webhook import SECRET, desk_tokens, resident, serving
from benchmarks.webhook_baseline import post


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="resident memory of the server")
    parser.add_argument("--first", type=int, default=10_000)
    parser.add_argument("--last", type=int, default=100_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder), None) as (url, env):
        tokens = desk_tokens(Path(folder), env)
        hook = f"{url}/hooks/telegram"
        post(hook, SECRET, options.first, 64, tokens)
        early = resident(env)
        post(hook, SECRET, options.last - options.first, 64, tokens)
        late = resident(env)
    ratio = round(late / early, 3) if early else None
    print(json.dumps({"early_kib": early, "late_kib": late, "ratio": ratio}))


if __name__ == "__main__":
    main()
