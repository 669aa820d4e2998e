"""Owns the page by which Zalo's console learns that this address is the office's. It tells no more.

The console asks for it before the account can be linked, so that it needs no other setting.
"""

from functools import partial

from aiohttp import web

from hailong.serving.doors import Doors

_PAGE = """<!doctype html><html><head>
<meta name="zalo-platform-site-verification" content="{code}"></head><body>{code}</body></html>
"""


def open_zalo_domain(doors: Doors) -> None:
    """Add the page that Zalo's console gives as a file (developers.zalo.me, xác thực tên miền)."""
    code = doors.home.settings.zalo_domain_code
    doors.hear(web.get(f"/zalo_verifier{code}.html", partial(_proof, code)))


async def _proof(code: str, _: web.Request) -> web.Response:
    return web.Response(text=_PAGE.format(code=code), content_type="text/html")
