"""There is no way out of the terminal: no shell, no file, no browser, no traceback."""

import asyncio
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from rich.text import Text
from textual.app import SuspendNotSupported
from textual.binding import Binding

import admin_tui
from admin_tui import case_acts, keys
from admin_tui.app import AdminApp
from admin_tui.driver import SealedDriver
from admin_tui.screens import cases, editor, record, sign_in
from admin_tui.widgets.paper import Paper
from admin_tui.widgets.rows import Rows
from hailong.confinement import forget_switches
from tests.admin_tui.driving import driven
from tests.admin_tui.office import Office

_KEYS = {
    "sign in": (sign_in.REVEAL,),
    "figures": (*keys.SHARED, *keys.FIGURES, keys.ONLY, keys.RECORD),
    "record": (*keys.SHARED, record.FILTER, record.KIND),
    "queues": (*keys.SHARED, cases.FIND_CASE),
    "case": (*keys.SHARED, case_acts.ANSWER, case_acts.TAKE, case_acts.FILES, case_acts.MORE),
    "editor": (editor.SEND, editor.TEMPLATE, editor.PREVIEW, editor.CASE),
}
"""The commands that a screen offers beside those that are everywhere."""


def _binding() -> list[type]:
    """Everything in the terminal that binds keys, but the sheet that is written on."""
    for found in walk_packages(admin_tui.__path__, "admin_tui."):
        import_module(found.name)
    classes = {
        one
        for name, module in sys.modules.items()
        if name.startswith("admin_tui.")
        for one in vars(module).values()
        if isinstance(one, type) and one.__module__ == name and "BINDINGS" in vars(one)
    }
    return sorted(classes - {Paper}, key=lambda one: one.__qualname__)


def _bound(owner: type) -> list[str]:
    found = []
    for binding in owner.BINDINGS:
        assert isinstance(binding, Binding)
        found += binding.key.split(",")
    return found


@pytest.mark.parametrize("owner", _binding())
def test_no_command_is_a_bare_letter_or_backspace(owner: type) -> None:
    for key in _bound(owner):
        assert len(key) > 1 or key.isdigit()
        assert key not in {"backspace", "space", "ctrl+h", "ctrl+z", "ctrl+i", "ctrl+m", "ctrl+j"}


def test_everything_that_binds_keys_is_looked_at() -> None:
    assert {AdminApp, Rows, editor.Editor} < set(_binding())


@pytest.mark.parametrize("screen", _KEYS)
def test_every_function_key_has_another_key_and_no_two_commands_share_one(screen: str) -> None:
    commands = (*keys.EVERYWHERE, *_KEYS[screen])
    used = [key for command in commands for key in (command.key, command.other)]
    assert all(command.other.startswith("ctrl+") for command in commands)
    assert len(used) == len(set(used))


async def test_what_could_reach_outside_does_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with driven(Office()) as driver:
        app = driver.app
        app.open_url("https://example.org")
        app.action_screenshot()
        assert app.save_screenshot("x.svg", str(tmp_path)) == ""
        app.deliver_screenshot()
        app.action_suspend_process()
        with pytest.raises(SuspendNotSupported):
            app.suspend()
        await driver.press("ctrl+z", "ctrl+p", "ctrl+backslash")
        assert "HÀI LÒNG" in driver.text
    assert list(tmp_path.iterdir()) == []


def test_switches_of_the_toolkit_and_of_other_programs_are_dropped() -> None:
    switches = ("TEXTUAL", "TEXTUAL_LOG", "PYTHONSTARTUP", "LD_PRELOAD", "EDITOR", "COLUMNS")
    kept = {"TEXTUAL_COLOR_SYSTEM": "256", "TERM": "xterm", "HAILONG_HOME": "/x", "PGHOST": "y"}
    environ = dict.fromkeys(switches, "x") | kept
    forget_switches(environ)
    assert environ == kept


class _Broken(Office):
    """Fails in a way nobody foresaw."""

    def now(self):  # type: ignore[no-untyped-def]
        raise RuntimeError("mật khẩu là 12345")


async def test_an_unforeseen_failure_ends_without_a_traceback(
    capsys: pytest.CaptureFixture[str],
) -> None:
    errors: list[BaseException] = []
    with pytest.raises(RuntimeError):
        async with driven(_Broken(), errors=errors) as driver:
            await driver.sign_in()
    shown = capsys.readouterr()
    assert "Chương trình gặp lỗi" in shown.err
    assert "12345" not in shown.err + shown.out
    assert "Traceback" not in shown.err + shown.out
    assert any(isinstance(error, RuntimeError) for error in errors)


async def test_whatever_the_toolkit_would_print_at_the_end_is_one_kind_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    async with driven(Office()) as driver:
        assert driver.app.get_driver_class() is SealedDriver
        driver.app.panic(Text("mật khẩu là 12345"))
        driver.app.panic(Text("Traceback"))
        async with asyncio.timeout(10):
            while driver.app.is_running:
                await asyncio.sleep(0)
    told = capsys.readouterr().err
    assert told.count("Chương trình gặp lỗi") == 1
    assert "12345" not in told
    assert "textual" not in told
