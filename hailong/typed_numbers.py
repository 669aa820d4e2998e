"""Numbers as they are typed after a command, where they name a row of the database."""

import click

NUMBER = click.IntRange(1, 2**63 - 1)
"""No row has another: a larger one would be refused by the database instead of being not found."""
