"""`hailong cases` as an operator types it: queue, case, every act, and nothing that harms a screen."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from feedback.domain.cases.record import Delivery
from feedback.services.cases import reading
from feedback.store import cases
from hailong.cli import main
from hailong.home import open_home
from tests.casework.naughty import NAUGHTY
from tests.serving import DESKS, OFFICE

Run = Callable[..., tuple[int, Any, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in a home with an office of three desks; give code, JSON or text, messages."""
    monkeypatch.setenv("HAILONG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(tmp_path)

    def typed(*words: str, text: str = "") -> tuple[int, Any, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(text))
        with pytest.raises(SystemExit) as left:
            main([*words])
        out, err = capsys.readouterr()
        code = int(left.value.code or 0)
        return code, json.loads(out) if "--json" in words and code == 0 else out, err

    assert typed("init", "--yes")[0] == 0
    for name, lines in (("units", OFFICE), ("desks", DESKS)):
        (tmp_path / f"{name}.csv").write_text(lines, "utf-8")
        assert typed(name, "import", f"{name}.csv")[0] == 0
    return typed


def filed(run: Run, text: str = "Chờ lâu quá.", *more: str) -> str:
    """File a case at the counter, and give its code."""
    words = ("cases", "file", "--choice", "report", "--desk", "AB/Quầy 1", "--text", "-")
    code, _, err = run(*words, *more, "--json", text=text)
    assert code == 0, err
    _, found, _ = run("cases", "list", "--sort", "newest", "--limit", "1", "--json")
    return str(found["rows"][0]["code"])


def row(run: Run, *words: str, text: str = "") -> dict[str, Any]:
    code, found, err = run(*words, "--json", text=text)
    assert code == 0, err
    [one] = found["rows"]
    return dict(one)


def test_a_case_is_filed_looked_at_and_answered(run: Run) -> None:
    """With the shapes that others rely on; the number is shown once and never to staff again."""
    code, found, err = run(
        *("cases", "file", "--choice", "report", "--desk", "AB/Quầy 1", "--phone", "0912 345 678"),
        *("--text", "Máy in hỏng.", "--json"),
    )
    assert code == 0
    given = found["rows"][0]
    assert len(given["number"].replace(" ", "")) == 16
    assert "shown once" in err
    listed = row(run, "cases", "list")
    assert {"code", "kind", "state", "unit_code", "opened_at", "due_on", "late"} <= set(listed)
    assert (listed["kind"], listed["state"], listed["unit_code"]) == ("report", "new", "AB")
    assert (listed["due_on"], listed["late"]) == (given["due_on"], False)
    name = listed["code"]
    assert row(run, "cases", "take", name)["state"] == "accepted"
    assert row(run, "cases", "ask", name, "--text", "Hôm nào ạ?")["state"] == "waiting_citizen"
    answered = row(run, "cases", "answer", name, "--text", "-", text="Đã sửa.\nXin lỗi.")
    assert answered["state"] == "answered"
    shown = row(run, "cases", "show", name)
    for key in ("desk", "due_why", "due_provisional", "channel", "text", "files", "events"):
        assert key in shown
    assert (shown["desk"], shown["channel"], shown["text"]) == ("Quầy 1", "paper", "Máy in hỏng.")
    assert [one["text"] for one in shown["answers"]] == ["Đã sửa.\nXin lỗi."]
    assert [one["act"] for one in shown["events"]] == ["file", "take", "ask", "answer"]
    assert shown["satisfaction"] is None
    assert given["number"].replace(" ", "") not in json.dumps(shown).replace(" ", "")
    assert "0912" not in json.dumps(shown)
    assert row(run, "cases", "unlock", name, "--reason", "gọi lại")["phone"] == "0912 345 678"


def test_each_act_has_its_command(run: Run) -> None:
    """One after the other, through one case and another."""
    name, other = filed(run, "Máy in hỏng ở quầy một."), filed(run, "Máy in bị hỏng ở quầy một.")
    for words, key, value in (
        (("classify", name, "--kind", "petition", "--reason", "có kiến nghị"), "kind", "petition"),
        (("extend", name, "--reason", "chờ xác minh", "--days", "2"), "state", "new"),
        (("note", name, "--text", "Đã gọi thợ."), "state", "new"),
        (("verdict", name, "upheld", "--reason", "đúng"), "verdict", "upheld"),
        (("merge", other, "--into", name), "state", "merged"),
        (("unmerge", other), "state", "new"),
        (("spam", other, "--reason", "thử máy"), "state", "spam"),
        (("spam", other, "--reason", "nhầm", "--undo"), "state", "accepted"),
        (("refer", other, "--to", "UBND huyện", "--reason", "việc của huyện"), "state", "closed"),
        (("reopen", other, "--reason", "xem lại"), "state", "accepted"),
        (("close", other, "--reason", "đã rõ"), "state", "closed"),
        (("answer", name, "--text", "Đã sửa.", "--template", "da-xu-ly"), "state", "answered"),
        (("publish", name, "--text", "Đã thay máy in."), "state", "answered"),
        (("unpublish", name, "--reason", "viết lại"), "state", "answered"),
    ):
        assert row(run, "cases", *words)[key] == value, words
    similar = row(run, "cases", "similar", name)
    assert (similar["code"], similar["same_desk"]) == (other, True)
    words = str(row(run, "cases", "show", name)["words"][0]["id"])
    redacted = ("redact", name, "--words", words, "--span", "0:6", "--reason", "che")
    assert row(run, "cases", *redacted)["code"] == name
    assert row(run, "cases", "show", name)["text"] == "[…] hỏng ở quầy một."
    _, opened, _ = run("cases", "originals", name, "--reason", "đối chiếu", "--json")
    assert opened["rows"][0]["text"] == "Máy in hỏng ở quầy một."


def test_exit_codes_say_what_went_wrong(run: Run) -> None:
    """1 not found or refused, 2 written wrongly; the message is on standard error."""
    name = filed(run)
    for words, wanted in (
        (("cases", "show", "HS-9999999"), 1),
        (("cases", "close", name, "--reason", " "), 1),
        (("cases", "take", name, "--version", "9"), 1),
        (("cases", "list", "--state", "lost"), 2),
        (("cases", "list", "--after", "x"), 2),
        (("cases", "list", "--csv", "--json"), 2),
        (("cases", "answer", name, "--template", "da-xu-ly", "--value", "x"), 2),
        (("cases", "answer", name, "--template", "da-xu-ly", "--value", "x=1"), 2),
        (("cases", "redact", name, "--text", "x", "--reason", "y"), 2),
        (("cases", "publish", name, "--text", "x", "--sure"), 1),
        (("cases", "redact", name, "--words", "9" * 30, "--reason", "y"), 2),
        (("followups", "show", "9" * 30), 2),
        (("ratings", "restore", "9" * 30, "--reason", "đếm lại"), 2),
    ):
        code, _, err = run(*words)
        assert (code, bool(err)) == (wanted, True), words
        assert "Traceback" not in err


def test_a_preview_shows_what_would_be_sent_and_sends_nothing(run: Run) -> None:
    """With line breaks, and the template's name and version."""
    name = filed(run)
    words = ("cases", "answer", name, "--template", "da-xu-ly", "--text", "Đã sửa.", "--preview")
    shown = row(run, *words)
    assert shown["template"] == "da-xu-ly/1"
    assert "Đã sửa." in shown["text"]
    _, told, _ = run(*words)
    assert told.count("\n") > 4
    assert row(run, "cases", "list")["state"] == "new"


def test_a_queue_is_narrowed_paged_and_counted(run: Run) -> None:
    """Every page once; counts by queue."""
    names = [filed(run, f"Chuyện số {n}.") for n in range(5)]
    seen, after = [], ()
    while True:
        _, page, _ = run("cases", "list", "--limit", "2", "--sort", "newest", *after, "--json")
        seen += [one["code"] for one in page["rows"]]
        if page["after"] is None:
            break
        after = ("--after", page["after"])
    assert seen == names[::-1]
    _, found, _ = run("cases", "list", "--search", "so 3", "--json")
    assert [one["code"] for one in found["rows"]] == [names[3]]
    assert found["whole"] is True
    run("cases", "answer", names[0], "--text", "Đã rõ.")
    for narrow, n in (
        (("--owed",), 4),
        (("--state", "answered"), 1),
        (("--kind", "idea"), 0),
        (("--unit", "AB", "--due-before", "2199-01-01"), 4),
        (("--late",), 0),
        (("--severity", "2"), 0),
    ):
        _, found, _ = run("cases", "list", *narrow, "--json")
        assert len(found["rows"]) == n, narrow
    _, counted, _ = run("cases", "counts", "--json")
    by_name = {one["queue"]: one["n"] for one in counted["rows"]}
    assert (by_name["owed"], by_name["state answered"], by_name["owed report"]) == (4, 1, 4)


@pytest.mark.parametrize("n", range(len(NAUGHTY)))
def test_nothing_that_was_written_harms_a_terminal_or_a_spreadsheet(run: Run, n: int) -> None:
    """Through every text field, to the sheet of the case, the queue, its CSV and the messages."""
    bad = NAUGHTY[n].replace("\x00", "\ufffd")
    reason = bad[:400]
    name = filed(run, f"Chuyện: {bad}"[:10_000], "--name", bad[:50], "--address", bad[:50])
    for words in (
        ("cases", "note", name, "--text", "-"),
        ("cases", "ask", name, "--text", "-"),
        ("cases", "extend", name, "--reason", f"vì {reason}"),
        ("cases", "classify", name, "--kind", "petition", "--reason", f"vì {reason}"),
        ("cases", "answer", name, "--text", "-"),
        ("cases", "publish", name, "--text", "-", "--sure"),
    ):
        code, _, err = run(*words, text=f"lời {bad}"[:10_000])
        assert code == 0, (words, err)
    for words in (
        ("cases", "list", "--search", bad),
        ("cases", "show", bad or "x"),
        ("cases", "list", "--unit", bad),
        ("cases", "assign", name, "--to", bad),
        ("cases", "merge", name, "--into", bad),
        ("cases", "list", "--state", bad),
        ("cases", "answer", name, "--template", bad),
        ("templates", "show", bad),
    ):
        _, out, err = run(*words)
        assert harmless(out), words
        assert harmless(err), words
    for words in (("cases", "show", name), ("cases", "originals", name, "--reason", f"x{reason}")):
        code, out, err = run(*words)
        assert code == 0, err
        assert harmless(out), words
    code, out, _ = run("cases", "list", "--csv")
    assert code == 0
    for line in csv.reader(io.StringIO(out.removeprefix("\ufeff"))):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in line)


