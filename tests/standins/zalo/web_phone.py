"""Owns the phone that a person holds in a browser; it decides nothing and trusts no text."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from tests.standins.zalo.events import Json
from tests.standins.zalo.handset import Bubble, Screen
from tests.standins.zalo.letters import Button

PAGE = Path(__file__).parent / "page"
LONG_POLL = 20.0
"""Real seconds after which a waiting page is answered though nothing happened."""
_LOCAL = timezone(timedelta(hours=7))
_KINDS = {".css": "text/css", ".js": "text/javascript"}
_POLICY = "default-src 'self'; img-src * data:; form-action 'self'; base-uri 'none'"
_GONE = "<!doctype html><meta charset='utf-8'><title>Zalo</title><h1>Trang này không tồn tại</h1>"
Act = Callable[[Any, Mapping[str, Any]], Awaitable[object]]


class WebPhone:
    """Serves the phones of a stand-in: ``/<link>`` as zalo.me would, and ``/phone/<user>``.

    ``acts`` are what the page may do, by name; ``extras`` those offered in its menu, with words.
    """

    def __init__(
        self,
        stand: Any,
        link: str,
        title: str,
        new_user: Callable[[], str],
        acts: Mapping[str, Act],
        extras: Mapping[str, str],
    ) -> None:
        self._stand, self._link, self._title = stand, link, title
        self._new_user, self._acts, self._extras = new_user, acts, extras

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get(f"/{self._link}", self._open_link),
            web.get("/phone/page/{file}", self._file),
            web.get("/phone/{user}", self._page),
            web.get("/phone/{user}/chat", self._chat),
            web.post("/phone/{user}/{act}", self._act),
        ]

    async def _open_link(self, request: web.Request) -> web.Response:
        """Open the chat of this browser's person; with a query the link breaks, as Zalo's may."""
        if request.query_string:
            return web.Response(status=404, text=_GONE, content_type="text/html")
        user = request.cookies.get("phone", "")
        if not (user.isalnum() and user.isascii()):
            user = self._new_user()
        answer = web.Response(status=302, headers={"Location": f"/phone/{user}"})
        answer.set_cookie("phone", user, httponly=True, samesite="Lax")
        return answer

    async def _page(self, request: web.Request) -> web.Response:
        phone = self._phone(request)
        if hasattr(phone, "open"):
            await phone.open()
        offered = "".join(
            f'<button type="button" data-act="{act}">{escape(words)}</button>'
            for act, words in self._extras.items()
        )
        page = (PAGE / "phone.html").read_text("utf-8")
        for mark, value in (("{title}", escape(self._title)), ("{extras}", offered)):
            page = page.replace(mark, value)
        headers = {"Content-Security-Policy": _POLICY, "Cache-Control": "no-store"}
        return web.Response(text=page, content_type="text/html", headers=headers)

    async def _file(self, request: web.Request) -> web.Response:
        path = PAGE / request.match_info["file"]
        if path.parent != PAGE or path.suffix not in _KINDS or not path.is_file():
            raise web.HTTPNotFound(text="")
        return web.Response(text=path.read_text("utf-8"), content_type=_KINDS[path.suffix])

    async def _chat(self, request: web.Request) -> web.Response:
        """Answer with the whole chat once it is another than the page knows."""
        phone = self._phone(request)
        known = request.query.get("known", "")
        with suppress(TimeoutError):
            await self._stand.bell.until(
                lambda: self._stand.stopped or _version(phone) != known, LONG_POLL
            )
        if hasattr(phone, "open") and known:
            await phone.open()
        return web.json_response(_chat(phone))

    async def _act(self, request: web.Request) -> web.Response:
        act = self._acts.get(request.match_info["act"])
        if act is None:
            raise web.HTTPNotFound(text="")
        multipart = request.content_type.startswith("multipart/")
        fields = await request.post() if multipart else await request.json()
        phone = self._phone(request)
        try:
            await act(phone, fields)
        except (AssertionError, LookupError, ValueError):
            raise web.HTTPBadRequest(text="") from None
        return web.json_response(_chat(phone))

    def _phone(self, request: web.Request) -> Any:
        return self._stand.phone(request.match_info["user"])


async def photo(phone: Any, fields: Mapping[str, Any]) -> object:
    """Send the picture of a form's field."""
    content = fields["photo"]
    if not isinstance(content, web.FileField):
        raise ValueError("no file")
    return await phone.send_image(content.file.read())


async def say(phone: Any, fields: Mapping[str, Any]) -> object:
    """Send what was typed."""
    text = str(fields["text"]).strip()
    return await phone.say(text) if text else None


async def tap(phone: Any, fields: Mapping[str, Any]) -> object:
    """Press a button of a given bubble."""
    bubble = next((b for b in phone.bubbles if b.id == fields["bubble"]), None)
    if bubble is None:
        raise LookupError("no such bubble")
    return await phone.tap(int(fields["button"]), bubble)


def plainly(name: str, **fixed: str) -> Act:
    """Make an act of the page of a phone's act without choices."""

    async def act(phone: Any, _: Mapping[str, Any]) -> object:
        return await getattr(phone, name)(**fixed)

    return act


def _chat(phone: Screen) -> Json:
    return {
        "version": _version(phone),
        "follower": getattr(phone, "follower", None),
        "bubbles": [_bubble(bubble, phone) for bubble in phone.bubbles],
    }


def _version(phone: Screen) -> str:
    hearts = len(getattr(phone, "reactions", ()))
    return f"{len(phone.bubbles)}.{getattr(phone, 'follower', '')}.{hearts}"


def _bubble(bubble: Bubble, phone: Screen) -> Json:
    at = datetime.fromtimestamp(bubble.at / 1000, UTC).astimezone(_LOCAL)
    return {
        "id": bubble.id,
        "who": bubble.who,
        "text": "" if bubble.image and bubble.text == "(ảnh)" else bubble.text,
        "image": bubble.image if _is_web(bubble.image) else "",
        "quotes": next((b.text for b in phone.bubbles if b.id == bubble.quotes), ""),
        "asks": bubble.asks_contact,
        "buttons": [{"label": b.label, "href": _href(b)} for b in bubble.buttons],
        "hearts": sum(target == bubble.id for target, _ in getattr(phone, "reactions", ())),
        "at": at.strftime("%H:%M"),
    }


def _href(button: Button) -> str:
    """Give where a button leads; "" for one that sends a text, and for an address of no web."""
    match button.kind:
        case "oa.open.url":
            return button.payload if _is_web(button.payload) else ""
        case "oa.open.phone":
            return f"tel:{button.payload}"
        case "oa.open.sms":
            return f"sms:{button.payload}"
    return ""


def _is_web(url: str) -> bool:
    return urlsplit(url).scheme in ("http", "https")
