"""`hailong doctor`: what is wrong, and what to do."""

import sys

import click

from hailong.report import say, show


@click.command()
@click.option("--json", "as_json", is_flag=True)
def command(as_json: bool) -> None:
    """Look the installation over; exit code 1 when something is wrong."""
    from hailong.checkup import examine
    from hailong.finding import Finding

    findings = examine()
    rows = [finding.row() for finding in findings]
    columns = [("state", ""), ("what", "What"), ("do", "What to do")]
    show(rows, columns=columns, as_json=as_json)
    if any(finding.state == Finding.WRONG for finding in findings):
        say("Something is wrong; see the lines that begin with WRONG.")
        sys.exit(1)
