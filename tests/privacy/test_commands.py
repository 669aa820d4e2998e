"""`hailong privacy`: every act as a command, with its exit code and its trace."""

import json
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from feedback.services.places import unit_id
from feedback.store.work import Store
from hailong.home import wire
from hailong.settings import Settings
from tests.privacy import traces
from tests.privacy.conftest import NAME, PHONE, filed
from tests.serving import Server

REASON = ("--reason", "Người dân đến quầy đề nghị.")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Server:
    server = Server(tmp_path_factory.mktemp("privacy") / "home")
    server.found()
    return server


@pytest.fixture
def stored(office: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The office's own database, as the server has it open."""
    monkeypatch.setenv("HAILONG_HOME", str(office.home))
    home = wire(Settings(home=office.home))
    yield home.store
    home.store.close()


def told(office: Server, *words: str) -> dict[str, object]:
    return json.loads(office.command("privacy", *words, "--json"))


def test_a_request_is_taken_down_confirmed_and_done(office: Server, stored: Store) -> None:
    code = filed(stored)[1]
    asked = told(office, "ask", "copy", "--case", code)["rows"][0]
    number = str(asked["id"])
    assert (asked["kind"], asked["state"], asked["late"]) == ("copy", "open", False)
    assert told(office, "acknowledge", number)["rows"][0]["state"] == "told"
    assert number in {str(row["id"]) for row in told(office, "requests")["rows"]}
    office.command("privacy", "done", number, code=2)
    assert told(office, "done", number, *REASON)["rows"][0]["state"] == "done"
    assert number not in {str(row["id"]) for row in told(office, "requests")["rows"]}
    office.command("privacy", "done", number, *REASON, code=1)
    assert number in {str(row["id"]) for row in told(office, "requests", "--all")["rows"]}


def test_an_erased_case_is_nowhere_and_the_list_knows(office: Server, stored: Store) -> None:
    case, code, _ = filed(stored, "Chuyện riêng của tôi")
    sealed = traces.sealed(stored, b"", [case])
    found = told(office, "erase", "--case", code, *REASON)
    assert found["rows"] == [{"cases": 1, "ratings": 0}]
    assert traces.in_rows(stored, sealed) == set()
    assert traces.in_file(stored, sealed) == set()
    assert told(office, "erased")["rows"][0]["lacking"] == 0
    left = json.loads(office.command("cases", "show", code, "--json"))["rows"][0]
    assert (left["words"], left["words_erased"]) == ([], True)
    assert "[erased]" in office.command("cases", "show", code)
    (office.home / "erasures").unlink()
    findings = json.loads(office.command("doctor", "--json", code=1))["rows"]
    assert any("would bring it back" in str(finding) for finding in findings)
    assert told(office, "erased", "--mend")["rows"][0]["lacking"] == 0
    whole = (office.home / "erasures").read_bytes()
    (office.home / "erasures").write_bytes(whole + b"\n\0\0\0")
    assert told(office, "erased")["rows"][0]["torn"] == 1
    assert "1 lines of" in office.command("doctor", "--json", code=1)
    (office.home / "erasures").write_bytes(whole)


def test_erasing_says_whom_or_it_is_wrong_usage(office: Server) -> None:
    office.command("privacy", "erase", *REASON, code=2)
    # A misspelled messenger must not read like an erasure: the citizen would still be there.
    for nobody in ("telegram", "telegram:", "zalo:1", "web:1", "Telegram 1"):
        office.command("privacy", "erase", "--person", nobody, *REASON, code=2)
    assert "are right" in office.run("privacy", "erase", "--person", "zalo_oa:1", *REASON).stderr
    office.command("privacy", "erase", "--case", "HS-0000000", *REASON, code=1)
    office.command("privacy", "erase", "--person", "telegram:1", "--reason", " ", code=1)


def test_consent_is_taken_back(office: Server, stored: Store) -> None:
    code = filed(stored)[1]
    office.command("privacy", "withdraw", "--case", code, *REASON)
    office.command("privacy", "withdraw", "--case", code, *REASON, code=1)


def test_the_copy_holds_what_was_said_and_is_the_accounts_own(
    office: Server, stored: Store, tmp_path: Path
) -> None:
    code = filed(stored, "Tôi chờ hai tiếng")[1]
    out = tmp_path / "copy.json"
    out.write_text("an earlier one, which anybody could read" * 100, "utf-8")
    out.chmod(0o644)
    office.command("privacy", "export", "--case", code, "--out", str(out), *REASON)
    copy = json.loads(out.read_text("utf-8"))
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert (copy["contact"]["name"], copy["contact"]["phone"]) == (NAME, PHONE)
    assert [one["text"] for one in copy["said"]] == ["Tôi chờ hai tiếng"]
    assert copy["agreed_to"][0]["version"] == "contact-1"


def test_a_dry_run_lists_every_kind_with_its_days(office: Server) -> None:
    rows = told(office, "purge", "--dry-run")["rows"]
    days = {row["what"]: row["kept_days"] for row in rows}
    assert days == {
        "cases": 1825,
        "case files": 730,
        "contacts": 180,
        "comments": 730,
        "notices": 365,
        "staff notices": 365,
        "requests": 1825,
        "evidence": 90,
        "conversations": 60,
        "dead letters": 30,
        "parked updates": 30,
    }
    office.command("privacy", "purge")


def test_a_breach_is_told_without_names_and_with_its_hour(office: Server, stored: Store) -> None:
    """Codes, channels and what was left, never who; the authority is told within 72 hours."""
    code = filed(stored)[1]
    days = ("--from", "01/01/2025", "--to", "2100-01-01")
    detected = ("--detected", "2025-08-12T07:30")
    found = told(office, "affected", *days, *detected)
    assert found["notify_by"] == "2025-08-15T07:30:00+07:00"
    assert found["addresses"] == 0
    row = next(row for row in found["rows"] if row["code"] == code)
    assert (row["channel"], row["contact"], row["messenger"]) == ("web", True, False)
    office.command("privacy", "withdraw", "--case", code, "--reason", "asked at the desk")
    row = next(row for row in told(office, "affected", *days)["rows"] if row["code"] == code)
    assert (row["contact"], row["messenger"], row["words"]) == (False, False, True)
    said = office.command("privacy", "affected", *days, *detected)
    assert NAME not in said
    assert PHONE not in said
    office.command("privacy", "affected", "--from", "2025-01-01", code=2)
    office.command("privacy", "affected", *days, "--unit", "NOWHERE", code=1)
    office.command("privacy", "affected", "--from", "2026-01-02", "--to", "2026-01-01", code=2)


def test_a_breach_in_a_unit_reaches_all_below_it(office: Server, stored: Store) -> None:
    """Desks hang below the commune that answers: none of theirs may be missing from the list."""
    units = office.home / "below.csv"
    units.write_text(
        "code,name,kind,parent_code,group,valid_from,valid_to\n"
        "AB-MC,Một cửa,one_stop_office,AB,,2025-07-01,\n",
        "utf-8",
    )
    office.command("units", "import", str(units))
    with stored.look() as work:
        below = unit_id(work, "AB-MC")
    code = filed(stored, unit=below)[1]
    days = ("--from", "01/01/2025", "--to", "2100-01-01")
    for unit in ("AB", "AB-MC"):
        assert [row["code"] for row in told(office, "affected", *days, "--unit", unit)["rows"]] == [
            code
        ]


def test_a_breach_was_found_by_now_and_the_law_does_not_wait(office: Server) -> None:
    days = ("--from", "01/01/2025", "--to", "2100-01-01")
    for ahead in ("2200-01-01", "9999-12-31T23:59"):
        office.command("privacy", "affected", *days, "--detected", ahead, code=2)
    late = office.run("privacy", "affected", *days, "--detected", "2025-08-12").stderr
    assert "tell it at once" in late
    assert "tell it at once" not in office.run("privacy", "affected", *days).stderr
