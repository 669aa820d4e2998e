"""How a citizen's rights look on the tracking page: a copy, the contact taken back, all erased."""

from bot.pages.desk_view import hidden
from bot.pages.markup import Child, Safe, el, literal, together
from bot.pages.turn_view import turn
from bot.pages.wording import say
from bot.phrases.days import day_named
from feedback.domain.cases.record import BY_CITIZEN
from feedback.domain.days import local_day
from feedback.services.privacy.exporting import Copy, Line

PATH = "/t"


def section(page: str, language: str) -> Safe:
    """Offer what may be asked about the own data."""
    return el(
        "section",
        el("h2", say("privacy.own", language)),
        _form("copy", "privacy.copy", page, language),
        _form("contact", "privacy.contact_gone", page, language),
        _form("erase", "privacy.erase", page, language),
        class_="card",
    )


def sure(step: str, page: str, language: str) -> Safe:
    """Ask once more before a contact is taken away, or everything is."""
    return together(
        el("h1", say(_HEADING[step], language)),
        el("p", say(f"privacy.{step}_sure", language), class_="note"),
        _form(f"{step}-yes", f"privacy.{step}_yes", page, language, quiet=False),
        el("p"),
        _form("show", "privacy.leave", page, language),
    )


def erased(language: str) -> Safe:
    """Confirm that everything is erased."""
    return together(
        el("h1", say("privacy.erased", language)),
        el("p", say("privacy.erased_now", language), class_="note"),
    )


def copy(made: Copy, page: str, language: str) -> Safe:
    """Show all that is kept of a matter, and offer it as a file."""
    return together(
        el("h1", say("privacy.copy", language)),
        el("section", [el("p", line) for line in _about(made, language)], class_="card"),
        el("section", [_said(line, language) for line in made.lines], class_="card"),
        [el("p", line) for line in _agreed(made, language)],
        _form("copy-file", "privacy.copy_file", page, language, quiet=False),
        el("p"),
        _form("show", "privacy.back", page, language),
    )


_HEADING = {"contact": "privacy.contact_gone", "erase": "privacy.erase"}


def _about(made: Copy, language: str) -> list[Child]:
    lines: list[Child] = [
        say("track.sent", language, day=day_named(local_day(made.opened_at), language)),
        say(f"track.state.{made.state}", language),
    ]
    if made.contact is None:
        lines.append(say("privacy.no_name", language))
    else:
        told = (made.contact.name, made.contact.phone, made.contact.address)
        lines.append(literal(" · ".join(filter(None, told))))
    lines += [
        together(
            say("privacy.file", language, size=max(1, one.size // 1024)), " ", literal(one.name)
        )
        for one in made.files
    ]
    return lines


def _said(line: Line, language: str) -> Safe:
    by_office = line.voice not in BY_CITIZEN
    heading = say("track.by_office" if by_office else "track.by_you", language)
    text = literal(line.text) if line.text is not None else say("track.erased", language)
    return turn(heading, text, line.at, language, by_office=by_office)


def _agreed(made: Copy, language: str) -> list[str]:
    lines = []
    for one in made.consents:
        day = day_named(local_day(one.at), language)
        lines.append(say("privacy.agreed", language, version=one.version, day=day))
        if one.withdrawn_at is not None:
            back = day_named(local_day(one.withdrawn_at), language)
            lines.append(say("privacy.taken_back", language, day=back))
    return lines


def _form(step: str, key: str, page: str, language: str, *, quiet: bool = True) -> Safe:
    kind = "button quiet wide" if quiet else "button wide"
    button = el("button", say(key, language), type="submit", name="step", value=step, class_=kind)
    return el(
        "form",
        hidden("page", page),
        hidden("lang", language),
        el("p", button),
        method="post",
        action=PATH,
    )
