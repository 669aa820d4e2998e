"""Play a story in the small world, and tell what really happened in the same format."""

from pathlib import Path

from bot.channels.console.story import (
    Answered,
    At,
    Entry,
    Other,
    Pressed,
    Recorded,
    Remark,
    Story,
    Typed,
    noted,
)
from bot.conversation.events import (
    Edited,
    Event,
    Left,
    Medium,
    Opened,
    Said,
    Sent,
    Stumbled,
    Woken,
)
from bot.conversation.turn import Turn
from bot.phrases import Filled
from bot.wire.buttons import decode
from bot.wire.messages import Button
from bot.wire.refs import filled
from tests.conversation.world import World

STORIES = Path(__file__).parent / "stories"


def told(story: Story) -> Story:
    """Do what the citizen of a story does; give the story with what followed."""
    world = World()
    entries: list[Entry] = []
    for entry in story.entries:
        match entry:
            case At(time):
                world.at = time
            case Answered() | Recorded():
                continue
            case Remark():
                pass
            case _:
                entries.append(entry)
                turn, messages = _done(entry, world)
                entries += [Recorded(noted(fact)) for fact in turn.facts]
                entries += [Answered(_worded(message.text, world)) for message in messages]
                continue
        entries.append(entry)
    return Story(story.title, tuple(entries))


def _done(entry: Typed | Pressed | Other, world: World) -> tuple[Turn, tuple[Filled, ...]]:
    """Let it happen; ``{staff what=answered state=answered may=judge,contest} words`` is ours."""
    if isinstance(entry, Other) and entry.kind == "staff":
        case = max(world.cases)
        changes = {name: value for name, value in entry.values if name == "state"}
        if (may := entry.value("may")) is not None:
            changes["may"] = tuple(filter(None, may.split(",")))
        before = len(world.messages)
        turn = world.tells(entry.value("what") or "", case, entry.words, **changes)
        return turn, tuple(world.messages[before:])
    return world.happen(_event(entry, world))


def _worded(text: str, world: World) -> str:
    return filled(text, world.texts.get)


def _event(entry: Typed | Pressed | Other, world: World) -> Event:
    match entry:
        case Typed(text) if text.startswith("/start"):
            return Opened(text.removeprefix("/start").strip() or None)
        case Typed(text):
            return Said(text)
        case Pressed(label):
            return decode(_newest(label, world).data)
        case Other("edited"):
            return Edited(entry.words)
        case Other("left"):
            return Left()
        case Other("stumbled"):
            return Stumbled()
        case Other("woken"):
            return Woken(entry.words)
        case Other(kind):
            medium = Medium(kind)
            return Sent(
                medium,
                entry.value("file"),
                entry.words or None,
                entry.value("album"),
                entry.value("name") or "",
                int(entry.value("size") or 0),
                (entry.value("place") or "").replace(",", ", "),
            )


def _newest(label: str, world: World) -> Button:
    shown = [b for message in world.messages for row in message.buttons for b in row]
    return next(button for button in reversed(shown) if button.label == label)
