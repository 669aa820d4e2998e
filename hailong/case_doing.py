"""What the commands of cases have in common: their options, and how an act is done and shown."""

import sys
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

import click

from hailong.report import show

if TYPE_CHECKING:
    from feedback.domain.cases.record import Case
    from feedback.domain.roles import Viewer
    from feedback.store.work import Work

    Does = Callable[[Work, Viewer], Case]

JSON = click.option("--json", "as_json", is_flag=True)
CODE = click.argument("code")
REASON = click.option("--reason", required=True, help="Kept in the timeline and the record.")
VERSION = click.option("--version", type=int, help="Refuse if the case was changed since.")
TEXT = click.option("--text", required=True, help="- reads standard input.")

_Kind = TypeVar("_Kind", bound=StrEnum)


def act(as_json: bool, does: "Does") -> None:
    """Do an act as the operator, and show the case as it is then."""
    from hailong.case_rows import COLUMNS, rows
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        told = rows(work, [does(work, home.operator)])
    show(told, columns=COLUMNS, as_json=as_json)


def typed(text: str) -> str:
    """Give a text as typed, or standard input for ``-``."""
    return sys.stdin.read() if text == "-" else text


def one_of(kind: type[_Kind], text: str) -> _Kind:
    """Read a name; refuse one that is not known, naming those that are."""
    try:
        return kind(text)
    except ValueError:
        known = ", ".join(one.value for one in kind)
        raise click.BadParameter(f"{text!r} is not one of: {known}") from None
