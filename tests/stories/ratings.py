"""Plays a story of a rating through Zalo: a citizen who does what it says, and what came of it.

Each step stands on a store of its own, so that nothing lives on but what was saved.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Engine

from bot.channels.console.story import Answered, At, Entry, Other, Pressed, Recorded, Story, Typed
from feedback.domain.days import local_day
from feedback.store.vault import Vault
from feedback.store.work import Store
from tests.conftest import Hands
from tests.stories import counters, doors
from tests.stories.counters import BEGUN, Counters
from tests.stories.zalo import ZaloPost
from tests.stories.zalo_lines import ZaloLine

Done = Typed | Pressed | Other
_CHOICE = re.compile(r"^\d\. .+$", re.MULTILINE)
_NEVER = (Other("photo"), Other("stumbled"), Other("woken", (), "tea"))
"""What does not come from Zalo: a photo without a file, and what we tell ourselves."""


@dataclass
class Visit:
    """One playing of a story through one of Zalo's doors; ``transcript`` is what was on screen."""

    engine: Engine
    vault: Vault
    clock: Hands
    door: str
    wanted: dict[str, str] = field(default_factory=dict)
    transcript: list[str] = field(default_factory=list)

    @contextmanager
    def store(self) -> Iterator[Store]:
        """Open the database anew; close it again."""
        opened = Store(self.engine, self.vault, self.clock)
        try:
            yield opened
        finally:
            opened.close()

    async def play(self, told: Story) -> None:
        """Play all of a story; raise AssertionError where not just that came of it."""
        self.clock.now = next(entry.time for entry in told.entries if isinstance(entry, At))
        with self.store() as store:
            desks = counters.opened(store)
        post = doors.post(self.door, self.clock)
        assert isinstance(post, ZaloPost)
        post.rules = counters.asked(told)
        async with post.opened():
            today = local_day(self.clock.now)
            person = counters.first_asked(post.account.channel, self.vault, today)
            line = post.line("Lan", person)
            for done, follows in _steps(told):
                if isinstance(done, At):
                    self.clock.now = done.time
                else:
                    await self._step(post, line, desks, done, follows)

    async def _step(
        self, post: ZaloPost, line: ZaloLine, desks: Counters, done: Done, follows: list[Entry]
    ) -> None:
        if done in _NEVER or (isinstance(done, Pressed) and not line.offers(done.label)):
            return  # an older button means nothing of its own in Zalo
        said = [entry.text for entry in follows if isinstance(entry, Answered)]
        if said:  # what is not answered comes with what was before it
            self.clock.move(minutes=1)
        self._want(done, follows)
        with self.store() as store:
            typed = await desks.typed(store, done.text) if isinstance(done, Typed) else ""
            async with post.at(store):
                await _does(line, done, typed)
                await post.deliver()
            heard = line.read()
            self.transcript.append(f"> {typed or done}\n{heard}\n")
            with store.look() as work:
                assert counters.recorded(work) == sorted(self.wanted.values())
        assert bool(heard) == bool(said)
        for text in said:
            assert set(_CHOICE.findall(text)) <= set(_CHOICE.findall(heard))

    def _want(self, done: Done, follows: list[Entry]) -> None:
        """Expect what a story records: a later level or answer in place of the one before."""
        facts = [entry.fact for entry in follows if isinstance(entry, Recorded)]
        if isinstance(done, Typed) and BEGUN in done.text:
            facts = [f"level 2 at 1 on {local_day(self.clock.now).isoformat()}"]
        for fact in facts:
            what, _, rest = fact.partition(" ")
            place = rest.partition(" ")[2]
            alone = what in ("photo", "comment")
            key = str(len(self.wanted)) if alone else f"{what} {place}"
            self.wanted[key] = f"photo {place}" if what == "photo" else fact


def _steps(told: Story) -> Iterator[tuple[At | Done, list[Entry]]]:
    """Give each act, or a new time, with what follows from it."""
    entries = list(told.entries)
    starts = [n for n, entry in enumerate(entries) if isinstance(entry, At | Done)]
    for start, end in zip(starts, [*starts[1:], len(entries)], strict=True):
        done = entries[start]
        assert isinstance(done, At | Done)
        yield done, entries[start + 1 : end]


async def _does(line: ZaloLine, done: Done, typed: str) -> None:
    match done:
        case Typed("/start"):
            await line.meet()
        case Typed(digit) if digit.isdigit() and line.offers(f"{digit}. "):
            await line.press(digit)
        case Typed():
            await line.say(typed)
        case Pressed(label):
            await line.press(label)
        case Other(kind, _, words):
            await line.send(kind, words)
