"""Tells which default settings another release has changed, so that no behaviour changes unsaid.

The defaults of the release that stood here last are kept in the home.
"""

import json
from collections.abc import Iterator, Mapping

from hailong.backup.whole_file import whole_file
from hailong.settings import Settings

DEFAULTS_FILE = "defaults.json"
Plain = str | int | float | bool


def current() -> dict[str, Plain]:
    """Give the defaults of this release."""
    fields = Settings.model_fields.items()
    return {key: field.default for key, field in fields if isinstance(field.default, Plain)}


def keep(settings: Settings) -> None:
    """Keep this release's defaults in the home."""
    with whole_file(settings.home / DEFAULTS_FILE, replace=True) as file:
        file.write(json.dumps(current(), indent=1, sort_keys=True).encode())


def kept(settings: Settings) -> dict[str, Plain]:
    """Read the defaults of the release that stood here last; none where they were not kept."""
    try:
        found = json.loads((settings.home / DEFAULTS_FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def changes(before: Mapping[str, Plain], now: Mapping[str, Plain], own: set[str]) -> Iterator[str]:
    """Say what is other than before; what the office set by itself stays as it is.

    ``own`` are the keys that the office set. Nothing is said where nothing was kept.
    """
    if not before:
        return
    for key in sorted(before.keys() & now.keys() - own):
        if before[key] != now[key]:
            old, new = json.dumps(before[key]), json.dumps(now[key])
            yield f"{key} is now {new}; to have it as before write {key} = {old} into hailong.toml"
    new_keys = sorted(now.keys() - before.keys())
    if new_keys:
        yield f"new settings: {', '.join(new_keys)}"
    for key in sorted(before.keys() & own - now.keys()):
        yield f"{key} is no setting any more: take it out"
