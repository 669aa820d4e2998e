"""The commands as an operator meets them: a home of its own, real processes, exit codes."""

import json
import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from bot.channels.console import story
from tests.serving import Server


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Server:
    """A home with an office of three desks."""
    server = Server(tmp_path_factory.mktemp("office") / "home")
    server.found()
    return server


@pytest.fixture
def fresh(tmp_path: Path) -> Server:
    """A home that is not made yet."""
    return Server(tmp_path / "home")


def rows(server: Server, *words: str) -> list[dict]:
    return json.loads(server.command(*words, "--json"))["rows"]


def counts(server: Server) -> dict[str, int]:
    return rows(server, "index", "--unit", "AB")[0]["counts"]


def test_init_makes_a_closed_home_and_tells_the_password_once(fresh: Server) -> None:
    told = json.loads(fresh.command("init", "--yes", "--json"))["rows"][0]
    assert told["admin"] == "admin"
    assert len(told["password"]) >= 12
    assert stat.S_IMODE(fresh.home.stat().st_mode) == 0o700
    for name in ("keys.toml", "hailong.toml", "hailong.db"):
        assert stat.S_IMODE((fresh.home / name).stat().st_mode) == 0o600
    keys = (fresh.home / "keys.toml").read_bytes()
    again = json.loads(fresh.command("init", "--yes", "--json"))["rows"][0]
    assert again["password"] is None
    assert (fresh.home / "keys.toml").read_bytes() == keys
    assert told["password"].encode() not in (fresh.home / "hailong.db").read_bytes()


def test_init_brings_no_samples(fresh: Server) -> None:
    fresh.command("init", "--yes")
    assert rows(fresh, "units", "list") == []
    assert rows(fresh, "index") == []


def test_a_home_that_is_not_made_says_what_to_do(fresh: Server) -> None:
    done = fresh.run("index")
    assert done.returncode == 2
    assert "hailong init" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_database_that_does_not_open_leaves_no_half_of_a_home(fresh: Server) -> None:
    """Else whoever answers again would be asked nothing, and never get the first password."""
    nowhere = "postgresql+psycopg://u:a-word-of-theirs@127.0.0.1:1/x"
    for asked, text in ((nowhere, ""), ("-", f"{nowhere}\n")):
        done = fresh.run("init", "--yes", "--database-url", asked, text=text)
        assert (done.returncode, "cannot be opened" in done.stderr) == (1, True)
        assert "Traceback" not in done.stderr
        assert "a-word-of-theirs" not in done.stderr
        assert not fresh.home.exists()
    assert fresh.run("init", "--yes", "--database-url", "-").returncode == 2
    again = json.loads(fresh.command("init", "--yes", "--json"))["rows"][0]
    assert again["password"]
    for command in ("upgrade", "current"):
        done = fresh.run("db", command, HAILONG_DATABASE_URL=nowhere)
        assert (done.returncode, "Traceback" in done.stderr) == (1, False)


def test_no_new_keys_are_made_beside_a_database_of_others(fresh: Server) -> None:
    fresh.command("init", "--yes")
    keys = (fresh.home / "keys.toml").read_bytes()
    (fresh.home / "keys.toml").unlink()
    for words in (("staff", "list"), ("init", "--yes")):
        done = fresh.run(*words)
        assert done.returncode in (1, 2)
        assert "put your copy of it back" in done.stderr
    assert not (fresh.home / "keys.toml").exists()
    (fresh.home / "keys.toml").write_bytes(keys)
    fresh.command("init", "--yes")


def test_all_bad_settings_are_told_at_once(office: Server) -> None:
    done = office.run(
        "index",
        HAILONG_PUBLIC_URL="example",
        HAILONG_TELEGRAM_MODE="carrier pigeon",
        HAILONG_DATABASE_URL="mysql://x",
        HAILONG_BATCH_FLOOR="2",
    )
    assert done.returncode == 2
    for key in ("PUBLIC_URL", "TELEGRAM_MODE", "DATABASE_URL", "BATCH_FLOOR"):
        assert f"HAILONG_{key}" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_setting_in_the_file_is_named(fresh: Server) -> None:
    fresh.command("init", "--yes")
    (fresh.home / "hailong.toml").write_text('publik_url = "https://x.vn"\n')
    done = fresh.run("index")
    assert done.returncode == 2
    assert "publik_url" in done.stderr


