"""Owns the headers of every answer: nothing from elsewhere, no frame, no referrer, no copy kept."""

from typing import Final

from aiohttp import web

from bot.pages import script, style

HTML: Final = "text/html"


def policy() -> str:
    """Give the content security policy: our one style and our one script, by their hashes."""
    return (
        f"default-src 'none'; style-src {style.digest()}; script-src {script.digest()}; "
        "img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def html(text: str, status: int = 200, **headers: str) -> web.Response:
    """Answer with a page. The address may hold a token, so it is told to nobody."""
    answer = web.Response(text=text, status=status, content_type=HTML, charset="utf-8")
    answer.headers.update(
        {
            "Content-Security-Policy": policy(),
            "Cache-Control": "no-store",
            "X-Robots-Tag": "noindex",
            "Vary": "Accept-Language, Cookie",
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
    )
    return guarded(answer)


def away(address: str) -> web.Response:
    """Send on to another address of ours."""
    headers = {"Location": address, "Cache-Control": "no-store"}
    return guarded(web.Response(status=303, headers=headers))


def guarded(answer: web.Response) -> web.Response:
    """Add the headers that every answer has."""
    # The library's own would tell strangers its version.
    answer.headers["Server"] = "hailong"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Frame-Options"] = "DENY"
    answer.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    return answer
