"""How the page looks on which a citizen follows a matter: its state, and what may be done."""

from dataclasses import dataclass
from datetime import date

from bot.pages import rights_view
from bot.pages.desk_view import hidden
from bot.pages.markup import Child, Safe, el, literal, together
from bot.pages.tell_view import GUIDANCE, photo_field
from bot.pages.track_acts import Seen
from bot.pages.wording import say
from bot.phrases.days import day_named
from feedback.domain.cases.kinds import GUIDED, Satisfaction
from feedback.domain.cases.life import CaseAct, CaseState
from feedback.domain.cases.record import BY_CITIZEN, Voice, Words
from feedback.domain.days import local_day
from feedback.services.cases.attachments import Attachment
from feedback.services.cases.following import Status

PATH = "/t"


@dataclass(frozen=True, slots=True)
class Draft:
    """What was written on a page that had been open too long, and by which step it was sent."""

    step: str = ""
    text: str = ""


NO_DRAFT = Draft()


def asking(language: str, typed: str = "", draft: Draft = NO_DRAFT) -> Safe:
    """Ask for the number; ``draft`` is carried on to the page that it opens."""
    entry = el(
        "input",
        type="text",
        id="number",
        name="number",
        value=typed,
        inputmode="numeric",
        autocomplete="off",
        class_="number",
        aria_describedby="lead",
    )
    return together(
        el("h1", say("track.title", language)),
        el("p", say("track.lead", language), id="lead", class_="soft"),
        el(
            "form",
            hidden("lang", language),
            *((hidden("wish", draft.step), hidden("text", draft.text)) if draft.text else ()),
            el(
                "div",
                el("label", say("track.number", language), for_="number"),
                entry,
                class_="field",
            ),
            _button("open", say("track.open", language)),
            method="post",
            action=PATH,
        ),
        el("p", say("track.lost", language), class_="soft"),
    )


def status(seen: Seen, page: str, language: str, today: date, draft: Draft = NO_DRAFT) -> Safe:
    """Show how a matter stands, what was said, and what may be done."""
    now = seen.status
    return together(
        el("h1", say("track.title", language)),
        _state(now, language, today),
        _words(seen, language),
        _judging(now, page, language),
        _contesting(now, page, language, draft),
        _adding(seen, page, language, draft),
        _withdrawing(now, page, language),
        rights_view.section(page, language),
    )


def sure(page: str, language: str) -> Safe:
    """Ask once more before a matter is withdrawn."""
    return together(
        el("h1", say("track.withdraw", language)),
        el("p", say("track.withdraw_sure", language), class_="note"),
        _form(page, language, _button("withdraw-yes", say("track.withdraw_yes", language))),
        el("p"),
        _form(page, language, _button("show", say("track.withdraw_no", language), quiet=True)),
    )


def _state(now: Status, language: str, today: date) -> Safe:
    owed = now.state in _OWED and now.due_on is not None
    key = "receipt.due_provisional" if now.due_provisional else "receipt.due"
    opened = day_named(local_day(now.opened_at), language)
    guided = now.guided_on
    kept = now.kind in GUIDED and now.state in _UNSETTLED
    state = "guided" if kept else now.state.value
    lines: list[Child] = [el("p", say(f"track.state.{state}", language), class_="told")]
    if kept:
        lines.append(el("p", say(GUIDANCE[now.kind], language), class_="note"))
    lines.append(el("p", say("track.sent", language, day=opened)))
    if guided:
        lines.append(el("p", say("track.guided", language, day=day_named(guided, language))))
    if owed and now.due_on:
        lines.append(el("p", say(key, language, day=day_named(now.due_on, language))))
        if today > now.due_on:
            lines.append(el("p", say("track.late", language), class_="note"))
    return el("section", lines, class_="card")


_UNSETTLED = (CaseState.NEW, CaseState.ACCEPTED, CaseState.FORWARDED)
"""States whose words promise that a matter is being settled."""
_OWED = frozenset(
    {
        CaseState.NEW,
        CaseState.ACCEPTED,
        CaseState.WAITING,
        CaseState.CONTESTED,
        CaseState.FORWARDED,
        CaseState.MERGED,
    }
)


def again(step: str, fields: dict[str, str], page: str, language: str) -> Safe:
    """Offer to send once more what could not be stored."""
    return _form(
        page,
        language,
        [hidden(name, value) for name, value in fields.items() if value],
        el("p", say("problem.kept", language)) if fields.get("text") else None,
        _button(step, say("problem.retry", language)),
    )


def _words(seen: Seen, language: str) -> Child:
    said = [_said(one, language) for one in seen.status.words]
    sent = [_sent(one, language) for one in seen.files if one.state != "failed"]
    if not said and not sent:
        return None
    return el("section", el("h2", say("track.words", language)), said, sent, class_="card")


def _sent(one: Attachment, language: str) -> Safe:
    day = day_named(local_day(one.at), language)
    named = el("p", literal(one.name)) if one.name else None
    kind = el("h3", say(f"track.sent.{one.medium.value}", language))
    return el("div", kind, named, el("p", day, class_="soft"), class_="turn")


def _said(one: Words, language: str) -> Safe:
    by_office = one.voice not in BY_CITIZEN
    key = "track.by_office" if by_office else "track.by_you"
    if one.voice is Voice.QUESTION:
        key = "track.question"
    text = literal(one.text) if one.text is not None else say("track.erased", language)
    return el(
        "div",
        el("h3", say(key, language)),
        el("p", text, class_="said"),
        el("p", day_named(local_day(one.at), language), class_="soft"),
        class_="turn office" if by_office else "turn",
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
            _button(step, send or heading),
            files=photo is not None,
        ),
        class_="card",
    )


def _withdrawing(now: Status, page: str, language: str) -> Child:
    if CaseAct.WITHDRAW not in now.may:
        return None
    words = say("track.withdraw", language)
    return _form(page, language, _button("withdraw", words, quiet=True))


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


def _button(step: str, words: str, *, quiet: bool = False) -> Safe:
    kind = "button quiet wide" if quiet else "button wide"
    return el("button", words, type="submit", name="step", value=step, class_=kind)
