"""The pages of what went wrong: what it was, what to do now, and nothing of a machine."""

from http import HTTPStatus

from aiohttp import web

from bot.pages import answers, shell
from bot.pages.desk_view import Sheet
from bot.pages.markup import Child, Safe, el, literal
from bot.pages.ports import Ports
from bot.pages.shell import Frame
from bot.pages.weighing import Verdict
from bot.pages.wording import CATALOGUES, say
from bot.phrases import words

RETRY_SECONDS = 10
BUSY_SECONDS = 30
_LIKE = {401: 404, 403: 404, 408: 400, 411: 400, 422: 400, 502: 503, 504: 503}


def problem(
    ports: Ports, language: str, key: str, status: int, *parts: Child, **headers: str
) -> web.Response:
    """Answer with the page of a problem, in the reader's language."""
    title = say(f"problem.{key}.title", language)
    frame = Frame(language, title, ports.office or say("office", language))
    explained = f"problem.{key}"
    text = say(explained, language) if explained in CATALOGUES["vi"] else None
    body = shell.page(
        frame,
        el("h1", title),
        el("p", text) if text else None,
        *parts,
        el("p", el("a", say("problem.home", language), href="/", class_="button quiet")),
    )
    return answers.html(body, status, **headers)


def of_status(ports: Ports, language: str, status: int) -> web.Response:
    """Answer an error that only its status tells."""
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR and status != HTTPStatus.SERVICE_UNAVAILABLE:
        return problem(ports, language, "500", status)
    known = _LIKE.get(status, status)
    key = str(known) if f"problem.{known}" in CATALOGUES["vi"] else "400"
    return problem(ports, language, key, status)


def unknown_code(ports: Ports, language: str, phrase: str, formerly: str | None) -> web.Response:
    """Answer a code that leads to no desk: which kind it is, and what to do."""
    parts: list[Child] = [el("p", words(phrase, language))]
    if formerly:
        parts.insert(0, el("p", literal(formerly)))
    # Of a desk that the office gave up nobody is to be warned as of fraud.
    if phrase != "arrive.revoked_away":
        parts.append(el("p", words("arrive.beware", language)))
    return problem(ports, language, "unknown", 404, *parts)


def busy(ports: Ports, language: str, verdict: Verdict) -> web.Response:
    """Answer that too much comes in, from where the reader is or altogether, and hang up."""
    heavy = verdict is Verdict.HEAVY
    seconds = str(BUSY_SECONDS)
    answer = problem(ports, language, "busy", 429 if heavy else 503, Retry_After=seconds)
    answer.force_close()  # so that the rest of what is sent is not taken in
    return answer


def not_read(ports: Ports, language: str) -> web.Response:
    """Answer that a page could not be opened just now."""
    return problem(ports, language, "503.read", 503, Retry_After=str(RETRY_SECONDS))


def not_saved(ports: Ports, sheet: Sheet) -> web.Response:
    """Answer that nothing was stored, keeping what was chosen and written for another try."""
    language = sheet.language
    again: Safe = sheet.form(
        el("p", say("problem.kept", language)),
        el("button", say("problem.retry", language), type="submit", class_="button wide"),
    )
    return problem(ports, language, "503", 503, again, Retry_After=str(RETRY_SECONDS))
