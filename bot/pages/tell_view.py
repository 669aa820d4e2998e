"""How the forms of a citizen's matter look: the telling, the summary, the receipt."""

from dataclasses import dataclass

from bot.pages.desk_view import hidden
from bot.pages.markup import Child, Safe, el, literal, together
from bot.pages.more_view import PHOTO_KINDS
from bot.pages.tell_sheet import Matter
from bot.pages.wording import say
from bot.phrases.days import day_named
from feedback.domain.cases.bearing import Bearing
from feedback.domain.cases.kinds import SEALED, CaseKind, Choice
from feedback.domain.cases.number import written
from feedback.domain.channels import Channel
from feedback.domain.consents import Purpose, asked
from feedback.domain.desks import DeskCard
from feedback.services.cases.filing import Receipt


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where the forms go and what they carry; ``sealed`` says whether anyone receives a report
    against the unit, and ``higher`` whom to tell otherwise."""

    action: str
    page: str
    language: str
    card: DeskCard | None
    sealed: bool
    higher: str

    def form(self, *parts: Child, files: bool = False) -> Safe:
        """Put parts into a form of this sheet."""
        return el(
            "form",
            hidden("page", self.page),
            hidden("lang", self.language),
            *parts,
            method="post",
            action=self.action,
            enctype="multipart/form-data" if files else None,
        )

    @property
    def place(self) -> str:
        """Say where it is about."""
        if self.card is None:
            return say("tell.no_place", self.language)
        return say("tell.place", self.language, desk=self.card.name, unit=self.card.unit_name)


GUIDANCE = {
    CaseKind.COMPLAINT: "check.complaint",
    CaseKind.DENUNCIATION: "check.denunciation",
}
"""What the law wants for what is told here, which cannot be settled by telling it."""


def telling(sheet: Sheet, matter: Matter) -> Safe:
    """Ask what happened."""
    language = sheet.language
    return together(
        el("h1", say("tell.title", language)),
        el("p", sheet.place, class_="where"),
        el("p", say("tell.lead", language), class_="soft"),
        sheet.form(
            _choices(sheet, matter),
            _area("text", language, matter.text),
            _contact(language, matter),
            _button("check", say("tell.check", language)),
        ),
    )


def checking(sheet: Sheet, matter: Matter, kind: CaseKind, found: frozenset[Bearing]) -> Safe:
    """Show everything once more before it is sent."""
    language = sheet.language
    carried = [hidden(name, value) for name, value in matter.fields()]
    send = _button("send", say("check.send", language))
    return together(
        el("h1", say("check.title", language)),
        el("p", say("check.not_sent", language), class_="note"),
        _summary(sheet, matter, kind, found),
        sheet.form(carried, photo_field(language), send, files=True),
        sheet.form(carried, _button("edit", say("check.edit", language), quiet=True)),
    )


def receipt(given: Receipt, language: str, track: str, higher: str, *, photo_failed: bool) -> Safe:
    """Give what the citizen keeps; ``higher`` is whom to tell where nobody receives it here."""
    due = given.due
    key = "receipt.due_provisional" if due and due.provisional else "receipt.due"
    guided = GUIDANCE.get(given.kind)
    following = "receipt.follow" if given.unrouted else "receipt.next"
    return el(
        "section",
        el("h1", say("receipt.thanks", language)),
        el("p", say("receipt.number", language)),
        el("p", written(given.number), class_="code number"),
        el("p", say("receipt.keep", language), class_="note"),
        el("p", say(key, language, day=day_named(due.on, language))) if due else None,
        el("p", say("receipt.praise", language)) if given.kind is CaseKind.PRAISE else None,
        _kept_from_the_unit(given, language, higher),
        el("p", say(guided, language), class_="note") if guided else None,
        el("p", say("receipt.photo_failed", language)) if photo_failed else None,
        el("p", say(following, language), " ", el("a", track, href=track)),
        class_="good",
    )


def _kept_from_the_unit(given: Receipt, language: str, higher: str) -> Child:
    if given.kind not in SEALED:
        return None
    key = "receipt.unrouted" if given.unrouted else "receipt.sealed"
    words = say(key, language, higher=higher or say("tell.higher", language))
    return el("p", words, class_="note")


def offer(action: str, page: str, language: str, comment: str) -> Safe:
    """Offer, after a rating, to tell the matter so that somebody answers."""
    kept = [hidden("text", comment)] if comment else []
    return el(
        "section",
        el("h2", say("tell.offer", language)),
        el("p", say("tell.offer_why", language), class_="soft"),
        el(
            "form",
            hidden("page", page),
            hidden("lang", language),
            kept,
            _button("open", say("tell.offer_link", language), quiet=True),
            method="post",
            action=action,
        ),
        class_="card",
    )


def _choices(sheet: Sheet, matter: Matter) -> Safe:
    language = sheet.language
    offered = [one for one in Choice if sheet.sealed or one is not Choice.MISCONDUCT]
    radios = [
        el(
            "label",
            el(
                "input",
                type="radio",
                name="choice",
                value=one.value,
                checked=one is matter.choice,
            ),
            el("span", say(f"tell.choice.{one.value}", language)),
        )
        for one in offered
    ]
    higher = sheet.higher or say("tell.higher", language)
    key = "tell.misconduct_hint" if sheet.sealed else "tell.misconduct_away"
    return el(
        "fieldset",
        el("legend", say("tell.choice", language)),
        el("div", radios, class_="choices stacked"),
        el("p", say(key, language, higher=higher), class_="soft"),
    )


def _contact(language: str, matter: Matter) -> Safe:
    text = asked(Purpose.CONTACT, Channel.WEB).text(language)
    agree = el("input", type="checkbox", name="agreed", value="1", checked=matter.agreed)
    return el(
        "fieldset",
        el("legend", say("tell.contact", language)),
        el("p", say("tell.contact_hint", language), class_="soft"),
        _line("name", language, matter.name, "name"),
        _line("phone", language, matter.phone, "tel"),
        el("div", el("label", agree, el("span", text)), class_="choices stacked"),
    )


def _summary(sheet: Sheet, matter: Matter, kind: CaseKind, found: frozenset[Bearing]) -> Safe:
    language = sheet.language
    choice = matter.choice or Choice.REPORT
    who = ", ".join(part for part in (matter.name, matter.phone) if part)
    rows: list[tuple[str, Child]] = [
        ("check.what", say(f"tell.choice.{choice.value}", language)),
        ("check.place", _where(sheet)),
        ("check.text", literal(matter.text)),
        ("check.who", literal(who) if who else say("check.nobody", language)),
        ("check.readers", _readers(sheet, kind)),
    ]
    told = [
        el("p", say(f"check.{one.value}", language), class_="note")
        for one in (Bearing.COMPLAINT, Bearing.DENUNCIATION)
        if one in found
    ]
    listed = [(el("dt", say(key, language)), el("dd", shown)) for key, shown in rows]
    return el("section", el("dl", listed), told, class_="card")


def _where(sheet: Sheet) -> str:
    if sheet.card is None:
        return say("check.no_place", sheet.language)
    return f"{sheet.card.name}, {sheet.card.unit_name}"


def _readers(sheet: Sheet, kind: CaseKind) -> str:
    hidden_away = kind in SEALED
    if hidden_away and not sheet.sealed:
        higher = sheet.higher or say("tell.higher", sheet.language)
        return say("tell.no_sealed", sheet.language, higher=higher)
    if sheet.card is None:
        key = "check.readers.sealed_office" if hidden_away else "check.readers.office"
        return say(key, sheet.language)
    key = "check.readers.sealed" if hidden_away else "check.readers.open"
    return say(key, sheet.language, unit=sheet.card.unit_name)


def _area(name: str, language: str, text: str) -> Safe:
    return _field(
        name,
        language,
        # A line break right behind the tag is dropped by browsers; one of ours keeps theirs.
        el("textarea", "\n" + text, id=name, name=name, aria_describedby=f"{name}-hint"),
    )


def photo_field(language: str) -> Safe:
    """Ask for a photo."""
    chooser = el("input", type="file", id="photo", name="photo", accept=PHOTO_KINDS)
    return el(
        "div",
        el("label", say("check.photo", language), for_="photo"),
        el("p", say("check.photo_hint", language), class_="soft"),
        chooser,
        class_="field",
    )


def _line(name: str, language: str, value: str, kind: str) -> Safe:
    entry = el(
        "input",
        type="tel" if kind == "tel" else "text",
        id=name,
        name=name,
        value=value,
        autocomplete=kind,
    )
    return el("div", el("label", say(f"tell.{name}", language), for_=name), entry, class_="field")


def _field(name: str, language: str, control: Child) -> Safe:
    return el(
        "div",
        el("label", say(f"tell.{name}", language), for_=name),
        el("p", say(f"tell.{name}_hint", language), id=f"{name}-hint", class_="soft"),
        control,
        class_="field",
    )


def _button(step: str, words: str, *, quiet: bool = False) -> Safe:
    kind = "button quiet wide" if quiet else "button wide"
    return el("button", words, type="submit", name="step", value=step, class_=kind)


def retry(sheet: Sheet, matter: Matter) -> Safe:
    """Offer to send again what could not be stored."""
    carried = [hidden(name, value) for name, value in matter.fields()]
    kept = el("p", say("problem.kept", sheet.language))
    return sheet.form(carried, kept, _button("send", say("problem.retry", sheet.language)))
