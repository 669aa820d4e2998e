"""What is to be said becomes a text and its buttons. The text is complete without the buttons."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.conversation.events import Tapped
from bot.conversation.turn import Offer, Say
from bot.phrases.words import CATALOGUES, FACES, literal, phrase, plain, words
from bot.wire.buttons import encode
from bot.wire.messages import Button
from bot.wire.refs import mark

LONGEST = 2_000
"""Characters of one message that every messenger takes; Zalo's limit, Telegram's is 4,096."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Filled:
    """A text and its buttons, in rows.

    ``private`` says that it holds a citizen's words or a secret of theirs. Where the words of a
    case belong, ``text`` holds the mark that ``refs.mark`` makes.
    """

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    private: bool = False


def fill(say: Say, language: str) -> Filled:
    """Put a thing to say into words, its choices as a numbered list and as buttons."""
    # A prompt is the same for everyone at a desk and holds nobody's words; other things may.
    return _prompt(say, language) if say.offers and not say.private else _filled(say, language)


@lru_cache(maxsize=8192)
def _prompt(say: Say, language: str) -> Filled:
    return _filled(say, language)


def _filled(say: Say, language: str) -> Filled:
    text = "\n".join((_text(say, language), *(_text(line, language) for line in say.lines)))
    labels = [label(offer, language) for offer in say.offers]
    buttons = (
        (Button(line, encode(Tapped(say.prompt, offer.choice, say.desk, say.day)), offer.digit),)
        for line, offer in zip(labels, say.offers, strict=True)
        if offer.button
    )
    return Filled("\n".join((text, *labels)), tuple(buttons), say.private)


def _text(say: Say, language: str) -> str:
    values = {name: plain(value) for name, value in say.args}
    values |= {name: words(key, language) for name, key in say.named}
    values |= {name: literal(_in(texts, language)) for name, texts in say.texts}
    values |= {name: literal(value) for name, value in say.quotes}
    values |= {name: mark(identity, words("words.gone", language)) for name, identity in say.refs}
    for name, day in say.dates:
        values |= {name: spoken(day, language), f"{name}_short": written(day, language)}
    if say.day is not None:
        values["day"] = written(say.day, language)
    return phrase(say.phrase, language).format_map(values)


def fill_all(says: Iterable[Say], language: str) -> tuple[Filled, ...]:
    """Put a whole turn into words, in as few messages as fit; buttons end a message."""
    messages: list[Filled] = []
    for filled in (fill(say, language) for say in says):
        last = messages[-1] if messages else None
        if last is None or last.buttons or len(last.text) + len(filled.text) + 2 > LONGEST:
            messages.append(filled)
        else:
            text = f"{last.text}\n\n{filled.text}"
            messages[-1] = Filled(text, filled.buttons, last.private or filled.private)
    return tuple(messages)


def label(offer: Offer, language: str) -> str:
    """Write a choice as its line reads: digit, words and, beside a level, its face."""
    name = _name(offer, language)
    face = next((f" {f}" for n, f in FACES.items() if offer.phrase == f"level.{n}"), "")
    return f"{offer.digit}. {plain(name)}{face}"


def _name(offer: Offer, language: str) -> str:
    if offer.label is not None:
        return _text(offer.label, language)
    return _in(offer.words, language) if offer.words else words(offer.phrase, language)


def spoken(day: date, language: str) -> str:
    """Write a day with its weekday: ``thứ Tư, 26/11/2026``."""
    weekday = words(f"weekday.{day.isoweekday()}", language)
    return f"{weekday}, {written(day, language)}"


def written(day: date, language: str) -> str:
    """Write a day as people read it."""
    if language == "en" and language in CATALOGUES:
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"{day.day:02}/{day.month:02}/{day.year}"


def _in(texts: tuple[tuple[str, str], ...], language: str) -> str:
    return dict(texts).get(language) or (texts[0][1] if texts else "")
