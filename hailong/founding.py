"""Makes a home out of nothing, or completes one: settings, keys, schema, basic data, an admin."""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from feedback.domain.roles import Role
from feedback.services import basics, passwords, people
from feedback.services.refusals import Refusal
from feedback.store.engine import open_engine
from hailong import schema
from hailong.home import Home, wire
from hailong.keys import new_entry, write_keys
from hailong.settings import (
    KEYS_FILE,
    SETTINGS_FILE,
    BadSettings,
    Settings,
    home_path,
    read_settings,
    stored_settings,
    strange_names,
)
from hailong.upgrading import bring_up

FIRST_ADMIN = "admin"
_HEADER = """\
# Settings of Hài Lòng. Each can be overridden by the environment: HAILONG_PUBLIC_URL and so on.
"""


@dataclass(slots=True)
class Founded:
    """What was done, in words, and the first admin's password where one was made."""

    home: Path
    done: list[str] = field(default_factory=list)
    admin: str | None = None
    password: str | None = None


def found(**asked: str | None) -> Founded:
    """Make or complete the home of ``$HAILONG_HOME``; what is there already is left as it is.

    ``asked`` are settings by their names, as an office answers at the beginning. Raises BadSettings
    for one that the home's file sets otherwise, and Refusal, before anything is made, where the
    database does not open or lives already and the keys of its time are not here.
    """
    made = Founded(home_path(), [f"Warning: {line}" for line in strange_names()])
    # Before anything is made: of half a home nobody would ever be told the first password.
    _fit(_agree(made.home / SETTINGS_FILE, **asked))
    _folder(made)
    _settings(made, {key: value for key, value in asked.items() if value})
    settings = read_settings()
    if not settings.keys and not (made.home / KEYS_FILE).exists():
        write_keys(made.home / KEYS_FILE, [new_entry("k1")])
        made.done.append(f"keys: {made.home / KEYS_FILE} (keep a copy elsewhere)")
    # Before anything opens it: SQLite would make it by the mask of whoever calls.
    _close_file(settings.database)
    home = wire(settings)
    try:
        bring_up(home)
        _first_admin(made, home)
    finally:
        home.store.close()
    made.done.append(f"home: {made.home} is ready")
    return made


def tell(made: Founded, *, as_json: bool) -> None:
    """Show the first admin's password, once, on standard output."""
    if as_json:
        row = {"home": str(made.home), "admin": made.admin, "password": made.password}
        print(json.dumps({"rows": [row]}, ensure_ascii=False))
    elif made.password:
        print(f"admin: {made.admin}\npassword: {made.password}")
        print("Shown once; it must be changed at the first sign-in.", file=sys.stderr)


def settled() -> bool:
    """Say whether the home has its file of settings, which ``found`` then leaves as it is."""
    return (home_path() / SETTINGS_FILE).exists()


def _agree(path: Path, **asked: str | None) -> Settings:
    wanted = {key: value for key, value in asked.items() if value}
    settings = read_settings(**wanted)  # whatever is wrong with them is told here
    if not path.exists():
        return settings
    as_asked = settings.model_dump()
    stored = stored_settings(path)
    problems = [
        f"{path} is there already and stays; to have {key} = {json.dumps(value)}, change it there"
        for key, value in wanted.items()
        # An address that was checked stands without its last slash.
        if str(stored.get(key, "")).rstrip("/") != as_asked[key]
    ]
    if problems:
        raise BadSettings(tuple(problems))
    return settings


def _fit(settings: Settings) -> None:
    """New keys beside an old database would seal what nobody could open together again."""
    if _file_of(settings.database) and not os.path.exists(_file_of(settings.database)):
        return
    engine = open_engine(settings.database)
    try:
        lives = bool(schema.opened(engine, settings))
    finally:
        engine.dispose()
    if lives and not settings.keys and not (settings.home / KEYS_FILE).exists():
        raise Refusal(
            f"{settings.home / KEYS_FILE} is not there, and the database was made with it: put your"
            " copy of it back. Where there is none: hailong restore --lost-keys, into a new home."
        )


def _file_of(database: str) -> str:
    return database.removeprefix("sqlite:///") if database.startswith("sqlite:///") else ""


def _folder(made: Founded) -> None:
    if not made.home.exists():
        made.home.mkdir(mode=0o700, parents=True)
    # One that was there already as well: whoever can read a home holds the data.
    os.chmod(made.home, 0o700)


def _close_file(database: str) -> None:
    """Make SQLite's file for this account alone; its companions take after it."""
    path = _file_of(database)
    if path:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        os.chmod(path, 0o600)


def _settings(made: Founded, asked: Mapping[str, str]) -> None:
    path = made.home / SETTINGS_FILE
    if path.exists():
        return
    values = {"public_url": read_settings().public_url, "office": "", **asked}
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items()]
    path.write_text(_HEADER + "".join(lines), "utf-8")
    path.chmod(0o600)
    made.done.append(f"settings: {path}")


def _first_admin(made: Founded, home: Home) -> None:
    with home.store.work() as work:
        basics.load(work)
        if people.listed(work, home.operator):
            return
    made.admin = FIRST_ADMIN
    # Between two transactions: argon2 is slow on purpose.
    made.password = people.new_password()
    kept = passwords.hashed(made.password)
    with home.store.work() as work:
        people.add(
            work,
            home.operator,
            name=FIRST_ADMIN,
            role=Role.ADMIN,
            unit=None,
            password=kept,
            must_change=True,
        )
