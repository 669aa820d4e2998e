"""A small world around the pure step: two desks, a few codes, ratings and cases remembered.

It does what the runtime does, in memory; the state is saved and loaded between every two steps.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from bot.conversation import codec
from bot.conversation.docket import Docket, Mine, Notice
from bot.conversation.events import Event, Filed, Noted, Opened, Said, Woken
from bot.conversation.here import NOTICE, concerns_cases, subject
from bot.conversation.offers import arriving, offered
from bot.conversation.scene import ZALO, Arrival, Desk, Landing, Rated, Scene
from bot.conversation.state import State
from bot.conversation.step import step
from bot.conversation.turn import (
    CaseFiled,
    CaseJudged,
    CaseOpened,
    CaseTold,
    CaseWithdrawn,
    Commented,
    ErasureWished,
    Fact,
    LevelChosen,
    Pictured,
    QuestionAnswered,
    Turn,
)
from bot.phrases import Filled, fill_all, recognise
from feedback.domain.cases.kinds import GUIDED, Choice
from feedback.domain.cases.number import draw
from feedback.domain.cases.suggestion import kind_of
from feedback.domain.days import LOCAL, local_day
from feedback.domain.screen import accuses
from feedback.services.questionnaires import shipped

NOON = datetime(2026, 11, 18, 12, tzinfo=LOCAL)
QUESTIONS = shipped().questions
LAND = Desk(1, "Quầy 1 - Đất đai", "UBND phường A", QUESTIONS)
CIVIL = Desk(2, "Quầy 2 - Hộ tịch", "UBND phường A", QUESTIONS[:2], sample=True)
DESKS = {desk.id: desk for desk in (LAND, CIVIL)}
CODES = {
    "K7M3Q9": Arrival(Landing.HERE, LAND),
    "B2CG8H": Arrival(Landing.HERE, CIVIL),
    "B2K96H": Arrival(Landing.HERE, CIVIL),
    "MOVED1": Arrival(Landing.MOVED, CIVIL, "Quầy 9, UBND xã B"),
    "MOVED2": Arrival(Landing.MOVED, CIVIL),
    "MOVED3": Arrival(Landing.MOVED),
    "REVOK1": Arrival(Landing.REVOKED, LAND, "Quầy 7, UBND xã B"),
    "REVOK2": Arrival(Landing.REVOKED, LAND),
    "REVOK3": Arrival(Landing.REVOKED),
    "FORGED": Arrival(Landing.FORGED),
    "WEB-LOW": Arrival(Landing.CONTINUED, LAND),
}
FOLLOW = "https://example.vn/t"
FORM = "https://example.vn/case/signed"
AUTHORITY = "Thanh tra tỉnh A, 1 đường B"


@dataclass
class World:
    """One citizen and the two desks."""

    at: datetime = NOON
    ordinal: int = 0
    page: str | None = None
    channel: str = "telegram"
    receives: bool = True
    desks: tuple[Desk, ...] = ()
    gated: bool = False
    saved: str | None = None
    ratings: dict[tuple[int, date], Rated] = field(default_factory=dict)
    cases: dict[int, Mine] = field(default_factory=dict)
    notice: Notice | None = None
    texts: dict[int, str] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    messages: list[Filled] = field(default_factory=list)

    @property
    def state(self) -> State:
        return codec.load(self.saved)

    def happen(self, event: Event) -> tuple[Turn, tuple[Filled, ...]]:
        """Let one thing happen, and remember what it led to."""
        before, scene = self.state, self.scene(event)
        if isinstance(event, Said):
            choice = recognise(event.text, offered(before, scene), before.language)
            event = replace(event, choice=choice)
            if scene.arrival is None and arriving(before, event, scene.desks):
                scene = self.scene(event)
            scene = self._with_docket(scene, event)
        turn = self._joined(step(before, event, scene, self.at), scene)
        messages = fill_all(turn.says, turn.state.language)
        self.messages.extend(messages)
        return turn, messages

    def tells(self, what: str, case: int, words: str = "", **changes: object) -> Turn:
        """Let staff do something to a case, and tell its citizen."""
        text = None
        if words:
            text = len(self.texts) + 1
            self.texts[text] = words
        if text is not None and what in ("asked", "answered"):
            changes["question" if what == "asked" else "answer"] = text
        mine = self.cases[case] = replace(self.cases[case], **changes)
        self.notice = Notice(what, mine, text)
        turn, _ = self.happen(Woken(NOTICE, 1))
        self.notice = None
        return turn

    def scene(self, event: Event) -> Scene:
        arrival = _arrival(event) or arriving(self.state, event, self.desks)
        about = subject(self.state, event, arrival.desk if arrival else None, self.at)
        if arrival and arrival.landing is Landing.CONTINUED:
            web = (LAND.id, local_day(self.at))
            self.ratings.setdefault(web, Rated(*web, level=2))
        known = {desk.id: desk for desk in self.desks} | DESKS
        desk = known.get(about.desk) if about.desk is not None else None
        rated = self.ratings.get((about.desk, about.day)) if about.desk is not None else None
        scene = Scene(
            arrival,
            desk,
            rated,
            self.ordinal,
            self.page,
            channel=self.channel,
            authority=AUTHORITY,
            follow=FOLLOW,
            desks=self.desks,
            form=FORM if self.channel in ZALO else "",
            gated=self.gated,
        )
        return self._with_docket(scene, event)

    def _with_docket(self, scene: Scene, event: Event) -> Scene:
        if scene.docket is not None or not concerns_cases(self.state, event):
            return scene
        own = tuple(sorted(self.cases.values(), key=lambda mine: -mine.id))
        return replace(scene, docket=Docket(self.receives, own, self.notice))

    def _joined(self, turn: Turn, scene: Scene) -> Turn:
        """Do what a turn decided, and let what comes of it follow in the same breath."""
        self.saved = codec.save(turn.state)
        assert codec.load(self.saved) == turn.state
        for fact in turn.facts:
            outcome = self._record(fact)
            if outcome is not None:
                seen = self._with_docket(replace(scene, docket=None), outcome)
                more = self._joined(step(self.state, outcome, seen, self.at), seen)
                before = turn.says[:-1] if turn.says and turn.says[-1].offers else turn.says
                turn = Turn(
                    more.state,
                    (*turn.facts, *more.facts),
                    (*before, *more.says),
                    (*turn.wakes, *more.wakes),
                )
        return turn

    def _record(self, fact: Fact) -> Event | None:
        self.facts.append(fact)
        match fact:
            case CaseFiled() | CaseTold() | CaseJudged() | CaseWithdrawn() | CaseOpened():
                return self._about_case(fact)
            case LevelChosen() | QuestionAnswered() | Commented() | Pictured():
                return self._about_rating(fact)
            case ErasureWished():
                return None

    def _about_rating(
        self, fact: LevelChosen | QuestionAnswered | Commented | Pictured
    ) -> Event | None:
        key = (fact.desk, fact.day)
        if isinstance(fact, LevelChosen):
            old = self.ratings.get(key)
            self.ratings[key] = (
                replace(old, level=fact.level) if old else Rated(*key, level=fact.level)
            )
            return None
        old = self.ratings[key]  # a follow-up to a rating that nobody gave is a fault
        if isinstance(fact, QuestionAnswered):
            self.ratings[key] = replace(old, answered=(*old.answered, fact.question))
        if isinstance(fact, Commented):
            self.ratings[key] = replace(old, commented=True)
            if accuses(fact.text):
                return self._file("misconduct", remark=True)
        return None

    def _about_case(
        self, fact: CaseFiled | CaseTold | CaseJudged | CaseWithdrawn | CaseOpened
    ) -> Event | None:
        if isinstance(fact, CaseFiled):
            kind = kind_of(Choice(fact.draft.choice), fact.draft.text)
            return self._file(kind.value, promised=kind not in GUIDED)
        mine = self.cases[fact.case]
        match fact:
            case CaseOpened():
                return None
            case CaseTold(act=act):
                if act == "contest":
                    mine = replace(mine, state="contested", may=("add", "withdraw"))
                elif mine.state == "waiting_citizen":
                    mine = replace(mine, state="accepted")
                return self._noted(mine, act)
            case CaseJudged(satisfaction=satisfaction):
                return self._noted(replace(mine, judged=satisfaction), satisfaction)
            case CaseWithdrawn():
                return self._noted(replace(mine, state="withdrawn", may=()), "withdraw")

    def _noted(self, mine: Mine, act: str) -> Noted:
        self.cases[mine.id] = mine
        return Noted(mine.id, act, True)

    def _file(self, kind: str, *, promised: bool = True, remark: bool = False) -> Filed:
        number = draw(lambda below: (len(self.cases) + 1) * 123_456_789_012 % below)
        today = local_day(self.at)
        due = today + timedelta(days=14) if promised and kind != "praise" else None
        case = len(self.cases) + 1
        self.cases[case] = Mine(
            case, kind, "new", today, due, unit="UBND phường A", may=("add", "withdraw")
        )
        return Filed(number, kind, due, remark=remark)


def _arrival(event: Event) -> Arrival | None:
    match event:
        case Opened(payload=str(payload)):
            return CODES.get(payload, Arrival(Landing.UNKNOWN))
        case Said(text=text):
            marked = [word[1:] for word in text.split() if word.startswith("#")]
            return next((CODES[c] for c in [text.strip().upper(), *marked] if c in CODES), None)
        case _:
            return None
