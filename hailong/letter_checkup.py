"""Examines the letters that could not be sent, by why. It never shows what stood in one."""

from collections.abc import Iterator, Mapping

from bot.store import outbox
from feedback.store.work import Work
from hailong.finding import Finding

_SHUT = ("window:", "template:")
# A question that waited for money, and was put again when its person wrote.
_REPLACED = "asked anew"
_MOST_REASONS = 3
_LONGEST_REASON = 60


def letters(work: Work) -> Iterator[Finding]:
    """Say how many came too late for their person's window, and what the others failed for."""
    whys = outbox.problems(work)
    late = sum(n for why, n in whys.items() if why.startswith(_SHUT))
    if late:
        yield Finding(
            Finding.OK,
            f"{late} messages were not sent: their people had not written for too long",
            "nothing; what is about a case can be looked up, or is rung",
        )
    rest = {why: n for why, n in whys.items() if not why.startswith(_SHUT)}
    failed = {why: n for why, n in rest.items() if why != _REPLACED}
    if failed:
        yield Finding(
            Finding.NOTE,
            f"{sum(failed.values())} messages could never be sent: {_reasons(failed)}",
            "gone, no address: the person left, nothing; anything else: report it",
        )


def _reasons(failed: Mapping[str, int]) -> str:
    """Name the commonest reasons; a messenger's own words may stand in them."""
    most = sorted(failed.items(), key=lambda one: (-one[1], one[0]))[:_MOST_REASONS]
    named = [f"{_clean(why)} ({n})" for why, n in most]
    return ", ".join([*named, "…"] if len(failed) > _MOST_REASONS else named)


def _clean(why: str) -> str:
    shown = "".join(c if c.isprintable() else " " for c in why).strip()
    return shown[:_LONGEST_REASON] or "for no known reason"
