"""The office's keys: entries ``kid:secret``, newest last, from the environment or the home."""

import os
import secrets
import tomllib
from pathlib import Path

from feedback.store.vault import Key
from hailong import entries
from hailong.settings import KEYS_FILE, BadSettings, Settings


def new_entry(kid: str) -> str:
    """Make an entry with 256 bits of chance."""
    return f"{kid}:{secrets.token_urlsafe(32)}"


def read_keys(settings: Settings) -> tuple[Key, ...]:
    """Read the keys of the environment, else of the home's file."""
    if settings.keys:
        return entries.parse(entries.split(settings.keys))
    try:
        return entries.parse(read_entries(settings))
    except ValueError as error:
        raise BadSettings((f"{settings.home / KEYS_FILE}: {error}",)) from None


def read_entries(settings: Settings) -> list[str]:
    """Read the entries of the home's file of keys."""
    path = settings.home / KEYS_FILE
    try:
        stored = tomllib.loads(path.read_text("utf-8")).get("keys", [])
    except FileNotFoundError:
        do = "put your copy of it back; in a new home run `hailong init`"
        raise BadSettings((f"{path} is not there; {do}",)) from None
    except PermissionError:  # no mistake in a setting, but somebody else's home
        raise
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadSettings((f"{path}: cannot be read: {error}",)) from None
    if not isinstance(stored, list) or not all(isinstance(entry, str) for entry in stored):
        raise BadSettings((f'{path}: should read keys = ["kid:secret"]',))
    return stored


def write_keys(path: Path, kept: list[str]) -> None:
    """Write the file of keys, readable by its owner only, whole or not at all."""
    lines = ["# The keys, newest last. Whoever holds them can sign desks and read texts.\n"]
    lines += ["keys = [\n", *(f'  "{entry}",\n' for entry in kept), "]\n"]
    draft = path.with_suffix(".new")
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.writelines(lines)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
