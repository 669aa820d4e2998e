"""`hailong cases`: what handlers do. Each changes one case, or refuses."""

import click

from hailong.case_doing import CODE, JSON, REASON, TEXT, VERSION, act, one_of, typed
from hailong.report import show


@click.command()
@CODE
@VERSION
@JSON
def take(code: str, version: int | None, as_json: bool) -> None:
    """Take a case in hand."""
    from feedback.services.cases import casework

    act(as_json, lambda w, v: casework.take(w, v, code, version=version))


@click.command()
@CODE
@click.option("--to", required=True, metavar="USER")
@VERSION
@JSON
def assign(code: str, to: str, version: int | None, as_json: bool) -> None:
    """Give a case to someone of the staff who sees it and may handle it."""
    from feedback.services.cases import handing

    act(as_json, lambda w, v: handing.assign(w, v, code, to, version=version))


@click.command()
@CODE
@TEXT
@VERSION
@JSON
def ask(code: str, text: str, version: int | None, as_json: bool) -> None:
    """Ask the citizen for more; the clock stands still until the reply."""
    from feedback.services.cases import casework

    words = typed(text)
    act(as_json, lambda w, v: casework.ask(w, v, code, words, version=version))


@click.command()
@CODE
@click.option("--text", default="", help="- reads standard input. In a template: its {noi_dung}.")
@click.option("--template", metavar="NAME", help="See `hailong templates list`.")
@click.option("--value", "values", multiple=True, metavar="PLACE=TEXT", help="Fills {PLACE}.")
@click.option("--preview", is_flag=True, help="Only show what would be sent.")
@VERSION
@JSON
def answer(
    code: str,
    text: str,
    template: str | None,
    values: tuple[str, ...],
    preview: bool,
    version: int | None,
    as_json: bool,
) -> None:
    """Answer a case; the answer goes out in the channel used, or waits behind the number."""
    from feedback.services.cases import casework, templates
    from hailong.home import open_home

    words, used = typed(text), ""
    if template is not None:
        given = _values(values) | ({"noi_dung": words} if words else {})
        with open_home() as home, home.store.look() as work:
            filled = templates.filled(work, home.operator, code, template, given)
        words, used = filled.text, filled.template
    if preview:
        _shown(words, used, as_json)
        return
    act(
        as_json,
        lambda w, v: casework.answer(w, v, code, words, template=used, version=version),
    )


@click.command()
@CODE
@click.option("--to", required=True, metavar="UNIT")
@REASON
@VERSION
@JSON
def forward(code: str, to: str, reason: str, version: int | None, as_json: bool) -> None:
    """Hand a case to another unit; its date stands."""
    from feedback.services.cases import handing
    from feedback.services.places import unit_id

    act(
        as_json,
        lambda w, v: handing.forward(w, v, code, unit_id(w, to), reason, version=version),
    )


@click.command()
@CODE
@click.option("--to", required=True, metavar="AUTHORITY", help="Outside this office.")
@REASON
@VERSION
@JSON
def refer(code: str, to: str, reason: str, version: int | None, as_json: bool) -> None:
    """End a case that is not this office's, and tell the citizen where it was sent."""
    from feedback.services.cases import handing

    act(as_json, lambda w, v: handing.refer(w, v, code, to, reason, version=version))


@click.command()
@CODE
@REASON
@click.option("--days", type=click.IntRange(1), help="In the rule's unit; default all it allows.")
@VERSION
@JSON
def extend(code: str, reason: str, days: int | None, version: int | None, as_json: bool) -> None:
    """Extend the date by what its rule allows; the citizen is told."""
    from feedback.services.cases import handing

    act(as_json, lambda w, v: handing.extend(w, v, code, reason, length=days, version=version))


@click.command()
@CODE
@click.option("--into", required=True, metavar="CODE")
@click.option("--reason", default="the same matter", show_default=True)
@VERSION
@JSON
def merge(code: str, into: str, reason: str, version: int | None, as_json: bool) -> None:
    """Let a case go on in another that tells the same; both citizens stay informed."""
    from feedback.services.cases import merging

    act(as_json, lambda w, v: merging.merge(w, v, code, into, reason, version=version))


@click.command()
@CODE
@click.option("--reason", default="not the same matter", show_default=True)
@VERSION
@JSON
def unmerge(code: str, reason: str, version: int | None, as_json: bool) -> None:
    """Let a merged case go on by itself again."""
    from feedback.services.cases import merging

    act(as_json, lambda w, v: merging.unmerge(w, v, code, reason, version=version))


@click.command()
@CODE
@REASON
@VERSION
@JSON
def close(code: str, reason: str, version: int | None, as_json: bool) -> None:
    """Close a case."""
    from feedback.services.cases import casework

    act(as_json, lambda w, v: casework.close(w, v, code, reason, version=version))


@click.command()
@CODE
@REASON
@VERSION
@JSON
def reopen(code: str, reason: str, version: int | None, as_json: bool) -> None:
    """Open an ended case again."""
    from feedback.services.cases import casework

    act(as_json, lambda w, v: casework.reopen(w, v, code, reason, version=version))


@click.command()
@CODE
@TEXT
@VERSION
@JSON
def note(code: str, text: str, version: int | None, as_json: bool) -> None:
    """Add a note that the citizen never sees."""
    from feedback.services.cases import casework

    words = typed(text)
    act(as_json, lambda w, v: casework.note(w, v, code, words, version=version))


@click.command()
@CODE
@click.option("--outcome", required=True, metavar="OUTCOME", help="told or given_up.")
@REASON
@VERSION
@JSON
def call(code: str, outcome: str, reason: str, version: int | None, as_json: bool) -> None:
    """Record what came of ringing a citizen up whom the answer could not be sent to."""
    from feedback.services.cases import calling

    came = one_of(calling.Outcome, outcome)
    act(as_json, lambda w, v: calling.called(w, v, code, came, reason, version=version))


def _shown(text: str, template: str, as_json: bool) -> None:
    from admin_tui.literal import literal

    if as_json:
        show([{"text": text, "template": template or None}], columns=[], as_json=True)
    else:
        click.echo(literal(text))


def _values(given: tuple[str, ...]) -> dict[str, str]:
    pairs = [one.partition("=") for one in given]
    if any(not sign for _, sign, _ in pairs):
        raise click.BadParameter("write PLACE=TEXT, for instance co_quan='UBND huyện B'")
    # Whoever copies a place out of a template takes its braces along.
    return {name.strip().strip("{}"): text for name, _, text in pairs}


ACTS = (
    *(take, assign, ask, answer, forward, refer, extend),
    *(merge, unmerge, close, reopen, note, call),
)
