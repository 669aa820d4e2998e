"""The one style sheet, inline in every page. It names no font and no picture of another host."""

import re
from functools import lru_cache
from importlib.resources import files

from bot.pages.markup import Safe, el
from bot.pages.script import hashed


@lru_cache(maxsize=1)
def sheet() -> str:
    """Give the style sheet without its line breaks."""
    text = files("bot.pages").joinpath("style.css").read_text("utf-8")
    return re.sub(r"\n+", "", text)


def tag() -> Safe:
    """Give the style sheet as an element."""
    return el("style", Safe(sheet()))


@lru_cache(maxsize=1)
def digest() -> str:
    """Give the style sheet's hash as a content security policy names it."""
    return hashed(sheet())
