"""What commands show and say: one document on standard output, messages beside it, one language."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from tests.serving import Server

NOT_ENGLISH = re.compile("[À-ỹ]")


@pytest.fixture
def fresh(tmp_path: Path) -> Server:
    server = Server(tmp_path / "home")
    server.found()
    return server


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Server:
    """A home with an office of three desks."""
    server = Server(tmp_path_factory.mktemp("office") / "home")
    server.found()
    return server


def row(server: Server, *words: str) -> dict[str, object]:
    """Run a command with ``--json`` and give the one row of its document."""
    (only,) = json.loads(server.command(*words, "--json"))["rows"]
    return only


def test_keys_are_handled_with_documents(fresh: Server) -> None:
    """Whoever automates the change of keys reads what was done."""
    desk = json.loads(fresh.command("desks", "list", "--json"))["rows"][0]
    fresh.command("talk", "--desk", desk["code"], text="5\n9\n9\n9\nCảm ơn cán bộ\n")
    assert row(fresh, "keys", "add") == {"kid": "k2"}
    assert row(fresh, "keys", "add", "k3") == {"kid": "k3"}
    assert row(fresh, "keys", "retire", "k2") == {"kid": "k2"}
    done = row(fresh, "keys", "reencrypt")
    assert done["kid"] == "k3"
    assert isinstance(done["sealed"], int)
    assert done["sealed"] >= 1


def test_the_sample_office_is_handled_with_documents(fresh: Server) -> None:
    """The second load says that nothing was made."""
    assert row(fresh, "sample", "load") == {"unit_code": "MAU-AB-MC", "made": True}
    assert row(fresh, "sample", "load") == {"unit_code": "MAU-AB-MC", "made": False}
    gone = row(fresh, "sample", "remove")["ratings"]
    assert isinstance(gone, int)
    assert gone > 500


def test_without_json_nothing_of_it_is_on_standard_output(fresh: Server) -> None:
    """What was done is a message, and messages stand beside the data."""
    done = fresh.run("keys", "add")
    assert done.stdout == ""
    assert "Added k2" in done.stderr


def test_a_talk_asks_for_what_can_be_typed(office: Server) -> None:
    """In a terminal nothing is pressed; shown as Telegram shows it, something is."""
    typed = office.command("talk", "--desk", "AB/Quầy 1", text="4\n")
    assert "Xin gõ số của một dòng:" in typed
    assert "Gõ nhầm? Gõ SỬA" in typed
    assert "bấm" not in typed.lower()
    shown = office.command("talk", "--desk", "AB/Quầy 1", "--channel", "telegram", text="4\n")
    assert "Xin bấm một dòng" in shown
    assert "[4. Hài lòng" in shown


def test_a_refused_poster_is_refused_in_one_language(office: Server, tmp_path: Path) -> None:
    """The commands speak English, also about the address."""
    done = office.run("qr", "print", "--out", str(tmp_path / "p.pdf"))
    assert done.returncode == 1
    assert "only the server itself can open it" in done.stderr
    assert "--draft" in done.stderr
    assert not NOT_ENGLISH.search(done.stderr)


@pytest.mark.parametrize("kind", ["pdf", "png", "svg"])
def test_a_folder_in_the_way_is_named_and_nothing_of_ours(
    office: Server, tmp_path: Path, kind: str
) -> None:
    """The message names what was asked for, never an unfinished file."""
    desk = json.loads(office.command("desks", "list", "--json"))["rows"][0]["code"]
    out = tmp_path / f"posters.{kind}"
    (out / "full").mkdir(parents=True)
    words = ("qr", "print", "--draft", "--format", kind, "--out", str(out), "--desk", desk)
    done = office.run(*words)
    assert done.returncode == 1
    assert f"{out} cannot be written: " in done.stderr
    assert "Traceback" not in done.stderr
    assert ".part" not in done.stderr
    assert done.stderr.count(str(out.parent)) == 1


def test_a_running_or_empty_period_is_published_with_a_warning(fresh: Server) -> None:
    """It is done as asked, and the operator hears what the public will see."""
    year = date.today().year  # noqa: DTZ011  the command knows no other clock
    done = fresh.run("periods", "publish", str(year), "--unit", "AB", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["rows"][0]["period"] == str(year)
    assert f"runs until {year}-12-31" in done.stderr
    assert "nobody rated" in done.stderr


def test_a_whole_period_with_ratings_is_published_without_a_word(fresh: Server) -> None:
    """What is as it should be needs no warning."""
    fresh.command("sample", "load")
    (published,) = json.loads(fresh.command("periods", "list", "--json"))["rows"]
    again = ("periods", "publish", str(published["period"]), "--unit", str(published["unit_code"]))
    done = fresh.run(*again)
    assert done.returncode == 0
    assert "Warning" not in done.stderr


def test_a_withdrawn_period_is_a_document(fresh: Server) -> None:
    fresh.command("periods", "publish", "2026Q1", "--unit", "AB")
    done = row(fresh, "periods", "withdraw", "2026Q1", "--unit", "AB")
    assert done == {"period": "2026Q1", "unit": "AB"}
