"""Own the addresses a poster carries, and whether a public address may be printed at all.

They never point into a messenger: only the office's own host shows that a code is genuine, and it
outlives the messenger.
"""

import ipaddress
from enum import StrEnum
from urllib.parse import SplitResult, quote, urlsplit

_DEFAULT_PORTS = {"http": 80, "https": 443}
MESSENGERS = ("t.me", "telegram.me", "telegram.dog", "telegram.org", "zalo.me", "zaloapp.com")
_LOCAL_SUFFIXES = (".localhost", ".local", ".internal", ".lan", ".home", ".test", ".invalid")


class Unprintable(StrEnum):
    """Say, to the person who prints, why an address may not stand on a poster.

    A draft may carry one that citizens cannot reach, never a messenger's.
    """

    NOT_ABSOLUTE = "it is not a whole address such as https://danhgia.example.gov.vn"
    EXTRA_PARTS = "it may hold no user name and nothing that begins with ? or #"
    MESSENGER = "a messenger's address would die with it; give the office's own"
    NOT_HTTPS = "it is not https"
    LOOPBACK = "only the server itself can open it"
    PRIVATE = "it can be opened in the local network only"


class MessengerAddress(ValueError):
    """The address is a messenger's, not the office's own."""


def desk_url(public_url: str, token: str) -> str:
    """Return `PUBLIC_URL/q/<token>` in ASCII, which is what the QR code holds."""
    parts = _absolute(public_url)
    place = quote(_place(parts, _ascii_host(parts)), safe="/%:[]")
    return f"{parts.scheme}://{place}/q/{token}"


def typed_address(public_url: str, code: str) -> str:
    """Return `host/CODE` as a person types it: no scheme, a port only when it is unusual."""
    parts = _absolute(public_url)
    return f"{_place(parts, parts.hostname or '')}/{code}"


def why_unprintable(public_url: str) -> Unprintable | None:
    """Return why a poster with this address would not work for a citizen, or None."""
    try:
        parts = _absolute(public_url)
    except MessengerAddress:
        return Unprintable.MESSENGER
    except ValueError:
        return Unprintable.NOT_ABSOLUTE
    if parts.username or parts.password or parts.query or parts.fragment:
        return Unprintable.EXTRA_PARTS
    local = _locality(_ascii_host(parts))
    if local is Unprintable.LOOPBACK or parts.scheme == "https":
        return local
    return local or Unprintable.NOT_HTTPS


def _absolute(public_url: str) -> SplitResult:
    parts = urlsplit(public_url.strip())
    if parts.scheme not in _DEFAULT_PORTS or not parts.hostname or parts.port == 0:
        raise ValueError("a public address is absolute: https://host")
    # A dot at the end names the same host, and would slip past the list.
    host = _ascii_host(parts).rstrip(".")
    # With the dots: what is below a messenger counts, what only ends alike does not.
    if any(f".{host}".endswith(f".{name}") for name in MESSENGERS):
        raise MessengerAddress("a poster never leads into a messenger")
    return parts


def _ascii_host(parts: SplitResult) -> str:
    return (parts.hostname or "").encode("idna").decode("ascii")


def _place(parts: SplitResult, host: str) -> str:
    shown = f"[{host}]" if ":" in host else host
    if parts.port and parts.port != _DEFAULT_PORTS[parts.scheme]:
        shown += f":{parts.port}"
    return shown + parts.path.rstrip("/")


def _locality(host: str) -> Unprintable | None:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return _locality_of_name(host.rstrip("."))
    if address.is_loopback or address.is_unspecified:
        return Unprintable.LOOPBACK
    return None if address.is_global else Unprintable.PRIVATE


def _locality_of_name(host: str) -> Unprintable | None:
    if host == "localhost" or host.endswith(".localhost"):
        return Unprintable.LOOPBACK
    if "." not in host or host.endswith(_LOCAL_SUFFIXES):
        return Unprintable.PRIVATE
    return None
