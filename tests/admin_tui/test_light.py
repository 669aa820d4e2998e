"""The terminal starts light: nothing of a messenger, and no store before the first screen."""

import subprocess
import sys

import pytest

_HEAVY = "aiogram,telegram,aiohttp,bot,qr,textual_plotext,plotext,numpy,PIL,reportlab"


def _loaded(code: str, unwanted: str) -> str:
    script = (
        f"import sys\n{code}\n"
        f"unwanted = {unwanted.split(',')!r}\n"
        "print(sorted({m.split('.')[0] for m in sys.modules} & set(unwanted)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=120
    )
    return done.stdout.strip()


def test_the_first_screen_needs_neither_store_nor_messenger() -> None:
    code = "import hailong.cli, hailong.commands.admin, admin_tui.app"
    assert _loaded(code, f"sqlalchemy,pydantic,argon2,cryptography,{_HEAVY}") == "[]"


@pytest.mark.parametrize(
    "code",
    [
        "import admin_tui.ways, admin_tui.services, hailong.terminal",
        "from hailong.cli import root\nroot.main(['admin', '--help'], standalone_mode=False)",
    ],
)
def test_the_whole_terminal_never_imports_a_messenger(code: str) -> None:
    assert _loaded(code, _HEAVY.replace(",qr", "")).splitlines()[-1] == "[]"
