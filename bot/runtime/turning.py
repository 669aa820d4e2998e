"""One event through the conversation, with all that comes of it in the same breath.

What a step decides is done here at once, and what came of it (a receipt, an act taken down) goes
through the conversation too, before anything is said.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.conversation.draft import Piece
from bot.conversation.events import Event, Said
from bot.conversation.here import concerns_cases
from bot.conversation.offers import arriving, offered
from bot.conversation.scene import Scene
from bot.conversation.state import State
from bot.conversation.step import step
from bot.conversation.turn import (
    CaseFact,
    CaseFiled,
    CaseTold,
    ErasureWished,
    RatingFact,
    Turn,
)
from bot.phrases.recognise import recognise
from bot.runtime import cases
from bot.runtime.facts import filing, given
from bot.runtime.rehearsal import Before, Played, written
from bot.runtime.stage import Stage
from bot.wire.messages import Inbound
from feedback.domain.ids import CaseId, Person
from feedback.services.cases import attachments
from feedback.services.cases.filing import file
from feedback.services.privacy import requests
from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class Turning:
    """Whose turn it is, through which door, and when; ``until`` is a day for the scene."""

    work: Work
    stage: Stage
    person: Person
    inbound: Inbound
    at: datetime
    until: date | None = None

    def turned(self, state: State, saved: str, *, private: bool) -> Played:
        """Take the event in a state, given also as it is kept; give the turn in words."""
        event = self.inbound.event
        scene = self._scene(state, self.inbound)
        scene = self._with_docket(scene, state, event)
        before = Before(saved, private, scene, self.at)
        played = self.stage.rules.rehearsal.recall(before, event)
        if played is None:
            event, scene = self._understood(state, scene)
            played = written(step(state, event, scene, self.at))
            self.stage.rules.rehearsal.note(replace(before, scene=scene), event, played)
        turn = self._done(played.turn, scene)
        return played if turn is played.turn else written(turn)

    def _understood(self, state: State, scene: Scene) -> tuple[Event, Scene]:
        event = self.inbound.event
        if not isinstance(event, Said):
            return event, scene
        event = Said(event.text, recognise(event.text, offered(state, scene), state.language))
        if scene.arrival is None and arriving(state, event, scene.desks):
            picking = replace(self.inbound, event=event)
            scene = self._scene(state, picking)
        return event, self._with_docket(scene, state, event)

    def _scene(self, state: State, inbound: Inbound) -> Scene:
        scene = self.stage.scene(self.person, state, inbound, self.at)
        return scene if self.until is None else replace(scene, until=self.until)

    def _with_docket(self, scene: Scene, state: State, event: Event) -> Scene:
        if scene.docket is not None or not concerns_cases(state, event):
            return scene
        desk = state.draft.desk if state.draft is not None else state.desk
        card = self.stage.card(desk) if desk is not None else None
        gathered = cases.docket(self.work, self.person, state, event, card, overseen=scene.zalo)
        return replace(scene, docket=gathered)

    def _done(self, turn: Turn, scene: Scene) -> Turn:
        """Do what a turn decided, and join what comes of that to it."""
        for outcome in self._outcomes(turn):
            # Gathered anew: what the docket said of the case is past.
            seen = self._with_docket(replace(scene, docket=None), turn.state, outcome)
            more = self._done(step(turn.state, outcome, seen, self.at), seen)
            turn = _joined(turn, more)
        return turn

    def _outcomes(self, turn: Turn) -> Iterator[Event]:
        language = turn.state.language
        for fact in turn.facts:
            if isinstance(fact, ErasureWished):
                # Only noted: the confirmation has to leave before the address can be erased.
                requests.wished(self.work, self.person)
                continue
            if isinstance(fact, RatingFact):
                outcome = self._rating(fact, language)
            else:
                outcome = self._case(fact, language)
            if outcome is not None:
                yield outcome

    def _rating(self, fact: RatingFact, language: str) -> Event | None:
        ledger = self.stage.ledger
        made = given(fact, self.stage, self.person, self.inbound, language, self.at)
        if made is None:
            return None
        ledger.take(made)
        receipt = ledger.receipts.pop(made.giver, None)
        return cases.receipt(receipt, remark=True) if receipt is not None else None

    def _case(self, fact: CaseFact, language: str) -> Event | None:
        if not isinstance(fact, CaseFiled):
            noted = cases.acted(self.work, fact)
            if isinstance(fact, CaseTold) and noted is not None and noted.taken:
                self._expect(CaseId(fact.case), fact.pieces)
            return noted
        filed = filing(fact.draft, self.stage, self.person, self.inbound, language, self.at)
        receipt = file(self.work, filed)
        self._expect(receipt.case, fact.draft.pieces)
        return cases.receipt(receipt)

    def _expect(self, case: CaseId, pieces: tuple[Piece, ...]) -> None:
        account = self.inbound.address.account
        for piece in pieces:
            attachments.expect(
                self.work,
                case,
                account.channel,
                account.name,
                piece.medium,
                piece.file,
                piece.name,
            )


def _joined(first: Turn, second: Turn) -> Turn:
    """Join two turns: the prompt of the first is left out, for the second ends with one."""
    if not second.says:
        return Turn(second.state, first.facts, first.says, (*first.wakes, *second.wakes))
    before = first.says[:-1] if first.says and first.says[-1].offers else first.says
    return Turn(
        second.state,
        (*first.facts, *second.facts),
        (*before, *second.says),
        (*first.wakes, *second.wakes),
    )
