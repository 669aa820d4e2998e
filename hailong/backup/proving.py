"""Proves that a database is whole: its parts, figures, record of acts and keys. It only reads."""

from collections.abc import Iterator
from dataclasses import replace

from feedback.domain.record import Fault, Verdict
from feedback.domain.roles import Role, Viewer
from feedback.services import places, record, recount
from feedback.store import audit, portable
from feedback.store.work import Work
from hailong.backup.manifest import Manifest, Sums
from hailong.finding import Finding
from hailong.key_checkup import misnamed, unopened
from hailong.mixed_homes import mistaken
from hailong.record_words import told

PROVER = Viewer("system", Role.OPERATOR)


def prove(work: Work, manifest: Manifest, *, lost_keys: bool = False) -> Iterator[Finding]:
    """Compare a database with what its manifest says, and with itself.

    With ``lost_keys`` nobody has the keys any more: what cannot be read is told, and no fault.
    """
    yield from _parents(work)
    yield from _figures(work, manifest)
    yield _record(work, manifest, lost_keys=lost_keys)
    yield from _keys(work, lost_keys=lost_keys)


def _parents(work: Work) -> Iterator[Finding]:
    for table in portable.orphaned(work.connection):
        yield Finding(Finding.WRONG, f"{table} holds rows whose parents are gone", _REPORT)


def _figures(work: Work, manifest: Manifest) -> Iterator[Finding]:
    wrong = recount.recount(work)
    if wrong:
        yield Finding(Finding.WRONG, f"{len(wrong)} tallies differ from the facts", _REPORT)
    now = Sums(*recount.sums(work))
    if manifest.sums not in (None, now):
        yield Finding(Finding.WRONG, "the tallies are not those of the manifest", _REPORT)
    elif not wrong:
        said = f"{now.counted} ratings that count and {now.set_aside} set aside"
        yield Finding(Finding.OK, f"the tallies are what the facts add up to: {said}")


def _record(work: Work, manifest: Manifest, *, lost_keys: bool) -> Finding:
    verdict = record.verify(work, PROVER, [manifest.head] if manifest.head else [])
    if verdict.ok:
        return Finding(Finding.OK, told(verdict))
    if lost_keys and _only_foreign(verdict):
        return Finding(Finding.NOTE, "no key is here that could prove the record of acts")
    return Finding(Finding.WRONG, told(verdict), "see `The record of acts` in the manual")


def _only_foreign(verdict: Verdict) -> bool:
    return all(one.fault is Fault.FOREIGN_KEY for one in verdict.findings)


def _keys(work: Work, *, lost_keys: bool) -> Iterator[Finding]:
    here = work.vault.kids
    yield from mistaken(work)
    for one in unopened(work):
        yield replace(one, state=Finding.NOTE) if lost_keys else one
    if not lost_keys:
        # Where that key is gone for good, all the rest is still worth having.
        gone = audit.naming_kid(work) not in here
        yield from (replace(one, state=Finding.NOTE) if gone else one for one in misnamed(work))
    codes = places.living_by_key(work)
    signed = sum(n for kid, n in codes.items() if kid in here)
    told = f"{sum(codes.values())} codes of desks resolve, {signed} with their keys"
    yield Finding(Finding.OK, told)


_REPORT = "keep the backup and report this; try an older one"