def test_a_table_of_no_cases_has_its_columns(run: Run) -> None:
    """The same as that of one, so that whoever reads it finds them by name."""
    _, none, _ = run("cases", "list", "--csv")
    filed(run)
    _, one, _ = run("cases", "list", "--csv")
    assert none.splitlines() == one.splitlines()[:1]


def harmless(text: str) -> bool:
    """Say whether nothing in a text moves the cursor, colours, or turns the line around."""
    directions = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C}
    return not any(
        (ord(c) < 0x20 and c not in "\n") or 0x7F <= ord(c) < 0xA0 or ord(c) in directions
        for c in text
    )


def test_a_call_is_recorded_with_its_outcome(run: Run) -> None:
    """Whom no letter reaches is told of in the list, until it is settled."""
    code = filed(run)
    refused, _, err = run("cases", "call", code, "--outcome", "told", "--reason", "đã gọi")
    assert refused == 1
    assert "not possible" in err
    row(run, "cases", "answer", code, "--text", "Đã sửa.")
    with open_home() as home, home.store.work() as work:
        (case,) = reading.listed(work, home.operator, reading.Wanted())
        cases.deliver(work, case.id, Delivery.CALL)
    listed = row(run, "cases", "list")
    assert (listed["delivery"], listed["delivery_told"]) == (
        "call",
        "chưa gửi được, cần gọi điện",
    )
    assert "cần gọi điện" in run("cases", "show", code)[1]
    done = row(run, "cases", "call", code, "--outcome", "given_up", "--reason", "ba lần không ai")
    assert done["delivery_told"] == "chờ tra cứu bằng mã theo dõi"
    assert run("cases", "call", code, "--outcome", "told", "--reason", "đã gọi")[0] == 1
    assert run("cases", "call", code, "--outcome", "maybe", "--reason", "đã gọi")[0] == 2
