"""How the page after the tap looks: what was recorded, a way to correct it, and what may follow."""

from dataclasses import dataclass

from bot.pages.desk_view import Sheet, hidden
from bot.pages.faces import drawn
from bot.pages.language import other
from bot.pages.markup import Child, Safe, el, together
from bot.pages.wording import say
from bot.phrases import level_name
from feedback.domain.questionnaire import Choice, Question
from feedback.domain.scale import Level

SWITCH = "switch"
"""The field that asks for the page again in another language."""
PHOTO_KINDS = "image/jpeg,image/png,image/webp"


FORM = "more"
"""The name of the form, by which the header's button sends it."""


@dataclass(frozen=True, slots=True)
class Begun:
    """What was filled in before the language was changed; ``answers`` by question."""

    answers: tuple[tuple[str, int], ...] = ()
    comment: str = ""


NOTHING = Begun()


def thanks(sheet: Sheet, level: Level, *, corrected: bool) -> Safe:
    """Say what was recorded, in words, and offer to correct it."""
    key = "more.corrected" if corrected else "more.recorded"
    told = say(key, sheet.language, level=level_name(level, sheet.language))
    return el(
        "section",
        el("h1", say("more.thanks", sheet.language)),
        el("p", drawn(level), el("span", told), class_="told", role="status"),
        sheet.form(change(sheet.language)),
        class_="good",
    )


def change(language: str) -> Safe:
    """Offer the way back to the levels."""
    words = say("more.wrong", language)
    return el("button", words, type="submit", name="change", value="1", class_="button quiet")


def switch(language: str, form: str | None = None) -> Safe:
    """Offer the other language, for a page that answers a form; ``form`` is sent along unsent."""
    label, offered = say("other_language", language), other(language)
    button = el("button", label, type="submit", form=form, name=SWITCH, value=offered, lang=offered)
    if form is None:
        return button
    # Enter in a form presses its first button, and that must be the one that sends it.
    send = el("button", type="submit", form=form, hidden=True)
    return together(send, button)


def switched(sheet: Sheet, **where: str) -> Safe:
    """Offer the other language in a form of its own, which says on which page it stands."""
    stands = [hidden(name, value) for name, value in where.items()]
    return sheet.form(stands, switch(sheet.language))


def more(
    sheet: Sheet, questions: tuple[Question, ...], begun: Begun = NOTHING, *, photo: bool
) -> Safe:
    """Offer the questions, a comment and a photo, in one form that may be left alone."""
    language = sheet.language
    send = el("button", say("more.send", language), type="submit", class_="button wide")
    return el(
        "section",
        el("h2", say("more.head", language)),
        el("p", say("more.optional", language), class_="soft"),
        sheet.form(
            el("input", type="hidden", name="more", value="1"),
            [_question(question, language, dict(begun.answers)) for question in questions],
            _comment(language, begun.comment),
            _photo(language) if photo else None,
            send,
            files=photo,
            name=FORM,
        ),
        class_="card",
    )


def _question(question: Question, language: str, begun: dict[str, int]) -> Safe:
    code = question.code
    choices = [
        _choice(code, choice, language, checked=begun.get(code) == choice.value)
        for choice in question.choices
    ]
    legend = el("legend", question.text(language))
    return el("fieldset", legend, el("div", *choices, class_="choices"))


def _choice(code: str, choice: Choice, language: str, *, checked: bool) -> Safe:
    words = dict(choice.words).get(language, choice.words[0][1])
    value = str(choice.value)
    radio = el("input", type="radio", name=f"q-{code}", value=value, checked=checked)
    return el("label", radio, el("span", words))


def _comment(language: str, begun: str) -> Safe:
    # No maxlength: a browser would cut a pasted text without a word; the answer says it instead.
    area = el("textarea", begun, id="comment", name="comment", aria_describedby="comment-hint")
    return _field("comment", language, area)


def _photo(language: str) -> Safe:
    chooser = el(
        "input",
        type="file",
        id="photo",
        name="photo",
        accept=PHOTO_KINDS,
        aria_describedby="photo-hint",
    )
    return _field("photo", language, chooser)


def _field(name: str, language: str, control: Child) -> Safe:
    return el(
        "div",
        el("label", say(f"more.{name}", language), for_=name),
        el("p", say(f"more.{name}_hint", language), id=f"{name}-hint", class_="soft"),
        control,
        class_="field",
    )
