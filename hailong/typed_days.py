"""Days as they are typed after a command: as machines write them, or as people here do."""

import click

DAY = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])
