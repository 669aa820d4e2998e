"""Tells names that are no setting's, and which setting may have been meant. It reads no value."""

import difflib
from collections.abc import Collection, Iterable, Iterator

PREFIX = "HAILONG_"
FILE = "_FILE"


def key_of(name: str) -> str:
    """Give the key that a name of the environment stands for: ``HAILONG_KEYS_FILE`` is ``keys``."""
    return name.upper().removeprefix(PREFIX).removesuffix(FILE).lower()


def name_of(key: str) -> str:
    """Give the name under which the environment sets a key."""
    return PREFIX + key.upper()


def strangers(names: Iterable[str], known: Collection[str]) -> Iterator[str]:
    """Tell each name of the environment that reads like a setting and is none."""
    for name in names:
        if name.upper().startswith(PREFIX) and key_of(name) not in known:
            meant = nearest(key_of(name), known)
            hint = f"; did you mean {name_of(meant)}?" if meant else ""
            yield f"{name}: no such setting, so it has no effect{hint}"


def nearest(key: str, known: Collection[str]) -> str | None:
    """Give the key that a misspelled one may have meant."""
    return next(iter(difflib.get_close_matches(key, known, n=1, cutoff=0.75)), None)
