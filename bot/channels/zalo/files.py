"""Owns the fetching of what citizens sent. It never asks a host that is not Zalo's."""

from aiohttp import ClientError
from yarl import URL

from bot.channels.zalo.calls import Calls, bounded
from bot.wire.channel import Later, Never

HOSTS = ("zdn.vn", "zadn.vn")
"""Where Zalo keeps what people send; their subdomains too."""
_ZALOS_OWN = ("zalo.me", "zaloplatforms.com", "zapps.me")
_MOST_HOPS = 3
_SOON = 20.0


class Files:
    """Fetches files by their addresses, which die soon.

    A stand-in for Zalo's API, set as ``api_base``, may serve files from its own host too.
    """

    def __init__(self, calls: Calls, api_base: str) -> None:
        self._calls = calls
        host = URL(api_base).host or ""
        self._stand_in = "" if _within(host, _ZALOS_OWN) else host

    def allowed(self, address: URL) -> bool:
        """Say whether an address may be asked."""
        host = address.host or ""
        if self._stand_in and host == self._stand_in:
            return address.scheme in ("http", "https")
        return address.scheme == "https" and address.port == 443 and _within(host, HOSTS)

    async def fetch(self, reference: str, limit: int) -> bytes:
        """Fetch a file; raise Never where there is none to have, Later where there may be one."""
        try:
            address = URL(reference)
            for _ in range(_MOST_HOPS):
                # Asked at each hop: an allowed host must not lead us into the office's own network.
                if not self.allowed(address):
                    raise Never("a file at a host that is not Zalo's")
                got = await self._once(address, limit)
                if isinstance(got, bytes):
                    return got
                address = address.join(got)
        except ValueError:
            raise Never("no address of a file") from None
        except (ClientError, TimeoutError, OSError) as error:
            raise Later(_SOON, reason=type(error).__name__) from None
        raise Never("sent from one address to the next")

    async def _once(self, address: URL, limit: int) -> bytes | URL:
        """Ask one address; give the file, or the address that it was moved to."""
        async with self._calls.session.get(address, allow_redirects=False) as answer:
            if 300 <= answer.status < 400:
                return URL(answer.headers.get("Location", ""))
            if answer.status == 429 or answer.status >= 500:
                raise Later(_SOON, reason=f"HTTP {answer.status}")
            if answer.status != 200:
                raise Never(f"HTTP {answer.status}")
            got = await bounded(answer, limit) if (answer.content_length or 0) <= limit else None
            if got is None:
                raise Never("too large a file")
            return got


def _within(host: str, domains: tuple[str, ...]) -> bool:
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)
