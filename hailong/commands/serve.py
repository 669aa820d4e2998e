"""`hailong serve`: run the whole server in this process, or several on PostgreSQL."""

import click


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8080, show_default=True, type=click.IntRange(1, 65535))
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64))
@click.option(
    "--only",
    default="all",
    type=click.Choice(["all", "web", "delivery"]),
    help="On PostgreSQL: pages and webhooks, or delivery and timers, apart from each other.",
)
def command(host: str, port: int, workers: int, only: str) -> None:
    """Run the web pages, the webhooks, delivery and timers until Ctrl+C."""
    from hailong.home import open_home
    from hailong.mixed_homes import refuse_mistaken
    from hailong.serving import logs, warnings
    from hailong.serving.part import Part
    from hailong.serving.server import IDLE, Listening, run
    from hailong.serving.workers import run_many

    logs.set_up()
    part = Part(only)
    with open_home(idle=IDLE) as home:
        if (workers > 1 or part is not Part.ALL) and home.settings.database.startswith("sqlite"):
            raise click.UsageError(
                "SQLite has one writer, so several workers would only wait for each other; "
                "use one that does all, or a PostgreSQL database."
            )
        refuse_mistaken(home)
        for warning in warnings.at_start(home.settings):
            click.echo(warning, err=True)
        if workers == 1:
            run(home, Listening(host, port, part=part))
            return
    run_many(workers, host, port, part)
