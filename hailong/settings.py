"""Settings: a file in the home, overridden by the environment, overridden by flags.

Mistakes are told all at once, and a secret is never quoted in them.
"""

import os
import re
import tomllib
import unicodedata
from collections.abc import Collection, Iterator
from importlib.util import find_spec
from ipaddress import ip_network
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import SplitResult, urlsplit

from pydantic import Field, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from hailong import database_address, entries, secret_files, setting_pairs
from hailong.limits import LimitSettings
from hailong.names import PREFIX, name_of, nearest, strangers
from qr.links import Unprintable, why_unprintable

if TYPE_CHECKING:
    from feedback.services.cases.steps import Patience
    from feedback.services.privacy.keeping import Keeping

SETTINGS_FILE = "hailong.toml"
KEYS_FILE = "keys.toml"
_NEVER = (Unprintable.NOT_ABSOLUTE, Unprintable.EXTRA_PARTS, Unprintable.MESSENGER)
"""What no address may be; one that citizens cannot reach yet still serves to try things out."""
_TOKEN = re.compile(r"\d+:\S+")
_HOOK = re.compile(r"[A-Za-z0-9_-]{1,256}")
_YES_OR_NO = "{}: give a number, or a text in quotes; true and false are no value here"
# Zalo lets an app ask 4,000 times a minute.
_COUNTS = {
    "zalo_oa_rpm": (1, 4000),
    "zalo_oa_billed_daily_cap": (0, 100_000),
    "zalo_oa_silence_hours": (1, 720),
}
"""The least and the most of settings that are numbers."""
_NUMBER = (re.compile(r"[0-9]+"), "give the account's number, digits only")
_FORMS = {
    "zalo_oa_id": _NUMBER,
    "zalo_oa_app_id": _NUMBER,
    # RFC 7636, 4.1: another verifier is refused only after an admin has consented.
    "zalo_oa_code_verifier": (
        re.compile(r"[\w.~-]{43,128}", re.A),
        "give 43 to 128 letters, digits or ._~-",
    ),
    "zalo_bot_webhook_secret": (re.compile(r"[!-~]{8,256}"), "give 8 to 256 signs, no space"),
}
"""How settings that Zalo reads have to look."""
_DOMAIN_FILE = re.compile(r"(?:zalo_verifier)?([A-Za-z0-9_-]{8,200})(?:\.html)?")


