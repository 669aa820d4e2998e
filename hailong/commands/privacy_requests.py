"""`hailong privacy requests …`: what citizens asked about their data, and by when it is done."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from hailong.report import say, show
from hailong.typed_numbers import NUMBER

if TYPE_CHECKING:
    from feedback.domain.requests import Request

_JSON = click.option("--json", "as_json", is_flag=True)
_COLUMNS = [
    ("id", "Number"),
    ("kind", "Asked for"),
    ("code", "Case"),
    ("received_on", "Received"),
    ("answer_by", "Confirm by"),
    ("act_by", "Do by"),
    ("state", "State"),
    ("late", "Late"),
]


@click.command("requests")
@click.option("--all", "done", is_flag=True, help="Those that were acted on too.")
@_JSON
def listed(done: bool, as_json: bool) -> None:
    """List what citizens asked about their data, the most urgent first."""
    from feedback.services.privacy import requests
    from hailong.home import open_home

    with open_home() as home, home.store.look() as work:
        found = requests.listed(work, home.operator, done=done)
        rows = [_row(one, work.now) for one in found]
    show(rows, columns=_COLUMNS, as_json=as_json)


@click.command()
@click.argument("kind", type=click.Choice(["withdraw", "copy", "delete"]))
@click.option("--case", "code", required=True, metavar="CODE")
@click.option("--reason", default="", help="How it came in, and when.")
@_JSON
def ask(kind: str, code: str, reason: str, as_json: bool) -> None:
    """Take down what a citizen asked by letter, by telephone or at a desk."""
    from feedback.domain.requests import RequestKind
    from feedback.services.privacy import requests
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        found = requests.register(work, home.operator, RequestKind(kind), code, reason=reason)
        row = _row(found, work.now)
    show([row], columns=_COLUMNS, as_json=as_json)


@click.command()
@click.argument("number", type=NUMBER)
@_JSON
def acknowledge(number: int, as_json: bool) -> None:
    """Note that whoever asked was told that it is being done."""
    from feedback.services.privacy import requests
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        row = _row(requests.acknowledge(work, home.operator, number), work.now)
    show([row], columns=_COLUMNS, as_json=as_json)


@click.command()
@click.argument("number", type=NUMBER)
@click.option("--reason", required=True, help="What was done.")
@_JSON
def done(number: int, reason: str, as_json: bool) -> None:
    """Note that a request was acted on."""
    from feedback.services.privacy import requests
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        row = _row(requests.done(work, home.operator, number, reason), work.now)
    show([row], columns=_COLUMNS, as_json=as_json)


@click.command()
@click.option("--case", "code", required=True, metavar="CODE")
@click.option("--reason", required=True, help="Who asked and when; kept in the record.")
def withdraw(code: str, reason: str) -> None:
    """Take back a citizen's consent: name, phone and address go, the case goes on."""
    from feedback.services.privacy import consenting
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        consenting.withdraw_for(work, home.operator, code, reason)
    say("Name, phone and address are gone. The case goes on; its number still opens it.")


@click.command()
@click.option("--mend", is_flag=True, help="Write what the list in the home lacks.")
@_JSON
def erased(mend: bool, as_json: bool) -> None:
    """Compare the list of erasures in the home, which a restore needs, with the database."""
    from feedback.services.privacy import erasing
    from hailong.home import open_home

    with open_home() as home:
        with home.store.look() as work:
            listed = erasing.listed(work)
        mended = home.erasures.mend(listed) if mend else 0
        lacking = len(home.erasures.lacking(listed))
        torn = len(home.erasures.torn(listed))
        path = str(home.erasures.path)
    row = {"file": path, "erased": len(listed), "lacking": lacking, "mended": mended, "torn": torn}
    show([row], columns=[(key, key.capitalize()) for key in row], as_json=as_json)


def _row(one: "Request", now: datetime) -> dict[str, object]:
    from feedback.domain.days import local_day

    return {
        "id": one.id,
        "kind": one.kind.value,
        "code": one.code,
        "received_on": one.received_on.isoformat(),
        "answer_by": one.answer_by.isoformat(),
        "act_by": one.act_by.isoformat(),
        "state": one.state.value,
        "late": one.late(local_day(now)),
        "by": one.by or "citizen",
        "done_by": one.done_by or None,
        "done_at": one.done_at.isoformat() if one.done_at else None,
    }
