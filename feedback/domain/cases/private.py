"""Finds what in a text is likely someone's personal data, so that a person can black it out.

It only suggests: a name may be missed and a sum be taken for a number. It never changes a text
outside what it found, and never fails on one.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from feedback.domain.cases.flat import MASK, flat
from feedback.domain.cases.identifiers import identifiers
from feedback.domain.cases.person_names import person_names
from feedback.domain.cases.private_kinds import PrivateKind

MARKERS = {
    PrivateKind.PHONE: "[số điện thoại]",
    PrivateKind.EMAIL: "[địa chỉ thư]",
    PrivateKind.IDENTITY: "[số giấy tờ]",
    PrivateKind.ACCOUNT: "[số tài khoản]",
    PrivateKind.LONG_NUMBER: "[dãy số]",
    PrivateKind.PLATE: "[biển số xe]",
    PrivateKind.NAME: "[tên người]",
}
"""What stands for each kind once it is blacked out. None of them is found again."""

_MARKED = re.compile("|".join(map(re.escape, MARKERS.values())))
# Whatever a hostile text hides behind itself, the search ends.
_MOST_PASSES = 50


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` up to ``end`` of a text, and what they seem to be."""

    start: int
    end: int
    kind: PrivateKind

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError("a span holds at least one character")


def find(text: str) -> tuple[Span, ...]:
    """Find likely personal data in a text or a file name: sorted, disjoint spans.

    What `redacted` put there is passed over, so that a text without spans has nothing left.
    """
    seen = flat(_MARKED.sub(lambda marker: MASK * len(marker[0]), text))
    spans: list[Span] = []
    # What is blacked out may have hidden a neighbour: look again until nothing is left.
    for _ in range(_MOST_PASSES):
        fresh = list(_disjoint(_suggested(seen)))
        if not fresh:
            break
        spans += fresh
        seen = _covered(seen, fresh)
    return tuple(sorted(spans))


def redacted(text: str, spans: Iterable[Span]) -> str:
    """Put the marker of its kind in place of each span; the rest stays as it is.

    The spans are disjoint and within the text; ValueError otherwise.
    """
    pieces: list[str] = []
    at = 0
    for span in sorted(spans):
        if span.start < at or span.end > len(text):
            raise ValueError("spans are disjoint and lie within the text")
        pieces += (text[at : span.start], MARKERS[span.kind])
        at = span.end
    return "".join((*pieces, text[at:]))


def _suggested(seen: str) -> Iterable[Span]:
    for kind, start, end in (*identifiers(seen), *person_names(seen)):
        yield Span(start, end, kind)


def _disjoint(spans: Iterable[Span]) -> Iterable[Span]:
    """Keep the first suggestion of any that overlap: what is surest is suggested first."""
    taken: set[int] = set()
    for span in spans:
        cells = range(span.start, span.end)
        if taken.isdisjoint(cells):
            taken.update(cells)
            yield span


def _covered(seen: str, spans: Iterable[Span]) -> str:
    for span in spans:
        seen = seen[: span.start] + MASK * (span.end - span.start) + seen[span.end :]
    return seen
