"""`hailong followups`: low ratings that wait for someone, and what came of them."""

from typing import TYPE_CHECKING

import click

from hailong.report import show
from hailong.typed_numbers import NUMBER

if TYPE_CHECKING:
    from feedback.services.followups import Item
    from feedback.store.work import Work

_JSON = click.option("--json", "as_json", is_flag=True)
_OUTCOMES = ["fixed", "explained", "case", "nothing"]
_COLUMNS = [
    ("id", "No."),
    ("due_on", "Due"),
    ("late", "Late"),
    ("unit", "Unit"),
    ("desk", "Desk"),
    ("about", "About"),
    ("words", "Words"),
    ("outcome", "Outcome"),
]


@click.group()
def command() -> None:
    """Low ratings: each with words is dealt with, the others once a desk and month."""


@command.command("list")
@click.option("--done", "dealt", is_flag=True, help="Those dealt with, newest first.")
@_JSON
def list_(dealt: bool, as_json: bool) -> None:
    """Show what waits, the most urgent first."""
    from feedback.services import followups
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        # Where no server runs, looking is what finds low ratings that have come of age.
        followups.gather(work)
        rows = [_row(work, one) for one in followups.listed(work, home.operator, done=dealt)]
    show(rows if as_json else [_short(row) for row in rows], columns=_COLUMNS, as_json=as_json)


@command.command("show")
@click.argument("number", type=NUMBER)
@_JSON
def show_(number: int, as_json: bool) -> None:
    """Show one."""
    from feedback.services import followups
    from hailong.home import open_home

    with open_home() as home, home.store.look() as work:
        row = _row(work, followups.shown(work, home.operator, number))
    show([row], columns=[*_COLUMNS, ("note", "Note"), ("done_by", "By")], as_json=as_json)


@command.command()
@click.argument("number", type=NUMBER)
@click.option("--outcome", type=click.Choice(_OUTCOMES), required=True)
@click.option("--note", required=True, help="What was done, in a sentence; kept sealed.")
@_JSON
def done(number: int, outcome: str, note: str, as_json: bool) -> None:
    """Record what came of one."""
    from feedback.services import followups
    from feedback.services.followups import Outcome
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        item = followups.done(work, home.operator, number, Outcome(outcome), note)
        row = _row(work, item)
    show([row], columns=[*_COLUMNS, ("note", "Note")], as_json=as_json)


def _short(row: dict[str, object]) -> dict[str, object]:
    words = row["words"]
    return row | {"words": " / ".join(words) if isinstance(words, list) else ""}


def _row(work: "Work", one: "Item") -> dict[str, object]:
    from feedback.services import places

    known = places.tree(work).nearest(one.unit, one.week)
    day = one.day.isoformat() if one.day else None
    about = f"{one.month:%Y-%m}: {one.n} without words" if one.month else day
    return {
        "id": one.id,
        "due_on": one.due_on.isoformat(),
        "late": one.late,
        "unit": known.name,
        "unit_code": known.code,
        "desk": one.desk_name,
        "about": about,
        "month": f"{one.month:%Y-%m}" if one.month else None,
        "day": day,
        "n": one.n,
        "words": list(one.words),
        "outcome": one.outcome.value if one.outcome else None,
        "note": one.note or None,
        "done_by": one.done_by or None,
        "sample": one.sample,
    }
