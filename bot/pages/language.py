"""Which language a reader gets: what they asked for, else what their browser says, else vi."""

from collections.abc import Iterable

from aiohttp import web

from bot.pages.wording import LANGUAGES

_LONGEST_HEADER = 500


def chosen(request: web.Request) -> str | None:
    """Give the language that the address asks for, if it is one of ours."""
    asked = request.query.get("lang", "")
    return asked if asked in LANGUAGES else None


def of(request: web.Request) -> str:
    """Give the language to answer a request in."""
    return chosen(request) or preferred(request.headers.get("Accept-Language", ""))


def preferred(header: str) -> str:
    """Choose among our languages by an ``Accept-Language`` header (RFC 9110, 12.5.4)."""
    weighed = [_weighed(part) for part in header[:_LONGEST_HEADER].split(",")]
    ours = [(weight, name) for weight, name in weighed if name in LANGUAGES and weight > 0]
    # The first of equals wins, as browsers list them by preference.
    return _first(name for weight, name in ours if weight == max(w for w, _ in ours))


def other(language: str) -> str:
    """Give the language that a page offers beside its own."""
    return "vi" if language == "en" else "en"


def _weighed(part: str) -> tuple[float, str]:
    tag, _, parameter = part.partition(";")
    name = tag.strip().lower().split("-")[0]
    value = parameter.strip().removeprefix("q=") or "1"
    try:
        return float(value), name
    except ValueError:
        return 0.0, name


def _first(names: Iterable[str]) -> str:
    return next(iter(names), "vi")
