"""Keys as an operator handles them: what depends on each, adding, retiring, sealing anew."""

from collections.abc import Callable

from bot.store import seals as bot_seals
from feedback.services import places
from feedback.services.refusals import NotFound, Refusal
from feedback.store import audit, seals
from feedback.store.vault import Key
from feedback.store.work import Work
from hailong.home import Home
from hailong.keys import new_entry, read_entries, write_keys
from hailong.settings import KEYS_FILE
from hailong.spooled import spool_kids

_STEP = 500


def census(home: Home) -> list[dict[str, object]]:
    """Count, for each key, the living posters that carry it and the texts it sealed."""
    keys = home.store.vault.keys
    with home.store.look() as work:
        posters = places.living_by_key(work)
        sealed = sealed_by_key(work)
    return [
        {
            "kid": key.kid,
            "signs": key is keys[-1],
            "posters": posters.get(key.kid, 0),
            "sealed": sealed.get(key.kid, 0),
            "names_people": key is keys[0],
        }
        for key in keys
    ]


def add_key(home: Home, kid: str | None) -> str:
    """Append a new entry to the file of keys; raise Refusal when the environment holds them."""
    entries = _own_entries(home)
    with home.store.look() as work:
        # Retired ids too: rows of the record under one would be judged by another's secret.
        kids = audit.kids(work) | {key.kid for key in home.store.vault.keys}
    kid = kid or next(f"k{n}" for n in range(1, 10**6) if f"k{n}" not in kids)
    if kid in kids:
        raise Refusal(f"There is a key {kid} already, or there was one once.")
    try:
        Key(kid, b"." * 16)
    except ValueError as error:
        raise Refusal(str(error)) from None
    write_keys(home.settings.home / KEYS_FILE, [*entries, new_entry(kid)])
    with home.store.work() as work:
        audit.note(work, home.actor, "key added", kid)
    return kid


def retire_key(home: Home, kid: str) -> None:
    """Remove an entry that nothing needs any more; raise Refusal that says what does."""
    row = next((row for row in census(home) if row["kid"] == kid), None)
    if row is None:
        raise NotFound(f"There is no key {kid}.")
    if row["signs"]:
        raise Refusal(f"{kid} signs now; add a newer key first.")
    if row["posters"]:
        raise Refusal(f"{row['posters']} living posters carry {kid}; reissue their desks first.")
    if row["sealed"]:
        raise Refusal(f"{row['sealed']} texts are sealed with {kid}; run `hailong keys reencrypt`.")
    waiting = spool_kids(home.settings).get(kid, 0)
    if waiting:
        raise Refusal(f"{waiting} updates in the spool are sealed with {kid}; let them be stored.")
    # Nobody who comes back would be known again, and nobody's chat could be erased.
    if row["names_people"]:
        raise Refusal(
            f"{kid} is the first key: people's pseudonyms come from it, and would be lost."
        )
    entries = [entry for entry in _own_entries(home) if entry.partition(":")[0] != kid]
    # Noted first: cut off in between, the act is done once more, and no key is gone without a word.
    with home.store.work() as work:
        audit.note(work, home.actor, audit.KEY_RETIRED, kid)
    write_keys(home.settings.home / KEYS_FILE, entries)


def reencrypt(home: Home, advance: Callable[[int], None]) -> int:
    """Seal anew, in short transactions, whatever an older key sealed; give how many."""
    total = 0
    for step in (seals.step, bot_seals.step):
        while True:
            with home.store.work() as work:
                n = step(work, _STEP)
            advance(n)
            total += n
            if n == 0:
                break
    with home.store.work() as work:
        audit.note(work, home.actor, "sealed anew", home.store.vault.kid, after=str(total))
    return total


def sealed_by_key(work: Work) -> dict[str, int]:
    """Count the texts that each key sealed, whether it is here or not."""
    counts = seals.by_key(work)
    for kid, n in bot_seals.by_key(work).items():
        counts[kid] = counts.get(kid, 0) + n
    return counts


def _own_entries(home: Home) -> list[str]:
    if home.settings.keys:
        raise Refusal("The keys come from HAILONG_KEYS; change them there.")
    return read_entries(home.settings)