class BadSettings(Exception):
    """Settings that cannot be used; ``problems`` names each key and what would be right."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def home_path() -> Path:
    """Give the home: ``$HAILONG_HOME``, else ``./var``."""
    return Path(os.environ.get("HAILONG_HOME") or "var").absolute()


class Settings(LimitSettings):
    """Everything an office can set. Names as in the table of settings, without the prefix."""

    # Errors hide what was given, since it may be a secret under a mistyped name.
    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", hide_input_in_errors=True)

    home: Path = Field(default_factory=home_path)
    database_url: str = ""
    public_url: str = "http://127.0.0.1:8080"
    office: str = ""
    contact: str = ""
    trusted_proxies: str = ""
    keys: str = ""
    backup_passphrase: str = ""
    telegram_token: str = ""
    telegram_api_base: str = "https://api.telegram.org"
    telegram_webhook_secret: str = ""
    telegram_mode: Literal["webhook", "polling"] = "webhook"
    telegram_proxy: str = ""
    telegram_username: str = ""
    zalo_oa_id: str = ""
    zalo_oa_app_id: str = ""
    zalo_oa_app_secret: str = ""
    zalo_oa_secret_key: str = ""
    zalo_oa_access_token: str = ""
    zalo_oa_refresh_token: str = ""
    zalo_oa_code_verifier: str = ""
    zalo_oa_api_base: str = "https://openapi.zalo.me"
    zalo_oa_oauth_base: str = "https://oauth.zaloapp.com"
    zalo_oa_chat_base: str = "https://zalo.me"
    zalo_oa_buttons: Literal["auto", "off"] = "auto"
    # Zalo's console posts an unsigned probe, and takes no address that answers anything but 200.
    zalo_oa_bad_signature_status: Literal[200, 401] = 200
    # An account's package is reported to allow some 100 a minute; Zalo names no number.
    zalo_oa_rpm: int = 60
    zalo_oa_billed_daily_cap: int = 200
    zalo_oa_template: str = ""
    zalo_oa_reply: Literal["always", "after_code_or_menu"] = "always"
    zalo_oa_silence_hours: int = 12
    zalo_domain_code: str = ""
    zalo_bot_token: str = ""
    zalo_bot_webhook_secret: str = ""
    zalo_bot_api_base: str = "https://bot-api.zaloplatforms.com"
    batch_floor: int = 5
    evidence_days: int = 90
    reply_days: int = 30
    settle_days: int = 30
    ask_days: int = 30
    keep_contact_days: int = 180
    keep_case_days: int = 1825
    keep_comment_days: int = 730
    keep_file_days: int = 730
    keep_notice_days: int = 365
    keep_chat_days: int = 60
    keep_stuck_days: int = 30
    higher_authority: str = ""
    messenger_permission: str = ""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Flags first, then the environment with its ``*_FILE`` twins, then the file."""
        return init_settings, env_settings

    @field_validator(
        "public_url",
        "telegram_api_base",
        "zalo_oa_api_base",
        "zalo_oa_oauth_base",
        "zalo_oa_chat_base",
        "zalo_bot_api_base",
    )
    @classmethod
    def _address(cls, value: str) -> str:
        parts = urlsplit(value)
        odd = any(c.isspace() or not c.isprintable() for c in value)
        if odd or parts.scheme not in ("http", "https") or not parts.hostname or not _port(parts):
            raise ValueError("give a whole address such as https://danhgia.example.gov.vn")
        if parts.query or parts.fragment:
            raise ValueError("leave out what begins with ? or #")
        return value.rstrip("/")

    @field_validator("public_url")
    @classmethod
    def _own_name(cls, value: str) -> str:
        why = why_unprintable(value)
        if why in _NEVER:
            raise ValueError(why)
        return value

    @field_validator("keys")
    @classmethod
    def _entries(cls, value: str) -> str:
        if value:
            entries.parse(entries.split(value))
        return value

    @field_validator("backup_passphrase")
    @classmethod
    def _passphrase(cls, value: str) -> str:
        if value and len(value) < 16:
            raise ValueError("give 16 characters or more, such as five words drawn by chance")
        # Typed from paper on another machine, the same words may come as other characters.
        return unicodedata.normalize("NFC", value)

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        return database_address.checked(value) if value else value

    @field_validator("batch_floor")
    @classmethod
    def _floor(cls, value: int) -> int:
        if value < 5:
            raise ValueError("fewer than 5 could show who rated; give 5 or more")
        return value

    @field_validator(
        "evidence_days",
        "reply_days",
        "settle_days",
        "ask_days",
        "keep_contact_days",
        "keep_case_days",
        "keep_comment_days",
        "keep_file_days",
        "keep_notice_days",
        "keep_chat_days",
        "keep_stuck_days",
    )
    @classmethod
    def _days(cls, value: int) -> int:
        if not 1 <= value <= 3650:
            raise ValueError("give 1 to 3650 days")
        return value

    @field_validator("trusted_proxies")
    @classmethod
    def _networks(cls, value: str) -> str:
        for part in filter(None, map(str.strip, value.split(","))):
            try:
                ip_network(part, strict=False)
            except ValueError:
                raise ValueError(
                    "give networks such as 127.0.0.1/32, separated by commas"
                ) from None
        return value

    @field_validator("zalo_oa_bad_signature_status", mode="before")
    @classmethod
    def _status(cls, value: object) -> object:
        # The environment gives texts, and a Literal takes none of them for a number.
        return (
            int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else value
        )

    @field_validator("zalo_oa_rpm", "zalo_oa_billed_daily_cap", "zalo_oa_silence_hours")
    @classmethod
    def _count(cls, value: int, info: ValidationInfo) -> int:
        least, most = _COUNTS[str(info.field_name)]
        if not least <= value <= most:
            raise ValueError(f"give {least} to {most}")
        return value

    @field_validator(*_FORMS)
    @classmethod
    def _form(cls, value: str, info: ValidationInfo) -> str:
        form, wanted = _FORMS[str(info.field_name)]
        if value and not form.fullmatch(value):
            raise ValueError(wanted)
        return value

    @field_validator("zalo_domain_code")
    @classmethod
    def _proof(cls, value: str) -> str:
        if not value:
            return value
        found = _DOMAIN_FILE.fullmatch(value.strip())
        if not found:
            raise ValueError("give the name of the file that the console offers, or its code")
        return found[1]

    @field_validator("telegram_token", "zalo_bot_token")
    @classmethod
    def _token(cls, value: str) -> str:
        if value and not _TOKEN.fullmatch(value):
            raise ValueError("a bot's token reads like 123456:ABC-def")
        return value

    @field_validator("telegram_proxy")
    @classmethod
    def _proxy(cls, value: str) -> str:
        parts = urlsplit(value)
        socks = parts.scheme in ("socks4", "socks5") and find_spec("aiohttp_socks") is not None
        reached = parts.hostname and _port(parts) and (parts.scheme in ("http", "https") or socks)
        if value and not reached:
            raise ValueError(
                "give http://HOST:PORT; socks5:// needs the package aiohttp-socks, which must be"
                " installed beside this"
            )
        return value

    @field_validator("telegram_webhook_secret")
    @classmethod
    def _hook_secret(cls, value: str) -> str:
        if value and not _HOOK.fullmatch(value):
            raise ValueError(f"Telegram takes {setting_pairs.HOOK_WANTED}")
        return value

    @property
    def database(self) -> str:
        """The database's address: the one set, else a SQLite file in the home."""
        return self.database_url or f"sqlite:///{self.home / 'hailong.db'}"

    @property
    def patience(self) -> "Patience":
        """For how long an answer may be contested, and a citizen who was asked is waited for."""
        from feedback.services.cases.steps import Patience

        return Patience(self.settle_days, self.ask_days)

    @property
    def keeping(self) -> "Keeping":
        """How long each kind of thing is kept."""
        from feedback.services.privacy.keeping import Keeping

        return Keeping(
            contact=self.keep_contact_days,
            words=self.keep_case_days,
            comments=self.keep_comment_days,
            files=self.keep_file_days,
            notices=self.keep_notice_days,
            evidence=self.evidence_days,
            chats=self.keep_chat_days,
            stuck=self.keep_stuck_days,
        )

    @property
    def proxies(self) -> tuple[str, ...]:
        """Networks whose forwarded addresses are believed."""
        return tuple(part.strip() for part in self.trusted_proxies.split(",") if part.strip())


