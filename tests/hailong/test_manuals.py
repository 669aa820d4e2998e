"""The Vietnamese manuals: every command in them is run, in the order in which an office meets them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.serving import Server

FILES = "/srv/hailong"
BACKUPS = "/var/backups/hailong"
MANUALS = Path(__file__).parents[2] / "docs" / "vi"
ORDER = ("cai-dat", "dan-bang-ma", "hang-ngay", "thanh-tra", "khi-hong", "lanh-dao-don-vi")
_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ANY = re.compile(r"^```(\w*)\n", re.MULTILINE)


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> tuple[Server, Path]:
    """A home in which an office begins, and `sudo` and `hailong` as they are on its machine."""
    folder = tmp_path_factory.mktemp("manuals")
    server = Server(folder / "home")
    server.command("init", "--yes")
    programs = folder / "bin"
    programs.mkdir()
    for name, body in (
        ("sudo", 'exec "$@"'),
        ("hailong", _wrapper(server.home, folder)),
    ):
        (programs / name).write_text(f"#!/bin/sh\n{body}\n", "utf-8")
        (programs / name).chmod(0o755)
    for each in ("files", "elsewhere", "backups"):
        (folder / each).mkdir()
    return server, folder


def _wrapper(home: Path, folder: Path) -> str:
    """Give the command as it is installed, but for the account and the places of this machine."""
    told = (MANUALS.parents[1] / "deploy" / "hailong").read_text("utf-8")
    hailong = folder / "hailong"
    hailong.write_text(f'#!/bin/sh\nexec {sys.executable} -m hailong.cli "$@"\n', "utf-8")
    hailong.chmod(0o755)
    for installed, here in (
        ("home=/var/lib/hailong", f"home={home}"),
        ("run=/opt/hailong/current/bin/hailong", f"run={hailong}"),
        ("settings=/opt/hailong/current/deploy", f"settings={MANUALS.parents[1] / 'deploy'}"),
        ('[ "$(id -u)" != 0 ]', "false"),
    ):
        assert told.count(installed) == 1
        told = told.replace(installed, here)
    return told.replace("runuser -u hailong -- ", "")


def test_every_manual_is_in_the_order() -> None:
    assert {path.stem for path in MANUALS.glob("*.md")} == set(ORDER)


@pytest.mark.parametrize("name", ORDER)
def test_blocks_say_whether_they_are_run(name: str) -> None:
    """What only the machine itself could run stands in a block of plain text."""
    text = (MANUALS / f"{name}.md").read_text("utf-8")
    fences = _ANY.findall(text)
    assert set(fences) <= {"sh", "text", ""}
    plain = re.findall(r"^```text\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    known = {"restore"}  # needs an empty home and a backup: it has tests of its own
    for block in plain:
        assert set(re.findall(r"sudo hailong ([a-z]+)", block)) <= known


def test_every_command_works_as_written(machine: tuple[Server, Path]) -> None:
    server, folder = machine
    environ = {
        **os.environ,
        **server.environment(),
        "PATH": f"{folder / 'bin'}:/usr/bin:/bin",
        "PYTHONPATH": str(MANUALS.parents[1]),
    }
    for name in ORDER:
        text = (MANUALS / f"{name}.md").read_text("utf-8")
        where = folder / "elsewhere"
        for block in _BLOCK.findall(text):
            where = folder / "files" if f"cd {FILES}" in block else where
            here = block.replace(FILES, f"{folder}/files").replace(BACKUPS, f"{folder}/backups")
            done = subprocess.run(
                ["bash", "-euo", "pipefail", "-c", here],
                cwd=where,
                env=environ,
                capture_output=True,
                text=True,
                timeout=120,
                check=False,
            )
            assert done.returncode == 0, f"{name}: {block}\n{done.stdout}\n{done.stderr}"
            assert "Traceback" not in done.stderr
    assert not list((folder / "elsewhere").iterdir()), "a file where the program may not write"


def test_manuals_speak_as_the_product_speaks() -> None:
    for path in MANUALS.glob("*.md"):
        text = path.read_text("utf-8")
        assert "quý khách" not in text.lower()
        assert "PIN" not in text
        assert len(text.splitlines()) <= 130, path.name
