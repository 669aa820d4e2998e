"""`hailong admin`: open the terminal. Everything but the first screen is imported behind it."""

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from admin_tui.reading import Reading


@click.command()
def command() -> None:
    """Open the terminal for supervisors and admins; a password is always asked."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError("This needs a terminal; over SSH say `ssh -t`.")
    from hailong.confinement import confine

    # Before the toolkit is imported, which reads the environment as it loads.
    confine()
    from admin_tui.app import AdminApp

    app = AdminApp(_open, _report)
    # The mouse stays with the terminal, so that text can be marked and copied as usual.
    app.run(mouse=False)
    if app.opening.failure is not None:
        raise _plain(app.opening.failure)


def _open() -> "Reading":
    from admin_tui.services import ServiceReading
    from hailong.terminal import open_access

    return ServiceReading(open_access())


def _report(error: BaseException) -> None:
    from hailong.terminal import note

    note(error)


def _plain(failure: Exception) -> Exception:
    """Keep what is meant for people; anything else is in the log, and no traceback is shown."""
    from feedback.services.refusals import Refusal
    from hailong.settings import BadSettings
    from hailong.terminal import LOG

    if isinstance(failure, Refusal | BadSettings):
        return failure
    return click.ClickException(f"The database could not be opened; see {LOG} in the home.")
