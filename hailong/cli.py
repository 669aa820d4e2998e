"""The command line: a table of commands, each imported only when it is called."""

import importlib
import sys
from typing import Any, ClassVar

import click


class Commands(click.Group):
    """A group whose commands live in modules that are imported on demand."""

    table: ClassVar[dict[str, str]] = {
        "init": "Prepare a home: settings, keys, database, first admin.",
        "sample": "Load or remove the sample office.",
        "serve": "Run the web pages, the webhooks, delivery and timers.",
        "talk": "Hold the conversation in this terminal.",
        "admin": "Open the terminal for supervisors and admins.",
        "staff": "People who may sign in.",
        "units": "The tree of units, with its history.",
        "desks": "Desks and their codes.",
        "services": "Services that desks offer.",
        "qr": "Print posters.",
        "index": "Compute the satisfaction index.",
        "targets": "What an office set itself to reach, and by which decision.",
        "cases": "What citizens told: the queue, one case, every act of those who handle it.",
        "templates": "What answers are written from, by version.",
        "calendar": "Working days, and deadlines counted by them.",
        "handling": "How citizens' matters were handled: in time, and to their satisfaction.",
        "followups": "Low ratings that wait for someone, and what came of them.",
        "ratings": "Doubtful ratings: set aside with a reason, or brought back.",
        "seats": "Who sits at which desk, so that nobody handles what is about themselves.",
        "sealed": "Who receives reports against a unit.",
        "privacy": "Retention, and the citizen's rights: a copy, erasure; whom a breach reaches.",
        "papers": "Draft what the law wants on paper, from what is set.",
        "periods": "Publish a period on the public page.",
        "keys": "List, add, retire and use keys.",
        "audit": "The record of acts: is it whole, and who did what.",
        "backup": "Copy everything into one sealed file, while the server writes.",
        "verify": "Prove a backup.",
        "restore": "Put a backup back into a new home.",
        "db": "Migrate the database.",
        "zalo": "The Official Account: consent, tokens, health.",
        "doctor": "Say what is wrong, and what to do.",
    }

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order a newcomer needs them."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command's module and take its ``command``."""
        if cmd_name not in self.table:
            return None
        module = importlib.import_module(f"hailong.commands.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table without importing any command."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.table.items()))


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="hailong")
def root() -> None:
    """Hài Lòng: the code on the desk, one tap, and an honest satisfaction index."""


def main(arguments: list[str] | None = None) -> Any:
    """Run a command; exit codes: 0 done, 1 failed, 2 wrong usage or settings, 3 not allowed."""
    from hailong.report import in_unicode, told

    in_unicode()
    with told():
        return root.main(args=arguments, prog_name="hailong", standalone_mode=True)


if __name__ == "__main__":
    sys.exit(main())
