"""Shows a file of a case to whoever of the staff asked for it: once, after a button is pressed.

Looking at the address uses nothing up, so that a preview in a messenger leaves the file alone.
"""

import base64
from functools import partial
from typing import Final

from aiohttp import web

from bot.pages import answers, language, problems, shell, style
from bot.pages.markup import Child, el
from bot.pages.place import reached
from bot.pages.ports import Ports
from bot.pages.rating_door import filled_in, spoken_in
from bot.pages.shell import Frame
from bot.pages.wording import say
from feedback.domain.cases.filetypes import PHOTOS, ending
from feedback.services.cases import tickets
from feedback.services.cases.attachments import Content

HEARD: Final = frozenset({"audio/ogg", "audio/mpeg", "audio/mp4"})
"""Recordings that browsers play."""
# The bytes are a stranger's: they run nothing and reach nothing of ours, whatever they are.
_ALONE: Final = "sandbox; default-src 'none'; base-uri 'none'; frame-ancestors 'none'"
_NAME: Final = "tep-phan-anh"


async def opened(ports: Ports, request: web.Request) -> web.Response:
    """Answer ``GET /f/<token>``: what this is, and the buttons that open it."""
    spoken = language.of(request)
    token = request.match_info["token"]
    if not await reached(ports.look, partial(tickets.valid, token=token)):
        return _over(ports, spoken)
    return answers.html(shell.page(_frame(ports, spoken, f"/f/{token}"), *_asking(spoken)))


async def posted(ports: Ports, request: web.Request) -> web.Response:
    """Answer ``POST /f/<token>``: the file, to be seen, heard or saved."""
    form = await filled_in(ports, request)
    spoken = spoken_in(request, form)
    token = request.match_info["token"]
    found = await reached(ports.run, partial(tickets.redeem, token=token))
    if found is None:
        return _over(ports, spoken)
    if form.text("save"):
        return _bytes(found, "attachment")
    if found.mime in HEARD:
        return _heard(ports, found, spoken)
    return _bytes(found, "inline" if found.mime in PHOTOS else "attachment")


def _asking(spoken: str) -> tuple[Child, ...]:
    return (
        el("h1", say("file.title", spoken)),
        el("p", say("file.say", spoken)),
        el("p", say("file.once", spoken), class_="soft"),
        el(
            "form",
            el("input", type="hidden", name="lang", value=spoken),
            el("p", el("button", say("file.open", spoken), class_="button wide")),
            el(
                "p",
                el(
                    "button",
                    say("file.save", spoken),
                    name="save",
                    value="1",
                    class_="button quiet wide",
                ),
            ),
            method="post",
        ),
    )


def _heard(ports: Ports, found: Content, spoken: str) -> web.Response:
    # Browsers ask anew for a recording that is a page of its own, and a ticket opens once: so the
    # recording comes within the page.
    data = base64.b64encode(found.data).decode()
    player = el(
        "audio",
        say("file.deaf", spoken),
        controls=True,
        src=f"data:{found.mime};base64,{data}",
        aria_label=say("file.hear", spoken),
    )
    text = shell.page(
        _frame(ports, spoken),
        el("h1", say("file.hear", spoken)),
        el("p", player),
        el("p", say("file.deaf", spoken), class_="soft"),
    )
    policy = f"{_ALONE}; style-src {style.digest()}; media-src data:"
    return answers.html(text, 200, Content_Security_Policy=policy)


def _bytes(found: Content, how: str) -> web.Response:
    answer = web.Response(body=found.data, content_type=found.mime)
    answer.headers["Content-Disposition"] = f"{how}; filename={_NAME}.{ending(found.mime)}"
    answer.headers["Content-Security-Policy"] = _ALONE
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answers.guarded(answer)


def _over(ports: Ports, spoken: str) -> web.Response:
    return problems.problem(ports, spoken, "file", 404)


def _frame(ports: Ports, spoken: str, path: str | None = None) -> Frame:
    return Frame(spoken, say("file.title", spoken), ports.office or say("office", spoken), path)
