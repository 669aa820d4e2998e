"""Takes a posted rating while not even its desk can be looked up: what is signed says enough.

Only a rating is taken so; whatever needs the store to be understood is asked for again.
"""

from dataclasses import replace

from aiohttp import web

from bot.pages import problems, visit, visitor, waiting, whose_visit
from bot.pages.desk_view import Sheet
from bot.pages.form import Form
from bot.pages.more_view import SWITCH
from bot.pages.place import Unavailable
from bot.pages.ports import Ports
from bot.pages.received_page import Received
from bot.pages.sent import kept, read_texts
from bot.pages.visit import Bad
from bot.wire.entry import NotKept


async def taken(
    ports: Ports, request: web.Request, filled: Form, spoken: str, action: str, tablet: int = 0
) -> web.Response:
    """Answer a form by its visit alone; raise Unavailable where that is not possible."""
    seen = whose_visit.opened(ports, request, filled, None, tablet)
    sent = read_texts(filled)
    asks = filled.text("change") or filled.text(SWITCH)
    if ports.intake is None or isinstance(seen, Bad) or asks or sent.empty:
        raise Unavailable
    sheet = Sheet(action, visit.write(ports.cookies, seen), spoken)
    rater = whose_visit.rater(ports, request, seen, spoken)
    try:
        await ports.intake.spool(waiting.entry(rater, sent))
    except NotKept:
        return problems.not_saved(ports, replace(sheet, kept=kept(filled, level=True)))
    pictured = bool(filled.photo)
    answer = Received(ports, None, sheet, sent, pictured, tablet=bool(tablet)).page()
    if not tablet:
        visitor.remember(ports, answer, seen.visitor)
    return answer
