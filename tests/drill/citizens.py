"""Citizens who rate while things go wrong, and what each of them must have been told at the end.

Nobody waits for an answer; every sender repeats until it is told 200, as the messengers do.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

import aiohttp

from tests.drill.talkers import Talker
from tests.pages.house import Page

Visit = tuple[int, int]
"""The desk, from 0, and the level."""
SCRIPTS: tuple[tuple[Visit, ...], ...] = (
    ((0, 5), (1, 2)),
    ((0, 1), (0, 4)),
    ((2, 3), (1, 5), (2, 2)),
    ((1, 4), (1, 2), (1, 5)),
)
"""What someone rates, one after the other; the same desk again corrects."""
STEPS = 3
"""What is said in a visit: the code, the level, and an answer to the first question."""
_AGAIN = 0.2
_PATIENCE = aiohttp.ClientTimeout(total=12)


@dataclass
class Chats:
    """People in one messenger, each with a script; ``greetings`` lead to the desks."""

    channel: str
    new: Callable[[int], Talker]
    greetings: Sequence[str]
    chance: random.Random
    people: list[tuple[Talker, int]] = field(default_factory=list)
    models: list[list[str]] = field(default_factory=list)
    """What somebody with each script is told when nothing goes wrong."""

    async def rehearse(self, answered: Callable[[], Awaitable[None]]) -> None:
        """Play each script once in peace, until all is ``answered``."""
        for script in range(len(SCRIPTS)):
            await self.begin(script)
        await answered()
        self.models = [_texts(talker) for talker, _ in self.people]
        for model, script in zip(self.models, SCRIPTS, strict=True):
            assert len(model) == STEPS * len(script), model

    async def begin(self, script: int, pause: float = 0.0) -> None:
        """Let somebody new say all of a script."""
        talker = self.new(len(self.people))
        self.people.append((talker, script))
        for desk, level in SCRIPTS[script]:
            await talker.say(self.greetings[desk])
            await asyncio.sleep(pause * self.chance.random())
            await talker.say(str(level))
            await talker.say("4")
            await asyncio.sleep(pause * self.chance.random())

    async def flow(self, per_second: float, stop: asyncio.Event) -> None:
        """Let people begin so that about so many updates a second come, until told to stop."""
        # What one person says on average.
        said = sum(map(len, SCRIPTS)) * STEPS / len(SCRIPTS)
        async with asyncio.TaskGroup() as talking:
            while not stop.is_set():
                script = self.chance.randrange(len(SCRIPTS))
                talking.create_task(self.begin(script, pause=2.0))
                await asyncio.sleep(said / per_second)

    def repeats(self) -> list[int]:
        """Give for each how often a message came again; fail where one is lost or overtaken."""
        return [again(_texts(talker), self.models[script]) for talker, script in self.people]

    def answers(self) -> int:
        """Count what all of them were to be told."""
        return sum(len(self.models[script]) for _, script in self.people)


def _texts(talker: Talker) -> list[str]:
    """Give what somebody was told, but for the question that goes by turns."""
    return [text.partition("Xin hỏi thêm")[0] for text in talker.heard()]


def again(heard: Sequence[str], model: Sequence[str]) -> int:
    """Count what was heard again of what ``model`` says once, in its order."""
    at = repeats = 0
    for text in heard:
        if at < len(model) and text == model[at]:
            at += 1
        else:
            assert text in model[:at], f"overtaken at {at}: {text!r}\n{heard}\n{model}"
            repeats += 1
    assert at == len(model), f"lost from {at} on: {model[at:]}\n{heard}"
    return repeats


@dataclass
class Visitors:
    """People on the web, each with one form."""

    url: str
    tokens: Sequence[str]
    chance: random.Random
    given: Counter[Visit] = field(default_factory=Counter)
    """What was confirmed."""
    refused: Counter[int] = field(default_factory=Counter)

    async def flow(self, per_second: float, stop: asyncio.Event) -> None:
        """Let so many come each second, until told to stop; return when all were thanked."""
        # With a cookie of the one before, each form would correct that one's rating.
        jar = aiohttp.DummyCookieJar()
        async with (
            aiohttp.ClientSession(
                cookie_jar=jar, timeout=_PATIENCE, connector=aiohttp.TCPConnector(limit=0)
            ) as session,
            asyncio.TaskGroup() as rating,
        ):
            while not stop.is_set():
                rating.create_task(self._rate(session))
                await asyncio.sleep(1 / per_second)

    async def _rate(self, session: aiohttp.ClientSession) -> None:
        desk, level = self.chance.randrange(len(self.tokens)), self.chance.randint(1, 5)
        path = f"{self.url}/q/{self.tokens[desk]}"
        page = Page(await self._until(session, "GET", path))
        await self._until(session, "POST", path, data={**page.fields, "level": str(level)})
        self.given[desk, level] += 1

    async def _until(self, session: aiohttp.ClientSession, method: str, url: str, **more) -> str:
        while True:
            try:
                async with session.request(method, url, **more) as answer:
                    text = await answer.text()
                    if answer.status == 200:
                        return text
                    self.refused[answer.status] += 1
            except (OSError, aiohttp.ClientError, TimeoutError):
                self.refused[0] += 1
            await asyncio.sleep(_AGAIN)
