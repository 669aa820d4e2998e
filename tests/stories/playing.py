"""Plays a story: each step on a store of its own, so that nothing lives on but what was saved."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Engine

from bot.runtime import housekeeping
from feedback.domain.days import LOCAL
from feedback.domain.ids import CaseId
from feedback.services.cases import following
from feedback.services.refusals import Refusal
from feedback.store.vault import Vault
from feedback.store.work import Store
from tests.conftest import Hands
from tests.pages.house import Desk
from tests.stories import doors, looking, office, script
from tests.stories.acts import ACTS
from tests.stories.browsing import Browser
from tests.stories.chatting import Chat
from tests.stories.mail import Post
from tests.stories.office import Office
from tests.stories.script import Step, Story

Citizen = Chat | Browser


@dataclass
class Player:
    """One playing of a story through one door; ``transcript`` is what a citizen would have seen."""

    engine: Engine
    vault: Vault
    clock: Hands
    door: str
    post: Post = field(init=False)
    office: Office = field(default_factory=Office)
    citizens: dict[str, Citizen] = field(default_factory=dict)
    cases: dict[str, CaseId] = field(default_factory=dict)
    transcript: list[str] = field(default_factory=list)

    @contextmanager
    def store(self) -> Iterator[Store]:
        """Open the database anew; close it again. The engine keeps nothing but compiled SQL."""
        opened = Store(self.engine, self.vault, self.clock)
        try:
            yield opened
        finally:
            opened.close()

    async def play(self, story: Story) -> None:
        """Play all of a story; raise AssertionError where something is not as it says."""
        self.clock.now = story.begins
        with self.store() as store:
            self.office = office.opened(store, story.staff)
        self.post = doors.post(self.door, self.clock)
        async with self.post.opened():
            for step in story.steps:
                if step.through(self.door):
                    await self._play(step)

    async def _play(self, step: Step) -> None:
        with self.store() as store:
            await self._step(store, step)
        with self.store() as store:
            async with self.post.at(store):
                await self.post.settle()
        self.clock.move(minutes=1)

    async def _step(self, store: Store, step: Step) -> None:
        match step.about:
            case "citizen":
                await self._citizen(store, step)
            case "staff":
                self._staff(store, step)
            case "until":
                self._wait(store, step)
            case "followup":
                with store.look() as work:
                    looking.at_followups(work, self.office, step)
            case "figures":
                with store.look() as work:
                    looking.at_figures(work, self.office, step)
            case _:
                with store.look() as work:
                    name = step.text("case")
                    groups = self.citizens[name].groups
                    looking.at_case(work, self.office, step, self.cases[name], groups)

    async def _citizen(self, store: Store, step: Step) -> None:
        name = step.text("citizen")
        if name not in self.citizens:
            self.citizens[name] = self._comes(name, step)
        citizen = self.citizens[name]
        desk = self.office.desks[step.text("desk")] if step.text("desk") else None
        heard = await self._heard(store, step, citizen, desk)
        self._note(f"{name} ({step.text('does')}): {step.text('text')}", heard)
        self._hears(step, heard, citizen.groups)
        if citizen.number:
            with store.look() as work:
                found = following.by_number(work, citizen.number)
            assert found is not None
            self.cases[name] = found

    def _comes(self, name: str, step: Step) -> Citizen:
        door = step.text("door") or self.door
        return Browser() if door == "web" else Chat(self.post, self.post.line(name), self.door)

    async def _heard(self, store: Store, step: Step, citizen: Citizen, desk: Desk | None) -> str:
        if step.text("does") == "look up":
            # On whatever machine there is: nothing is known there but the number.
            return await Browser(citizen.number).follows(store)
        async with self.post.at(store):
            return await citizen.does(store, step, desk)

    def _hears(self, step: Step, heard: str, groups: Sequence[str]) -> None:
        flat = " ".join(heard.split())
        for wanted in step.said("hears", groups):
            assert wanted in flat, f"{step}\n{wanted!r} is not in:\n{heard}"
        for unwanted in step.said("never", groups):
            assert unwanted not in flat, f"{step}\n{unwanted!r} is in:\n{heard}"

    def _staff(self, store: Store, step: Step) -> None:
        viewer = self.office.viewer(step.text("staff"))
        with store.look() as work:
            codes = {name: looking.case_of(work, case).code for name, case in self.cases.items()}
        refused = ""
        try:
            with store.work() as work:
                ACTS[step.text("does")](work, viewer, step, codes)
                self.office.meet(work)
        except Refusal as error:
            refused = type(error).__name__
        assert refused == step.text("refused"), f"{step}: {refused!r}"
        self._note(f"[{viewer.name} {step.text('does')} {step.text('case')}]", "")

    def _wait(self, store: Store, step: Step) -> None:
        """Let time pass, and do what the server does on its schedule."""
        until = script.moment(step.text("until"))
        assert until >= self.clock.now
        self.clock.now = until
        with store.work() as work:
            housekeeping.sweep(work)
        self._note(f"[{until.astimezone(LOCAL):%d/%m/%Y %H:%M}]", "")

    def _note(self, done: str, heard: str) -> None:
        self.transcript.append(f"{done}\n{heard}\n" if heard else f"{done}\n")
