"""Looks over the machine and what comes in: clock, certificate, waiting letters, silent desks."""

import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from bot.store import outbox
from feedback.domain.days import LOCAL, local_day
from feedback.services import places
from feedback.store import audit_read, desks, tallies_read
from feedback.store.work import Work
from hailong.finding import Finding
from hailong.home import Home

_PATIENCE = 5.0
# What renews a certificate by itself begins earlier, so by then it has failed more than once.
_SOON = timedelta(days=14)
_SKEW = timedelta(minutes=5)
_WAITING = timedelta(minutes=15)
_SILENT = 30
"""Days without a rating after which a desk is silent."""
_MOST_NAMED = 5


def machine_of(work: Work, home: Home) -> Iterator[Finding]:
    """Look over the clock, the certificate, and what waits or is silent."""
    yield from _clock(work)
    yield from _certificate(home.settings.public_url)
    yield from _letters(work)
    yield from _silent(work)


def _clock(work: Work) -> Iterator[Finding]:
    head = audit_read.newest(work)
    if head is not None and head > work.now + _SKEW:
        yield Finding(
            Finding.WRONG,
            f"the machine's clock says {_here(work.now)}, and something was noted at "
            f"{_here(head)} already",
            "set the clock right (timedatectl); deadlines and sign-ins follow it",
        )


def _here(moment: datetime) -> str:
    return f"{moment.astimezone(LOCAL):%Y-%m-%d %H:%M}"


def _certificate(address: str) -> Iterator[Finding]:
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.hostname:
        return
    try:
        ends = _ends(parts.hostname, parts.port or 443)
    # An OSError as well, and so ahead of it: here the address was reached.
    except ssl.SSLCertVerificationError as error:
        why = error.verify_message
        yield Finding(Finding.WRONG, f"browsers refuse {address}: {why}", "renew the certificate")
        return
    except OSError as error:
        why = type(error).__name__
        yield Finding(
            Finding.NOTE, f"{address} is not reached from here ({why})", "open it on a phone"
        )
        return
    left = ends - datetime.now(UTC)
    if left < _SOON:
        yield Finding(
            Finding.WRONG,
            f"the certificate ends on {ends:%Y-%m-%d}",
            "renew it, and see why it was not renewed by itself",
        )
    else:
        yield Finding(Finding.OK, f"the certificate holds until {ends:%Y-%m-%d}")


def _ends(host: str, port: int) -> datetime:
    context = ssl.create_default_context()
    with (
        socket.create_connection((host, port), timeout=_PATIENCE) as plain,
        context.wrap_socket(plain, server_hostname=host) as sealed,
    ):
        shown = sealed.getpeercert() or {}
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(str(shown["notAfter"])), UTC)


def _letters(work: Work) -> Iterator[Finding]:
    oldest = outbox.oldest_waiting(work)
    if oldest is not None and work.now - oldest > _WAITING:
        yield Finding(
            Finding.WRONG,
            f"messages to citizens wait since {oldest:%Y-%m-%d %H:%M} UTC",
            "is `hailong serve` running, and is the messenger reached?",
        )


def _silent(work: Work) -> Iterator[Finding]:
    """Name desks that fell silent: rated before, and not for a month; unlike one never used."""
    today = local_day(work.now)
    since = today - timedelta(days=_SILENT)
    last = tallies_read.last_days(work)
    silent = [desk for desk, day in last.items() if day < since]
    # Where all are silent the office itself rests, and no poster is to blame.
    if not silent or len(silent) == len(last):
        return
    tree = places.tree(work)
    named = desks.some(work, silent[:_MOST_NAMED])
    shown = ", ".join(f"{tree.name(one.unit, today)}/{one.name}" for one in named)
    more = " ..." if len(silent) > _MOST_NAMED else ""
    yield Finding(
        Finding.NOTE,
        f"{len(silent)} desks fell silent ({_SILENT} days without a rating): {shown}{more}",
        "is the poster still there, and is the code the right one?",
    )
