"""Reads settings out of the files that ``HAILONG_…_FILE`` names. It never quotes what they hold."""

from collections.abc import Collection, Mapping
from pathlib import Path

from hailong.names import FILE, PREFIX, key_of, name_of


def read(environ: Mapping[str, str], known: Collection[str], problems: list[str]) -> dict[str, str]:
    """Give each setting that a file holds; add to ``problems`` what is wrong with the others."""
    found = {}
    for name, path in environ.items():
        key = key_of(name)
        named = name.startswith(PREFIX) and name.endswith(FILE) and key in known
        if not (named and path):
            continue
        if environ.get(name_of(key)):
            problems.append(f"{name}: {name_of(key)} is set, too; leave one of the two out")
            continue
        try:
            # An editor ends a file with a line break, which is no part of a secret.
            found[key] = Path(path).read_text("utf-8-sig").strip()
        except (OSError, UnicodeDecodeError) as error:
            problems.append(f"{name}: {path} cannot be read: {error}")
            continue
        # It would switch off in silence what somebody meant to switch on.
        if not found[key]:
            problems.append(f"{name}: {path} is empty")
    return found
