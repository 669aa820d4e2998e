"""`hailong cases`: the acts of those who handle and moderate. Each changes one case, or refuses."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from hailong.report import say, show

if TYPE_CHECKING:
    from feedback.domain.cases.record import Case
    from feedback.domain.roles import Viewer
    from feedback.store.work import Work

    Does = Callable[[Work, Viewer], Case]

_JSON = click.option("--json", "as_json", is_flag=True)
_CODE = click.argument("code")
_REASON = click.option("--reason", required=True, help="Kept in the timeline and the record.")
_VERSION = click.option("--version", type=int, help="Refuse if the case was changed since.")
_TEXT = click.option("--text", required=True, help="- reads standard input.")


def join(group: click.Group) -> None:
    """Add every act to the group of cases."""
    for command in (
        *(
            assign,
            ask,
            answer,
            templates,
            file,
            forward,
            refer,
            merge,
            unmerge,
            redact,
            verdict,
            extend,
            classify,
        ),
        *(close, reopen, spam, note, publish, unpublish, similar, unlock, concern, clear, alerts),
    ):
        group.add_command(command)


@click.command()
@_CODE
@click.option("--to", required=True, metavar="USER")
@_VERSION
@_JSON
def assign(code: str, to: str, version: int | None, as_json: bool) -> None:
    """Give a case to someone of the staff who sees it and may handle it."""
    from feedback.services.cases import moderation

    _act(as_json, lambda w, v: moderation.assign(w, v, code, to, version=version))


@click.command()
@_CODE
@_TEXT
@_VERSION
@_JSON
def ask(code: str, text: str, version: int | None, as_json: bool) -> None:
    """Ask the citizen for more; the clock stands still until the reply."""
    from feedback.services.cases import casework

    words = _read(text)
    _act(as_json, lambda w, v: casework.ask(w, v, code, words, version=version))


@click.command()
@_CODE
@_TEXT
@click.option("--template", metavar="NAME", help="See `hailong cases templates`; TEXT goes in it.")
@click.option("--authority", default="", help="Where the template names another authority.")
@click.option("--address", default="", help="Its address.")
@click.option("--preview", is_flag=True, help="Only show what would be sent.")
@_VERSION
@_JSON
def answer(
    code: str,
    text: str,
    template: str | None,
    authority: str,
    address: str,
    preview: bool,
    version: int | None,
    as_json: bool,
) -> None:
    """Answer a case; the answer goes out in the channel used, or waits behind the number."""
    from feedback.services.cases import casework, templates
    from hailong.home import open_home

    words = _read(text)
    if template is not None:
        with open_home() as home, home.store.look() as work:
            words = templates.filled(
                work,
                home.operator,
                code,
                template,
                words,
                authority=authority,
                address=address,
            )
    if preview:
        show([{"text": words}], columns=[("text", "The citizen will read")], as_json=as_json)
        return
    _act(as_json, lambda w, v: casework.answer(w, v, code, words, version=version))


@click.command()
@click.option("--language", type=click.Choice(["vi", "en"]), default="vi", show_default=True)
@_JSON
def templates(language: str, as_json: bool) -> None:
    """Show the templates for answers."""
    from feedback.services.cases import templates as answer_templates

    rows = [
        {"name": one.code, "version": one.version, "title": one.title, "body": one.body}
        for one in answer_templates.listed(language)
    ]
    columns = [("name", "Name"), ("version", "Version"), ("title", "Title")]
    show(rows, columns=columns, as_json=as_json)


@click.command()
@_TEXT
@click.option("--choice", type=click.Choice(["report", "praise", "misconduct"]), required=True)
@click.option("--desk", metavar="CODE|UNIT/NAME")
@click.option("--unit", metavar="CODE[@DATE]", help="Where no desk is known.")
@click.option("--name", default="", help="Only with the citizen's consent.")
@click.option("--phone", default="", help="Only with the citizen's consent.")
@_JSON
def file(
    text: str,
    choice: str,
    desk: str | None,
    unit: str | None,
    name: str,
    phone: str,
    as_json: bool,
) -> None:
    """File a case for someone who came in person or wrote on paper; gives their number, once."""
    from feedback.domain.cases.kinds import Choice
    from feedback.domain.cases.number import written
    from feedback.domain.cases.record import Contact
    from feedback.domain.channels import Channel
    from feedback.domain.consents import Purpose
    from feedback.services.cases import filing
    from feedback.services.cases.filing import Filing
    from feedback.services.places import desk_id, unit_id
    from hailong.home import open_home

    contact = Contact(name.strip(), phone.strip())
    with open_home() as home, home.store.work() as work:
        given = filing.file(
            work,
            Filing(
                Choice(choice),
                _read(text),
                Channel.PAPER,
                "vi",
                work.now,
                desk=desk_id(work, desk) if desk else None,
                unit=unit_id(work, unit) if unit else None,
                contact=contact,
                consents=(Purpose.CONTACT,) if any((contact.name, contact.phone)) else (),
            ),
        )
    row = {
        "number": written(given.number),
        "kind": given.kind.value,
        "due_on": given.due.on.isoformat() if given.due else None,
    }
    columns = [("number", "Follow-up number"), ("kind", "Kind"), ("due_on", "Due")]
    show([row], columns=columns, as_json=as_json)
    if not as_json:
        say("Give the number to the citizen now: it is shown once, and nobody can find it again.")


@click.command()
@_CODE
@click.option("--to", required=True, metavar="UNIT")
@_REASON
@_VERSION
@_JSON
def forward(code: str, to: str, reason: str, version: int | None, as_json: bool) -> None:
    """Hand a case to another unit; its date stands."""
    from feedback.services.cases import moderation
    from feedback.services.places import unit_id

    _act(
        as_json,
        lambda w, v: moderation.forward(w, v, code, unit_id(w, to), reason, version=version),
    )


@click.command()
@_CODE
@click.option("--to", required=True, metavar="AUTHORITY", help="Outside this office.")
@_REASON
@_VERSION
@_JSON
def refer(code: str, to: str, reason: str, version: int | None, as_json: bool) -> None:
    """End a case that is not this office's, and tell the citizen where it was sent."""
    from feedback.services.cases import moderation

    _act(as_json, lambda w, v: moderation.refer(w, v, code, to, reason, version=version))