def test_a_webhook_without_a_secret_refuses_to_start(office: Server) -> None:
    done = office.run("serve", HAILONG_TELEGRAM_TOKEN="1:abc")
    assert done.returncode == 2
    assert "secret" in done.stderr
    assert "1:abc" not in done.stderr


def test_secrets_are_read_from_files(office: Server, tmp_path: Path) -> None:
    (tmp_path / "keys").write_text("zz:" + "s" * 40 + "\n")
    done = office.run("keys", "list", "--json", HAILONG_KEYS_FILE=str(tmp_path / "keys"))
    assert [row["kid"] for row in json.loads(done.stdout)["rows"]] == ["zz"]


@pytest.mark.parametrize("asked", [("--workers", "2"), ("--only", "web")])
def test_several_processes_on_sqlite_are_refused(office: Server, asked: tuple[str, str]) -> None:
    done = office.run("serve", *asked)
    assert done.returncode == 2
    assert "SQLite" in done.stderr


@pytest.mark.parametrize("level", [5, 4, 3, 2, 1])
def test_each_level_said_in_the_terminal_is_read_back(office: Server, level: int) -> None:
    before = counts(office)
    desk = rows(office, "desks", "list")[0]
    said = office.command("talk", "--desk", desk["code"], text=f"{level}\n9\n")
    after = counts(office)
    assert {key: after[key] - before[key] for key in after} == {
        str(n): int(n == level) for n in range(1, 6)
    }
    assert desk["name"] in said


def test_a_talk_is_kept_as_a_story(office: Server, tmp_path: Path) -> None:
    path = tmp_path / "talk.story"
    desk = rows(office, "desks", "list")[1]
    office.command("talk", "--desk", desk["token"], "--story", str(path), text="hai long\n5\n")
    kept = story.read(path.read_text("utf-8"))
    assert story.Typed("hai long") in kept.entries
    assert any(isinstance(e, story.Recorded) and e.fact.startswith("level 4") for e in kept.entries)


def test_a_talk_as_in_zalo_goes_by_zalos_rules(office: Server) -> None:
    """Desks to choose from, nothing to press, and what accuses goes to a form on the web."""
    said = office.command("talk", "--channel", "zalo", text="2\n4\n/start\nHọ đòi tiền bồi dưỡng\n")
    assert "2. Quầy 2" in said
    assert "Đã ghi: Hài lòng (Quầy 2" in said
    assert "bấm một dòng" not in said
    assert "đọc được cuộc trò chuyện này" in said
    assert f"{office.url}/case/" in said
    desk = rows(office, "desks", "list")[1]
    begun = office.command("talk", "--channel", "zalo", "--desk", "AB/Quầy 2", text="")
    assert f"tại {desk['name']}" in begun


def test_the_same_name_is_the_same_person(office: Server) -> None:
    before = sum(counts(office).values())
    desk = rows(office, "desks", "list")[2]
    for level in ("1", "2"):
        office.command("talk", "--desk", desk["code"], "--as", "bà Tư", text=f"{level}\n")
    office.command("talk", "--desk", desk["code"], "--as", "bà Tư", text="sửa\n5\n")
    assert sum(counts(office).values()) == before + 1


def test_keys_are_added_used_and_retired(fresh: Server) -> None:
    fresh.found()
    desk = rows(fresh, "desks", "list")[0]
    fresh.command("talk", "--desk", desk["code"], text="5\n9\n9\n9\nCảm ơn cán bộ\n")
    assert fresh.run("keys", "retire", "k1").returncode == 1
    fresh.command("keys", "add", "k2")
    assert fresh.run("keys", "add", "k2").returncode == 1
    listed = {row["kid"]: row for row in rows(fresh, "keys", "list")}
    assert listed["k2"]["signs"]
    assert listed["k1"]["posters"] == 3
    assert listed["k1"]["sealed"] >= 1
    fresh.command("keys", "reencrypt")
    listed = {row["kid"]: row for row in rows(fresh, "keys", "list")}
    assert listed["k1"]["sealed"] == 0
    assert "carry k1" in fresh.run("keys", "retire", "k1").stderr
    fresh.command("talk", "--desk", desk["token"], text="4\n")
    assert sum(counts(fresh).values()) == 2


