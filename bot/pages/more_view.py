"""How the page after the tap looks: what was recorded, a way to correct it, and what may follow."""

from bot.pages.desk_view import Sheet
from bot.pages.faces import drawn
from bot.pages.markup import Child, Safe, el
from bot.pages.wording import say
from bot.phrases import level_name
from feedback.domain.questionnaire import Choice, Question
from feedback.domain.scale import Level

PHOTO_KINDS = "image/jpeg,image/png,image/webp"


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


def more(sheet: Sheet, questions: tuple[Question, ...], *, photo: bool) -> Safe:
    """Offer the questions, a comment and a photo, in one form that may be left alone."""
    language = sheet.language
    send = el("button", say("more.send", language), type="submit", class_="button wide")
    return el(
        "section",
        el("h2", say("more.head", language)),
        el("p", say("more.optional", language), class_="soft"),
        sheet.form(
            el("input", type="hidden", name="more", value="1"),
            [_question(question, language) for question in questions],
            _comment(language),
            _photo(language) if photo else None,
            send,
            files=photo,
        ),
        class_="card",
    )


def _question(question: Question, language: str) -> Safe:
    choices = [_choice(question.code, choice, language) for choice in question.choices]
    legend = el("legend", question.text(language))
    return el("fieldset", legend, el("div", *choices, class_="choices"))


def _choice(code: str, choice: Choice, language: str) -> Safe:
    words = dict(choice.words).get(language, choice.words[0][1])
    radio = el("input", type="radio", name=f"q-{code}", value=str(choice.value))
    return el("label", radio, el("span", words))


def _comment(language: str) -> Safe:
    # No maxlength: a browser would cut a pasted text without a word; the answer says it instead.
    area = el("textarea", id="comment", name="comment", aria_describedby="comment-hint")
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
