"""Five faces in one line and one colour, so that no level is made more tempting than another."""

from bot.pages.markup import Safe, el

_MOUTHS = {
    5: "M14 28c2 8 18 8 20 0z",
    4: "M15 29c4 6 14 6 18 0",
    3: "M15 31h18",
    2: "M15 34c4-6 14-6 18 0",
    1: "M14 36c2-9 18-9 20 0z",
}


def drawn(level: int) -> Safe:
    """Draw the face of a level; the words beside it say the same to those who do not see it."""
    return el(
        "svg",
        el("circle", cx="24", cy="24", r="21"),
        el("path", d="M17 18v3M31 18v3"),
        el("path", d=_MOUTHS[level]),
        viewBox="0 0 48 48",
        aria_hidden="true",
        focusable="false",
        class_="face",
    )


def drawn_mark() -> Safe:
    """Draw the product's own mark, which stands in every header."""
    return el(
        "svg",
        el("path", d="M11 10v3M21 10v3M7 18c3 8 15 8 18 0"),
        viewBox="6 7 20 20",
        aria_hidden="true",
        focusable="false",
    )
