"""Erases again, in a database that was put back from a copy, whoever was erased since."""

from bot.store import forgetting
from feedback.services.privacy import erasing
from hailong.home import Home


def erase_again(home: Home) -> int:
    """Erase in the database what the home's list names; give how many things it named.

    To be called after every restore, before anything is served from the database.
    """
    kept = home.erasures.read()
    with home.store.work() as work:
        before = len(erasing.listed(work))
        people = erasing.replay(work, kept)
        forgetting.forget_those(work, people)
        return len(erasing.listed(work)) - before
