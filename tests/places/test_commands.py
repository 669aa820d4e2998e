"""The commands for units, desks, services and posters, as someone types them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PIL import Image

from hailong.cli import main

Run = Callable[..., tuple[int, Any, str]]
UNITS = "code,name,kind\nA,UBND phường A,ward\nB,UBND xã B,commune\n"
DESKS = "unit_code,name,service_codes\nA,Quầy 1,HOTICH\nB,=Quầy 2,CHUNGTHUC\n"


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
    Path("units.csv").write_text(UNITS)
    Path("desks.csv").write_text(DESKS)
    return typed


@pytest.fixture
def office(run: Run) -> Run:
    assert run("units", "import", "units.csv")[0] == 0
    assert run("desks", "import", "desks.csv")[0] == 0
    return run


def rows(run: Run, *arguments: str) -> list[dict[str, Any]]:
    code, document, _ = run(*arguments, "--json")
    assert code == 0
    found: list[dict[str, Any]] = document["rows"]
    return found


def test_desks_are_listed_with_what_other_systems_rely_on(office: Run) -> None:
    first, second = rows(office, "desks", "list")
    assert first["url"] == f"http://127.0.0.1:8080/q/{first['token']}"
    assert (first["unit_code"], first["name"], first["state"]) == ("A", "Quầy 1", "active")
    assert len(second["code"]) == 6


def test_a_bad_file_fails_with_every_line_on_standard_error(office: Run) -> None:
    Path("bad.csv").write_text("code,name,kind\n,X,ward\nC,X,nothing\n")
    code, out, err = office("units", "import", "bad.csv")
    assert (code, out) == (1, "")
    assert [line[:7] for line in err.splitlines()] == ["line 2:", "line 3:"]


def test_wrong_usage_and_missing_things_have_their_exit_codes(office: Run) -> None:
    assert office("units", "merge", "A", "--on", "2026-08-01")[0] == 2
    assert office("units", "import", "nowhere.csv")[0] == 2
    assert office("units", "show", "NOWHERE")[0] == 1
    assert office("desks", "revoke", "NOWHERE", "--reason", "x")[0] == 1
    assert office("desks", "move", "A/Quầy 1", "--reason", "x")[0] == 2
    assert office("qr", "print", "--paper", "a6", "--slips", "--draft", "--out", "x.pdf")[0] == 2


WRONGLY_WRITTEN = [
    ("units", "show", "A@banana"),
    ("units", "show", "A@2026-13-45"),
    ("units", "show", ""),
    ("units", "list", "--kind", "nothing"),
    ("units", "rename", "A", "--name", ""),
    ("units", "retype", "A", "--kind", "nothing"),
    ("units", "retype", "A", "--kind", "commune", "--name", ""),
    ("units", "merge", "A", "--into", "B", "--name", ""),
    ("units", "merge", "A", "B", "--new-code", "X@1", "--new-name", "X"),
    ("units", "split", "A", "--into", "B", "--into", "B"),
    ("units", "split", "A", "--into", "B", "--into", "C="),
    ("desks", "list", "--unit", "A@banana"),
    ("desks", "move", "A/Quầy 1", "--to-desk", "B/=Quầy 2", "--on", "2026-08-01"),
    ("index", "--unit", "A@banana"),
    ("index", "--unit", "B", "--desk", "A/Quầy 1"),
    ("index", "--from", "2199-01-01"),
    ("targets", "set", "--unit", "A", "--value", "abc", "--decision", "QĐ 1"),
    ("targets", "set", "--unit", "A", "--value", "101", "--decision", "QĐ 1"),
    ("targets", "set", "--unit", "A", "--value", "90", "--decision", ""),
    ("staff", "add", "lan", "--role", "supervisor"),
    ("staff", "add", "", "--role", "admin"),
    ("staff", "role", "admin", "--role", "supervisor"),
]


def test_what_is_written_wrongly_is_wrong_usage(office: Run) -> None:
    """Exit code 2 and an explanation; never a trace of the code, and nothing is stored."""
    for arguments in WRONGLY_WRITTEN:
        code, out, err = office(*arguments)
        assert (arguments, code, out) == (arguments, 2, "")
        assert err.strip()
        assert "Traceback" not in err
    assert [row["name"] for row in rows(office, "units", "list")] == ["UBND phường A", "UBND xã B"]


IMPOSSIBLE = [
    ("units", "show", "ZZ"),
    ("units", "move", "A", "--to", "A"),
    ("units", "merge", "A", "--into", "A"),
    ("units", "rename", "A", "--name", "UBND phường A"),
    ("units", "load", "vietnam", "--province", "999"),
    ("desks", "reissue", "--key", "nokey"),
    ("desks", "move", "A/Quầy 1", "--to", "A"),
    ("staff", "enable", "nobody"),
    ("staff", "password", "nobody"),
    ("staff", "add", "admin", "--role", "admin"),
]


def test_what_cannot_be_done_fails_and_promises_nothing(office: Run) -> None:
    for arguments in IMPOSSIBLE:
        code, out, err = office(*arguments)
        assert (arguments, code, out) == (arguments, 1, "")
        assert not err.rstrip().endswith("..")
        assert "shown once" not in err


def test_a_message_ends_with_one_full_stop(office: Run) -> None:
    assert office("units", "move", "A", "--to", "B", "--on", "2026-08-01")[0] == 0
    code, _, err = office("units", "abolish", "B", "--on", "2026-08-01")
    assert (code, err.rstrip()[-2:]) == (1, "t.")


def test_a_split_says_which_desks_wait_for_a_place(office: Run) -> None:
    """Today they can be placed at once; a split to come names the day on which they can."""
    arguments = ("units", "split", "A", "--into", "A1=Một", "--into", "A2=Hai", "--json")
    code, document, err = office(*arguments, "--on", "2199-01-01")
    assert code == 0
    (desk,) = document["rows"][0]["desks"]
    assert (desk["name"], desk["counts_for"]) == ("Quầy 1", "Một")
    assert "From 2199-01-01 on Quầy 1 counts for Một" in err
    assert f"on that day or later: hailong desks move {desk['code']} --to UNIT" in err
    code, _, err = office("units", "show", "A1")
    assert code == 1
    assert "'Một' will have it from 2199-01-01" in err


def test_a_province_below_a_commune_is_doubted_aloud(office: Run) -> None:
    Path("more.csv").write_text("code,name,kind\nP,Tỉnh P,province\n")
    assert office("units", "import", "more.csv")[0] == 0
    code, _, err = office("units", "move", "P", "--to", "B", "--basis", "NQ 1")
    assert code == 0
    assert "Tỉnh P (province) is of a higher kind than UBND xã B (commune)" in err
    assert "warning" not in office("units", "move", "A", "--to", "P", "--basis", "NQ 1")[2]


def test_someone_is_let_in_again(office: Run) -> None:
    code, document, err = office("staff", "add", "hoa", "--role", "moderator", "--json")
    assert (code, document["rows"][0]["state"]) == (0, "new")
    assert "shown once" in err
    assert rows(office, "staff", "disable", "hoa")[0]["state"] == "disabled"
    assert rows(office, "staff", "enable", "hoa")[0]["state"] == "new"


def test_the_life_of_units_from_the_command_line(office: Run) -> None:
    at = ("--on", "2026-08-01", "--basis", "NQ 1")
    assert rows(office, "units", "retype", "B", "--kind", "phường", *at)[0]["kind"] == "retype"
    assert rows(office, "units", "split", "B", "--into", "B", "--into", "C=Xã C", *at)
    merged = rows(office, "units", "merge", "A", "C", "--new-code", "D", "--new-name", "Phường D",
                  "--kind", "ward", "--on", "2026-09-01", "--basis", "NQ 2")[0]  # fmt: skip
    assert (merged["from"], merged["to"]) == ("A UBND phường A; C Xã C", "D Phường D")
    assert rows(office, "units", "rename", "D", "--name", "Phường Đ", "--on", "2026-10-01")
    listed = rows(office, "units", "list", "--on", "2026-10-01")
    assert [(row["code"], row["name"]) for row in listed] == [
        ("B", "UBND phường B"),
        ("D", "Phường Đ"),
    ]
    found = rows(office, "units", "list", "--search", "phuong a", "--on", "2026-10-01")
    assert [(row["code"], row["formerly"]) for row in found] == [("D", "UBND phường A")]
    _, shown, _ = office("units", "show", "A@2026-08-15", "--json")
    assert shown["now"] == ["D Phường Đ"]
    assert [event["basis"] for event in shown["events"]] == ["NQ 2"]
    assert office("units", "abolish", "D", "--on", "2026-11-01")[0] == 0


def test_codes_are_moved_revoked_and_reissued(office: Run) -> None:
    first, second = rows(office, "desks", "list")
    moved = rows(office, "desks", "move", "A/Quầy 1", "--to", "B", "--reason", "dời")
    assert [row["state"] for row in moved] == ["active", "moved"]
    assert moved[1]["code"] == first["code"]
    again = rows(office, "desks", "reissue", second["code"], "--reason", "rách")
    assert [row["state"] for row in again] == ["active", "revoked"]
    gone = rows(office, "desks", "revoke", again[0]["code"], "--reason", "giả")
    assert {row["state"] for row in gone} == {"revoked"}
    assert [row["state"] for row in rows(office, "desks", "list")] == ["active", "revoked"]
    assert len(rows(office, "desks", "list", "--all")) == 4


def test_all_desks_of_a_key_are_reissued_at_once(office: Run) -> None:
    before = {row["code"] for row in rows(office, "desks", "list")}
    assert office("keys", "add", "k2")[0] == 0
    assert office("keys", "retire", "k1")[0] == 1
    rows(office, "desks", "reissue", "--key", "k1", "--reason", "đổi khóa")
    after = rows(office, "desks", "list")
    assert {row["key"] for row in after} == {"k2"}
    assert not before & {row["code"] for row in after}


def test_kinds_are_known_by_the_names_that_people_use(office: Run) -> None:
    Path("more.csv").write_text(
        "code,name,kind,parent_code\n"
        "A-MC,Trung tâm PVHCC,Trung tâm phục vụ hành chính công,A\n"
        "A-TP,Phòng Tư pháp,phòng,A\n"
        "A-THUE,Thuế cơ sở 1,cơ quan ngành dọc,A\n"
    )
    assert office("units", "import", "more.csv")[0] == 0
    kinds = [row["kind"] for row in rows(office, "units", "list", "--under", "A")]
    assert kinds == ["ward", "one_stop_office", "vertical_agency", "division"]


def test_a_tablet_is_registered_once_and_ended(office: Run) -> None:
    url = rows(office, "desks", "tablet", "A/Quầy 1")[0]["url"]
    assert url.startswith("http://127.0.0.1:8080/tablet/")
    assert office("desks", "tablet-end", url, "--reason", "hỏng")[0] == 0
    assert office("desks", "tablet-end", url, "--reason", "hỏng")[0] == 1


def test_services_are_shipped_and_can_be_imported(office: Run) -> None:
    codes = [row["code"] for row in rows(office, "services", "list")]
    assert {"HOTICH", "TRAKQ", "PHANANH"} <= set(codes)
    Path("services.csv").write_text("code,name_vi,factors\nHOTICH,Hộ tịch,staff\nM,Mới,luck\n")
    assert office("services", "import", "services.csv")[0] == 1
    Path("services.csv").write_text("code,name_vi,factors\nHOTICH,Hộ tịch,staff\nM,Mới,\n")
    assert rows(office, "services", "import", "services.csv")[0] == {
        "new": 1,
        "changed": 1,
        "same": 0,
    }


def test_posters_of_a_loopback_address_are_drafts_only(office: Run) -> None:
    code, _, err = office("qr", "print", "--out", "a.pdf")
    assert code == 1
    assert "--draft" in err
    assert not Path("a.pdf").exists()
    assert rows(office, "qr", "print", "--out", "a.pdf", "--draft", "--paper", "a5", "--tile")
    assert Path("a.pdf").read_bytes().startswith(b"%PDF")
    assert rows(office, "desks", "list")[0]["printed_at"] is None


def test_printing_is_noted_and_pictures_are_named_by_code(
    office: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HAILONG_PUBLIC_URL", "https://danhgia.example.gov.vn")
    code = rows(office, "desks", "list")[0]["code"]
    printed = rows(office, "qr", "print", "--unit", "A", "--format", "svg", "--out", "posters")[0]
    assert printed["files"] == [f"posters/{code}.svg"]
    assert Path(f"posters/{code}.svg").read_text().startswith("<")
    assert rows(office, "desks", "show", code)[0]["printed_at"] is not None
    Path("taken").write_text("a file, not a folder")
    status, _, err = office("qr", "print", "--desk", code, "--out", "taken/x.pdf")
    assert status == 1
    assert ".part" not in err


@pytest.mark.parametrize("paper", ["a4", "a5", "a6", "table"])
def test_every_poster_leads_to_its_own_desk(office: Run, paper: str) -> None:
    rows(office, "qr", "print", "--paper", paper, "--format", "png", "--out", "all", "--draft")
    for desk in rows(office, "desks", "list"):
        with Image.open(f"all/{desk['code']}.png") as picture:
            read = {
                found.text
                for found in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
            }
        assert read == {desk["url"]}