def test_the_sample_office_comes_and_goes_without_a_trace(fresh: Server) -> None:
    fresh.found()
    desk = rows(fresh, "desks", "list")[0]
    fresh.command("talk", "--desk", desk["code"], text="5\n")
    before = _census(fresh)
    fresh.command("sample", "load")
    table = rows(fresh, "index", "--unit", "MAU-AB")
    assert table[0]["n"] > 500
    assert table[0]["sample"] is True
    fresh.command("sample", "remove")
    after = _census(fresh)
    for table_name in ("audit", "place_stamp", "service"):
        before.pop(table_name), after.pop(table_name)
    assert after == before
    assert fresh.run("sample", "remove").returncode == 1


def _census(server: Server) -> dict[str, int]:
    with sqlite3.connect(server.home / "hailong.db") as database:
        names = [
            row[0]
            for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return {
            name: database.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names
        }


def test_doctor_finds_what_is_wrong(fresh: Server) -> None:
    fresh.found()
    assert fresh.run("doctor").returncode == 0
    with sqlite3.connect(fresh.home / "hailong.db") as database:
        database.execute("UPDATE tally_unit_month SET n5 = n5 + 1")
        database.execute(
            "INSERT INTO tally_unit_month VALUES (739800, 1, 'live', 0, 0, 0, 0, 1, 0)"
        )
    os.chmod(fresh.home, 0o755)
    done = fresh.run("doctor", "--json")
    assert done.returncode == 1
    wrong = [row["what"] for row in json.loads(done.stdout)["rows"] if row["state"] == "WRONG"]
    assert len(wrong) == 2


def test_a_terminal_of_another_character_set_loses_no_command(office: Server) -> None:
    """An old SSH client brings its Latin-1 along; the answer comes whole, and as JSON it is read."""
    command = [sys.executable, "-m", "hailong.cli", "units", "list", "--json"]
    env = office.environment() | {"PYTHONIOENCODING": "latin-1"}
    done = subprocess.run(command, env=env, capture_output=True, check=True, timeout=120)
    assert json.loads(done.stdout)["rows"][0]["name"] == "Xã An Bình"


@pytest.mark.parametrize(
    ("address", "fit"),
    [
        ("https://danhgia.example.gov.vn", True),
        ("https://localhost", False),
        ("https://may-chu.lan:8443", False),
        ("http://danhgia.tinh.gov.vn", False),
    ],
)
def test_doctor_and_the_printer_judge_an_address_alike(
    office: Server, tmp_path: Path, address: str, fit: bool
) -> None:
    """What the printer refuses is never told to be what posters carry."""
    setting = {"HAILONG_PUBLIC_URL": address}
    done = office.run("qr", "print", "--out", str(tmp_path / "a.pdf"), **setting)
    assert done.returncode == (0 if fit else 1)
    found = office.run("doctor", "--json", **setting).stdout
    assert (f"posters carry {address}" in found) == fit
    assert ("cannot stand on a poster" in found) != fit


def test_another_account_is_not_allowed_in(fresh: Server) -> None:
    """Whoever can read the home holds the data, so that the others get code 3 and are told whose
    it is; never a mistake in the settings.
    """
    fresh.command("init", "--yes")
    fresh.home.chmod(0o700 if os.geteuid() == 0 else 0)
    stranger = """if True:
        import os, hailong.cli, hailong.checkup, hailong.commands.doctor, hailong.commands.index
        import feedback.services.indices, feedback.services.refusals, pwd
        if os.geteuid() == 0:
            os.setgroups([]); os.setresgid(65534, 65534, 65534); os.setresuid(65534, 65534, 65534)
        hailong.cli.main()
    """
    for words in (["doctor"], ["index", "--json"]):
        done = subprocess.run(
            [sys.executable, "-c", stranger, *words],
            env=fresh.environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stdout) == (3, "")
        assert f"{fresh.home / 'hailong.toml'} is closed to you" in done.stderr
    fresh.home.chmod(0o700)


def test_doctor_asks_who_stands_in_front(fresh: Server) -> None:
    """TLS is somebody else's: unnamed, a whole hall and a flood are one address to the product."""
    fresh.command("init", "--yes")
    behind = {"HAILONG_PUBLIC_URL": "https://danhgia.invalid"}
    assert "HAILONG_TRUSTED_PROXIES" in fresh.run("doctor", "--json", **behind).stdout
    named = behind | {"HAILONG_TRUSTED_PROXIES": "127.0.0.1/32"}
    assert "HAILONG_TRUSTED_PROXIES" not in fresh.run("doctor", "--json", **named).stdout
    assert "HAILONG_TRUSTED_PROXIES" not in fresh.run("doctor", "--json").stdout


def test_unknown_commands_and_options_are_wrong_usage(office: Server) -> None:
    assert office.run("frobnicate").returncode == 2
    assert office.run("index", "--nonsense").returncode == 2


def test_what_is_real_keeps_the_sample_from_being_removed(fresh: Server) -> None:
    fresh.found()
    fresh.command("sample", "load")
    (fresh.home / "more.csv").write_text(
        "unit_code,name,service_codes,languages\nMAU-AB-MC,Quầy thật,,\n", "utf-8"
    )
    fresh.command("desks", "import", str(fresh.home / "more.csv"))
    fresh.command("staff", "add", "bình", "--role", "supervisor", "--unit", "MAU-AB")
    fresh.command("units", "merge", "AB", "--into", "MAU-AB", "--basis", "thử")
    done = fresh.run("sample", "remove")
    assert done.returncode == 1
    for name in ("Quầy thật", "bình", "Xã An Bình"):
        assert name in done.stderr
    assert "Traceback" not in done.stderr


def test_a_bad_address_never_reaches_the_settings_file(fresh: Server) -> None:
    done = fresh.run("init", "--yes", "--public-url", "ftp://x")
    assert done.returncode == 2
    assert not (fresh.home / "hailong.toml").exists()
    fresh.command("init", "--yes")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("TRUSTED_PROXIES", "abc"),
        ("REPLY_DAYS", "-3"),
        ("EVIDENCE_DAYS", "0"),
        ("PUBLIC_URL", "https://a.vn/?q=1"),
        ("PUBLIC_URL", "https://zalo.me/123"),
        ("ZALO_OA_ID", "abc"),
        ("TELEGRAM_TOKEN", "bad"),
    ],
)
def test_each_bad_setting_is_named(office: Server, key: str, value: str) -> None:
    done = office.run("index", **{f"HAILONG_{key}": value})
    assert done.returncode == 2
    assert f"HAILONG_{key}" in done.stderr


