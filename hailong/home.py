"""A home opened for work: settings, keys, store and codes, wired once."""

import getpass
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from feedback.domain.roles import Role, Viewer
from feedback.services.refusals import Refusal
from feedback.store.engine import open_engine
from feedback.store.vault import Vault
from feedback.store.work import Store
from hailong.codes import SignedCodes
from hailong.erasure_file import ERASURE_FILE, ErasureFile
from hailong.head_file import HEAD_FILE, HeadFile
from hailong.keys import read_keys
from hailong.report import say
from hailong.settings import Settings, read_settings, strange_names


@dataclass(frozen=True)
class Home:
    """Everything a command needs."""

    settings: Settings
    store: Store
    codes: SignedCodes
    operator: Viewer

    @property
    def heads(self) -> HeadFile:
        """Where the head of the record of acts is kept outside the database."""
        return HeadFile(self.settings.home / HEAD_FILE)

    @property
    def erasures(self) -> ErasureFile:
        """Where the list of erasures is kept outside the database."""
        return ErasureFile(self.settings.home / ERASURE_FILE)

    @property
    def actor(self) -> str:
        """Who acts, for the record."""
        return self.operator.name


def system_actor() -> str:
    """Name the operator of this process: ``cli:<system user>``, with sudo's caller noted."""
    caller = os.environ.get("SUDO_USER")
    try:
        user = getpass.getuser()
    # In a container the account may have no name.
    except (KeyError, OSError):
        user = str(os.getuid())
    return f"cli:{user} (sudo {caller})" if caller else f"cli:{user}"


@contextmanager
def open_home(*, current: bool = True, idle: int = 0, **flags: object) -> Iterator[Home]:
    """Open the home; raise BadSettings, or Refusal when the database is missing or behind.

    ``idle`` is how many seconds a transaction may rest on PostgreSQL, 0 for as long as it likes.
    """
    settings = read_settings(**flags)
    for line in strange_names():
        say(f"Warning: {line}")
    home = wire(settings, idle)
    try:
        if current:
            _check_schema(home)
        yield home
    finally:
        home.store.close()


def wire(settings: Settings, idle: int = 0) -> Home:
    """Join the rooms for these settings, without touching the database."""
    keys = read_keys(settings)
    heads = HeadFile(settings.home / HEAD_FILE)
    erasures = ErasureFile(settings.home / ERASURE_FILE)
    engine = open_engine(settings.database, idle)
    store = Store(engine, Vault(keys), told=heads.keep, listed=erasures.keep)
    return Home(settings, store, SignedCodes(keys), Viewer(system_actor(), Role.OPERATOR))


def _check_schema(home: Home) -> None:
    from hailong.schema import behind

    state = behind(home.store.engine, home.settings)
    if state:
        raise Refusal(state)
