"""The settings of a home as a backup carries them: without secrets, which are only named."""

import json
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

# Broad on purpose: a setting to come is rather set again by hand than given away.
_SECRET = re.compile("token|secret|key|pass|verifier|database_url")
_OPENING = """\
# Settings of Hài Lòng, put back from a backup of {when}.
# A backup holds no secrets: what stands after a # was set there, and is to be set again.
"""


def parted(stored: Mapping[str, object]) -> tuple[dict[str, object], tuple[str, ...]]:
    """Part settings into those that may be carried, and the names of those that may not."""
    hidden = sorted(key for key, value in stored.items() if _secret(key, value))
    shown = {key: value for key, value in stored.items() if key not in hidden}
    return shown, tuple(hidden)


def written(settings: Mapping[str, object], secrets: tuple[str, ...], when: str) -> str:
    """Write them as a file of settings."""
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in settings.items()]
    return "\n".join([_OPENING.format(when=when), *lines, *(f"# {key} =" for key in secrets), ""])


def _secret(key: str, value: object) -> bool:
    """Tell by the name, or by an address that carries a password; tables are no settings."""
    if _SECRET.search(key) or not isinstance(value, str | int | float):
        return True
    return "@" in urlsplit(str(value)).netloc if isinstance(value, str) else False
