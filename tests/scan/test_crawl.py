"""A stranger walks a real server from its first page on, and tries whatever a scanner tries.

``HAILONG_DEEP=1`` tries everything it knows, and combinations by chance for a minute; without it a
part, always the same.
"""

import json
import os
import random
import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from tests.scan import tricks
from tests.scan.forms import Offered
from tests.scan.judge import faults
from tests.scan.walk import Walk
from tests.scan.wire import Answer, Asked, ask
from tests.serving import SECRET, Server

DEEP = os.environ.get("HAILONG_DEEP") == "1"
TRIES = 700
MIXED = 20_000 if DEEP else 100
HOOKS = ["/hooks/telegram", "/hooks/zalo/oa", "/hooks/zalo/bot"]
_NETWORKS = count(1)

Form = tuple[Offered, tuple[str, str]]


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An office with the sample's ratings and all its doors open; the messengers do not answer."""
    nowhere = "http://127.0.0.1:9"
    server = Server(
        tmp_path_factory.mktemp("scanned") / "home",
        trusted_proxies="127.0.0.1/32",
        telegram_token="1234567:" + "a" * 35,
        telegram_api_base=nowhere,
        telegram_webhook_secret=SECRET,
        zalo_oa_id="388613280878808645",
        zalo_oa_app_id="1234567890123456789",
        zalo_oa_app_secret=SECRET,
        zalo_oa_secret_key=SECRET,
        zalo_oa_api_base=nowhere,
        zalo_oa_oauth_base=nowhere,
        zalo_bot_token="1234567:" + "b" * 35,
        zalo_bot_webhook_secret=SECRET,
        zalo_bot_api_base=nowhere,
    )
    server.command("init", "--yes")
    server.command("sample", "load")
    server.start()
    yield server
    server.kill()


class Stranger:
    """Asks, and keeps what was wrong with the answers."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.wrong: list[str] = []
        self.came: Counter[str] = Counter()

    def ask(self, asked: Asked) -> Answer:
        """Ask from a network of one's own: wrong numbers of one network are slowed."""
        network = next(_NETWORKS)
        claimed = f"{10 + network % 80}.{network // 80 % 250}.{network // 20_000 % 250}.1"
        own = (*asked.headers, ("X-Forwarded-For", claimed))
        answer = ask(self._port, asked if asked.bare else replace(asked, headers=own))
        self.came[f"{answer.status // 100}xx"] += 1
        for fault in faults(asked, answer):
            self.wrong.append(f"{answer.status} {fault}: {str(asked)[:300]}")
        return answer

    def ask_all(self, tries: list[Asked]) -> None:
        with ThreadPoolExecutor(4) as hands:
            list(hands.map(self.ask, tries))


def seeds(product: Server) -> list[str]:
    """What a stranger may know: the first page, a poster, a tablet left alone, a slip of paper."""
    rows = json.loads(product.command("desks", "list", "--json"))["rows"]
    desk, code = rows[0], rows[0]["code"]
    tablet = product.command("desks", "tablet", code, "--json")
    found = re.search(r"/tablet/[A-Za-z0-9_.-]+", tablet)
    assert found
    known = [f"/q/{desk['token']}", f"/{code}", f"/case/{desk['token']}", found[0]]
    machines = ["/healthz", "/readyz", "/metrics", "/favicon.ico", "/robots.txt", *HOOKS]
    return ["/", *known, "/kiosk", "/case", "/t", "/privacy", "/f/AAAA", "/nothing/here", *machines]


def mixed(tried: list[Asked], chance: random.Random) -> Iterator[Asked]:
    """Put two tricks together, and spoil some bytes."""
    for _ in range(MIXED):
        one, other = chance.choice(tried), chance.choice(tried)
        headers = (*one.headers, *other.headers)
        body = bytearray(one.body or other.body)[:20_000]
        for _ in range(chance.randrange(4) if body else 0):
            body[chance.randrange(len(body))] = chance.randrange(256)
        method = chance.choice([one.method, other.method, "POST"])
        yield Asked(method, one.target, headers, bytes(body))


def all_tricks(walk: Walk) -> list[Asked]:
    targets = list(dict.fromkeys(walk.targets.values()))
    forms: list[Form] = [(form, (shape[-2], shape[-1])) for shape, form in walk.forms.items()]
    tried = [*tricks.on_targets(targets), *tricks.on_bodies(targets), *tricks.on_forms(forms)]
    chance = random.Random(7)
    some = tried if DEEP else chance.sample(tried, TRIES)
    return [*some, *mixed(tried, chance)]


def test_a_stranger_finds_nothing(product: Server) -> None:
    """No failure, no trace of the inside, every header there, nothing reflected, no way out."""
    stranger = Stranger(product.port)
    walk = Walk(stranger.ask).from_(seeds(product))
    assert len(walk.targets) > 15
    assert len(walk.forms) > 12
    stranger.ask_all(all_tricks(walk))
    print(f"\n{sum(stranger.came.values())} requests: {dict(sorted(stranger.came.items()))}")
    assert stranger.came["2xx"] > 100
    assert not stranger.wrong, "\n".join(w[:260] for w in stranger.wrong[:40])
    log = Path(product.home / "serve.log").read_text("utf-8")
    assert "page failed" not in log
    assert "Traceback" not in log
    assert product.ready()