def test_a_missing_secret_is_told_beside_other_mistakes(office: Server) -> None:
    mistakes = {"HAILONG_TELEGRAM_TOKEN": "1:abc", "HAILONG_REPLY_DAYS": "x"}
    done = office.run("index", **mistakes)
    assert done.returncode == 2
    assert "HAILONG_TELEGRAM_WEBHOOK_SECRET" in done.stderr
    assert "HAILONG_REPLY_DAYS" in done.stderr


def test_a_taken_port_is_one_sentence(office: Server) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = office.run("serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 1
    assert "Cannot listen" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_talk_begins_at_a_desk_by_any_of_its_names(office: Server) -> None:
    assert "Quầy 2" in office.command("talk", "--desk", "AB/Quầy 2", text="")
    done = office.run("talk", "--desk", "NOPE")
    assert done.returncode == 1
    assert "desks list" in done.stderr


def test_the_index_takes_one_form_and_days_in_order(office: Server) -> None:
    assert office.run("index", "--csv", "--json").returncode == 2
    assert office.run("index", "--from", "2026-12-01", "--to", "2026-01-01").returncode == 2
    assert office.run("index", "--from", "21/11/2025").returncode == 0


def test_posters_make_their_folder(office: Server, tmp_path: Path) -> None:
    out = tmp_path / "new" / "posters.pdf"
    assert office.run("qr", "print", "--out", str(out)).returncode == 1
    office.command("qr", "print", "--draft", "--out", str(out))
    assert out.read_bytes().startswith(b"%PDF")


def test_the_only_admin_cannot_be_locked_out(office: Server) -> None:
    assert office.run("staff", "disable", "admin").returncode == 1
    office.command("staff", "add", "an", "--role", "admin")
    office.command("staff", "disable", "an")
    assert office.run("staff", "disable", "admin").returncode == 1


def test_a_server_does_not_write_with_another_homes_keys(fresh: Server, tmp_path: Path) -> None:
    fresh.command("init", "--yes")
    other = Server(tmp_path / "other")
    other.command("init", "--yes")
    (fresh.home / "keys.toml").write_bytes((other.home / "keys.toml").read_bytes())
    done = fresh.run("serve", "--port", str(fresh.port))
    assert done.returncode == 1
    assert "put its own keys.toml back" in done.stderr
    assert "two homes are mixed up" in fresh.command("doctor", "--json", code=1)
