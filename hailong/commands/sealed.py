"""`hailong sealed`: who receives reports against a unit, and who opens those nobody received."""

import click

from hailong.report import say, show

_JSON = click.option("--json", "as_json", is_flag=True)


@click.group()
def command() -> None:
    """Sealed reports: they climb to the first inspector outside the unit that is accused.

    Where none is enrolled they wait, and only an appointee opens them.
    """


@command.command("list")
@_JSON
def list_(as_json: bool) -> None:
    """Show each unit with desks, who would receive a report against it, and the appointees."""
    from feedback.services import appointing
    from feedback.services.cases import receiving
    from hailong.home import open_home

    with open_home() as home, home.store.look() as work:
        appointed = appointing.listed(work, home.operator)
        rows = [
            {
                "unit": one.name,
                "unit_code": one.code,
                "receives": one.receives,
                "waiting": one.waiting,
            }
            for one in receiving.units(work, home.operator)
        ]
    columns = [("unit", "Unit"), ("receives", "Received at"), ("waiting", "Waiting")]
    show(rows, columns=columns, as_json=as_json, extra={"appointees": list(appointed)})
    if not as_json:
        say(f"Appointed: {', '.join(appointed) or 'nobody'}.")


@command.command()
@click.argument("name")
@click.option("--decision", required=True, help="Number and date of the decision it rests on.")
@_JSON
def appoint(name: str, decision: str, as_json: bool) -> None:
    """Appoint who alone opens sealed reports that nobody is enrolled to receive."""
    from feedback.services import appointing
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        appointing.appoint(work, home.operator, name, decision)
    _told(name, "appointed", as_json)


@command.command()
@click.argument("name")
@click.option("--reason", required=True)
@_JSON
def end(name: str, reason: str, as_json: bool) -> None:
    """End someone's appointment."""
    from feedback.services import appointing
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        appointing.end(work, home.operator, name, reason)
    _told(name, "no longer appointed", as_json)


def _told(name: str, state: str, as_json: bool) -> None:
    if as_json:
        show([{"name": name, "state": state}], columns=[], as_json=True)
    else:
        say(f"{name} is {state}.")
