"""`hailong cases`: the queue, and one case. It opens nobody's identity."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from hailong.case_doing import CODE, JSON, one_of
from hailong.commands import (
    case_acts,
    case_counter,
    case_moderation,
    case_withholding,
    templates,
)
from hailong.report import say, show
from hailong.typed_days import DAY

if TYPE_CHECKING:
    from feedback.domain.cases.record import Case
    from feedback.services.cases.reading import Mark, Wanted
    from feedback.store.work import Work
    from hailong.home import Home

_PAGE = 500


@click.group()
def command() -> None:
    """Cases: the queue, one case, and every act of those who handle it."""


@command.command("list")
@click.option("--state", "states", multiple=True, metavar="STATE")
@click.option("--unit", metavar="UNIT", help="Only this unit and those below.")
@click.option("--kind", "kinds", multiple=True, metavar="KIND")
@click.option("--severity", "severities", multiple=True, type=click.IntRange(1, 3))
@click.option("--assignee", metavar="USER", help="Only what this member of staff has in hand.")
@click.option("--due-before", type=DAY, metavar="DAY", help="Still owed, and due before DAY.")
@click.option("--late", is_flag=True, help="Still owed, and past the day.")
@click.option("--owed", is_flag=True, help="Only where somebody still owes something.")
@click.option("--search", metavar="WORDS", help="A code, or words of the newest cases.")
@click.option("--look", type=click.IntRange(1, 5000), help="So many are read for the words.")
@click.option("--sort", type=click.Choice(["urgent", "newest"]), default="urgent")
@click.option("--limit", type=click.IntRange(1, 1000), default=50, show_default=True)
@click.option("--after", metavar="MARK", help="The `after` of the page before.")
@click.option("--csv", "as_csv", is_flag=True, help="All of the queue, for a spreadsheet.")
@JSON
def list_(
    search: str | None,
    look: int | None,
    limit: int,
    after: str | None,
    as_csv: bool,
    as_json: bool,
    **narrow: Any,
) -> None:
    """List cases, the most urgent first: late, then by the day due, then the graver."""
    from hailong.case_rows import HEAD
    from hailong.figures import write_csv
    from hailong.home import open_home

    if as_csv and (as_json or search):
        raise click.UsageError("--csv goes without --json and --search.")
    with open_home() as home, home.store.look() as work:
        wanted = _wanted(work, **narrow)
        if as_csv:
            click.echo(write_csv(_every(work, home, wanted), dict.fromkeys(HEAD)), nl=False)
        elif search:
            _found(work, home, wanted, search, look, limit, as_json)
        else:
            _page(work, home, wanted, limit, after, as_json)


@command.command("show")
@CODE
@JSON
def show_(code: str, as_json: bool) -> None:
    """Show one case with its words and its timeline."""
    from hailong.case_rows import told
    from hailong.home import open_home

    with open_home() as home, home.store.look() as work:
        one = _sheet(work, home, code)
    if as_json:
        show([one], columns=[], as_json=True, extra=one)
    else:
        click.echo("\n".join(told(one)))


@command.command()
@click.option("--unit", metavar="UNIT", help="Only this unit and those below.")
@JSON
def counts(unit: str | None, as_json: bool) -> None:
    """Count the queues; more than a thousand is told as a thousand."""
    from feedback.services.cases import reading
    from feedback.services.cases.reading import Wanted
    from hailong.home import open_home

    with open_home() as home, home.store.look() as work:
        wanted = Wanted(units=reading.under(work, unit) if unit else None)
        found = reading.counts(work, home.operator, wanted)
    rows = [{"queue": "owed", "n": found.owed}, {"queue": "late", "n": found.late}]
    rows += [{"queue": f"state {one}", "n": n} for one, n in found.states.items()]
    rows += [{"queue": f"owed {one}", "n": n} for one, n in found.kinds.items()]
    extra = {"most_counted": reading.MOST_COUNTED}
    show(rows, columns=[("queue", "Queue"), ("n", "Cases")], as_json=as_json, extra=extra)


@command.command()
@CODE
@JSON
def similar(code: str, as_json: bool) -> None:
    """Show cases that may tell the same matter; merge those that do."""
    from feedback.services.cases import likening
    from hailong.case_rows import COLUMNS, rows
    from hailong.home import open_home

    with open_home() as home, home.store.look() as work:
        found = likening.similar(work, home.operator, code)
        listed = rows(work, [one.case for one in found])
    told = [
        {**row, "likeness": round(one.likeness, 2), "same_desk": one.same_desk}
        for row, one in zip(listed, found, strict=True)
    ]
    columns = [("likeness", "Like"), ("same_desk", "Same desk"), *COLUMNS]
    show(told, columns=columns, as_json=as_json)


@command.command()
@click.option("--seen", is_flag=True, help="Note that those of no unit were looked at.")
@JSON
def alerts(seen: bool, as_json: bool) -> None:
    """Show what is new for the staff: reminders, cases due and late, what citizens did."""
    from feedback.services.cases import alerting, steps
    from hailong.case_rows import moment
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        # Where no server runs, looking is what lets time pass for cases.
        steps.advance(work)
        rows = [
            {"code": word.code, "what": word.what, "at": moment(word.at)}
            for word in alerting.alerts(work, home.operator)
        ]
        if seen:
            alerting.noticed(work, home.operator)
    columns = [("code", "Code"), ("what", "What"), ("at", "Since")]
    show(rows, columns=columns, as_json=as_json)


def _wanted(
    work: "Work",
    *,
    states: tuple[str, ...],
    unit: str | None,
    kinds: tuple[str, ...],
    severities: tuple[int, ...],
    assignee: str | None,
    due_before: datetime | None,
    late: bool,
    owed: bool,
    sort: str,
) -> "Wanted":
    from feedback.domain.cases.kinds import CaseKind, Severity
    from feedback.domain.cases.life import CaseState
    from feedback.domain.days import local_day
    from feedback.services.cases import reading
    from feedback.services.cases.reading import Order, Wanted

    days = [due_before.date()] if due_before else []
    days += [local_day(work.now)] if late else []
    return Wanted(
        states=frozenset(one_of(CaseState, text) for text in states),
        kinds=frozenset(one_of(CaseKind, text) for text in kinds),
        severities=frozenset(map(Severity, severities)),
        units=reading.under(work, unit) if unit else None,
        assignee=reading.member(work, assignee) if assignee else None,
        due_before=min(days, default=None),
        owed=owed,
        order=Order(sort),
    )


def _page(
    work: "Work", home: "Home", wanted: "Wanted", limit: int, after: str | None, as_json: bool
) -> None:
    from feedback.services.cases import reading
    from hailong.case_rows import COLUMNS, rows

    page = reading.queue(work, home.operator, wanted, size=limit, after=_mark(after))
    then = None if page.after is None else f"{page.after.urgency}.{page.after.id}"
    show(rows(work, page.cases), columns=COLUMNS, as_json=as_json, extra={"after": then})
    if then and not as_json:
        say(f"There are more: --after {then}")


def _found(
    work: "Work",
    home: "Home",
    wanted: "Wanted",
    text: str,
    look: int | None,
    limit: int,
    as_json: bool,
) -> None:
    from feedback.services.cases import searching
    from hailong.case_rows import COLUMNS, rows

    most = look or searching.READ
    found = searching.search(work, home.operator, text, wanted, most=most)
    extra = {"looked_through": found.looked_through, "whole": found.whole}
    show(rows(work, found.cases[:limit]), columns=COLUMNS, as_json=as_json, extra=extra)
    if not found.whole and not as_json:
        say(f"Only the newest {found.looked_through} were read: narrow it, or --look further.")


def _every(work: "Work", home: "Home", wanted: "Wanted") -> list[dict[str, object]]:
    from hailong.case_rows import rows

    return [row for page in _pages(work, home, wanted) for row in rows(work, page)]


def _pages(work: "Work", home: "Home", wanted: "Wanted") -> "Iterator[tuple[Case, ...]]":
    from feedback.services.cases import reading

    after = None
    while True:
        page = reading.queue(work, home.operator, wanted, size=_PAGE, after=after)
        yield page.cases
        after = page.after
        if after is None:
            return


def _mark(text: str | None) -> "Mark | None":
    from feedback.services.cases.reading import Mark

    if text is None:
        return None
    urgency, dot, identity = text.partition(".")
    # It comes from the command line: what is longer is no mark of ours, and overflows the column.
    if not (dot and urgency.isdecimal() and identity.isdecimal() and len(text) < 40):
        raise click.BadParameter("--after takes what the page before told")
    return Mark(int(urgency), int(identity))


def _sheet(work: "Work", home: "Home", code: str) -> dict[str, object]:
    from feedback.services import places
    from feedback.services.cases import attachments, reading
    from hailong.case_rows import rows, sheet

    file = reading.opened(work, home.operator, code)
    case = file.case
    desk = None
    if case.about_desk is not None:
        card = places.desk_cards(work, {case.about_desk}, case.about_day).get(case.about_desk)
        desk = card.name if card else None
    files = attachments.listed(work, home.operator, code)
    return sheet(rows(work, [case])[0], file, files, desk)


_ACTS = (*case_acts.ACTS, case_counter.file, *case_moderation.ACTS, *case_withholding.ACTS)
for one in _ACTS:
    command.add_command(one)
command.add_command(templates.command, "templates")
