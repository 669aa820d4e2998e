"""A test that fails is tried once more alone; one that fails again has failed."""

from pathlib import Path

import pytest

from scripts.trying import MOST, passes

PASSES = "def test_passes():\n    pass\n"
FAILS = "def test_fails_{n}():\n    assert False\n"
ONCE = """
from pathlib import Path

def test_fails_once():
    seen = Path(__file__).with_name("seen")
    before, _ = seen.exists(), seen.touch()
    assert before
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where tests are run that have nothing to do with ours."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    (tmp_path / "pytest.ini").write_text("[pytest]\n", "utf-8")
    return tmp_path


def run(folder: Path, *tests: str) -> bool:
    (folder / "test_some.py").write_text("\n\n".join(tests), "utf-8")
    return passes("-q", "-p", "no:cacheprovider", folder=folder)


def test_what_passes_is_run_once(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(folder, PASSES)
    assert "alone" not in capfd.readouterr().out


def test_what_failed_once_is_told_and_let_pass(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, PASSES, ONCE)
    assert "FAILED ONCE, PASSED ALONE: test_some.py::test_fails_once" in capfd.readouterr().out


def test_what_fails_twice_has_failed(folder: Path) -> None:
    assert not run(folder, PASSES, FAILS.format(n=1))


def test_many_failures_are_no_accident(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert not run(folder, *(FAILS.format(n=n) for n in range(MOST + 1)))
    assert "alone" not in capfd.readouterr().out


def test_what_cannot_be_collected_fails(folder: Path) -> None:
    assert not run(folder, "import nothing_of_this_name")
