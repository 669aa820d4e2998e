"""`make demo-zalo`: both sides come up, know each other's addresses, and stop together."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.serving import free_port

pytestmark = pytest.mark.slow
PATIENCE = 60


def page(url: str) -> str:
    with urllib.request.urlopen(url, timeout=10) as answer:
        return answer.read().decode()


def test_the_demo_runs_with_both_addresses_and_stops_cleanly(tmp_path: Path) -> None:
    """The product's form leads to the simulated Zalo; one interrupt ends everything."""
    port = str(free_port())
    log = tmp_path / "log"
    clean = {key: value for key, value in os.environ.items() if not key.startswith("HAILONG_")}
    with log.open("wb") as out:
        demo = subprocess.Popen(
            [sys.executable, "-m", "tests.standins.demo", "--port", port, "--zalo-port", "0"],
            env=clean | {"HAILONG_HOME": str(tmp_path / "home")},
            stdout=out,
            stderr=out,
        )
    try:
        deadline = time.monotonic() + PATIENCE
        while "Official Account" not in (told := log.read_text("utf-8")):
            assert demo.poll() is None, told
            assert time.monotonic() < deadline, told
            time.sleep(0.1)
        chat = re.search(r"Official Account +(\S+)", told)[1]
        form = re.search(r"Form of this desk +(\S+)", told)[1]
        assert chat in page(form)
        assert f"make admin HAILONG_HOME={tmp_path / 'home'} " in told
        assert "Tin nhắn" in page(chat)
    finally:
        demo.send_signal(signal.SIGINT)
        assert demo.wait(20) == 0, log.read_text("utf-8")
    with pytest.raises(OSError, match="refused"):
        page(f"http://127.0.0.1:{port}/healthz")
