"""How one turn of what citizen and office said to each other looks. It chooses no words."""

from datetime import datetime

from bot.pages.markup import Child, Safe, el
from bot.phrases.days import day_named
from feedback.domain.days import local_day


def turn(
    heading: str, said: Child, at: datetime, language: str, *, by_office: bool = False
) -> Safe:
    """Show who it was, what was said or sent, and on which day."""
    return el(
        "div",
        el("h3", heading),
        el("p", said, class_="said") if said else None,
        el("p", day_named(local_day(at), language), class_="soft"),
        class_="turn office" if by_office else "turn",
    )
