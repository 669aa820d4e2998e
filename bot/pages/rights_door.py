"""Lets whoever holds a matter's number have a copy, take the contact back, or be erased."""

from collections.abc import Callable
from functools import partial

from aiohttp import web

from bot.pages import answers, rights_view
from bot.pages.markup import Safe
from bot.pages.place import reached
from bot.pages.ports import Ports
from feedback.domain.ids import CaseId
from feedback.services.privacy import exporting, requests

STEPS = frozenset({"copy", "copy-file", "contact", "contact-yes", "erase", "erase-yes"})
Page = Callable[..., web.Response]
"""Makes a page of what is to be shown, and a word above it."""
FILE = "ban-sao.json"


async def acted(
    ports: Ports, case: CaseId, step: str, written: str, spoken: str, page: Page
) -> web.Response | None:
    """Do what was asked; None where the matter itself is to be shown again.

    ``written`` is the signed name of the page. Raises Unavailable where the store did not answer.
    """
    match step:
        case "contact" | "erase":
            return page(rights_view.sure(step, written, spoken))
        case "copy" | "copy-file":
            made = await reached(ports.run, partial(requests.own_copy, identity=case))
            shown: Safe = rights_view.copy(made, written, spoken)
            return page(shown) if step == "copy" else _file(exporting.written(made))
        case "erase-yes":
            await reached(ports.run, partial(requests.own_erasure, identity=case))
            return page(rights_view.erased(spoken))
        case _:
            await reached(ports.run, partial(requests.own_withdrawal, identity=case))
            return None


def _file(text: str) -> web.Response:
    answer = web.Response(text=text, content_type="application/json", charset="utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{FILE}"'
    answer.headers["Cache-Control"] = "no-store"
    return answers.guarded(answer)
