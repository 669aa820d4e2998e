"""Reads what a form said into what may be stored. Whatever it does not know, it leaves out."""

from dataclasses import replace
from typing import Final

from aiohttp import web

from bot.pages import pictures, typed
from bot.pages.form import Form
from bot.pages.more_view import Begun
from bot.pages.ports import Ports
from bot.pages.recording import Sent
from feedback.domain.given import LONGEST_COMMENT
from feedback.domain.scale import Level

LEVELS: Final = {str(int(level)): level for level in Level}
_VALUES: Final = {str(value): value for value in range(6)}
_QUESTION: Final = "q-"


async def read_sent(
    ports: Ports, request: web.Request, filled: Form
) -> tuple[Sent, tuple[str, ...]]:
    """Give what was sent, and the keys of the words for what could not be taken."""
    photo = await pictures.taken(ports, request, filled)
    if isinstance(photo, str):
        return read_texts(filled), (photo,)
    return replace(read_texts(filled), photo=photo), ()


def read_texts(filled: Form) -> Sent:
    """Give what was sent but for the photo."""
    level = LEVELS.get(filled.text("level").strip())
    return Sent(level, _answers(filled), typed.cleaned(filled.text("comment")))


def begun(filled: Form) -> Begun:
    """Give what was filled in beyond the level."""
    return Begun(_answers(filled), typed.cleaned(filled.text("comment")))


def kept(filled: Form, *, level: bool) -> tuple[tuple[str, str], ...]:
    """Give the fields to send along with another try, the level among them if asked."""
    fields = [(f"{_QUESTION}{code}", str(value)) for code, value in _answers(filled)]
    comment = typed.cleaned(filled.text("comment"))[:LONGEST_COMMENT]
    if comment:
        fields.append(("comment", comment))
    tapped = LEVELS.get(filled.text("level").strip())
    if level and tapped:
        fields.append(("level", str(int(tapped))))
    if level and filled.text("more"):
        fields.append(("more", "1"))
    return tuple(fields)


def _answers(filled: Form) -> tuple[tuple[str, int], ...]:
    return tuple(
        (name.removeprefix(_QUESTION), _VALUES[value])
        for name, value in filled.texts.items()
        if name.startswith(_QUESTION) and value in _VALUES
    )
