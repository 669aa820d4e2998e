"""Settings: a file in the home, overridden by the environment, overridden by flags."""

import os
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

SETTINGS_FILE = "hailong.toml"
KEYS_FILE = "keys.toml"
_PREFIX = "HAILONG_"


class BadSettings(Exception):
    """Settings that cannot be used; ``problems`` names each key and what would be right."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def home_path() -> Path:
    """Give the home: ``$HAILONG_HOME``, else ``./var``."""
    return Path(os.environ.get("HAILONG_HOME") or "var").absolute()


class Settings(BaseSettings):
    """Everything an office can set. Names as in the table of settings, without the prefix."""

    model_config = SettingsConfigDict(env_prefix=_PREFIX, extra="forbid", hide_input_in_errors=True)

    home: Path = Field(default_factory=home_path)
    database_url: str = ""
    public_url: str = "http://127.0.0.1:8080"
    office: str = ""
    contact: str = ""
    trusted_proxies: str = ""
    keys: str = ""
    telegram_token: str = ""
    telegram_api_base: str = "https://api.telegram.org"
    telegram_webhook_secret: str = ""
    telegram_mode: Literal["webhook", "polling"] = "webhook"
    telegram_proxy: str = ""
    telegram_username: str = ""
    zalo_oa_id: str = ""
    zalo_oa_chat_base: str = "https://zalo.me"
    batch_floor: int = 5
    evidence_days: int = 90
    reply_days: int = 30

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

    @field_validator("public_url", "telegram_api_base", "zalo_oa_chat_base")
    @classmethod
    def _address(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")) or value.rstrip("/").count("/") < 2:
            raise ValueError("give a whole address such as https://danhgia.example.gov.vn")
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        if value and not value.startswith(("sqlite:///", "postgresql+psycopg://")):
            raise ValueError("give sqlite:///FILE or postgresql+psycopg://USER@HOST/NAME")
        return value

    @field_validator("batch_floor")
    @classmethod
    def _floor(cls, value: int) -> int:
        if value < 5:
            raise ValueError("fewer than 5 could show who rated; give 5 or more")
        return value

    @model_validator(mode="after")
    def _together(self) -> "Settings":
        hooked = self.telegram_token and self.telegram_mode == "webhook"
        if hooked and not self.telegram_webhook_secret:
            raise ValueError(
                "telegram_webhook_secret: a webhook needs a secret of 1-256 letters, digits,"
                " _ or -; or set telegram_mode to polling"
            )
        if self.zalo_oa_id and not self.zalo_oa_id.isdigit():
            raise ValueError("zalo_oa_id: give the account's number, digits only")
        return self

    @property
    def database(self) -> str:
        """The database's address: the one set, else a SQLite file in the home."""
        return self.database_url or f"sqlite:///{self.home / 'hailong.db'}"

    @property
    def proxies(self) -> tuple[str, ...]:
        """Networks whose forwarded addresses are believed."""
        return tuple(part.strip() for part in self.trusted_proxies.split(",") if part.strip())


def read_settings(**flags: Any) -> Settings:
    """Read the settings of the home; raise BadSettings with every problem at once."""
    path = home_path() / SETTINGS_FILE
    stored = _read_file(path)
    problems = [
        f"{key} in {path}: no such setting" for key in stored if key not in Settings.model_fields
    ]
    env = _secrets_from_files(os.environ, problems)
    known = {key: value for key, value in stored.items() if key in Settings.model_fields}
    absent = {key: value for key, value in known.items() if _PREFIX + key.upper() not in os.environ}
    try:
        settings = Settings(**(absent | env | flags))
    except ValidationError as error:
        raise BadSettings((*problems, *_told(error))) from None
    if problems:
        raise BadSettings(tuple(problems))
    return settings


def _read_file(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadSettings((f"{path}: cannot be read: {error}",)) from None


def _secrets_from_files(environ: Mapping[str, str], problems: list[str]) -> dict[str, str]:
    found = {}
    for name, path in environ.items():
        key = name.removeprefix(_PREFIX).removesuffix("_FILE").lower()
        if name.startswith(_PREFIX) and name.endswith("_FILE") and key in Settings.model_fields:
            try:
                found[key] = Path(path).read_text("utf-8").strip()
            except (OSError, UnicodeDecodeError) as error:
                problems.append(f"{name}: {path} cannot be read: {error}")
    return found


def _told(error: ValidationError) -> Iterator[str]:
    for problem in error.errors():
        key = ".".join(str(part) for part in problem["loc"])
        message = problem["msg"].removeprefix("Value error, ")
        yield f"{_PREFIX}{key.upper()}: {message}" if key else f"{_PREFIX}{message}"
