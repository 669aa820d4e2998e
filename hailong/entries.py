"""Reads entries of keys, ``kid:secret``, newest last. It never tells the text of one."""

from collections.abc import Iterable

from feedback.store.vault import Key


def parse(entries: Iterable[str]) -> tuple[Key, ...]:
    """Read entries; raise ValueError that names each wrong one by its place."""
    keys: list[Key] = []
    problems: list[str] = []
    for place, entry in enumerate(entries, start=1):
        kid, colon, secret = entry.strip().partition(":")
        try:
            key = _key(kid, secret, whole=bool(colon))
        except ValueError as error:
            problems.append(f"entry {place}: {error}")
            continue
        if key.kid in (known.kid for known in keys):
            problems.append(f"entry {place}: there is a key {key.kid} already")
        keys.append(key)
    if not keys and not problems:
        problems.append("no key; an entry reads kid:secret")
    if problems:
        raise ValueError("; ".join(problems))
    return tuple(keys)


def split(text: str) -> list[str]:
    """Split a list of entries at its commas."""
    return [entry for entry in text.split(",") if entry.strip()]


def _key(kid: str, secret: str, *, whole: bool) -> Key:
    if not whole:  # what stands there may be a secret that lost its id
        raise ValueError("should read kid:secret")
    return Key(kid, secret.encode())
