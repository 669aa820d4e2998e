"""How the last page looks: what was given, what becomes of it, and nothing more to do."""

from dataclasses import dataclass

from bot.pages.markup import Child, Safe, el
from bot.pages.wording import say
from bot.phrases import level_name
from feedback.domain.scale import Level


@dataclass(frozen=True, slots=True)
class Given:
    """What of a rating the last page confirms."""

    level: Level
    answers: int = 0
    comment: bool = False
    photo: bool = False


def done(given: Given, language: str, change: Child) -> Safe:
    """Confirm what was recorded, and offer to correct it."""
    return el(
        "section",
        el("h1", say("done.thanks", language)),
        el("div", el("p", say("done.given", language)), _list(given, language), role="status"),
        change,
        class_="good",
    )


def afterwards(language: str, *, sealed: bool = False) -> Safe:
    """Say what becomes of a rating; ``sealed`` where its words do not reach the unit."""
    then = el("p", say("done.then_sealed" if sealed else "done.then", language))
    return el("section", then, el("p", say("done.close", language), class_="soft"))


def _list(given: Given, language: str) -> Safe:
    words = level_name(given.level, language)
    lines = [
        say("done.level", language, level=words),
        say("done.answers", language, n=given.answers) if given.answers else None,
        say("done.comment", language) if given.comment else None,
        say("done.photo", language) if given.photo else None,
    ]
    return el("ul", *(el("li", line) for line in lines if line), class_="plain")
