"""How a desk's page looks: where one is, and the five levels as five buttons in one form.

All levels are treated alike: same size, same colour, a face and words on each.
"""

from dataclasses import dataclass

from bot.pages.faces import drawn
from bot.pages.markup import Child, Safe, el, literal
from bot.pages.wording import say
from bot.phrases import level_name
from feedback.domain.desks import DeskCard
from feedback.domain.scale import Level


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a form needs to be sent: where to, whose visit, in which language, and what it keeps.

    ``kept`` are fields already filled in, sent along unseen.
    """

    action: str
    visit: str
    language: str
    kept: tuple[tuple[str, str], ...] = ()

    def form(self, *parts: Child, files: bool = False, name: str | None = None) -> Safe:
        """Put parts into a form of this sheet; ``name`` lets a button elsewhere belong to it."""
        return el(
            "form",
            hidden("visit", self.visit),
            hidden("lang", self.language),
            [hidden(name, value) for name, value in self.kept],
            *parts,
            method="post",
            action=self.action,
            enctype="multipart/form-data" if files else None,
            id=name,
        )


def hidden(name: str, value: str) -> Safe:
    """Carry a value in a form unseen."""
    return el("input", type="hidden", name=name, value=value)


def where(card: DeskCard) -> Safe:
    """Say which desk this is; its office stands in the header."""
    return el("p", literal(card.name), class_="where")


def levels(sheet: Sheet, now: Level | None = None) -> Safe:
    """Offer the five levels; ``now`` is the one recorded, where the citizen wants to change it."""
    buttons = [_button(level, sheet.language, now) for level in sorted(Level, reverse=True)]
    legend = el("legend", say("desk.levels", sheet.language), class_="unseen")
    return sheet.form(el("fieldset", legend, el("div", *buttons, class_="levels")))


def _button(level: Level, language: str, now: Level | None) -> Safe:
    marked = el("small", say("desk.now", language)) if level is now else None
    return el(
        "button",
        drawn(level),
        el("span", level_name(level, language), marked),
        type="submit",
        name="level",
        value=str(int(level)),
        class_="level",
    )
