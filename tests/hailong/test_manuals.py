"""The Vietnamese manuals: every command in them is run, in the order in which an office meets them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.serving import Server

MANUALS = Path(__file__).parents[2] / "docs" / "vi"
ORDER = ("cai-dat", "dan-bang-ma", "hang-ngay", "thanh-tra", "khi-hong", "lanh-dao-don-vi")
_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ANY = re.compile(r"^```(\w*)\n", re.MULTILINE)


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> tuple[Server, Path]:
    """A home in which an office begins, and `sudo` and `hailong` as they are on its machine."""
    folder = tmp_path_factory.mktemp("manuals")
    server = Server(folder / "home")
    server.found()
    programs = folder / "bin"
    programs.mkdir()
    for name, body in (
        ("sudo", 'exec "$@"'),
        ("hailong", f'exec {sys.executable} -m hailong.cli "$@"'),
    ):
        (programs / name).write_text(f"#!/bin/sh\n{body}\n", "utf-8")
        (programs / name).chmod(0o755)
    (folder / "desk").mkdir()
    return server, folder


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
        for block in _BLOCK.findall(text):
            done = subprocess.run(
                ["bash", "-euo", "pipefail", "-c", block],
                cwd=folder / "desk",
                env=environ,
                capture_output=True,
                text=True,
                timeout=120,
                check=False,
            )
            assert done.returncode == 0, f"{name}: {block}\n{done.stdout}\n{done.stderr}"
            assert "Traceback" not in done.stderr


def test_manuals_speak_as_the_product_speaks() -> None:
    for path in MANUALS.glob("*.md"):
        text = path.read_text("utf-8")
        assert "quý khách" not in text.lower()
        assert "PIN" not in text
        assert len(text.splitlines()) <= 130, path.name
