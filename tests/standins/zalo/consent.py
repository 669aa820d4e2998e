"""Owns the page on which the admin of an OA allows the app, and goes back with a code."""

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from aiohttp import web

from tests.standins.zalo.refused import Denied

if TYPE_CHECKING:
    from tests.standins.zalo.oa import OaStandIn

_PATH = "/v4/oa/permission"
_PAGE = """<!doctype html><meta charset="utf-8"><title>Zalo (giả lập)</title>
<p>Cho phép ứng dụng quản lý OA <b>{name}</b>?</p>
<form method="post"><button id="allow">Cho phép</button></form>"""


def consent_page(oa: "OaStandIn") -> list[web.RouteDef]:
    """Serve the page; pressing its button redirects with ``code``, ``oa_id`` and ``state``."""

    async def show(request: web.Request) -> web.Response:
        if (denied := _denied(oa, request)) is not None:
            return web.json_response(denied.body())
        return web.Response(
            text=_PAGE.format(name=escape(oa.account.name)), content_type="text/html"
        )

    async def allow(request: web.Request) -> web.Response:
        if (denied := _denied(oa, request)) is not None:
            return web.json_response(denied.body())
        code = oa.oauth.consent(request.query.get("code_challenge", ""))
        carried = {"code": code, "oa_id": oa.account.oa_id}
        if "state" in request.query:
            carried["state"] = request.query["state"]
        back = request.query["redirect_uri"]
        joint = "&" if "?" in back else "?"
        raise web.HTTPFound(f"{back}{joint}{urlencode(carried)}")

    return [web.get(_PATH, show), web.post(_PATH, allow)]


def _denied(oa: "OaStandIn", request: web.Request) -> Denied | None:
    if request.query.get("app_id") != oa.account.app_id:
        return Denied(-14004, "Invalid app id", "app_id")
    back = request.query.get("redirect_uri", "")
    if not back or (oa.account.redirect_uri and back != oa.account.redirect_uri):
        return Denied(-14003, "Invalid redirect uri", "redirect_uri")
    if not oa.account.app_active:
        return Denied(-14002, "App is not active", "app_id")
    return None
