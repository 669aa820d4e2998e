"""The commands around the index: the shape others read, exit codes, CSV, and words."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from feedback.domain.channels import Channel
from feedback.domain.days import local_day
from hailong import cli, founding
from hailong.home import open_home
from tests.indices.conftest import World, bare

Run = Callable[..., object]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary) -> Run:
    """Runs a command in a home of its own and gives what it printed; JSON where asked for."""
    monkeypatch.setenv("HAILONG_HOME", str(tmp_path / "home"))
    founding.found()
    with open_home() as home:
        world = bare(home.store)
        world.unit("P-A")
        world.desk("Quầy 1", "P-A")
        for level, n in enumerate((6, 9, 21, 148, 228), 1):
            world.rate("Quầy 1", "P-A", date(2026, 7, 6), [level] * n)
    capsysbinary.readouterr()

    def call(*arguments: str, code: int = 0) -> object:
        with pytest.raises(SystemExit) as ended:
            cli.main(list(arguments))
        assert (ended.value.code or 0) == code
        out = capsysbinary.readouterr().out.decode()
        return json.loads(out) if "--json" in arguments and not code else out

    return call


def test_the_shape_others_read(run: Run) -> None:
    """Every key of the interface, with its value and its type."""
    run("targets", "set", "--unit", "P-A", "--value", "90", "--decision", "QĐ 1", "--json")
    found = run("index", "--unit", "P-A", "--period", "2026Q3", "--json")
    assert {"method": "t2b", "method_version": "1", "tree": "then"}.items() <= found.items()
    assert (found["from"], found["to"]) == ("2026-07-01", "2026-09-30")
    (row,) = found["rows"]
    wanted = {
        "unit": "UBND P-A",
        "unit_code": "P-A",
        "n": 412,
        "n_raw": 412,
        "set_aside": 0,
        "satisfied": 376,
        "index": 91.26,
        "low": 88.14,
        "high": 93.62,
        "counts": {"1": 6, "2": 9, "3": 21, "4": 148, "5": 228},
        "suppressed": False,
    }
    assert {key: row[key] for key in wanted} == wanted
    assert {"target", "meets_target", "confidence", "sample"} <= row.keys()


def test_the_target_stands_beside_the_figure(run: Run) -> None:
    """A target from a day before the end of the period holds."""
    arguments = ("--unit", "P-A", "--value", "90", "--decision", "QĐ 1", "--from", "2026-01-01")
    (made,) = run("targets", "set", *arguments, "--json")["rows"]
    assert (made["target"], made["unit_code"], made["from"]) == (90.0, "P-A", "2026-01-01")
    (row,) = run("index", "--unit", "P-A", "--period", "2026Q3", "--json")["rows"]
    assert (row["target"], row["meets_target"]) == (90.0, True)
    assert (row["confidence"], row["decision"]) == ("undetermined", "QĐ 1")
    assert len(run("targets", "list", "--json")["rows"]) == 1


def test_public_shows_null_where_it_must(run: Run) -> None:
    """Everything but the names is null."""
    found = run("index", "--unit", "P-A", "--period", "2026Q2", "--public", "--json")
    (row,) = found["rows"]
    assert row.pop("suppressed") is True
    assert (row.pop("unit"), row.pop("unit_code")) == ("UBND P-A", "P-A")
    assert {row[key] for key in ("n", "n_raw", "index", "low", "high", "counts", "target")} == {
        None
    }
    (whole,) = run("index", "--unit", "P-A", "--period", "2026Q3", "--public", "--json")["rows"]
    assert whole["n"] == 412


def test_rows_by_desk_name_the_desk(run: Run) -> None:
    """With its name and its living short code."""
    (row,) = run("index", "--unit", "P-A", "--by", "desk", "--json")["rows"]
    assert (row["desk"], row["unit_code"], row["n"]) == ("Quầy 1", "P-A", 412)
    assert "desk_code" in row


def test_explain_says_what_it_rests_on_and_leaves_out(run: Run) -> None:
    """Formula, version, what the interval does not cover; never called SIPAS."""
    told = run("index", "--unit", "P-A", "--period", "2026Q3@tt06", "--explain")
    for words in ("(n4 + n5)", "t2b phiên bản 1", "ai chọn đánh giá", "n = 412", "Wilson"):
        assert words in told
    found = run("index", "--unit", "P-A", "--explain", "--json")
    assert found["explain"]["formula"] == "(n4 + n5) / (n1 + n2 + n3 + n4 + n5)"
    assert found["explain"]["notes"]


@pytest.mark.parametrize("by", ["desk", "service", "factor", "month", "channel", "group"])
def test_csv_without_rows_has_its_columns(run: Run, by: str) -> None:
    """The same as with rows, whatever the figures are broken down by."""
    some = run("index", "--csv", "--by", by, "--period", "2026Q3")
    none = run("index", "--csv", "--by", by, "--from", "2020-01-01", "--to", "2020-01-31")
    assert len(some.splitlines()) > 1
    assert none.splitlines()[0] == some.splitlines()[0]


def test_csv_can_be_opened_safely(run: Run) -> None:
    """A BOM, a header, one row a unit, and no cell that a spreadsheet would compute."""
    with open_home() as home:
        world = bare(home.store)
        world.unit("=cmd|'/C calc'!A0")
    text = run("index", "--csv", "--period", "2026Q3")
    assert text.startswith("\ufeffunit,unit_code,n,")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert {row["unit_code"]: row["n"] for row in rows} == {"P-A": "412", "'=cmd|'/C calc'!A0": "0"}
    assert (rows[-1]["index"], rows[-1]["n5"]) == ("91.26", "228")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--period", "2026Q5"), 2),
        (("--period", "2026Q3", "--from", "2026-07-01"), 2),
        (("--method", "sipas"), 2),
        (("--by", "mood"), 2),
        (("--from", "hôm qua"), 2),
        (("--unit", "không có"), 1),
        (("--desk", "không có"), 1),
        (("--from", "2026-08-02", "--to", "2026-08-01"), 2),
    ],
)
def test_wrong_usage_and_what_is_not_there(run: Run, arguments: tuple[str, ...], code: int) -> None:
    """2 for what cannot be meant, 1 for what cannot be done."""
    run("index", *arguments, code=code)


def test_a_period_is_published_and_withdrawn(run: Run) -> None:
    """And both stand in the list."""
    (made,) = run("periods", "publish", "2026Q3", "--unit", "P-A", "--json")["rows"]
    assert (made["period"], made["unit_code"], made["withdrawn_at"]) == ("2026Q3", "P-A", None)
    run("periods", "withdraw", "2026Q3", "--unit", "P-A", "--reason", "nhầm")
    run("periods", "withdraw", "2026Q3", "--unit", "P-A", code=1)
    run("periods", "publish", "hôm nay", "--unit", "P-A", code=2)
    (row,) = run("periods", "list", "--json")["rows"]
    assert row["withdrawn_at"]


def test_staff_are_added_shown_and_disabled(run: Run, tmp_path: Path) -> None:
    """A made password is shown once; one from a file is never shown."""
    arguments = ("--role", "supervisor", "--unit", "P-A", "--json")
    (made,) = run("staff", "add", "lan", *arguments)["rows"]
    assert len(made["password"]) >= 16
    secret = tmp_path / "secret"
    secret.write_text("một mật khẩu dài\n", "utf-8")
    (other,) = run("staff", "add", "hoa", *arguments, "--password-file", str(secret))["rows"]
    assert "password" not in other
    run("staff", "add", "hoa", *arguments, code=1)
    run("staff", "add", "tam", "--role", "operator", code=2)
    run("staff", "disable", "hoa", "--json")
    (changed,) = run("staff", "role", "lan", "--role", "admin", "--json")["rows"]
    assert (changed["role"], changed["unit_code"]) == ("admin", None)
    listed = {row["name"]: row["state"] for row in run("staff", "list", "--json")["rows"]}
    assert (listed["lan"], listed["hoa"]) == ("new", "disabled")


def test_one_time_codes_are_switched_on_and_off(run: Run) -> None:
    """The secret is shown once, to be scanned or typed; there is nobody to switch on by mistake."""
    run("staff", "add", "lan", "--role", "auditor", "--json")
    (made,) = run("staff", "totp", "on", "lan", "--json")["rows"]
    assert made["address"].startswith("otpauth://totp/")
    assert made["secret"] in made["address"]
    again = run("staff", "totp", "on", "lan")
    assert made["secret"] not in again
    run("staff", "totp", "on", "ai đó", code=1)
    run("staff", "totp", "off", "lan", code=2)
    run("staff", "totp", "off", "lan", "--reason", "mất điện thoại", "--json")
    run("staff", "totp", "off", "lan", "--reason", "mất điện thoại", code=1)


def test_a_rating_of_any_channel_is_there_at_once(run: Run) -> None:
    """The operator looks live, up to today."""
    with open_home() as home:
        world = World(home.store, people=10_000)
        with home.store.look() as work:
            world.units["P-A"], world.desks["Quầy 1"] = 1, 1
            today = local_day(work.now)
        for channel in Channel:
            world.rate("Quầy 1", "P-A", today, [4], channel=channel)
    found = run("index", "--unit", "P-A", "--by", "channel", "--json")
    assert {row["channel"] for row in found["rows"]} == set(Channel)
    assert found["to"] == today.isoformat()