@click.command()
@_CODE
@click.option("--into", required=True, metavar="CODE")
@click.option("--reason", default="the same matter", show_default=True)
@_VERSION
@_JSON
def merge(code: str, into: str, reason: str, version: int | None, as_json: bool) -> None:
    """Let a case go on in another that tells the same; both citizens stay informed."""
    from feedback.services.cases import merging

    _act(as_json, lambda w, v: merging.merge(w, v, code, into, reason, version=version))


@click.command()
@_CODE
@click.option("--reason", default="not the same matter", show_default=True)
@_VERSION
@_JSON
def unmerge(code: str, reason: str, version: int | None, as_json: bool) -> None:
    """Let a merged case go on by itself again."""
    from feedback.services.cases import merging

    _act(as_json, lambda w, v: merging.unmerge(w, v, code, reason, version=version))


@click.command()
@_CODE
@click.option("--words", type=int, metavar="ID", help="Which text; default: all by the citizen.")
@click.option("--text", help="What is shown instead; default: what seems private is blacked out.")
@_REASON
@_JSON
def redact(code: str, words: int | None, text: str | None, reason: str, as_json: bool) -> None:
    """Show a text in another form; the original stays sealed."""
    from feedback.services.cases import moderation

    if words is None and text is not None:
        raise click.UsageError("--text needs --words: see the numbers in `hailong cases show`.")
    shown = None if text is None else _read(text)
    if words is None:
        _act(as_json, lambda w, v: moderation.redact_all(w, v, code, reason))
    else:
        _act(as_json, lambda w, v: moderation.redact(w, v, code, words, reason, text=shown))


@click.command()
@_CODE
@click.argument("found", type=click.Choice(["upheld", "false", "unverified"]))
@_REASON
@_VERSION
@_JSON
def verdict(code: str, found: str, reason: str, version: int | None, as_json: bool) -> None:
    """Record what a check found; what is false counts against nobody."""
    from feedback.domain.cases.kinds import Verdict
    from feedback.services.cases import moderation

    _act(
        as_json,
        lambda w, v: moderation.verdict(w, v, code, Verdict(found), reason, version=version),
    )


@click.command()
@_CODE
@_REASON
@_VERSION
@_JSON
def extend(code: str, reason: str, version: int | None, as_json: bool) -> None:
    """Extend the date by what its rule allows; the citizen is told."""
    from feedback.services.cases import moderation

    _act(as_json, lambda w, v: moderation.extend(w, v, code, reason, version=version))


@click.command()
@_CODE
@click.option("--kind", required=True, metavar="KIND")
@_REASON
@_VERSION
@_JSON
def classify(code: str, kind: str, reason: str, version: int | None, as_json: bool) -> None:
    """Say what a case is: report, petition, idea, praise, misconduct, complaint, denunciation."""
    from feedback.domain.cases.kinds import CaseKind
    from feedback.services.cases import moderation

    known = {one.value: one for one in CaseKind}
    if kind not in known:
        raise click.BadParameter(f"{kind!r} is not one of: {', '.join(known)}")
    _act(
        as_json,
        lambda w, v: moderation.classify(w, v, code, known[kind], reason, version=version),
    )


