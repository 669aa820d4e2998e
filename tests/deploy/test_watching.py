"""The dashboard and the alerts ask for numbers that a real server gives."""

import json
import re
from contextlib import suppress
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.serving import Server

WATCHING = Path(__file__).parents[2] / "deploy" / "watching"
_NAME = re.compile(r"\bhailong_[a-z_]+")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What a real server tells after a page was asked for."""
    server = Server(tmp_path_factory.mktemp("watched") / "home")
    server.found()
    server.start()
    try:
        for path in ("/", "/q/EgFrMVhEH6IZTn_aJvMhlI2bcG1maQ", "/metrics"):
            with suppress(HTTPError):
                urlopen(f"{server.url}{path}", timeout=10).close()
        with urlopen(f"{server.url}/metrics", timeout=10) as answer:
            assert re.fullmatch("[0-9a-f]{16}", answer.headers["X-Request-Id"])
            return str(answer.read(), "utf-8")
    finally:
        server.stop()


def expressions() -> list[str]:
    board = json.loads((WATCHING / "dashboard.json").read_text("utf-8"))
    asked = [target["expr"] for panel in board["panels"] for target in panel["targets"]]
    rules = (WATCHING / "alerts.yml").read_text("utf-8")
    return asked + re.findall(r"^ +expr: (.+)$", rules, re.MULTILINE)


def test_every_number_asked_for_is_told(told: str) -> None:
    declared = set(re.findall(r"^# TYPE (\w+)", told, re.MULTILINE))
    asked = {name for expression in expressions() for name in _NAME.findall(expression)}
    assert asked
    for name in asked:
        base = re.sub(r"_(bucket|count|sum)$", "", name)
        assert {name, base, name.removesuffix("_total")} & declared, name


def test_nothing_told_names_a_desk_a_token_or_a_person(told: str) -> None:
    for line in told.splitlines():
        assert "/q/Eg" not in line
        labels = re.findall(r'(\w+)="([^"]*)"', line)
        assert {key for key, _ in labels} <= {
            "door", "outcome", "kind", "channel", "state", "what", "route", "status", "le",
        }  # fmt: skip


def test_what_one_machine_of_several_does_is_asked_of_all() -> None:
    """Each home knows its own backups only: the others must not sound an alarm for good."""
    asked = [one for one in expressions() if "hailong_last_backup" in one]
    assert len(asked) == 2
    assert all("max(hailong_last_backup_timestamp_seconds)" in one for one in asked)


def test_a_door_is_called_silent_for_hours_of_the_working_day_only() -> None:
    """Eight hours before the first moment it is asked, no office of Viet Nam has shut yet or opens."""
    (asked,) = [one for one in expressions() if "8 * 3600" in one]
    first, last = (int(hour) + 7 for hour in re.findall(r"hour\(\) [<>]= (\d+)", asked))
    assert (first - 8, last) == (8, 17)
