"""Settings as an operator mistypes them: every mistake is told, at once, and before it does harm."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from hailong.entries import parse
from hailong.settings import Settings
from tests.serving import Server


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Server:
    server = Server(tmp_path_factory.mktemp("office") / "home")
    server.command("init", "--yes")
    return server


@pytest.fixture
def fresh(tmp_path: Path) -> Server:
    """A home that is not made yet."""
    return Server(tmp_path / "home")


def run(server: Server, *words: str, text: str = "", **environment: str) -> tuple[int, str, str]:
    """Run a command and give its exit code, what it showed, and what it said beside."""
    done = server.run(*words, text=text, **environment)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


def findings(server: Server, **environment: str) -> list[dict[str, str]]:
    _, shown, _ = run(server, "doctor", "--json", **environment)
    return json.loads(shown)["rows"]


def test_bad_keys_are_told_beside_other_mistakes(office: Server) -> None:
    """Neither hides the other, and no text of a key is shown."""
    bad = {"HAILONG_KEYS": "k1:hush,alsosecret", "HAILONG_REPLY_DAYS": "x"}
    code, _, told = run(office, "index", **bad)
    assert code == 2
    assert "HAILONG_KEYS: entry 1: the secret of key k1 is shorter than 16 bytes" in told
    assert "entry 2: should read kid:secret" in told
    assert "HAILONG_REPLY_DAYS" in told
    assert "hush" not in told
    assert "alsosecret" not in told


def test_doctor_sends_nobody_to_init_for_a_mistyped_key(office: Server) -> None:
    """`init` would make nothing better there."""
    (found,) = findings(office, HAILONG_KEYS="k1:short")
    assert found["state"] == "WRONG"
    assert "HAILONG_KEYS" in found["what"]
    assert "init" not in found["what"] + found["do"]


@pytest.mark.parametrize("spoilt", ["keys = 7\n", "keys = [7]\n", 'keys = ["k1:x"]\n', "keys = ["])
def test_a_spoilt_file_of_keys_is_named(fresh: Server, spoilt: str) -> None:
    """One sentence with the file's name, and a copy is what helps."""
    fresh.command("init", "--yes")
    (fresh.home / "keys.toml").write_text(spoilt, "utf-8")
    code, _, told = run(fresh, "index")
    assert code == 2
    assert "keys.toml" in told
    (found,) = findings(fresh)
    assert "copy" in found["do"]


def test_a_key_id_stands_for_one_key(office: Server) -> None:
    """Two secrets under one id are a mistake, not a crash."""
    twice = ",".join(["k1:" + "s" * 20, "k1:" + "t" * 20])
    code, _, told = run(office, "index", HAILONG_KEYS=twice)
    assert code == 2
    assert "entry 2: there is a key k1 already" in told


def test_entries_keep_their_order() -> None:
    """The newest stays last."""
    assert [key.kid for key in parse(["a:" + "s" * 16, " b:" + "t" * 16])] == ["a", "b"]


def test_a_mistyped_name_in_the_environment_is_warned_about(office: Server) -> None:
    """It has no effect, and whoever set it hears so, with what was meant."""
    code, shown, told = run(office, "units", "list", "--json", HAILONG_PUBLIK_URL="https://x.vn")
    assert code == 0
    assert json.loads(shown) == {"rows": []}
    assert "HAILONG_PUBLIK_URL" in told
    assert "did you mean HAILONG_PUBLIC_URL?" in told
    notes = [row["what"] for row in findings(office, HAILONG_TELEGRAM_TOKN_FILE="/x")]
    assert any("HAILONG_TELEGRAM_TOKN_FILE" in note for note in notes)
    _, _, told = run(office, "init", "--yes", HAILONG_PUBLIK_URL="https://x.vn")
    assert "HAILONG_PUBLIK_URL" in told


def test_a_mistyped_name_in_the_file_is_told_with_what_was_meant(fresh: Server) -> None:
    fresh.command("init", "--yes")
    (fresh.home / "hailong.toml").write_text('telegram_tokn = "1:a"\n', "utf-8")
    code, _, told = run(fresh, "index")
    assert code == 2
    assert "did you mean telegram_token?" in told


