"""`hailong sample`: the sample office, always marked as such."""

import click


@click.group()
def command() -> None:
    """Load or remove the sample office."""


@command.command()
def load() -> None:
    """Make a commune's one-stop office with six desks and three months of ratings."""
    from hailong.home import open_home
    from hailong.sampling import load as load_sample

    with open_home() as home:
        made = load_sample(home)
    told = "The sample office is here." if made else "The sample office was here already."
    click.echo(told, err=True)


@command.command()
def remove() -> None:
    """Take the sample office away, with everything that was said at its desks."""
    from hailong.home import open_home
    from hailong.sampling import remove as remove_sample

    with open_home() as home:
        gone = remove_sample(home)
    click.echo(f"Removed the sample office and its {gone} ratings.", err=True)
