"""Owns what one transaction decides about a pair of tokens: who may ask for a new one, and when.

Nothing here waits or asks anyone; every new pair and every refusal is an act in the record.
"""

from dataclasses import dataclass
from datetime import timedelta

from bot.store import tokens
from bot.store.tokens import Held, Standing, Term
from bot.wire.grants import AskedTooOften, Denied, Grant, GrantError, NotReached, Pair
from bot.wire.messages import Account
from feedback.services.cases.filing import SYSTEM
from feedback.store import audit
from feedback.store.work import Work

LEASE = timedelta(seconds=60)
"""Longer than any call may take: whoever lets it lapse is dead or has lost the database."""
# Zalo's terms of a new pair: 90,000 seconds, and three months.
SEED_LIVES = (timedelta(hours=25), timedelta(days=90))
"""How old a seed's two tokens are nobody says; they are taken for new, and soon replaced."""
_FRESH = timedelta(minutes=1)
"""A pair that is refused so soon after it was had is not mended by another one."""
_NEXT_MINUTE = timedelta(minutes=1)
_SOON = timedelta(seconds=2)
_LONGEST_REST = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Missing:
    """There is no pair yet."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The refresh token is taken no more; only a person can mend it."""

    problem: str


@dataclass(frozen=True, slots=True)
class Resting:
    """A refresh failed a moment ago; ask again after so many seconds."""

    seconds: float
    problem: str


@dataclass(frozen=True, slots=True)
class UnderWay:
    """Somebody else is refreshing just now."""


@dataclass(frozen=True, slots=True)
class Begun:
    """The refresh is ours, and that it was begun is on record: ask with this pair."""

    held: Held
    owner: str


Outcome = Held | Missing | Refused | Resting | UnderWay | Begun


def sow(work: Work, account: Account, seed: Pair) -> None:
    """Hold a pair out of the settings where it was never seen before."""
    if tokens.first_seen(work, account, seed):
        _keep(work, account, Grant(seed, *SEED_LIVES), "seed", SYSTEM)


def consented(work: Work, account: Account, grant: Grant, by: str) -> None:
    """Hold a pair that a person's consent brought; what was under way before counts no more."""
    _keep(work, account, grant, "consent", by)


def begin(
    work: Work, account: Account, failed: str, owner: str, *, forced: bool = False
) -> Outcome:
    """Begin a refresh in place of an access token that failed, or say why not.

    Gives the held pair where its access token is another one than that which failed. ``forced``
    asks even with a refresh token that was refused, and without a rest.
    """
    if (instead := _instead(work, account, failed, forced)) is not None:
        return instead
    if not tokens.take(work, account, owner, work.now + LEASE):
        return UnderWay()
    # Only now is nobody else at it: what was read before may be past.
    instead = _instead(work, account, failed, forced)
    held = tokens.held(work, account)
    if instead is not None or held is None:
        tokens.release(work, account, owner)
        return instead or Missing()
    # Committed before Zalo is asked: the refresh token is good once, and a crash must leave a mark.
    tokens.begin(work, account)
    return Begun(held, owner)


def rotated(work: Work, account: Account, begun: Begun, grant: Grant, by: str) -> Held | None:
    """Hold the new pair; give what is held now."""
    # A consent given meanwhile brought a newer pair, which this answer must not replace.
    if _still(work, account, begun):
        _keep(work, account, grant, "rotation", by)
    tokens.release(work, account, begun.owner)
    return tokens.held(work, account)


def failed(work: Work, account: Account, begun: Begun, error: GrantError, by: str) -> None:
    """Note why there is no new pair: for now, or for good."""
    if _still(work, account, begun):
        if isinstance(error, Denied):
            tokens.refuse(work, account, error.reason)
            audit.note(work, by, "token.refused", _subject(account), reason=error.reason)
        else:
            _rest(work, account, begun, error)
    tokens.release(work, account, begun.owner)


def _instead(work: Work, account: Account, failed: str, forced: bool) -> Outcome | None:
    """Say what there is instead of a refresh, if anything."""
    held = tokens.held(work, account)
    if held is None:
        return Missing()
    # Another process has renewed it: one more refresh would end the token that it just got.
    if held.pair.access != failed:
        return held
    if forced:
        return None
    stands = held.standing
    if stands.refused:
        return Refused(stands.problem)
    wait = _wait(work, stands)
    if wait > timedelta(0):
        return Resting(wait.total_seconds(), stands.problem or "a new token is refused too")
    return None


def _wait(work: Work, stands: Standing) -> timedelta:
    until = stands.rest_until or work.now
    # A seed may have died long before it was given to us; only our own pair is known to be new.
    if stands.origin == "rotation":
        until = max(until, stands.obtained_at + _FRESH)
    return until - work.now


def _still(work: Work, account: Account, begun: Begun) -> bool:
    """Say whether the pair is the one that was asked with."""
    stands = tokens.standing(work, account)
    return stands is not None and stands.pairs == begun.held.standing.pairs


def _rest(work: Work, account: Account, begun: Begun, error: GrantError) -> None:
    before = begun.held.standing
    rest = min(_LONGEST_REST, _SOON * 2 ** min(before.tries, 10))
    if isinstance(error, AskedTooOften):
        # Zalo counts requests by the minute (-32).
        rest = _NEXT_MINUTE
    # Then nothing was spent and no new doubt arises; one of before stays.
    undone = isinstance(error, NotReached | AskedTooOften)
    now = tokens.standing(work, account)
    since = before.refreshing_since if undone or now is None else now.refreshing_since
    tokens.fail(work, account, error.reason, work.now + rest, since)


def _keep(work: Work, account: Account, grant: Grant, origin: str, by: str) -> None:
    term = Term(work.now, work.now + grant.access_lives, work.now + grant.refresh_lives)
    pairs = tokens.keep(work, account, grant.pair, term, origin)
    told = f"pair {pairs}, until {term.refresh_until:%Y-%m-%d}"
    audit.note(work, by, f"token.{origin}", _subject(account), after=told)


def _subject(account: Account) -> str:
    return f"{account.channel}:{account.name}"
