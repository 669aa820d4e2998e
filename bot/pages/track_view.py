"""How the page looks on which a citizen follows a matter: its state, and what may be done."""

from datetime import date

from bot.pages import rights_view, track_forms
from bot.pages.desk_view import hidden
from bot.pages.markup import Child, Safe, el, literal, together
from bot.pages.tell_view import GUIDANCE
from bot.pages.track_acts import Seen
from bot.pages.track_forms import NO_DRAFT, PATH, Draft
from bot.pages.turn_view import turn
from bot.pages.wording import say
from bot.phrases.days import day_named
from feedback.domain.cases.kinds import GUIDED
from feedback.domain.cases.life import AWAITED
from feedback.domain.cases.record import BY_CITIZEN, Voice, Words
from feedback.domain.cases.standing import standing
from feedback.domain.days import local_day
from feedback.services.cases.attachments import Attachment
from feedback.services.cases.following import Status

_WITH_GUIDANCE = ("guided", "closed_guided")


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
            track_forms.button("open", say("track.open", language)),
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
        track_forms.every(seen, page, language, draft),
        rights_view.section(page, language),
    )


def _state(now: Status, language: str, today: date) -> Safe:
    owed = now.state in AWAITED and now.due_on is not None
    key = "receipt.due_provisional" if now.due_provisional else "receipt.due"
    opened = day_named(local_day(now.opened_at), language)
    guided = now.guided_on
    answered = any(one.voice is Voice.ANSWER for one in now.words)
    stands = standing(now.kind, now.state, answered=answered, undecided=now.undecided)
    lines: list[Child] = [el("p", say(f"track.state.{stands}", language), class_="told")]
    if stands in _WITH_GUIDANCE:
        lines.append(el("p", say(GUIDANCE[now.kind], language), class_="note"))
    lines.append(el("p", say("track.sent", language, day=opened)))
    if guided and now.kind not in GUIDED:
        lines.append(el("p", say("track.guided_part", language, day=day_named(guided, language))))
    elif guided:
        lines.append(el("p", say("track.guided", language, day=day_named(guided, language))))
    if owed and now.due_on:
        lines.append(el("p", say(key, language, day=day_named(now.due_on, language))))
        if today > now.due_on:
            lines.append(el("p", say("track.late", language), class_="note"))
    return el("section", lines, class_="card")


def _words(seen: Seen, language: str) -> Child:
    said = [_said(one, language) for one in seen.status.words]
    sent = [_sent(one, language) for one in seen.files if one.state != "failed"]
    if not said and not sent:
        return None
    return el("section", el("h2", say("track.words", language)), said, sent, class_="card")


def _sent(one: Attachment, language: str) -> Safe:
    named = literal(one.name) if one.name else None
    return turn(say(f"track.sent.{one.medium.value}", language), named, one.at, language)


def _said(one: Words, language: str) -> Safe:
    by_office = one.voice not in BY_CITIZEN
    key = "track.by_office" if by_office else "track.by_you"
    if one.voice is Voice.QUESTION:
        key = "track.question"
    text = literal(one.text) if one.text is not None else say("track.erased", language)
    return turn(say(key, language), text, one.at, language, by_office=by_office)
