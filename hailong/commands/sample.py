"""`hailong sample`: the sample office, always marked as such."""

import click

from hailong.report import say, show

_JSON = click.option("--json", "as_json", is_flag=True)


@click.group()
def command() -> None:
    """Load or remove the sample office."""


@command.command()
@_JSON
def load(as_json: bool) -> None:
    """Make a commune's one-stop office with six desks and three months of ratings."""
    from hailong.home import open_home
    from hailong.sampling import OFFICE_CODE
    from hailong.sampling import load as load_sample

    with open_home() as home:
        made = load_sample(home)
    say("The sample office is here." if made else "The sample office was here already.")
    if as_json:
        show([{"unit_code": OFFICE_CODE, "made": made}], columns=[], as_json=True)


@command.command()
@_JSON
def remove(as_json: bool) -> None:
    """Take the sample office away, with everything that was said at its desks."""
    from hailong.home import open_home
    from hailong.sampling import remove as remove_sample

    with open_home() as home:
        gone = remove_sample(home)
    say(f"Removed the sample office and its {gone} ratings.")
    if as_json:
        show([{"ratings": gone}], columns=[], as_json=True)
