"""Says what is wrong between settings, however right each is by itself. It quotes no value."""

import os
from collections.abc import Mapping
from typing import Any

from hailong.names import PREFIX, name_of

HOOK_WANTED = "1-256 letters A-Z and a-z, digits, _ or -"
"""Bot API, setWebhook, secret_token."""
_TOGETHER = ("zalo_oa_app_id", "zalo_oa_app_secret", "zalo_oa_secret_key")
"""What the Official Account needs beside its own number before anything can come in or go out."""


def alone(values: Mapping[str, Any]) -> list[str]:
    """Tell each setting that cannot do without another; ``values`` are those not of the process."""

    def set_to(key: str) -> str:
        # What the environment sets is read by the model itself, and is not among the values.
        return str(values.get(key) or os.environ.get(name_of(key)) or "")

    problems = []
    polling = set_to("telegram_mode") == "polling"
    if set_to("telegram_token") and not polling and not set_to("telegram_webhook_secret"):
        problems.append(
            f"{PREFIX}TELEGRAM_WEBHOOK_SECRET: a webhook needs a secret of {HOOK_WANTED};"
            f" or set {PREFIX}TELEGRAM_MODE to polling"
        )
    given = [key for key in _TOGETHER if set_to(key)]
    wanted = [key for key in ("zalo_oa_id", *_TOGETHER) if not set_to(key)]
    if given:
        has = name_of(given[0])
        problems += [f"{name_of(key)}: needed because {has} is set" for key in wanted]
    if bool(set_to("zalo_oa_access_token")) != bool(set_to("zalo_oa_refresh_token")):
        problems.append(f"{PREFIX}ZALO_OA_REFRESH_TOKEN: give both tokens of the pair, or neither")
    return problems
