"""A backup carries the settings of an office and none of its secrets, not even within the seal."""

import tomllib
from pathlib import Path

import pytest

from hailong.backup.box import OpenedBox
from hailong.backup.kept_settings import parted, written
from hailong.backup.locks import Openers
from hailong.backup.making import make
from hailong.backup.scroll import Unrolled, lines
from hailong.home import wire
from hailong.settings import Settings
from tests.office import KEY

PASSPHRASE = "năm từ rút ngẫu nhiên"
SECRETS = {
    "keys": "k9:a-key-of-thirty-two-bytes-or-more",
    "backup_passphrase": PASSPHRASE,
    "database_url": "postgresql+psycopg://hailong:mật-khẩu@db/hailong",
    "telegram_token": "123456:a-token-of-telegram",
    "telegram_webhook_secret": "a-secret-of-the-hook",
    "telegram_proxy": "http://lan:mat-khau@proxy:3128",
    "zalo_oa_app_secret": "a-secret-of-the-app",
    "zalo_oa_secret_key": "a-key-of-the-account",
    "zalo_oa_access_token": "an-access-token",
    "zalo_oa_refresh_token": "a-refresh-token",
    "zalo_oa_code_verifier": "a-verifier-of-forty-three-characters-at-least",
    "zalo_bot_token": "123456:a-token-of-zalo",
    "zalo_bot_webhook_secret": "another-secret-of-a-hook",
}
PLAIN = {"office": 'UBND xã "An Bình"\\', "contact": "Bà Lan\n0203 111", "reply_days": 45}


def test_secrets_are_named_and_everything_else_is_carried() -> None:
    shown, hidden = parted(SECRETS | PLAIN)
    assert shown == PLAIN
    assert set(hidden) == set(SECRETS)


def test_what_reads_like_a_secret_is_one() -> None:
    """So that a setting to come is rather set again by hand than given away."""
    names = ("token", "secret", "passphrase", "password", "key", "keys", "verifier")
    like = {name for name in Settings.model_fields if name.endswith(names)}
    assert like <= set(parted(dict.fromkeys(Settings.model_fields, "x"))[1])
    assert parted({"new": {"a": "table"}}) == ({}, ("new",))


@pytest.mark.parametrize("when", ["2026-08-12 05:00 UTC"])
def test_settings_written_down_are_read_as_they_were(when: str) -> None:
    text = written(PLAIN, tuple(sorted(SECRETS)), when)
    assert tomllib.loads(text) == PLAIN
    assert "# telegram_token =" in text


def test_no_secret_stands_within_the_seal(tmp_path: Path, sqlite_url: str) -> None:
    written_down = [
        f'{name} = "{value}"' for name, value in SECRETS.items() if name != "database_url"
    ]
    (tmp_path / "hailong.toml").write_text("\n".join(written_down), "utf-8")
    keys = f"{KEY.kid}:{KEY.secret.decode()}"
    home = wire(
        Settings(home=tmp_path, database_url=sqlite_url, keys=keys, backup_passphrase=PASSPHRASE)
    )
    made = make(home, tmp_path / "one.backup")
    home.store.close()
    with made.path.open("rb") as file:
        plain = b"\n".join(lines(OpenedBox.open(file, Openers((KEY,)))))
        assert Unrolled.open(OpenedBox.open(file, Openers((KEY,)))).manifest == made.manifest
    for secret in (*SECRETS.values(), KEY.secret.decode()):
        assert secret.encode() not in plain
        assert secret.encode() not in made.path.read_bytes()
    assert b"telegram_token" in plain