@pytest.mark.parametrize(
    "address",
    [
        "https://www.t.me",
        "https://T.me./bot",
        "https://telegram.dog/bot",
        "https://oa.zalo.me/123",
        "https://user:pw@danhgia.vn",
        "https://danhgia.vn:99999",
        "https://danhgia.vn:0",
        "https://danh..gia.vn",
        "https://danh gia.vn",
        "https://[::1",
    ],
)
def test_an_address_that_no_poster_should_carry_is_refused(office: Server, address: str) -> None:
    """A messenger's own host under any of its names, one with a password, one that cannot be."""
    code, _, told = run(office, "index", HAILONG_PUBLIC_URL=address)
    assert code == 2
    assert "HAILONG_PUBLIC_URL" in told
    assert "pw" not in told


@pytest.mark.parametrize("secret", ["bí mật", "a b", "s" * 257, "a.b", "x\n"])
def test_a_secret_that_telegram_refuses_is_told_before_the_start(
    office: Server, tmp_path: Path, secret: str
) -> None:
    """`doctor` finds it as well, though no bot is switched on yet."""
    code, _, told = run(office, "index", HAILONG_TELEGRAM_WEBHOOK_SECRET=secret)
    assert code == 2
    assert "HAILONG_TELEGRAM_WEBHOOK_SECRET: Telegram takes 1-256 letters" in told
    assert run(office, "index", HAILONG_TELEGRAM_WEBHOOK_SECRET="aZ0_-")[0] == 0


def test_what_zalo_would_refuse_is_told_before_the_start(office: Server) -> None:
    """Else an admin of the account would consent in vain, or nothing would ever come in."""
    bad = {
        "HAILONG_ZALO_OA_ID": "３８８６",
        "HAILONG_ZALO_OA_APP_ID": "12²",
        "HAILONG_ZALO_OA_CODE_VERIFIER": "v" * 42,
        "HAILONG_ZALO_BOT_WEBHOOK_SECRET": "mật-khẩu-dài",
    }
    code, _, said = run(office, "units", "list", **bad)
    assert code == 2
    assert all(name in said for name in bad)


def test_init_says_that_a_file_of_settings_stays(fresh: Server) -> None:
    """What was asked for is refused, not dropped; what agrees is fine."""
    fresh.command("init", "--yes", "--public-url", "https://a.gov.vn/", "--office", "Xã A")
    before = (fresh.home / "hailong.toml").read_bytes()
    code, _, told = run(fresh, "init", "--yes", "--public-url", "https://b.gov.vn")
    assert code == 2
    assert 'public_url = "https://b.gov.vn"' in told
    assert "hailong.toml" in told
    assert (fresh.home / "hailong.toml").read_bytes() == before
    agreed = ("--public-url", "https://a.gov.vn", "--office", "Xã A")
    assert run(fresh, "init", "--yes", *agreed)[0] == 0
    assert run(fresh, "init", "--yes", "--office", "Xã B")[0] == 2
    assert run(fresh, "init")[0] == 0, "nothing is asked whose answer would be dropped"


