"""Erases again, in a database that was put back from a copy, whoever was erased since."""

from collections.abc import Collection

from bot.store import forgetting
from feedback.domain.erasure import Erased
from feedback.services.privacy import erasing
from feedback.store.work import Work
from hailong.home import Home


def erase_again(home: Home) -> int:
    """Erase in the database what the home's list names; give how many things it named.

    To be called after every restore, before anything is served from the database.
    """
    with home.store.work() as work:
        return erase_listed(work, home.erasures.read())


def erase_listed(work: Work, kept: Collection[Erased]) -> int:
    """Erase what a list names and the database does not; give how many things it named."""
    before = len(erasing.listed(work))
    people = erasing.replay(work, kept)
    forgetting.forget_those(work, people)
    return len(erasing.listed(work)) - before
