"""Owns what a message of the office may be: reads a body of ``message/cs`` or refuses it."""

import unicodedata
from dataclasses import dataclass
from typing import Any

from tests.standins.zalo.refused import Refused

# Zalo's own limits, as its pages for developers give them.
LONGEST = 2000
MOST_BUTTONS = 5
LONGEST_TITLE = 100
LONGEST_PAYLOAD = 1000
_MEDIA = {"image": "oa_send_image", "gif": "oa_send_gif", "sticker": "oa_send_sticker"}


@dataclass(frozen=True)
class Button:
    """A button under a message; ``payload`` is what it sends, opens, calls or writes."""

    label: str
    kind: str
    payload: str


@dataclass(frozen=True)
class Letter:
    """A message of the office that passed; ``event`` is the name of its echo."""

    text: str = ""
    buttons: tuple[Button, ...] = ()
    media: str = ""
    attachment: str = ""
    quotes: str = ""
    asks_contact: bool = False
    event: str = "oa_send_text"


def read(message: object, *, buttons: bool = True) -> Letter:
    """Read ``message`` of a call; raise Refused (-201, -210, -233).

    ``buttons=False`` is an account that refuses text with buttons (-233).
    """
    if not isinstance(message, dict):
        raise Refused(-201, "message")
    quotes = message.get("quote_message_id", "")
    if not isinstance(quotes, str):
        raise Refused(-201, "quote_message_id")
    attachment = message.get("attachment")
    if attachment is None:
        return Letter(_text(message, needed=True), quotes=quotes)
    if not isinstance(attachment, dict) or not isinstance(attachment.get("payload"), dict):
        raise Refused(-201, "attachment")
    payload = attachment["payload"]
    if attachment.get("type") == "file":
        return Letter(attachment=_filled(payload, "token"), quotes=quotes, event="oa_send_file")
    if attachment.get("type") != "template":
        raise Refused(-233)
    return _template(message, payload, quotes, buttons)


def _template(message: Any, payload: Any, quotes: str, buttons: bool) -> Letter:
    kind = payload.get("template_type")
    if kind == "media":
        return _picture(message, payload, quotes)
    if kind == "request_user_info":
        return _contact(payload)
    if kind is None and "buttons" in payload:
        if not buttons:
            raise Refused(-233)
        return Letter(_text(message, needed=True), _buttons(payload["buttons"]), quotes=quotes)
    raise Refused(-233)


def _text(message: Any, *, needed: bool) -> str:
    text = message.get("text", "")
    if not isinstance(text, str) or (needed and not text.strip()):
        raise Refused(-201, "text")
    # Counted as Zalo says, with every letter and its marks in one.
    if len(unicodedata.normalize("NFC", text)) > LONGEST:
        raise Refused(-210, "text")
    return text


def _picture(message: Any, payload: Any, quotes: str) -> Letter:
    element = _only(payload)
    kind = element.get("media_type")
    if kind not in _MEDIA:
        raise Refused(-201, "media_type")
    url, attachment = element.get("url", ""), element.get("attachment_id", "")
    if bool(url) == bool(attachment) or not isinstance(url or attachment, str):
        raise Refused(-201, "attachment_id")
    if kind == "gif" and not (element.get("width") and element.get("height")):
        raise Refused(-201, "width")
    text = _text(message, needed=False)
    return Letter(text, media=url, attachment=attachment, quotes=quotes, event=_MEDIA[kind])


def _contact(payload: Any) -> Letter:
    element = _only(payload)
    title, subtitle = _filled(element, "title"), _filled(element, "subtitle")
    _filled(element, "image_url")
    return Letter(f"{title}\n{subtitle}", asks_contact=True, event="oa_send_list")


def _only(payload: Any) -> Any:
    elements = payload.get("elements")
    if not isinstance(elements, list) or len(elements) != 1 or not isinstance(elements[0], dict):
        raise Refused(-201, "elements")
    return elements[0]


def _filled(record: Any, key: str) -> str:
    value = record.get(key)
    if not isinstance(value, str) or not value:
        raise Refused(-201, key)
    return value


def _buttons(given: object) -> tuple[Button, ...]:
    if not isinstance(given, list) or not 1 <= len(given) <= MOST_BUTTONS:
        raise Refused(-201, "buttons")
    return tuple(_button(button) for button in given)


def _button(given: object) -> Button:
    if not isinstance(given, dict):
        raise Refused(-201, "buttons")
    label = _filled(given, "title")
    if len(label) > LONGEST_TITLE:
        raise Refused(-201, "title")
    kind = given.get("type")
    return Button(label, str(kind), _payload(kind, given.get("payload")))


def _payload(kind: object, payload: Any) -> str:
    if kind in ("oa.query.show", "oa.query.hide"):
        if not isinstance(payload, str) or not 1 <= len(payload) <= LONGEST_PAYLOAD:
            raise Refused(-201, "payload")
        return payload
    if not isinstance(payload, dict):
        raise Refused(-201, "payload")
    if kind == "oa.open.url":
        return _filled(payload, "url")
    if kind == "oa.open.phone":
        return _filled(payload, "phone_code")
    if kind == "oa.open.sms":
        if len(_filled(payload, "content")) > 160:
            raise Refused(-201, "content")
        return _filled(payload, "phone_code")
    raise Refused(-201, "type")
