"""Owns the key of an event, the same in all of Zalo's repeats of it."""

import hashlib

from bot.wire.messages import Account

LONGEST = 128


def key(account: Account, *parts: str) -> str:
    """Join what makes an event the one it is; what would be too long is hashed."""
    whole = ":".join((account.channel, account.name, *parts))
    if len(whole) <= LONGEST:
        return whole
    # The column holds no more, and an id of Zalo's may have up to 512 characters.
    return f"{account.channel}:{hashlib.sha256(whole.encode()).hexdigest()}"
