"""Signs cookies and hidden fields with the office's keys, so that nobody can make their own."""

import base64
import binascii
import hashlib
import hmac

from feedback.store.vault import Key

_MAC = 16
_LONGEST = 1024


class SignedCookies:
    """The newest key signs; every key is still read."""

    def __init__(self, keys: tuple[Key, ...]) -> None:
        self._secrets = {key.kid: key.derive("cookie") for key in keys}
        self._newest = keys[-1].kid

    def sign(self, purpose: str, content: bytes) -> str:
        """Give ``kid.content.mac`` as text of ``A-Za-z0-9_-.``."""
        mac = self._mac(self._newest, purpose, content)
        return f"{self._newest}.{_spelled(content)}.{_spelled(mac)}"

    def read(self, purpose: str, text: str) -> bytes | None:
        """Give the content back, or None for anything forged or signed for another purpose."""
        kid, _, rest = text.partition(".")
        spelled, _, mac = rest.partition(".")
        # Measured before anything is decoded: it comes from a stranger.
        if len(text) > _LONGEST or kid not in self._secrets:
            return None
        content = _read(spelled)
        if content is None:
            return None
        wanted = _spelled(self._mac(kid, purpose, content))
        # As bytes: of texts it takes ASCII alone and raises at the rest, which a stranger may send.
        return content if hmac.compare_digest(wanted.encode(), mac.encode()) else None

    def _mac(self, kid: str, purpose: str, content: bytes) -> bytes:
        # The purpose is under the MAC, so that a cookie never passes for a field of a form.
        message = f"{purpose}\0{kid}\0".encode() + content
        return hmac.digest(self._secrets[kid], message, hashlib.sha256)[:_MAC]


def _spelled(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _read(spelled: str) -> bytes | None:
    try:
        data = base64.urlsafe_b64decode(spelled + "=" * (-len(spelled) % 4))
    except (binascii.Error, ValueError):
        return None
    # Base 64 spells the same bytes in several ways; a cookie has only one.
    return data if _spelled(data) == spelled else None
