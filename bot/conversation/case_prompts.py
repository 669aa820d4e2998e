"""What is asked while a case is put together or followed, with every choice. It sends nothing."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from bot.conversation import case_ids
from bot.conversation.docket import MOST, Mine
from bot.conversation.draft import CHOICES, Draft, Reply
from bot.conversation.here import at_hand
from bot.conversation.scene import Scene
from bot.conversation.state import Stage, State
from bot.conversation.summary import counted, start, summary
from bot.conversation.turn import Offer, Say
from feedback.domain.cases.kinds import CaseKind
from feedback.domain.cases.life import AWAITED, CaseState
from feedback.domain.channels import Channel
from feedback.domain.consents import Purpose, asked

# The digits of the whole conversation, carried on: 1-5 a line of a list (5 to 1 how good an answer
# is), 0 stop and send nothing, 6 tell us or send, 7 change, 9 go on without.
MENU = Offer("case", "6", "offer.case")
LOW = Offer("case", "6", "offer.case.low")
WAITING = Offer("case", "6", "offer.case.waiting")
_STOP = Offer("stop", "0", "offer.stop")
_GO = Offer("go", "6", "offer.go")
_SKIP = Offer("skip", "9", "offer.skip")
_BACK = Offer("skip", "9", "offer.back")
_LATER = Offer("skip", "9", "offer.later")
_SEND = Offer("send", "6", "offer.send")
_CHOICES = (Offer("report", "1", "kind.report"), Offer("praise", "2", "kind.praise"))
_SEALED = Offer("misconduct", "3", "kind.misconduct")
_MINE = Offer("cmd-follow", "4", "offer.mine")
_CHANGES = (
    Offer("more", "1", "offer.change.more"),
    Offer("anew", "2", "offer.change.anew"),
    Offer("place", "3", "offer.change.place"),
    Offer("who", "4", "offer.change.who"),
)
_JUDGEMENTS = (
    Offer("yes", "5", "judge.yes"),
    Offer("partly", "3", "judge.partly"),
    Offer("no", "1", "judge.no"),
)
_ACTS = (
    Offer("add", "6", "offer.add"),
    Offer("judge", "2", "offer.judge"),  # pressed twice by mistake, it judges nothing
    Offer("contest", "7", "offer.contest"),
    Offer("withdraw", "0", "offer.withdraw"),
)
_JUDGED = {"judge": Offer("judge", "2", "offer.judge.again")}
_CONFIRMING = (_SEND, Offer("change", "7", "offer.change"), _STOP)


def menu(state: State) -> Offer:
    """Offer to tell something, in the words that fit: a draft waits, or a low level was given."""
    if state.draft is not None:
        return WAITING
    return LOW if low(state) else MENU


def low(state: State) -> bool:
    """Say whether a case is offered beside what follows a level: a low one without a case yet."""
    return state.level in (1, 2) and state.day is not None and not state.filed


def current(state: State, scene: Scene) -> Say:
    """Ask what a stage about cases waits for."""
    draft = state.draft or Draft()
    if (part := _PARTS.get(state.stage)) is not None:
        return part(scene)
    match state.stage:
        case Stage.CHOOSING:
            return _choose(scene)
        case Stage.TELLING:
            return _tell(draft)
        case Stage.CONFIRMING:
            return summary(draft, _CONFIRMING, scene.docket is not None and scene.docket.receives)
        case Stage.LISTING:
            return _list(scene)
        case _:
            mine = at_hand(state, scene)
            return _choose(scene) if mine is None else _of_case(state, mine)


def _tell(draft: Draft) -> Say:
    phrase = f"tell.{draft.choice}" if draft.empty and draft.choice in CHOICES else "tell.more"
    return Say(phrase, prompt="tell", offers=(_GO, _STOP))


def _part(phrase: str, part: str) -> Say:
    return Say(phrase, prompt=f"part-{part}", offers=(_SKIP, _STOP))


def _changes() -> Say:
    return Say("change.ask", prompt="change", offers=(*_CHANGES, _BACK, _STOP))


def _choose(scene: Scene) -> Say:
    docket = scene.docket
    offers = [*_CHOICES]
    lines: tuple[Say, ...] = ()
    # Who is accused must not be who reads it: without a reader outside the unit nobody is offered
    # it.
    if docket is not None and docket.receives:
        offers.append(_SEALED)
    elif scene.authority:
        lines = (Say("choose.authority", args=(("authority", scene.authority),)),)
    else:
        lines = (Say("choose.above"),)
    if docket is not None and docket.own:
        offers.append(_MINE)
    ending = Offer("stop", "9", "offer.back")
    return Say("choose.ask", lines=lines, prompt="choose", offers=(*offers, ending))


def _name(scene: Scene) -> Say:
    line = Say("name.consent", texts=(("consent", _consent(scene)),))
    return replace(_part("name.ask", "name"), lines=(line,))


def _consent(scene: Scene) -> tuple[tuple[str, str], ...]:
    known = {channel.value for channel in Channel}
    channel = Channel(scene.channel) if scene.channel in known else Channel.CONSOLE
    text = asked(Purpose.CONTACT, channel)
    return (("vi", text.vi), ("en", text.en))


_PARTS: dict[Stage, Callable[[Scene], Say]] = {
    Stage.PLACING: lambda _: _part("place.ask", "place"),
    Stage.NAMING: _name,
    Stage.CALLING: lambda _: _part("phone.ask", "phone"),
    Stage.CHANGING: lambda _: _changes(),
}


def _list(scene: Scene) -> Say:
    own = scene.docket.own[:MOST] if scene.docket else ()
    offers = tuple(
        Offer(case_ids.written(mine.id), str(number), label=_entry(mine))
        for number, mine in enumerate(own, start=1)
    )
    return Say("mine.ask", prompt="mine", offers=(*offers, _BACK))


def _entry(mine: Mine) -> Say:
    return Say("mine.entry", named=_kind_and_state(mine), dates=(("opened", mine.opened),))


def _kind_and_state(mine: Mine) -> tuple[tuple[str, str], ...]:
    # A hidden kind shows by nothing.
    return (("case", mine.name), ("state", f"state.{mine.state if mine.veiled else mine.stands}"))


def _of_case(state: State, mine: Mine) -> Say:
    match state.stage:
        case Stage.REPLYING:
            return _replying(state, mine)
        case Stage.JUDGING:
            return Say("judge.ask", prompt=_about("judge", mine), offers=(*_JUDGEMENTS, _LATER))
        case Stage.WITHDRAWING:
            offers = (Offer("withdraw", "6", "offer.withdraw.sure"), _BACK)
            return Say("withdraw.ask", prompt=_about("withdraw", mine), offers=offers)
        case _:
            return _view(mine)


def _about(prompt: str, mine: Mine) -> str:
    return f"{prompt}-{case_ids.written(mine.id)}"


def _view(mine: Mine) -> Say:
    return Say(
        "mine.view",
        named=_kind_and_state(mine),
        dates=(("opened", mine.opened),),
        lines=tuple(_facts(mine)),
        prompt=_about("view", mine),
        offers=(*_open_to(mine), _BACK),
    )


def _open_to(mine: Mine) -> Iterator[Offer]:
    again = _JUDGED if mine.judged else {}
    return (again.get(offer.choice, offer) for offer in _ACTS if offer.choice in mine.may)


def _facts(mine: Mine) -> Iterator[Say]:
    if mine.unit:
        yield Say("mine.unit", args=(("unit", mine.unit),))
    if mine.due is not None and mine.state in AWAITED:
        phrase = "mine.due_provisional" if mine.provisional else "mine.due"
        yield Say(phrase, dates=(("due", mine.due),))
    if mine.veiled:
        yield Say("mine.elsewhere")
    elif mine.kind in (CaseKind.COMPLAINT, CaseKind.DENUNCIATION):
        yield Say(f"summary.{mine.kind}")
    if mine.stands == "closed_unanswered" and not mine.veiled:
        yield Say("mine.unanswered")
    if mine.question is not None and mine.state == CaseState.WAITING:
        yield Say("mine.question", refs=(("words", mine.question),))
    if mine.answer is not None:
        yield Say("mine.answer", refs=(("words", mine.answer),))
    if mine.judged:
        yield Say("mine.judged", named=(("judged", f"judge.{mine.judged}"),))


def _replying(state: State, mine: Mine) -> Say:
    held = state.reply or Reply()
    contests = held.act == "contest"
    send = Offer("send", "6", "offer.contest.send" if contests else "offer.send")
    ask = "reply.contest_ask" if contests else "reply.ask"
    question = mine.question if mine.state == CaseState.WAITING and not contests else None
    lines = (
        *((Say("mine.question", refs=(("words", question),)),) if question is not None else ()),
        *((Say("reply.text", quotes=(("text", start(held.text)),)),) if held.texts else ()),
        *counted(held.pieces),
    )
    return Say(ask, lines=lines, prompt=_about("reply", mine), offers=(send, _LATER))
