"""`hailong cases`: what those do who are not rated: judge, classify, redact, publish, unlock."""

import click

from hailong.case_doing import CODE, JSON, REASON, TEXT, VERSION, act, one_of, typed
from hailong.report import say, show
from hailong.typed_numbers import NUMBER


@click.command()
@CODE
@click.option("--kind", required=True, metavar="KIND")
@REASON
@VERSION
@JSON
def classify(code: str, kind: str, reason: str, version: int | None, as_json: bool) -> None:
    """Say what a case is: report, petition, idea, praise, misconduct, complaint, denunciation."""
    from feedback.domain.cases.kinds import CaseKind
    from feedback.services.cases import moderation

    known = one_of(CaseKind, kind)
    act(as_json, lambda w, v: moderation.classify(w, v, code, known, reason, version=version))


@click.command()
@CODE
@click.argument("found", type=click.Choice(["upheld", "false", "unverified"]))
@REASON
@VERSION
@JSON
def verdict(code: str, found: str, reason: str, version: int | None, as_json: bool) -> None:
    """Record what a check found; what is false counts against nobody."""
    from feedback.domain.cases.kinds import Verdict
    from feedback.services.cases import moderation

    judged = Verdict(found)
    act(as_json, lambda w, v: moderation.verdict(w, v, code, judged, reason, version=version))


@click.command()
@CODE
@REASON
@click.option("--undo", is_flag=True, help="Bring it back.")
@VERSION
@JSON
def spam(code: str, reason: str, undo: bool, version: int | None, as_json: bool) -> None:
    """End what is no matter at all."""
    from feedback.services.cases import moderation

    does = moderation.unspam if undo else moderation.spam
    act(as_json, lambda w, v: does(w, v, code, reason, version=version))


@click.command()
@CODE
@click.option("--words", type=NUMBER, metavar="ID", help="Which text; default: all by the citizen.")
@click.option("--text", help="What is shown instead; - reads standard input.")
@click.option("--span", "spans", multiple=True, metavar="START:END", help="Characters to take out.")
@click.option("--undo", is_flag=True, help="Show the text as it was written again.")
@REASON
@JSON
def redact(
    code: str,
    words: int | None,
    text: str | None,
    spans: tuple[str, ...],
    undo: bool,
    reason: str,
    as_json: bool,
) -> None:
    """Show a text in another form; without --text or --span what seems private is blacked out.

    The original stays sealed: see `hailong cases originals`.
    """
    from feedback.services.cases import disclosing

    if words is None and (text is not None or spans or undo):
        raise click.UsageError("Say --words ID: see the numbers in `hailong cases show`.")
    parts = [_span(one) for one in spans]
    shown = None if text is None else typed(text)
    if words is None:
        act(as_json, lambda w, v: disclosing.redact_all(w, v, code, reason))
    elif undo:
        act(as_json, lambda w, v: disclosing.unredact(w, v, code, words, reason))
    else:
        act(
            as_json,
            lambda w, v: disclosing.redact(w, v, code, words, reason, text=shown, spans=parts),
        )


@click.command()
@CODE
@REASON
@JSON
def originals(code: str, reason: str, as_json: bool) -> None:
    """Show the texts of a case as they were written; who looked and why is recorded."""
    from feedback.services.cases import disclosing
    from hailong.case_rows import said, words
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        rows = [words(one) for one in disclosing.originals(work, home.operator, code, reason)]
    if as_json:
        show(rows, columns=[], as_json=True)
    else:
        click.echo("\n".join(said(rows)))


@click.command()
@CODE
@TEXT
@click.option("--sure", is_flag=True, help="Publish although private data seem to be in it.")
@VERSION
@JSON
def publish(code: str, text: str, sure: bool, version: int | None, as_json: bool) -> None:
    """Publish a text about a case, without names."""
    from feedback.services.cases import disclosing

    words = typed(text)
    act(as_json, lambda w, v: disclosing.publish(w, v, code, words, sure=sure, version=version))


@click.command()
@CODE
@REASON
@VERSION
@JSON
def unpublish(code: str, reason: str, version: int | None, as_json: bool) -> None:
    """Take a published text back."""
    from feedback.services.cases import disclosing

    act(as_json, lambda w, v: disclosing.unpublish(w, v, code, reason, version=version))


@click.command()
@CODE
@REASON
@JSON
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
@CODE
@click.option("--staff", "name", required=True, metavar="USER")
@REASON
@JSON
def concern(code: str, name: str, reason: str, as_json: bool) -> None:
    """Say that a case is about someone of the staff: they see it no more."""
    from feedback.services.cases import concerns

    act(as_json, lambda w, v: concerns.concern(w, v, code, name, reason))


@click.command()
@CODE
@click.option("--staff", "name", required=True, metavar="USER")
@REASON
@JSON
def clear(code: str, name: str, reason: str, as_json: bool) -> None:
    """Say that a case is not about someone after all."""
    from feedback.services.cases import concerns

    act(as_json, lambda w, v: concerns.clear(w, v, code, name, reason))


def _span(text: str) -> tuple[int, int]:
    start, colon, end = text.partition(":")
    if not (colon and start.isdecimal() and end.isdecimal()):
        raise click.BadParameter(f"{text!r}: write START:END, for instance 10:22")
    return int(start), int(end)


ACTS = (
    *(classify, verdict, spam, redact, originals, publish, unpublish),
    *(unlock, concern, clear),
)
