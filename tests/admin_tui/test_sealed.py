"""There is no way out of the terminal: no shell, no file, no browser, no traceback."""

import os
from pathlib import Path

import pytest
from textual.app import SuspendNotSupported
from textual.binding import Binding

from admin_tui import keys
from admin_tui.app import AdminApp
from admin_tui.screens import guide, palette, period, renew, room, search, sign_in, unit, units
from admin_tui.widgets.rows import Rows
from hailong.commands.admin import forget_switches
from tests.admin_tui.driving import driven
from tests.admin_tui.office import Office

_SCREENS = (
    sign_in.SignIn,
    renew.Renew,
    room.Room,
    units.Units,
    unit.Unit,
    search.Search,
    palette.Palette,
    guide.Guide,
    period.Periods,
    period.Days,
)


def _bound(owner: type) -> list[str]:
    found = []
    for binding in owner.BINDINGS:
        assert isinstance(binding, Binding)
        found += binding.key.split(",")
    return found


@pytest.mark.parametrize("owner", [AdminApp, Rows, *_SCREENS])
def test_no_command_is_a_bare_letter_or_backspace(owner: type) -> None:
    for key in _bound(owner):
        assert len(key) > 1 or key.isdigit()
        assert key not in {"backspace", "space", "ctrl+h", "ctrl+z", "ctrl+i", "ctrl+m", "ctrl+j"}


def test_every_function_key_has_another_key_and_no_two_commands_share_one() -> None:
    commands = (*keys.EVERYWHERE, *keys.WORKING, sign_in.REVEAL)
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


def test_the_toolkits_own_switches_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TEXTUAL", "TEXTUAL_SCREENSHOT", "TEXTUAL_LOG", "TEXTUAL_DRIVER"):
        monkeypatch.setenv(name, "x")
    monkeypatch.setenv("TEXTUAL_COLOR_SYSTEM", "256")
    forget_switches()
    assert [name for name in os.environ if name.startswith("TEXTUAL")] == ["TEXTUAL_COLOR_SYSTEM"]


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
