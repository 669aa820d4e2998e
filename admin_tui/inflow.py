"""Turns what a terminal sends into keys and pastes. It never fails, whatever comes, and never holds
more than a paste may have; what is pasted is never taken for keys."""

import re
from codecs import getincrementaldecoder
from collections.abc import Iterator
from time import monotonic

from textual import events
from textual._xterm_parser import (  # no public door leads to these
    BRACKETED_PASTE_END,
    BRACKETED_PASTE_START,
    XTermParser,
)
from textual.message import Message

MOST_PASTED = 100_000
"""Characters of a paste; what is more is dropped."""
_BEFORE_ESCAPE = re.compile("(?=\x1b)")
_HELD = 0.05
"""Seconds for the rest of a mark to come, before its beginning is a key."""


class Inflow:
    """What has come and is not complete yet."""

    def __init__(self) -> None:
        # A letter may be cut between two reads.
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._parser = XTermParser()
        self._begun = ""
        self._since = 0.0
        self._pasted: str | None = None

    def feed(self, data: bytes) -> Iterator[Message]:
        """Give what bytes mean."""
        text = self._begun + self._decode(data)
        self._begun, self._since = "", monotonic()
        while text:
            if self._pasted is None:
                typed, mark, text = self._before(text, BRACKETED_PASTE_START)
                yield from self._typed(typed)
                self._pasted = "" if mark else None
            else:
                more, mark, text = self._before(text, BRACKETED_PASTE_END)
                self._pasted += more[: MOST_PASTED - len(self._pasted)]
                if mark:
                    yield events.Paste(_plain(self._pasted))
                    self._pasted = None

    def tick(self) -> Iterator[Message]:
        """Give what nothing more has come for: a lone Escape, the beginning of no mark."""
        if self._begun and self._pasted is None and monotonic() - self._since >= _HELD:
            begun, self._begun = self._begun, ""
            yield from self._typed(begun)
        try:
            yield from self._parser.tick()
        except Exception:  # noqa: BLE001 (as in _typed)
            self._parser = XTermParser()

    def _typed(self, text: str) -> Iterator[Message]:
        # Each sequence alone: one that breaks the parser takes no other key with it.
        for piece in filter(None, _BEFORE_ESCAPE.split(text)):
            try:
                yield from self._parser.feed(piece)
            except Exception:  # noqa: BLE001 (numbers that are no characters, sizes of nothing, …)
                self._parser = XTermParser()

    def _before(self, text: str, mark: str) -> tuple[str, str, str]:
        before, found, after = text.partition(mark)
        if found:
            return before, found, after
        # A mark may be cut anywhere; F9 begins like one, so that ``tick`` waits only briefly for
        # the rest.
        for length in range(len(mark) - 1, 0, -1):
            if text.endswith(mark[:length]):
                self._begun = mark[:length]
                return text[:-length], "", ""
        return text, "", ""


def _plain(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in lines if c in "\n\t" or not _acts(c))


def _acts(character: str) -> bool:
    # C1 as well: some terminals obey \x9b as they obey Escape and a bracket.
    return character < " " or "\x7f" <= character <= "\x9f"