def test_the_sample_product_tells_wrong_settings_and_ports(tmp_path: Path) -> None:
    """`make run` answers in sentences as well."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith("HAILONG_")}
    for port, extra in (("99999", {}), ("0", {"HAILONG_KEYS": "k1:short"})):
        done = subprocess.run(
            [sys.executable, "-m", "hailong.running", "--port", port],
            env=clean | {"HAILONG_HOME": str(tmp_path / "home"), **extra},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode in (1, 2)
        assert "Traceback" not in done.stderr
        assert ("99999" if port == "99999" else "HAILONG_KEYS") in done.stderr


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("sqlite:///hailong.db", "by its whole path"),
        ("sqlite:///:memory:", "by its whole path"),
        ("postgres://u@h/db", "by its whole path"),
        ("postgresql+psycopg://u:hu@sh@h/db", "write @ as %40"),
        ("postgresql+psycopg://h:hush/db", "write @ as %40"),
    ],
)
def test_an_address_of_a_database_that_leads_astray_is_refused_unread(
    office: Server, address: str, wanted: str
) -> None:
    """A file that depends on the working folder is another one at night; a password is not told."""
    code, shown, told = run(office, "index", HAILONG_DATABASE_URL=address)
    assert (code, shown) == (2, "")
    assert wanted in told
    assert "hu" not in told.replace("should", "")


def test_a_file_for_a_secret_is_one_that_holds_it(office: Server, tmp_path: Path) -> None:
    """An empty one would switch off in silence; Notepad's mark at the beginning is no letter."""
    (tmp_path / "empty").write_text("\n")
    (tmp_path / "token").write_text("123:ABC\r\n", "utf-8-sig")
    name, on = "HAILONG_TELEGRAM_TOKEN_FILE", {"HAILONG_TELEGRAM_MODE": "polling"}
    code, _, told = run(office, "index", **on, **{name: str(tmp_path / "empty")})
    assert (code, told.strip()) == (2, f"{name}: {tmp_path / 'empty'} is empty")
    on[name] = str(tmp_path / "token")
    assert run(office, "index", **on)[0] == 0
    code, _, told = run(office, "index", **on, HAILONG_TELEGRAM_TOKEN="456:DEF")
    assert code == 2
    assert "HAILONG_TELEGRAM_TOKEN is set, too" in told
    assert run(office, "index", HAILONG_TELEGRAM_TOKEN_FILE="")[0] == 0


def test_the_file_of_settings_is_taken_as_windows_writes_it_and_by_its_sense(fresh: Server) -> None:
    """`true` for days would be one day, and another home would lend its keys."""
    fresh.command("init", "--yes")
    file = fresh.home / "hailong.toml"
    file.write_text('office = "Xã A"\r\n', "utf-8-sig")
    assert run(fresh, "index")[0] == 0
    file.write_text('reply_days = true\nhome = "/elsewhere"\n', "utf-8")
    code, _, told = run(fresh, "index")
    assert code == 2
    assert "HAILONG_REPLY_DAYS: give a number" in told
    assert "home in" in told


def test_a_home_with_odd_letters_holds_its_own_database(tmp_path: Path) -> None:
    """Read as parts of an address, ? and % would put it elsewhere, open to everybody."""
    server = Server(tmp_path / "xã %20?mode=x#y" / "home:8@")
    server.command("init", "--yes")
    assert (server.home / "hailong.db").stat().st_size
    assert [one.name for one in tmp_path.iterdir()] == ["xã %20?mode=x#y"]
    server.command("backup", str(tmp_path / "one.backup"))
    server.command("verify", str(tmp_path / "one.backup"))


@pytest.mark.parametrize("place", ["u:hush@127.0.0.1:1/db", "127.0.0.1:1/db?user=u&password=hush"])
def test_a_database_that_does_not_answer_is_named_without_its_password(
    office: Server, place: str
) -> None:
    code, shown, told = run(office, "index", HAILONG_DATABASE_URL=f"postgresql+psycopg://{place}")
    assert (code, shown) == (1, "")
    assert "127.0.0.1:1/db cannot be opened" in told
    assert "hush" not in told


@pytest.mark.parametrize("proxy", ["hush", "ftp://hush:1", "http://", "http://hush:99999"])
def test_a_proxy_that_cannot_be_one_is_told_with_the_other_mistakes(
    office: Server, proxy: str
) -> None:
    code, _, told = run(office, "index", HAILONG_TELEGRAM_PROXY=proxy, HAILONG_REPLY_DAYS="0")
    assert code == 2
    assert "HAILONG_TELEGRAM_PROXY: give http://HOST:PORT" in told
    assert "HAILONG_REPLY_DAYS" in told
    assert "hush" not in told


def test_every_setting_is_in_the_manual() -> None:
    docs = Path(__file__).parents[2] / "docs"
    told = (docs / "operating.md").read_text("utf-8") + (docs / "zalo.md").read_text("utf-8")
    known = set(Settings.model_fields) - {"home"}
    assert {key for key in known if not re.search(rf"`{key}\b", told)} == set()
