"""Owns what every page has around its own part: head, header, footer, and the way to the other
language. It never holds a link to another host."""

from dataclasses import dataclass

from bot.pages import script, style
from bot.pages.faces import drawn_mark
from bot.pages.language import other
from bot.pages.markup import Child, Safe, el, literal, together
from bot.pages.wording import say


@dataclass(frozen=True, slots=True)
class Frame:
    """What a page is framed with: its language, its title, and whose page it is.

    ``path`` is where the other language is found, None where there is none; a page that answers a
    form has no address, and brings its own ``switch``. ``back`` is the address
    to go to after ``seconds``, for a shared tablet. ``sample`` marks what is no real office's.
    """

    language: str
    title: str
    head: str
    path: str | None = None
    scripted: bool = False
    kiosk: bool = False
    back: str | None = None
    seconds: int = 0
    sample: bool = False
    switch: Child = None


def page(frame: Frame, *parts: Child) -> str:
    """Give a whole page as text."""
    body = el(
        "body",
        el("a", say("skip", frame.language), href="#main", class_="skip"),
        _header(frame),
        el("p", say("sample", frame.language), class_="sample") if frame.sample else None,
        el("main", *parts, id="main", tabindex="-1"),
        None if frame.kiosk else _footer(frame),
        script.tag() if frame.scripted else None,
        class_="kiosk" if frame.kiosk else None,
    )
    return "<!doctype html>" + el("html", _head(frame), body, lang=frame.language)


def _head(frame: Frame) -> Safe:
    return el(
        "head",
        el("meta", charset="utf-8"),
        el("title", frame.title),
        el("meta", name="viewport", content="width=device-width,initial-scale=1"),
        # Browsers on phones would make telephone links of codes and figures.
        el("meta", name="format-detection", content="telephone=no"),
        el("meta", name="theme-color", content="#8f1d21"),
        _return(frame),
        style.tag(),
    )


def _return(frame: Frame) -> Child:
    if frame.back is None:
        return None
    return el("meta", http_equiv="refresh", content=f"{frame.seconds};url={frame.back}")


def _header(frame: Frame) -> Safe:
    return el("header", el("div", drawn_mark(), el("p", literal(frame.head)), _switch(frame)))


def _switch(frame: Frame) -> Child:
    if frame.path is None or frame.switch is not None:
        return frame.switch
    language = other(frame.language)
    label = say("other_language", frame.language)
    return el("a", label, href=f"{frame.path}?lang={language}", lang=language, hreflang=language)


def _footer(frame: Frame) -> Safe:
    link = f"/privacy?lang={frame.language}"
    return el(
        "footer",
        el(
            "div",
            el("p", say("never_ask", frame.language)),
            el("a", say("privacy_link", frame.language), href=link),
        ),
    )


def note(*lines: Child) -> Safe:
    """Say something about the page before its main part; read out when the page opens."""
    return el("div", together(*(el("p", line) for line in lines)), class_="note", role="status")