@click.command()
@_CODE
@_REASON
@_VERSION
@_JSON
def close(code: str, reason: str, version: int | None, as_json: bool) -> None:
    """Close a case."""
    from feedback.services.cases import casework

    _act(as_json, lambda w, v: casework.close(w, v, code, reason, version=version))


@click.command()
@_CODE
@_REASON
@_VERSION
@_JSON
def reopen(code: str, reason: str, version: int | None, as_json: bool) -> None:
    """Open an ended case again."""
    from feedback.services.cases import casework

    _act(as_json, lambda w, v: casework.reopen(w, v, code, reason, version=version))


@click.command()
@_CODE
@_REASON
@_VERSION
@_JSON
def spam(code: str, reason: str, version: int | None, as_json: bool) -> None:
    """End what is no matter at all; `reopen` undoes it."""
    from feedback.services.cases import moderation

    _act(as_json, lambda w, v: moderation.spam(w, v, code, reason, version=version))


@click.command()
@_CODE
@_TEXT
@_JSON
def note(code: str, text: str, as_json: bool) -> None:
    """Add a note that the citizen never sees."""
    from feedback.services.cases import moderation

    words = _read(text)
    _act(as_json, lambda w, v: moderation.note(w, v, code, words))


@click.command()
@_CODE
@_TEXT
@click.option("--sure", is_flag=True, help="Publish although private data seem to be in it.")
@_JSON
def publish(code: str, text: str, sure: bool, as_json: bool) -> None:
    """Publish a text about a case, without names."""
    from feedback.services.cases import moderation

    words = _read(text)
    _act(as_json, lambda w, v: moderation.publish(w, v, code, words, sure=sure))


@click.command()
@_CODE
@_REASON
@_JSON
def unpublish(code: str, reason: str, as_json: bool) -> None:
    """Take a published text back."""
    from feedback.services.cases import moderation

    _act(as_json, lambda w, v: moderation.unpublish(w, v, code, reason))


@click.command()
@click.option("--seen", is_flag=True, help="Note that they were looked at.")
@_JSON
def alerts(seen: bool, as_json: bool) -> None:
    """Show what time brought: reminders, cases due, late and very late."""
    from feedback.services.cases import steps
    from hailong.case_rows import moment
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        steps.advance(work)
        rows = [
            {"code": word.code, "what": word.what, "at": moment(word.at)}
            for word in steps.alerts(work, home.operator)
        ]
        if seen:
            steps.noticed(work, home.operator)
    columns = [("code", "Code"), ("what", "What"), ("at", "Since")]
    show(rows, columns=columns, as_json=as_json)


@click.command()
@_CODE
@_JSON
def similar(code: str, as_json: bool) -> None:
    """Show cases that may tell the same matter."""
    from feedback.services.cases import merging
    from hailong.case_rows import COLUMNS, rows
    from hailong.home import open_home

    with open_home() as home, home.store.look() as work:
        found = merging.similar(work, home.operator, code)
        listed = rows(work, [one.case for one in found])
    told = [
        {**row, "likeness": round(one.likeness, 2)} for row, one in zip(listed, found, strict=True)
    ]
    show(told, columns=[("likeness", "Like"), *COLUMNS], as_json=as_json)


@click.command()
@_CODE
@_REASON
@_JSON
def unlock(code: str, reason: str, as_json: bool) -> None:
    """Show who filed a case, as far as they said; that it was opened is recorded."""
    from feedback.services.cases import unlocking
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        contact = unlocking.unlock(work, home.operator, code, reason)
    row = {"name": contact.name, "phone": contact.phone, "address": contact.address}
    columns = [("name", "Name"), ("phone", "Phone"), ("address", "Address")]
    show([row], columns=columns, as_json=as_json)
    if not as_json:
        say("That this was opened, by whom and why, stands in the record.")


@click.command()
@_CODE
@click.option("--staff", "name", required=True, metavar="USER")
@_REASON
@_JSON
def concern(code: str, name: str, reason: str, as_json: bool) -> None:
    """Say that a case is about someone of the staff: they see it no more."""
    from feedback.services.cases import concerns

    _act(as_json, lambda w, v: concerns.concern(w, v, code, name, reason))


@click.command()
@_CODE
@click.option("--staff", "name", required=True, metavar="USER")
@_REASON
@_JSON
def clear(code: str, name: str, reason: str, as_json: bool) -> None:
    """Say that a case is not about someone after all."""
    from feedback.services.cases import concerns

    _act(as_json, lambda w, v: concerns.clear(w, v, code, name, reason))


def _act(as_json: bool, does: "Does") -> None:
    from hailong.case_rows import COLUMNS, rows
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        told: list[dict[str, Any]] = rows(work, [does(work, home.operator)])
    show(told, columns=COLUMNS, as_json=as_json)


def _read(text: str) -> str:
    return sys.stdin.read() if text == "-" else text
