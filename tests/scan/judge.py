"""What no answer to a stranger may ever be or say, whatever was asked."""

import re
from html.parser import HTMLParser

from tests.scan.wire import Answer, Asked

MARK = "zq7"
"""Stands in everything that is sent to be reflected."""
ELSEWHERE = "elsewhere.example"
_WAYS = {"href", "src", "action", "formaction", "content", "data", "srcset"}
_INSIDE = re.compile(
    r'Traceback|File "|aiohttp|sqlalchemy|sqlite|psycopg|Python/|\w\.py[":, ]|site-packages|/tmp/|/home/|'
    r"Internal Server Error|IntegrityError|ValueError|Exception",
    re.IGNORECASE,
)
_KEPT = ("/favicon.ico", "/robots.txt")
_COUNTS = ("/metrics",)
_LARGEST = 200_000


def faults(asked: Asked, answer: Answer) -> list[str]:
    """Give everything that is wrong with an answer, in words."""
    if answer.status == 0:
        return []
    found = [*_of_status(answer), *_of_headers(asked, answer), *_of_cookies(answer)]
    found += [*_of_words(asked, answer), *_of_ways(answer)]
    return found


def _of_status(answer: Answer) -> list[str]:
    return [f"failed with {answer.status}"] if answer.status >= 500 else []


def _of_headers(asked: Asked, answer: Answer) -> list[str]:
    found = []
    wanted = {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "X-Frame-Options": "DENY",
        "Server": "hailong",
    }
    for name, value in wanted.items():
        if answer.one(name) != value:
            found.append(f"{name} is {answer.one(name)!r}")
    policy = answer.one("Content-Security-Policy")
    if "default-src 'none'" not in policy or "unsafe" in policy or "*" in policy:
        found.append(f"policy is {policy!r}")
    if asked.path not in _KEPT and answer.one("Cache-Control") != "no-store":
        found.append(f"may be kept: {answer.one('Cache-Control')!r}")
    if answer.all("X-Injected") or answer.all("X-Powered-By") or answer.all("Via"):
        found.append("has a header that nobody wrote")
    if "html" in answer.one("Content-Type") and "charset=utf-8" not in answer.one("Content-Type"):
        found.append("says no charset")
    return found


def _of_cookies(answer: Answer) -> list[str]:
    found = []
    for cookie in answer.all("Set-Cookie"):
        said = {part.strip().lower() for part in cookie.split(";")[1:]}
        if not {"httponly", "samesite=lax", "path=/"} <= said:
            found.append(f"a cookie without flags: {cookie}")
        if any(part.startswith("domain=") for part in said) or MARK in cookie:
            found.append(f"a cookie of someone else's making: {cookie}")
    return found


def _of_words(asked: Asked, answer: Answer) -> list[str]:
    text, found = answer.text, []
    if asked.method == "HEAD" and answer.body:
        found.append("HEAD has a body")
    if asked.path not in _COUNTS and (inside := _INSIDE.search(text)):
        found.append(f"tells of its inside: {inside[0]!r}")
    if "html" in answer.one("Content-Type"):
        found += Grown(text).found
    if any(ELSEWHERE in value for _, value in answer.headers):
        found.append("takes over an address from the asker")
    if len(answer.body) > _LARGEST:
        found.append(f"is {len(answer.body)} bytes")
    return found


def _of_ways(answer: Answer) -> list[str]:
    where = answer.one("Location")
    if where and (not re.match(r"/(?![/\\])", where) or MARK in where):
        return [f"leads away, to {where!r}"]
    return [] if bool(where) == (300 <= answer.status < 400) else ["leads nowhere"]


class Grown(HTMLParser):
    """A page, and what grew in it out of what was sent: tags, attributes, addresses."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if MARK in tag or any(MARK in name for name, _ in attrs):
            self.found.append(f"reflects markup as {tag} {attrs}")
        for name, value in attrs:
            if name in _WAYS and ("javascript:" in (value or "") or ELSEWHERE in (value or "")):
                self.found.append(f"leads elsewhere, by {name}={value!r}")
