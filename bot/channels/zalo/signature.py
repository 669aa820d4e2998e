"""Owns the proof that an event comes from Zalo. It never trusts what stands in the body.

developers.zalo.me, OA webhook: sha256(app_id + body + timestamp + OA Secret Key), no HMAC.
"""

import hashlib
import hmac

from bot.wire.fields import Malformed, parsed

HEADER = "X-ZEvent-Signature"
_MARK = "mac="


def signed(raw: bytes, header: str, app_id: str, secret_key: str) -> bool:
    """Say whether a header signs these very bytes; ``app_id`` is the one that was set, not theirs.

    ``raw`` is the body before anything was read from it: written anew it would hash to another mac.
    """
    given = _mac(header)
    # Its age is not asked: Zalo repeats for up to two hours with the same one, and keys make it
    # once.
    timestamp = _timestamp(raw, app_id)
    # With an empty key anyone could reckon the mac of any body.
    if not given or not secret_key or timestamp is None:
        return False
    stamp = timestamp.encode("utf-8", "surrogatepass")
    wanted = hashlib.sha256(app_id.encode() + raw + stamp + secret_key.encode()).hexdigest()
    return hmac.compare_digest(wanted.encode(), given.encode("utf-8", "replace"))


def form(header: str) -> str:
    """Describe a header for the log, without repeating it."""
    if not header:
        return "none"
    mark = "mac=" if header.strip().lower().startswith(_MARK) else "bare"
    return f"{mark} and {len(_mac(header))} characters"


def _mac(header: str) -> str:
    return header.strip().lower().removeprefix(_MARK).strip()


def _timestamp(raw: bytes, app_id: str) -> str | None:
    """Give the timestamp of a body of this app, as it is written; None for any other body."""
    try:
        body = parsed(raw)
    except Malformed:
        return None
    if not isinstance(body, dict) or str(body.get("app_id")) != app_id:
        return None
    timestamp = body.get("timestamp")
    return timestamp if isinstance(timestamp, str) else None
