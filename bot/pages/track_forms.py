"""The forms on the page of a matter: what a citizen may still do, and words that are not lost."""

from dataclasses import dataclass

from bot.pages.desk_view import hidden
from bot.pages.markup import Child, Safe, el, literal, together
from bot.pages.tell_view import photo_field
from bot.pages.track_acts import Seen
from bot.pages.wording import say
from feedback.domain.cases.kinds import Satisfaction
from feedback.domain.cases.life import CaseAct, CaseState
from feedback.services.cases.following import Status

PATH = "/t"


@dataclass(frozen=True, slots=True)
class Draft:
    """What was written and not taken, and by which step it was sent."""

    step: str = ""
    text: str = ""


NO_DRAFT = Draft()


def every(seen: Seen, page: str, language: str, draft: Draft) -> Safe:
    """Offer what may be done now."""
    return together(
        _judging(seen.status, page, language),
        *_writings(seen, page, language, draft),
        _withdrawing(seen.status, page, language),
    )


def sure(page: str, language: str) -> Safe:
    """Ask once more before a matter is withdrawn."""
    return together(
        el("h1", say("track.withdraw", language)),
        el("p", say("track.withdraw_sure", language), class_="note"),
        _form(page, language, button("withdraw-yes", say("track.withdraw_yes", language))),
        el("p"),
        _form(page, language, button("show", say("track.withdraw_no", language), quiet=True)),
    )


def again(step: str, fields: dict[str, str], page: str, language: str) -> Safe:
    """Offer to send once more what could not be stored."""
    return _form(
        page,
        language,
        [hidden(name, value) for name, value in fields.items() if value],
        el("p", say("problem.kept", language)) if fields.get("text") else None,
        button(step, say("problem.retry", language)),
    )


def _judging(now: Status, page: str, language: str) -> Child:
    if now.satisfaction is not None:
        judged = say(f"track.judged.{now.satisfaction.value}", language)
        return el("p", say("track.judged", language, judged=judged), class_="note")
    if CaseAct.JUDGE not in now.may:
        return None
    buttons = [
        el(
            "button",
            say(f"track.judge.{one.value}", language),
            type="submit",
            name="judge",
            value=one.value,
            class_="button quiet",
        )
        for one in Satisfaction
    ]
    asked = el("h2", say("track.judge", language))
    step = hidden("step", "judge")
    return el("section", asked, _form(page, language, step, el("p", buttons)), class_="card")


def _writings(seen: Seen, page: str, language: str, draft: Draft) -> tuple[Child, ...]:
    """Ask for words where they are taken; those that are taken no more are shown, to be copied."""
    asked = {
        "contest": _contesting(seen.status, page, language, draft),
        "add": _adding(seen, page, language, draft),
    }
    unsent = _unsent(draft, language) if draft.text and asked[draft.step] is None else None
    return unsent, *asked.values()


def _unsent(draft: Draft, language: str) -> Safe:
    return el(
        "section",
        el("h2", say("track.unsent", language)),
        el("p", literal(draft.text), class_="said"),
        el("p", say("track.unsent_hint", language), class_="soft"),
        el("a", say("track.unsent_new", language), href="/case", class_="button quiet wide"),
        class_="card",
    )


def _contesting(now: Status, page: str, language: str, draft: Draft) -> Child:
    content = CaseAct.CONTEST in now.may and now.satisfaction is not Satisfaction.YES
    if not content or now.satisfaction is None:
        return None
    heading = say("track.contest", language)
    return _writing("contest", page, language, heading, draft, hint="track.contest_hint")


def _adding(seen: Seen, page: str, language: str, draft: Draft) -> Child:
    if CaseAct.ADD not in seen.status.may:
        return None
    waits = seen.status.state is CaseState.WAITING
    heading, send = _REPLY if waits else _ADD
    photo = photo_field(language) if seen.room else None
    words = say(heading, language)
    return _writing("add", page, language, words, draft, send=say(send, language), photo=photo)


_REPLY = ("track.reply", "track.reply_send")
_ADD = ("track.add", "track.add_send")


def _writing(
    step: str,
    page: str,
    language: str,
    heading: str,
    draft: Draft,
    *,
    hint: str = "",
    send: str = "",
    photo: Child = None,
) -> Safe:
    written = draft.text if draft.step == step else ""
    return el(
        "section",
        el("h2", el("label", heading, for_=step)),
        el("p", say(hint, language), class_="soft") if hint else None,
        _form(
            page,
            language,
            el("div", el("textarea", "\n", written, id=step, name="text"), class_="field"),
            photo,
            button(step, send or heading),
            files=photo is not None,
        ),
        class_="card",
    )


def _withdrawing(now: Status, page: str, language: str) -> Child:
    if CaseAct.WITHDRAW not in now.may:
        return None
    words = say("track.withdraw", language)
    return _form(page, language, button("withdraw", words, quiet=True))


def _form(page: str, language: str, *parts: Child, files: bool = False) -> Safe:
    return el(
        "form",
        hidden("page", page),
        hidden("lang", language),
        *parts,
        method="post",
        action=PATH,
        enctype="multipart/form-data" if files else None,
    )


def button(step: str, words: str, *, quiet: bool = False) -> Safe:
    """Give the button of a step."""
    kind = "button quiet wide" if quiet else "button wide"
    return el("button", words, type="submit", name="step", value=step, class_=kind)
