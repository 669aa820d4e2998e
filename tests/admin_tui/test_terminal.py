"""The real command on a real terminal, with a real home: what a person at a desk would see."""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from feedback.domain.channels import Channel
from feedback.domain.days import local_day
from feedback.domain.given import Giver, LevelGiven
from feedback.domain.ids import Person
from feedback.domain.scale import Level
from feedback.services import intake, places, samples
from feedback.services.places.lookup import unit_id
from tests import nursery
from tests.admin_tui.tmux import Terminal

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed"),
]
OWN = "mot mat khau dai"
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A home with the sample office, and the first admin's password."""
    path = tmp_path_factory.mktemp("home") / "var"
    password = json.loads(_hailong(path, "init", "--yes", "--json"))["rows"][0]["password"]
    _hailong(path, "sample", "load")
    return path, password


def _hailong(home: Path, *arguments: str) -> str:
    done = nursery.run(list(arguments), {**os.environ, "HAILONG_HOME": str(home)})
    assert done.returncode == 0, done.stderr
    return done.stdout


def opened_at(folder: Path, home: Path, *size: int) -> Terminal:
    """Open the terminal as the operator would."""
    command = f"{sys.executable} -m hailong.cli admin; echo LEFT $?; cat"
    environ = {**os.environ, "HAILONG_HOME": str(home), "LANG": "C.UTF-8"}
    width, height = size
    return Terminal(folder / "s", command, environ, ROOT, (width, height))


@pytest.fixture
def terminal(
    home: tuple[Path, str],
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Terminal]:
    opened = opened_at(tmp_path_factory.mktemp("t"), home[0], *request.param)
    yield opened
    opened.close()


def _rate(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """Give a rating at the sample office from another process's point of view."""
    from hailong.home import open_home

    monkeypatch.setenv("HAILONG_HOME", str(home))
    with open_home() as opened, opened.store.work() as work:
        desk = places.desks_of(work, unit_id(work, samples.OFFICE))[0]
        giver = Giver(Person(os.urandom(16)), desk.id, local_day(work.now))
        at = work.now - timedelta(seconds=1)
        intake.record(work, [LevelGiven(giver, desk, Level(5), at, Channel.WEB, "1")])


@pytest.mark.parametrize("terminal", [(80, 24)], indirect=True)
def test_a_first_evening_at_the_terminal(
    terminal: Terminal, home: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sign in, take a password of one's own, look around, see a rating arrive, leave."""
    path, password = home
    terminal.see("HÀI LÒNG", "Tên đăng nhập")
    terminal.type("admin")
    terminal.keys("Enter")
    terminal.type(password)
    terminal.keys("Enter")
    terminal.see("Đặt mật khẩu mới")
    for _ in range(2):
        terminal.type(OWN)
        terminal.keys("Enter")
    text = terminal.see("Tỉnh Mẫu", "MẪU", "trực tiếp")
    before = _count(text)
    _rate(monkeypatch, path)
    terminal.see(_spelled(before + 1), within=2.0)
    terminal.keys("Enter")
    terminal.see("Trang đơn vị", "Rất hài lòng", "Từng tháng")
    terminal.keys("2")
    terminal.see("Quầy (6)", "Hộ tịch")
    terminal.keys("C-f")
    terminal.see("Tìm đơn vị")
    terminal.type("an binh")
    terminal.see("2 kết quả")
    terminal.keys("Escape")
    terminal.lose("Tìm đơn vị")
    terminal.keys("C-g")
    terminal.see("Trợ giúp", "chuyển giữa các phần")
    terminal.keys("Escape")
    terminal.lose("chuyển giữa các phần")
    terminal.keys("C-z")
    terminal.keys("C-q")
    terminal.see("LEFT 0")


@pytest.mark.parametrize("terminal", [(120, 40)], indirect=True)
def test_a_wide_terminal_and_a_wrong_password(terminal: Terminal) -> None:
    terminal.see("HÀI LÒNG", "Tên đăng nhập")
    terminal.type("admin")
    terminal.keys("Enter")
    terminal.type("sai mat khau")
    terminal.keys("Enter")
    terminal.see("Tên hoặc mật khẩu chưa đúng")
    terminal.keys("F10")
    terminal.see("LEFT 0")


def test_a_home_that_is_not_there_is_told_kindly_and_to_the_operator(tmp_path: Path) -> None:
    terminal = opened_at(tmp_path, tmp_path / "nowhere", 80, 24)
    terminal.see("Tên đăng nhập")
    terminal.type("admin")
    terminal.keys("Enter")
    terminal.type(OWN)
    terminal.keys("Enter")
    terminal.see("Chưa đọc được dữ liệu")
    terminal.keys("C-q")
    text = terminal.see("LEFT 2")
    terminal.close()
    assert "Traceback" not in text
    assert "hailong init" in text.replace("\n", "")  # the path may be long


def _count(text: str) -> int:
    line = next(line for line in text.splitlines() if "Tỉnh Mẫu" in line)
    return int(line.split("MẪU")[1].split()[0].replace(".", ""))


def _spelled(n: int) -> str:
    return f"{n:,}".replace(",", ".")
