"""`hailong audit`: is the record of acts as it was written, and who did what."""

import sys
from datetime import datetime
from typing import TYPE_CHECKING

import click

from hailong.report import progress, say, show
from hailong.typed_days import DAY

if TYPE_CHECKING:
    from feedback.domain.record import Head, Verdict

_JSON = click.option("--json", "as_json", is_flag=True)
_COLUMNS = [
    ("seq", "No."),
    ("at", "At"),
    ("actor", "Who"),
    ("act", "Act"),
    ("subject", "What"),
    ("before", "Before"),
    ("after", "After"),
    ("reason", "Why"),
]


@click.group()
def command() -> None:
    """The record of acts: who did what, when and why."""


@command.command()
@click.option("--head", "heads", metavar="SEQ:MAC", multiple=True, help="One kept elsewhere.")
@_JSON
def verify(heads: tuple[str, ...], as_json: bool) -> None:
    """Go along the whole record; exit code 1 where it is not as it was written."""
    from hailong.record_words import finding_row, summary, told

    verdict = _look([_head(text) for text in heads])
    found = summary(verdict)
    rows = [finding_row(one) for one in verdict.findings]
    if as_json or rows:
        show(rows, columns=[("what", "What is wrong")], as_json=as_json, extra=found)
    else:
        show([found], columns=[("acts", "Acts"), ("head", "Head"), ("at", "Of")], as_json=False)
    say(told(verdict))
    sys.exit(0 if verdict.ok else 1)


@command.command()
@click.argument("text", required=False, default="")
@click.option("--actor", default="", help="Part of a name.")
@click.option("--act", default="", help="How the act's name begins, as in `staff.`.")
@click.option("--subject", default="", help="Part of what was acted on.")
@click.option("--from", "first", type=DAY, help="The first day.")
@click.option("--to", "last", type=DAY, help="The last day.")
@click.option("--page", type=click.IntRange(1), default=1, show_default=True)
@click.option("--size", type=click.IntRange(1, 1000), default=50, show_default=True)
@_JSON
def search(
    text: str,
    actor: str,
    act: str,
    subject: str,
    first: datetime | None,
    last: datetime | None,
    page: int,
    size: int,
    as_json: bool,
) -> None:
    """Show acts, the newest first; TEXT may stand anywhere in what was noted."""
    from feedback.services import record
    from hailong.home import open_home
    from hailong.record_words import entry_row

    with open_home() as home, home.store.look() as work:
        found = record.search(
            work,
            home.operator,
            text=text,
            actor=actor,
            act=act,
            subject=subject,
            from_day=first.date() if first else None,
            to_day=last.date() if last else None,
            page=page - 1,
            size=size,
        )
    rows = [entry_row(one) for one in found.rows]
    show(rows, columns=_COLUMNS, as_json=as_json, extra={"page": page, "more": found.more})
    if found.more:
        say(f"There is more: --page {page + 1}.")


def _head(text: str) -> "Head":
    from feedback.domain.record import BadHead, Head

    try:
        return Head.read(text)
    except BadHead as error:
        raise click.BadParameter(str(error), param_hint="--head") from None


def _look(heads: "list[Head]") -> "Verdict":
    from feedback.services import record
    from hailong.home import open_home

    with open_home() as home:
        # Read before the record: what others append meanwhile is then no cut.
        kept = [*home.heads.read(), *heads]
        with home.store.look() as work:
            total = record.size(work, home.operator)
            with progress(total, "verifying") as advance:
                return record.verify(work, home.operator, kept, advance)
