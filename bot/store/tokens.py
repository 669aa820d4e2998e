"""Gateway of living pairs of tokens, sealed, and of the seeds they grew from.

It never tells a token to anyone but who asks for the pair itself.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, exists, func, literal, select, update

from bot.store import outbox
from bot.store.tables import lease, token, token_seed
from bot.wire.grants import Pair
from bot.wire.messages import Account
from feedback.store.columns import Instant
from feedback.store.upsert import replacing, unless_there
from feedback.store.work import Work

_LEASE = "token "
_COLUMNS = [column for column in token.columns if column.name not in ("account", "sealed", "kid")]


@dataclass(frozen=True, slots=True)
class Standing:
    """How an account's pair stands, without the pair.

    ``origin`` is ``seed``, ``consent`` or ``rotation``; ``tries`` counts failures in a row.
    """

    origin: str
    pairs: int
    obtained_at: datetime
    access_until: datetime
    refresh_until: datetime
    refreshing_since: datetime | None
    refused: bool
    tries: int
    rest_until: datetime | None
    problem: str
    problem_at: datetime | None
    under_way: bool

    @property
    def refresh_at(self) -> datetime:
        """When to have a new pair, long before this one ends: at 20 of 25 hours."""
        return self.obtained_at + (self.access_until - self.obtained_at) * 4 / 5

    @property
    def doubtful(self) -> bool:
        """Whether a refresh was begun whose end nobody knows, so that the pair may be lost."""
        return self.refreshing_since is not None and not self.under_way


@dataclass(frozen=True, slots=True)
class Held:
    """The pair that is held, and how it stands."""

    pair: Pair
    standing: Standing


@dataclass(frozen=True, slots=True)
class Term:
    """Since when a pair is had, and until when each of its tokens lives."""

    obtained_at: datetime
    access_until: datetime
    refresh_until: datetime


def standing(work: Work, account: Account) -> Standing | None:
    """Tell how an account's pair stands, or that it has none."""
    here = _asked(work).where(token.c.account == _name(account))
    row = work.connection.execute(here).mappings().one_or_none()
    return None if row is None else Standing(**row)


def dead(work: Work) -> dict[str, bool]:
    """Say of each account, by its channel, whether its pair is refused, doubtful or has ended."""
    rows = work.connection.execute(_asked(work).add_columns(token.c.account)).mappings()
    found: dict[str, bool] = {}
    for row in rows:
        stands = Standing(**{name: row[name] for name in Standing.__slots__})
        bad = stands.refused or stands.doubtful or stands.access_until <= work.now
        channel = str(row["account"]).partition(":")[0]
        found[channel] = found.get(channel, False) or bad
    return found


def held(work: Work, account: Account) -> Held | None:
    """Give an account's pair; raise Unreadable where the key that sealed it is gone."""
    # In one statement: a pair and how another pair stands, put together, would tell a lie.
    here = _asked(work).add_columns(token.c.kid, token.c.sealed)
    row = (
        work.connection.execute(here.where(token.c.account == _name(account)))
        .mappings()
        .one_or_none()
    )
    if row is None:
        return None
    stands = Standing(**{name: row[name] for name in Standing.__slots__})
    return Held(Pair(*json.loads(work.vault.unseal(row["kid"], row["sealed"]))), stands)


def keep(work: Work, account: Account, pair: Pair, term: Term, origin: str) -> int:
    """Hold a new pair in place of the old one, whatever was with that; give how many it has had."""
    had = select(token.c.pairs).where(token.c.account == _name(account))
    pairs = (work.connection.scalar(had) or 0) + 1
    row = {
        "account": _name(account),
        "sealed": work.vault.seal(json.dumps([pair.access, pair.refresh]).encode()),
        "kid": work.vault.kid,
        "origin": origin,
        "pairs": pairs,
        "obtained_at": term.obtained_at,
        "access_until": term.access_until,
        "refresh_until": term.refresh_until,
        # A new pair is in no doubt, whatever there was with the one before.
        "refreshing_since": None,
        "refused": False,
        "tries": 0,
        "rest_until": None,
        "problem": "",
        "problem_at": None,
    }
    work.connection.execute(replacing(work.connection, token), [row])
    return pairs


def first_seen(work: Work, account: Account, seed: Pair) -> bool:
    """Note a pair out of the settings; say whether it was never seen before."""
    whole = "\0".join((_name(account), seed.access, seed.refresh))
    row = {"hash": hashlib.sha256(whole.encode()).digest(), "at": work.now}
    fresh = unless_there(work.connection, token_seed).returning(token_seed.c.hash)
    return work.connection.execute(fresh, row).one_or_none() is not None


def take(work: Work, account: Account, owner: str, until: datetime) -> bool:
    """Take the lease on refreshing unless another owner holds it; say whether it is held now."""
    return outbox.take_lease(work, _lease(account), owner, until)


def release(work: Work, account: Account, owner: str) -> None:
    """Give the lease back."""
    outbox.drop_lease(work, _lease(account), owner)


def begin(work: Work, account: Account) -> None:
    """Note that a refresh is asked for from now on, unless an earlier one is still in doubt."""
    since = func.coalesce(token.c.refreshing_since, literal(work.now, Instant))
    _change(work, account, {"refreshing_since": since})


def fail(
    work: Work, account: Account, problem: str, rest_until: datetime, since: datetime | None
) -> None:
    """Note that a refresh failed and when to try again; ``since`` is the doubt that remains."""
    _change(
        work,
        account,
        {
            "refreshing_since": since,
            "tries": token.c.tries + 1,
            "rest_until": rest_until,
            "problem": problem,
            "problem_at": work.now,
        },
    )


def refuse(work: Work, account: Account, problem: str) -> None:
    """Note that the refresh token is taken no more."""
    known: dict[str, object] = {"problem": problem, "problem_at": work.now, "rest_until": None}
    _change(work, account, {"refused": True, "tries": token.c.tries + 1, **known})


def _change(work: Work, account: Account, values: Mapping[str, object]) -> None:
    work.connection.execute(
        update(token).where(token.c.account == _name(account)).values(dict(values))
    )


def _asked(work: Work) -> Select[tuple[Any, ...]]:
    name = literal(_LEASE).concat(token.c.account)
    leased = exists().where(lease.c.name == name, lease.c.until >= work.now)
    return select(*_COLUMNS, leased.label("under_way"))


def _name(account: Account) -> str:
    return f"{account.channel}:{account.name}"


def _lease(account: Account) -> str:
    return _LEASE + _name(account)
