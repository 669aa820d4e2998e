"""Which network a request came from, as a prefix. It never gives a whole address."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final

from aiohttp import web

_PREFIX: Final = {4: 24, 6: 48}
_MOST_HOPS = 32

Address = IPv4Address | IPv6Address


def prefix(request: web.Request, trusted: tuple[str, ...]) -> str | None:
    """Give the /24 or /48 that a request came from, None when that cannot be told.

    ``X-Forwarded-For`` is believed as far as its hops are trusted networks, from the right.
    """
    client = _client(_read(request.remote or ""), _forwarded(request), trusted)
    if client is None:
        return None
    return str(ip_network((client, _PREFIX[client.version]), strict=False))


def _client(remote: Address | None, hops: list[str], trusted: tuple[str, ...]) -> Address | None:
    client = remote
    for hop in reversed(hops):
        if client is None or not _within(client, trusted):
            return client
        client = _read(hop)
    return client


def _forwarded(request: web.Request) -> list[str]:
    joined = ",".join(request.headers.getall("X-Forwarded-For", []))
    return [hop.strip() for hop in joined.split(",") if hop.strip()][-_MOST_HOPS:]


def _within(address: Address, trusted: tuple[str, ...]) -> bool:
    networks = (ip_network(each, strict=False) for each in trusted)
    return any(address in network for network in networks if network.version == address.version)


def _read(text: str) -> Address | None:
    try:
        address = ip_address(text.strip("[]"))
    except ValueError:
        return None
    # A socket of both families shows IPv4 as ::ffff:…, all of which is one /48.
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address
