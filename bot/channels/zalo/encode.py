"""Owns the form in which a message goes to Zalo. The text alone says everything; it is literal."""

import unicodedata
from dataclasses import dataclass, replace

from bot.wire.messages import Button, Outbound
from bot.wire.parts import split

LONGEST = 2_000
"""Characters of one message; counted as UTF-16 units, which are never fewer."""
MOST_BUTTONS = 5
LONGEST_TITLE = 100
PAGE = "trang_tra_cuu"
"""The one parameter that an office's approved text has: the address at which to look."""
_OTHER_LANGUAGE = "8"
"""What is typed for it under every prompt."""
TYPED = (
    ("Xin bấm một dòng, hoặc nhắn số:", "Xin nhắn số của một dòng:"),
    ("Bấm một dòng, hoặc nhắn số ở đầu dòng", "Nhắn số ở đầu dòng"),
    ("Bấm nhầm? Nhắn SỬA", "Nhắn nhầm? Nhắn SỬA"),
    ("bấm Gửi", "chọn Gửi"),
    ("Please tap a line, or send its number:", "Please send the number of a line:"),
    ("Tap a line, or send the number in front of it", "Send the number in front of a line"),
    ("Wrong tap? Send EDIT", "A mistake? Send EDIT"),
    ("press Send", "choose Send"),
)
"""What is said where there are buttons, and what where there is nothing to press."""

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Bubble:
    """One message as it stands in the chat; ``quoted`` is the message of theirs that it answers."""

    person: str
    text: str
    buttons: tuple[Button, ...] = ()
    quoted: str | None = None

    @property
    def forms(self) -> tuple["Bubble", ...]:
        """Give it as it is meant, then in ever plainer forms that an account may still take."""
        without = replace(self, quoted=None)
        # No page of Zalo's shows a text with buttons: an account may refuse what another takes.
        return tuple(dict.fromkeys((self, without, replace(without, buttons=()))))


def encode(message: Outbound, *, buttons: bool) -> tuple[Bubble, ...]:
    """Write a message as one or more of Zalo's; the buttons, if any, stand under the last.

    An account that takes buttons takes five: where there are more choices there are none, for some
    of them would look like all; only the other language may stand in the text alone. Raises
    ValueError where no such message can exist.
    """
    message.text.encode()  # half a surrogate pair would only fail on the wire
    # Zalo counts what stands there after NFC.
    parts = split(unicodedata.normalize("NFC", message.text), LONGEST)
    if not parts:
        raise ValueError("no text")
    person = message.address.person
    bubbles = [Bubble(person, part) for part in parts]
    bubbles[0] = replace(bubbles[0], quoted=message.ack)
    bubbles[-1] = replace(bubbles[-1], buttons=_keys(message) if buttons else ())
    return tuple(bubbles)


def oa_body(bubble: Bubble) -> Json:
    """Write a bubble for ``/v3.0/oa/message/cs``."""
    message: Json = {"text": words(bubble)}
    if bubble.buttons:
        keys = [_key(button) for button in bubble.buttons]
        message["attachment"] = {"type": "template", "payload": {"buttons": keys}}
    if bubble.quoted is not None:
        message["quote_message_id"] = bubble.quoted
    return {"recipient": {"user_id": bubble.person}, "message": message}


def template_body(person: str, template: str, page: str) -> Json:
    """Write an approved text for ``/v3.0/oa/message/template``: it names a page, and no case."""
    return {"user_id": person, "template_id": template, "template_data": {PAGE: page}}


def bot_body(bubble: Bubble) -> Json:
    """Write a bubble for the Bot Platform's ``sendMessage``, which has no buttons."""
    return {"chat_id": bubble.person, "text": words(bubble)}


def words(bubble: Bubble) -> str:
    """Give the text of a bubble, which asks nobody to press what is not there."""
    text = bubble.text
    if not bubble.buttons:
        for pressed, typed in TYPED:
            text = text.replace(pressed, typed)
    return text


def _keys(message: Outbound) -> tuple[Button, ...]:
    keys = tuple(button for row in message.buttons for button in row)
    if len(keys) > MOST_BUTTONS:
        keys = tuple(key for key in keys if key.typed != _OTHER_LANGUAGE)
    fit = len(keys) <= MOST_BUTTONS and all(key.typed and key.label.strip() for key in keys)
    return keys if fit else ()


def _key(button: Button) -> Json:
    """A press sends the payload as if it had been typed, and shows it in the chat."""
    title = unicodedata.normalize("NFC", button.label)
    if len(title) > LONGEST_TITLE:
        title = title[: LONGEST_TITLE - 1] + "…"
    return {"title": title, "type": "oa.query.show", "payload": button.typed}
