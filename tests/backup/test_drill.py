"""The drill: fifty updates a second, a backup meanwhile, the machine destroyed, another stands up."""

import json
import shutil
import threading
import time
import urllib.request
from pathlib import Path

import pytest

from tests.backup.test_commands import get
from tests.serving import SECRET, Server
from tests.telegram.updates import NOON

PERSON = 6_000_000_000
RATE = 50


class Crowd:
    """Citizens who open a poster and tap a level, two updates each, at a steady rate."""

    def __init__(self, url: str, token: str) -> None:
        self._url = url
        self._token = token
        self._stop = threading.Event()
        self.taken: list[int] = []
        self.slowest = 0.0
        self._enough = threading.Semaphore(0)
        self._threads = [threading.Thread(target=self._come, args=(n,)) for n in range(4)]

    def __enter__(self) -> "Crowd":
        self._begun = time.monotonic()
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def wait_for(self, more: int) -> None:
        """Wait until so many more citizens were taken in."""
        for _ in range(more):
            assert self._enough.acquire(timeout=60)

    def _come(self, lane: int) -> None:
        n = lane
        while not self._stop.is_set():
            due = self._begun + n * 2 / RATE
            if self._stop.wait(max(0.0, due - time.monotonic())):
                return
            if self._says(n, 0, f"/start {self._token}") and self._says(n, 1, "5"):
                self.taken.append(n)
                self._enough.release()
            n += len(self._threads)

    def _says(self, n: int, step: int, words: str) -> bool:
        who = {"id": PERSON + n, "is_bot": False, "first_name": "Lan", "language_code": "vi"}
        chat = {"id": PERSON + n, "first_name": "Lan", "type": "private"}
        message = {"message_id": step + 1, "from": who, "chat": chat, "date": NOON, "text": words}
        body = json.dumps({"update_id": n * 2 + step + 1, "message": message}).encode()
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}
        begun = time.monotonic()
        try:
            request = urllib.request.Request(f"{self._url}/hooks/telegram", body, headers)
            with urllib.request.urlopen(request, timeout=10) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False
        finally:
            self.slowest = max(self.slowest, time.monotonic() - begun)


@pytest.mark.slow
def test_everything_up_to_the_backup_is_there_elsewhere(tmp_path: Path) -> None:
    """Whatever was answered with 200 before the backup began; figures, posters, record: whole."""
    office = Server(
        tmp_path / "home",
        telegram_token="123456:of-a-test",
        telegram_webhook_secret=SECRET,
        telegram_username="office_bot",
        telegram_api_base="http://127.0.0.1:9",
    )
    office.found()
    desk = json.loads(office.command("desks", "list", "--json"))["rows"][0]
    office.start()
    path = tmp_path / "office.backup"
    try:
        with Crowd(office.url, desk["token"]) as crowd:
            crowd.wait_for(50)
            before = len(crowd.taken)
            (made,) = json.loads(office.command("backup", str(path), "--json"))["rows"]
            after = len(crowd.taken)
            crowd.wait_for(10)
    finally:
        office.kill()
    keys = (office.home / "keys.toml").read_bytes()
    shutil.rmtree(office.home)
    there = Server(tmp_path / "there")
    there.home.mkdir(mode=0o700)
    (there.home / "keys.toml").write_bytes(keys)
    done = json.loads(there.command("restore", str(path), "--json"))
    assert before <= made["ratings"] <= after + 4
    assert done["tables"]["rating"] == made["ratings"]
    (index,) = json.loads(there.command("index", "--unit", "AB", "--json"))["rows"]
    assert index["n"] == made["ratings"]
    there.start()
    assert get(f"{there.url}/q/{desk['token']}")[0] == 200
    there.stop()
    assert json.loads(there.command("audit", "verify", "--json"))["ok"] is True
    print(f"before {before}, in the backup {made['ratings']}, slowest {crowd.slowest:.2f} s")
