"""Plays a story: each step on a store of its own, so that nothing lives on but what was saved."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from bot.runtime import housekeeping
from feedback.domain.days import LOCAL
from feedback.domain.ids import CaseId
from feedback.services.cases import following
from feedback.services.refusals import Refusal
from feedback.store.engine import open_engine
from feedback.store.vault import Vault
from feedback.store.work import Store
from tests.conftest import Hands
from tests.pages.house import Desk
from tests.stories import looking, mail, office, script
from tests.stories.acts import ACTS
from tests.stories.browsing import Browser
from tests.stories.chatting import Chat
from tests.stories.lines import Phone, Terminal
from tests.stories.office import Office
from tests.stories.script import Step, Story

Citizen = Chat | Browser


@dataclass
class Player:
    """One playing of a story through one door; ``transcript`` is what a citizen would have seen."""

    url: str
    vault: Vault
    clock: Hands
    door: str
    office: Office = field(default_factory=Office)
    citizens: dict[str, Citizen] = field(default_factory=dict)
    cases: dict[str, CaseId] = field(default_factory=dict)
    transcript: list[str] = field(default_factory=list)

    @contextmanager
    def store(self) -> Iterator[Store]:
        """Open the database anew; close it again."""
        opened = Store(open_engine(self.url), self.vault, self.clock)
        try:
            yield opened
        finally:
            opened.close()

    async def play(self, story: Story) -> None:
        """Play all of a story; raise AssertionError where something is not as it says."""
        self.clock.now = story.begins
        with self.store() as store:
            self.office = office.opened(store, story.staff)
        for step in story.steps:
            if not step.through(self.door):
                continue
            with self.store() as store:
                await self._step(store, step)
            with self.store() as store:
                self._settle(store)
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
                    case = self.cases[step.text("case")]
                    looking.at_case(work, self.office, step, case, self.door)

    async def _citizen(self, store: Store, step: Step) -> None:
        name, door = step.text("citizen"), step.text("door") or self.door
        citizen = self.citizens.setdefault(name, _citizen(name, door))
        desk = self.office.desks[step.text("desk")] if step.text("desk") else None
        heard = await self._heard(store, step, citizen, desk)
        self._note(f"{name} ({step.text('does')}): {step.text('text')}", heard)
        self._hears(step, heard, door)
        if citizen.number:
            with store.look() as work:
                found = following.by_number(work, citizen.number)
            assert found is not None
            self.cases[name] = found

    async def _heard(self, store: Store, step: Step, citizen: Citizen, desk: Desk | None) -> str:
        if step.text("does") == "look up":
            # On whatever machine there is: nothing is known there but the number.
            return await Browser(citizen.number).follows(store)
        return await citizen.does(store, step, desk)

    def _hears(self, step: Step, heard: str, door: str) -> None:
        flat = " ".join(heard.split())
        for wanted in step.said("hears", door):
            assert wanted in flat, f"{step}\n{wanted!r} is not in:\n{heard}"
        for unwanted in step.said("never", door):
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

    def _settle(self, store: Store) -> None:
        """Tell what is to be told, and let what is to leave arrive."""
        mail.tell(store)
        lines = {one.line.address: one.line for one in self.citizens.values() if _chats(one)}
        for person, shown in mail.letters(store):
            lines[person].show(shown)

    def _note(self, done: str, heard: str) -> None:
        self.transcript.append(f"{done}\n{heard}\n" if heard else f"{done}\n")


def _chats(citizen: Citizen) -> bool:
    return isinstance(citizen, Chat)


def _citizen(name: str, door: str) -> Citizen:
    if door == "web":
        return Browser()
    return Chat(Phone(name) if door == "telegram" else Terminal(name))
