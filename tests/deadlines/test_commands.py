"""`hailong calendar` as an operator types it: figures for a script, sentences for a clerk."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hailong.cli import main

Run = Callable[..., tuple[int, Any, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in a fresh home; give its exit code, its JSON or text, and its messages."""
    monkeypatch.setenv("HAILONG_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)

    def typed(*arguments: str) -> tuple[int, Any, str]:
        with pytest.raises(SystemExit) as left:
            main([*arguments])
        out, err = capsys.readouterr()
        code = int(left.value.code or 0)
        return code, json.loads(out) if "--json" in arguments and code == 0 else out, err

    assert typed("init", "--yes")[0] == 0
    return typed


def due(run: Run, start: str, rule: str, *more: str) -> dict[str, Any]:
    code, document, _ = run("calendar", "due", start, "--rule", rule, "--json", *more)
    assert code == 0
    [row] = document["rows"]
    return row


def test_a_deadline_comes_with_all_it_rests_on(run: Run) -> None:
    row = due(run, "2026-11-18", "complaint-accept")
    assert (row["due_on"], row["due_provisional"], row["unverified"]) == (
        "2026-11-30",
        False,
        True,
    )
    assert row["counted"] == [
        *(f"2026-11-{day}" for day in (19, 20, 23, 25, 26, 27, 30)),
    ]
    assert {"day": "2026-11-24", "why": "holiday", "name": "Ngày Văn hóa Việt Nam"} in row[
        "skipped"
    ]
    assert (row["rule"]["length"], row["rule"]["unit"]) == (7, "working_days")
    assert (row["rule"]["version"], row["rule"]["verified"]) == (2, False)
    assert row["steps"]["late_from"] == "2026-12-01"
    assert row["due_why"][0] == "Hạn: hết thứ Hai 30/11/2026."


def test_a_kind_names_its_plain_rule(run: Run) -> None:
    """As `report` does for phản ánh, and `complaint` for its acceptance."""
    assert due(run, "18/11/2026", "complaint") == due(run, "2026-11-18", "complaint-accept")


def test_a_clerk_reads_sentences(run: Run) -> None:
    code, text, _ = run("calendar", "due", "2026-02-13", "--rule", "denunciation-transfer")
    assert code == 0
    assert text.startswith("Hạn: hết thứ Sáu 27/02/2026.\n")


def test_a_year_can_be_written_mended_and_imported(run: Run) -> None:
    """The way to next year's calendar, and back to what held before."""
    before = due(run, "2027-02-04", "report")
    code, text, _ = run("calendar", "show", "2027", "--csv")
    assert code == 0
    Path("2027.csv").write_text(text.replace(",no", ",yes"), "utf-8", newline="")
    code, document, _ = run("calendar", "import", "2027.csv", "--json")
    assert (code, document["warnings"]) == (0, [])
    version = document["rows"][0]["version"]
    after = due(run, "2027-02-04", "report")
    assert (after["due_on"], after["calendar"]) == ("2027-02-25", version)
    assert due(run, "2027-02-04", "report", "--version", before["calendar"]) == before
    code, document, _ = run("calendar", "versions", "--json")
    assert [one["version"] for one in document["rows"]] == [version, before["calendar"]]


def test_a_year_is_shown_with_what_each_day_is_and_whether_that_was_verified(run: Run) -> None:
    code, document, _ = run("calendar", "show", "2026", "--json")
    assert (code, document["year"], document["provisional"]) == (0, 2026, False)
    by_day = {row["day"]: row for row in document["rows"]}
    assert by_day["2026-01-10"]["kind"] == "make_up"
    assert by_day["2026-02-18"]["verified"] is True
    assert by_day["2026-08-31"]["verified"] is False


def test_a_year_past_the_horizon_shows_what_the_law_fixes_and_says_so(run: Run) -> None:
    code, document, _ = run("calendar", "show", "2031", "--json")
    assert (code, document["provisional"]) == (0, True)
    assert [row["day"][5:] for row in document["rows"]] == [
        "01-01",
        "04-30",
        "05-01",
        "09-02",
        "11-24",
    ]


def test_rules_are_listed_with_their_sources(run: Run) -> None:
    code, document, _ = run("calendar", "rules", "--on", "2026-06-30", "--json")
    assert code == 0
    by_code = {row["code"]: row for row in document["rows"]}
    assert by_code["complaint-accept"]["length"] == 10
    assert by_code["report"]["source"].startswith("Luật Tiếp công dân 2013 Đ.28")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("due", "2026-02-31", "--rule", "report"), 2),
        (("due", "9999-12-31", "--rule", "report"), 2),
        (("due", "0001-01-01", "--rule", "report"), 2),
        (("due", "2026-02-01"), 2),
        (("due", "2026-02-01", "--rule", "praise"), 1),
        (("due", "2026-02-01", "--rule", "report", "--version", "7"), 1),
        (("show", "26"), 2),
        (("show", "2026", "--csv", "--json"), 2),
        (("import", "nowhere.csv"), 2),
        (("import", "bad.csv"), 1),
    ],
)
def test_mistakes_have_their_exit_codes(run: Run, arguments: tuple[str, ...], code: int) -> None:
    Path("bad.csv").write_text("day,kind,name,source,verified\nx,y,,,z\n")
    done, out, err = run("calendar", *arguments)
    assert (done, out) == (code, "")
    assert err
