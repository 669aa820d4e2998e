"""Whose form it is: the visit in its hidden field, the cookie, and the evidence beside them."""

from aiohttp import web

from bot.pages import network, visit, visitor
from bot.pages.form import Form
from bot.pages.ports import Ports
from bot.pages.recording import Rater, Whose
from bot.pages.visit import Bad, Visit
from feedback.domain.channels import Channel
from feedback.domain.given import Evidence
from feedback.domain.ids import DeskId


def opened(
    ports: Ports, request: web.Request, filled: Form, desk: DeskId | None, tablet: int
) -> Visit | Bad:
    """Read a form's visit of a desk, None for any; say why it cannot be used."""
    found = visit.read(ports.cookies, filled.text("visit"), desk, ports.clock())
    if isinstance(found, Bad):
        return found
    # A tablet's page sent from elsewhere would rate without end, each opening as another person.
    if found.tablet != tablet:
        return Bad.ELSEWHERE
    known = None if tablet else visitor.known(ports, request)
    # A page that was opened before the cookie came is of the same browser after all.
    return found.of(known) if known else found


def rater(ports: Ports, request: web.Request, seen: Visit, spoken: str) -> Rater:
    """Give who sent a form of a visit, and how."""
    at = ports.clock()
    known = visitor.known(ports, request)
    cookie = known.hex() if known else None
    device = f"tablet {seen.tablet}" if seen.tablet else cookie
    delay = max(0, int((at - seen.opened_at).total_seconds()))
    channel = Channel.KIOSK if seen.tablet else Channel.WEB
    return Rater(
        Whose(seen.name, channel, seen.desk, seen.days(at)),
        spoken,
        at,
        seen.nonce,
        Evidence(device, network.prefix(request, ports.trusted_proxies), delay),
    )
