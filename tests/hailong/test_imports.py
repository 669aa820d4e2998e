"""Short commands and the terminal import no messenger's library, and --help next to nothing."""

import subprocess
import sys

import pytest

HEAVY = ("aiogram", "telegram", "aiohttp")


def loaded(code: str) -> set[str]:
    """Run code in a fresh interpreter and name the packages that it loaded."""
    script = f"{code}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    return set(done.stdout.split())


def test_help_imports_next_to_nothing() -> None:
    names = loaded("import hailong.cli as c\ntry: c.root.main(['--help'])\nexcept SystemExit: pass")
    assert "click" in names
    assert not names & {*HEAVY, "sqlalchemy", "textual", "rich", "pydantic", "alembic", "PIL"}


@pytest.mark.parametrize("module", ["hailong.commands.admin", "admin_tui.app"])
def test_the_terminal_imports_no_messenger(module: str) -> None:
    names = loaded(f"import {module}")
    assert not names & {*HEAVY, "sqlalchemy", "bot"}


@pytest.mark.parametrize("command", ["index", "units", "desks", "staff", "keys", "qr"])
def test_short_commands_import_no_messenger(command: str) -> None:
    names = loaded(f"import hailong.commands.{command}, hailong.home")
    assert not names & {"aiogram", "telegram"}