def read_settings(**flags: Any) -> Settings:
    """Read the settings of the home; raise BadSettings with every problem at once."""
    path = home_path() / SETTINGS_FILE
    stored = stored_settings(path)
    problems = [_stranger(key, path) for key in stored if key not in _storable()]
    problems += [_YES_OR_NO.format(name_of(key)) for key in stored if isinstance(stored[key], bool)]
    env = secret_files.read(os.environ, Settings.model_fields, problems)
    named = {name.upper() for name in os.environ}
    # All of it is handed over as flags are, which win: what the environment names is left out here.
    absent = {
        key: value
        for key, value in stored.items()
        if key in _storable() and name_of(key) not in named
    }
    values = absent | env | flags
    try:
        settings = Settings(**values)
    except ValidationError as error:
        raise BadSettings((*problems, *_told(error), *setting_pairs.alone(values))) from None
    problems += setting_pairs.alone(values)
    if problems:
        raise BadSettings(tuple(problems))
    return settings


def stored_settings(path: Path) -> dict[str, Any]:
    """Read a file of settings as it stands, empty where there is none; raise BadSettings."""
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except PermissionError:  # no mistake in a setting, but somebody else's home
        raise
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadSettings((f"{path}: cannot be read: {error}",)) from None


def strange_names() -> list[str]:
    """Tell what the environment sets under names that are no setting's, so that no typo hides."""
    return list(strangers(os.environ, Settings.model_fields))


def _port(parts: SplitResult) -> bool:
    try:
        return parts.port != 0
    except ValueError:
        return False


def _storable() -> Collection[str]:
    """Where the home is, its own file cannot say: the keys would be another home's."""
    return Settings.model_fields.keys() - {"home"}


def _stranger(key: str, path: Path) -> str:
    if key == "home":
        return f"home in {path}: the home is where this file lies; set HAILONG_HOME instead"
    meant = nearest(key, Settings.model_fields)
    return f"{key} in {path}: no such setting" + (f"; did you mean {meant}?" if meant else "")


def _told(error: ValidationError) -> Iterator[str]:
    for problem in error.errors():
        key = ".".join(str(part) for part in problem["loc"])
        message = problem["msg"].removeprefix("Value error, ")
        if problem["type"] == "string_type":
            message = 'write it as one text in quotes, several separated by commas: "one,two"'
        yield f"{PREFIX}{key.upper()}: {message}" if key else f"{PREFIX}{message}"
