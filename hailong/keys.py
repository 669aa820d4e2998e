"""The office's keys: entries ``kid:secret``, newest last, from the environment or the home."""

import os
import secrets
import tomllib
from pathlib import Path

from feedback.store.vault import Key
from hailong.settings import KEYS_FILE, BadSettings, Settings


def new_entry(kid: str) -> str:
    """Make an entry with 256 bits of chance."""
    return f"{kid}:{secrets.token_urlsafe(32)}"


def parse(entries: list[str]) -> tuple[Key, ...]:
    """Read entries; raise BadSettings that names the entry's place, never its text."""
    keys, problems = [], []
    for place, entry in enumerate(entries, start=1):
        kid, _, secret = entry.strip().partition(":")
        try:
            keys.append(Key(kid, secret.encode()))
        except ValueError as error:
            problems.append(f"HAILONG_KEYS, entry {place}: {error}")
    if not entries:
        problems.append("HAILONG_KEYS: no key; run `hailong init`")
    if problems:
        raise BadSettings(tuple(problems))
    return tuple(keys)


def read_keys(settings: Settings) -> tuple[Key, ...]:
    """Read the keys of the environment, else of the home's file."""
    if settings.keys:
        return parse([entry for entry in settings.keys.split(",") if entry.strip()])
    return parse(read_entries(settings))


def read_entries(settings: Settings) -> list[str]:
    """Read the entries of the home's file of keys."""
    path = settings.home / KEYS_FILE
    try:
        return [str(entry) for entry in tomllib.loads(path.read_text("utf-8")).get("keys", [])]
    except FileNotFoundError:
        raise BadSettings((f"{path} is not there; run `hailong init`",)) from None
    except (OSError, tomllib.TOMLDecodeError, TypeError) as error:
        raise BadSettings((f"{path}: cannot be read: {error}",)) from None


def write_keys(path: Path, entries: list[str]) -> None:
    """Write the file of keys, readable by its owner only, whole or not at all."""
    lines = ["# The keys, newest last. Whoever holds them can sign desks and read texts.\n"]
    lines += ["keys = [\n", *(f'  "{entry}",\n' for entry in entries), "]\n"]
    draft = path.with_suffix(".new")
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.writelines(lines)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
