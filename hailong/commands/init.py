"""`hailong init`: prepare a home, once; running it again completes what is missing."""

import sys

import click


@click.command()
@click.option("--yes", is_flag=True, help="Take every default and ask nothing.")
@click.option("--public-url", help="The address that posters carry.")
@click.option("--office", help="The name of the office that is responsible.")
@click.option("--contact", help="How citizens reach that office: telephone, mail, address.")
@click.option("--authority", help="Where to turn when nobody outside a unit takes a report.")
@click.option(
    "--database-url",
    help="PostgreSQL's address, instead of a file in the home; - reads it from standard input.",
)
@click.option("--proxies", help="Networks of the web server in front, such as 127.0.0.1/32.")
@click.option("--json", "as_json", is_flag=True)
def command(
    yes: bool,
    public_url: str | None,
    office: str | None,
    contact: str | None,
    authority: str | None,
    database_url: str | None,
    proxies: str | None,
    as_json: bool,
) -> None:
    """Prepare a home: settings, keys, database and the first admin. Brings no samples."""
    from hailong import founding
    from hailong.settings import Settings

    # On the command line a password would stand in the list of processes.
    if database_url == "-":
        database_url = sys.stdin.readline().strip()
        if not database_url:
            raise click.UsageError("No address came on standard input.")
    default_url = str(Settings.model_fields["public_url"].default)
    if not yes and not founding.settled():
        public_url = public_url or click.prompt("Address that posters carry", default_url)
        office = office or click.prompt("Name of the responsible office", default="")
    founded = founding.found(
        public_url=public_url,
        office=office,
        contact=contact,
        higher_authority=authority,
        database_url=database_url,
        trusted_proxies=proxies,
    )
    for line in founded.done:
        click.echo(line, err=True)
    founding.tell(founded, as_json=as_json)
