"""An operator's way: copy every day, prove it, lose the machine, stand up elsewhere."""

import json
import shutil
import urllib.request
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.serving import Server

TOKEN = "123456:a-token-of-telegram"
SECRET = "a-secret-of-the-hook-that-nobody-reads"


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home as `init` and two imports leave it, to be copied."""
    server = Server(tmp_path_factory.mktemp("founded") / "home")
    server.found()
    return server.home


@pytest.fixture
def office(founded: Path, tmp_path: Path) -> Server:
    server = Server(tmp_path / "home")
    shutil.copytree(founded, server.home)
    with (server.home / "hailong.toml").open("a") as file:
        file.write(f'telegram_token = "{TOKEN}"\ntelegram_webhook_secret = "{SECRET}"\n')
        file.write('contact = "Bà Lan, 0203 111"\n')
    return server


def get(url: str) -> tuple[int, str]:
    with urllib.request.urlopen(url, timeout=10) as answer:
        return answer.status, answer.read().decode()


def row(text: str) -> dict:
    (only,) = json.loads(text)["rows"]
    return only


def test_a_machine_is_lost_and_its_office_stands_up_elsewhere(
    office: Server, tmp_path: Path
) -> None:
    """The poster on the desk resolves there; settings came along, secrets did not."""
    desk = json.loads(office.command("desks", "list", "--json"))["rows"][0]
    office.command("talk", "--desk", desk["code"], text="5\n9\n9\n9\n")
    path = tmp_path / "office.backup"
    made = row(office.command("backup", str(path), "--json"))
    assert made["bytes"] == path.stat().st_size
    assert made["ratings"] == 1
    assert made["secrets"] == ["telegram_token", "telegram_webhook_secret"]
    found = json.loads(office.command("verify", "--json"))
    assert found["ok"] is True
    assert found["sha256"] == made["sha256"]
    assert "no backup was proven" not in office.command("doctor")
    keys = (office.home / "keys.toml").read_bytes()
    shutil.rmtree(office.home)
    there = Server(tmp_path / "there")
    there.home.mkdir(mode=0o700)
    (there.home / "keys.toml").write_bytes(keys)
    done = json.loads(there.command("restore", str(path), "--json"))
    assert done["tables"]["rating"] == 1
    settings = (there.home / "hailong.toml").read_text("utf-8")
    assert "Bà Lan, 0203 111" in settings
    assert "# telegram_token =" in settings
    assert TOKEN not in settings
    there.start()
    status, page = get(f"{there.url}/q/{desk['token']}")
    assert status == 200
    assert "Quầy 1" in page
    assert "hailong_last_backup_timestamp_seconds 0.0" in get(f"{there.url}/metrics")[1]
    there.stop()
    assert json.loads(there.command("audit", "verify", "--json"))["ok"] is True


def test_backups_of_a_folder_are_kept_by_days(office: Server, tmp_path: Path) -> None:
    """What others put there stays, and a failed backup takes nothing away."""
    folder = tmp_path / "copies"
    first = row(office.command("backup", f"{folder}/", "--json"))["path"]
    (folder / "notes.txt").write_text("theirs")
    second = json.loads(office.command("backup", str(folder), "--keep", "3", "--json"))
    assert second["removed"] == [first]
    assert {one.name for one in folder.iterdir()} == {
        "notes.txt",
        Path(second["rows"][0]["path"]).name,
    }
    office.command("backup", str(tmp_path / "one.backup"), "--keep", "3", code=2)


def test_doctor_and_the_metrics_know_the_last_backup(office: Server, tmp_path: Path) -> None:
    office.command("backup", str(tmp_path / "one.backup"))
    told = office.command("doctor", "--json")
    assert "the last good backup is of" in told
    assert "no backup was proven" in told
    kept = office.home / "last-backup"
    noted = json.loads(kept.read_text())
    old = datetime.now(UTC) - timedelta(days=3)
    kept.write_text(json.dumps(noted | {"at": old.isoformat()}))
    said = json.loads(office.command("doctor", "--json", code=1))["rows"]
    assert [one["state"] for one in said if "the last good backup" in one["what"]] == ["WRONG"]
    office.start()
    shown = get(f"{office.url}/metrics")[1]
    (line,) = [one for one in shown.splitlines() if one.startswith("hailong_last_backup")]
    assert float(line.split()[1]) == pytest.approx(old.timestamp())
    office.stop()


def test_what_is_wrong_is_told_in_words_and_by_exit_code(office: Server, tmp_path: Path) -> None:
    path = tmp_path / "one.backup"
    office.command("verify", code=2)
    office.command("backup", str(path))
    office.command("backup", str(path), code=1)
    (office.home / "spool").mkdir()
    (office.home / "spool" / "1").write_bytes(b"sealed")
    office.command("backup", str(path), "--replace")
    data = bytearray(path.read_bytes())
    data[5000] ^= 1
    path.write_bytes(data)
    office.command("verify", code=1)
