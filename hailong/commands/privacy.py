"""`hailong privacy`: retention, and the citizen's rights."""

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hailong.commands.privacy_requests import acknowledge, ask, done, erased, listed, withdraw
from hailong.report import say, show
from hailong.typed_days import DAY

if TYPE_CHECKING:
    from feedback.services.privacy.keeping import Keeping
    from hailong.home import Home

_MOMENT = click.DateTime(["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%d"])
_JSON = click.option("--json", "as_json", is_flag=True)
_REASON = click.option("--reason", required=True, help="Who asked and when; kept in the record.")


@click.group()
def command() -> None:
    """What is kept how long, and what a citizen may ask for."""


for each in (listed, ask, acknowledge, done, withdraw, erased):
    command.add_command(each)


@command.command()
@click.option("--dry-run", is_flag=True, help="Only say what would be forgotten.")
@_JSON
def purge(dry_run: bool, as_json: bool) -> None:
    """Forget what is past its time; the server does the same once a day."""
    from bot.runtime import housekeeping
    from feedback.services.privacy import purging
    from hailong.home import open_home

    with open_home() as home:
        keeping = home.settings.keeping
        with home.store.look() as work:
            found = purging.preview(work, home.operator, keeping)
            found += housekeeping.preview(work, keeping)
        if not dry_run:
            with home.store.work() as work:
                housekeeping.sweep(work, keeping)
            _purge_all(home, keeping)
    rows = [{"what": one.what, "n": one.n, "kept_days": one.days} for one in found]
    columns = [("what", "What"), ("n", "Past its time"), ("kept_days", "Kept days")]
    show(rows, columns=columns, as_json=as_json, extra={"dry_run": dry_run})


def _purge_all(home: "Home", keeping: "Keeping") -> None:
    from feedback.services.privacy import purging

    more = True
    # A piece at a time, so that the first purge of an old installation holds nobody up for minutes.
    while more:
        with home.store.work() as work:
            found = purging.purge(work, home.operator, keeping)
        more = any(one.n >= purging.AT_ONCE for one in found)


@command.command()
@click.option("--case", "code", metavar="CODE", help="Who filed this case, and its words.")
@click.option("--person", metavar="CHANNEL:ID", help="Everything of someone in a messenger.")
@_REASON
@_JSON
def erase(code: str | None, person: str | None, reason: str, as_json: bool) -> None:
    """Erase a citizen; levels, desks and days stay, and no index moves."""
    from bot.store import forgetting
    from feedback.services.privacy import erasing
    from hailong.home import open_home

    if (code is None) == (person is None):
        raise click.UsageError("Give either --case or --person.")
    with open_home() as home, home.store.work() as work:
        if code is not None:
            found = erasing.erase_case(work, home.operator, code, reason)
        else:
            who = work.vault.person(*_address(person or ""))
            found = erasing.erase_person(work, home.operator, who, reason)
            forgetting.forget(work, who)
    row = {"cases": len(found.cases), "ratings": len(found.ratings)}
    show([row], columns=[("cases", "Cases"), ("ratings", "Ratings")], as_json=as_json)
    if not as_json:
        if not any(row.values()):
            say("No case and no rating was here: see that the channel and the ID are right.")
        say("Erased. Backups made before still hold it; a restore erases it again.")


def _address(written: str) -> tuple[str, str]:
    """Part a messenger's name from the ID in it; under a misspelled one nobody would be found."""
    from feedback.domain.channels import Channel

    channel, _, name = (part.strip() for part in written.partition(":"))
    known = [Channel.TELEGRAM.value, Channel.ZALO_OA.value, Channel.ZALO_BOT.value]
    if channel not in (*known, Channel.CONSOLE.value) or not name:
        raise click.UsageError(
            "--person is written CHANNEL:ID, such as telegram:12345; CHANNEL is one of "
            f"{', '.join(known)}."
        )
    return channel, name


@command.command()
@click.option("--case", "code", required=True, metavar="CODE")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Default: shown here.")
@_REASON
def export(code: str, out: Path | None, reason: str) -> None:
    """Write a citizen's copy of all that is kept about a case, as JSON."""
    from feedback.services.privacy import exporting
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        made = exporting.copy_for(work, home.operator, code, reason)
    text = exporting.written(made)
    if out is None:
        click.echo(text)
        return
    with open(os.open(out, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
        # A file that was there already keeps its mode; it is closed before a word stands in it.
        os.fchmod(file.fileno(), 0o600)
        file.truncate()
        file.write(text + "\n")
    say(f"Written to {out}, readable by this account only. Give it to the citizen, then delete it.")


@command.command()
@click.option("--from", "first", type=DAY, required=True, metavar="DAY")
@click.option("--to", "last", type=DAY, required=True, metavar="DAY")
@click.option("--detected", type=_MOMENT, metavar="TIME", help="Default: now.")
@click.option("--unit", metavar="CODE[@DATE]", help="Only this unit and those below.")
@_JSON
def affected(
    first: datetime, last: datetime, detected: datetime | None, unit: str | None, as_json: bool
) -> None:
    """List the cases that a breach reaches, and until when the authority must be told.

    It names nobody: cases by their codes, with what was kept of whoever filed them.
    """
    from bot.store import conversations
    from feedback.domain.days import LOCAL
    from feedback.services.places import unit_id
    from feedback.services.privacy import affected as breach
    from hailong.home import open_home

    if last < first:
        raise click.UsageError("--to lies before --from.")
    with open_home() as home, home.store.look() as work:
        of = unit_id(work, unit) if unit else None
        addresses = conversations.count_addresses(work)
        at = detected.replace(tzinfo=LOCAL) if detected else work.now
        if at > work.now:
            raise click.UsageError("--detected lies ahead: nothing can have been found yet.")
        past = work.now > at + breach.NOTIFY_WITHIN
        found = breach.affected(work, home.operator, first.date(), last.date(), at, unit=of)
    rows = [
        {
            "code": one.code,
            "channel": one.channel,
            "opened_on": one.opened_on.isoformat(),
            "messenger": one.messenger,
            "contact": one.contact,
            "words": one.words,
        }
        for one in found.rows
    ]
    by = found.notify_by.astimezone(LOCAL)
    extra = {"notify_by": by.isoformat(), "addresses": addresses}
    columns = [(key, key.replace("_", " ").capitalize()) for key in (rows[0] if rows else ["code"])]
    show(rows, columns=columns, as_json=as_json, extra=extra)
    if not as_json:
        say(f"{len(rows)} cases; {addresses} addresses of messengers are kept, sealed.")
        told = "had to be told" if past else "must be told"
        say(f"The authority {told} by {by:%Y-%m-%d %H:%M} (72 hours).")
        if past:
            say("That time is over: tell it at once, and why it is late.")
