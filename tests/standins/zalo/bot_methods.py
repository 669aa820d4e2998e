"""Owns the methods of the Bot Platform: what each demands, does to the chats, and answers."""

import ipaddress
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tests.standins.zalo.bot_phone import BotPhone
from tests.standins.zalo.events import Json
from tests.standins.zalo.handset import Bubble
from tests.standins.zalo.phone import new_id

if TYPE_CHECKING:
    from tests.standins.zalo.bot import BotStandIn

LONGEST = 2000
Method = Callable[["BotStandIn", Json], Awaitable[object]]


class BotError(Exception):
    """A refusal of the Bot Platform."""

    def __init__(self, code: int, description: str) -> None:
        super().__init__(f"{code} {description}")
        self.code, self.description = code, description

    def body(self) -> Json:
        return {"ok": False, "error_code": self.code, "description": self.description}


async def get_me(bot: "BotStandIn", _: Json) -> object:
    """Who the bot is."""
    return {
        "id": bot.id,
        "account_name": bot.account_name,
        "account_type": "BASIC",
        "can_join_groups": False,
    }


async def get_updates(bot: "BotStandIn", arguments: Json) -> object:
    """One update, or 408 after the timeout; given once, whether or not it arrives."""
    if bot.hook_url:
        raise BotError(400, "Bad request: a webhook is set")
    if bot.polling:
        raise BotError(409, "Conflict: another getUpdates is running")
    try:
        timeout = float(arguments.get("timeout", 30))
    except (TypeError, ValueError):
        raise BotError(404, "Request is invalid: timeout") from None
    bot.polling = True
    bot.bell.ring()
    try:
        return await bot.next_update(timeout)
    except TimeoutError:
        raise BotError(408, "Request timeout") from None
    finally:
        bot.polling = False


async def set_webhook(bot: "BotStandIn", arguments: Json) -> object:
    """Post updates from now on; https, or http to this machine for tests."""
    url, secret = arguments.get("url"), arguments.get("secret_token")
    if not isinstance(url, str) or not _allowed(url):
        raise BotError(404, "Request is invalid: url")
    if not isinstance(secret, str) or not 8 <= len(secret) <= 256:
        raise BotError(404, "Request is invalid: secret_token")
    bot.hook_url, bot.hook_secret, bot.hook_since = url, secret, bot.clock.ms()
    bot.bell.ring()
    return {"url": url, "updated_at": bot.hook_since}


async def delete_webhook(bot: "BotStandIn", _: Json) -> object:
    """Let updates be polled again."""
    bot.hook_url, bot.hook_secret, bot.hook_since = "", "", bot.clock.ms()
    return {"url": "", "updated_at": bot.hook_since}


async def get_webhook_info(bot: "BotStandIn", _: Json) -> object:
    """Where updates go; never the secret."""
    return {"url": bot.hook_url, "updated_at": bot.hook_since}


async def send_message(bot: "BotStandIn", arguments: Json) -> object:
    """Send a text of 1 to 2,000 characters."""
    phone = _chat(bot, arguments)
    return bot.deliver(phone, Bubble(new_id(), "oa", _text(arguments, "text"), at=bot.clock.ms()))


async def send_photo(bot: "BotStandIn", arguments: Json) -> object:
    """Send a picture by its address."""
    phone = _chat(bot, arguments)
    photo = _filled(arguments, "photo")
    caption = _text(arguments, "caption") if "caption" in arguments else ""
    return bot.deliver(phone, Bubble(new_id(), "oa", caption, image=photo, at=bot.clock.ms()))


async def send_sticker(bot: "BotStandIn", arguments: Json) -> object:
    """Send a sticker by its number."""
    phone = _chat(bot, arguments)
    shown = f"(nhãn dán {_filled(arguments, 'sticker')})"
    return bot.deliver(phone, Bubble(new_id(), "oa", shown, at=bot.clock.ms()))


async def send_voice(bot: "BotStandIn", arguments: Json) -> object:
    """Send a spoken message by its address."""
    phone = _chat(bot, arguments)
    shown = f"(ghi âm {_filled(arguments, 'voice_url')})"
    return bot.deliver(phone, Bubble(new_id(), "oa", shown, at=bot.clock.ms()))


async def send_chat_action(bot: "BotStandIn", arguments: Json) -> object:
    """Show that the bot is typing."""
    _chat(bot, arguments)
    if arguments.get("action") != "typing":
        raise BotError(404, "Request is invalid: action")
    return None


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendSticker": send_sticker,
    "sendVoice": send_voice,
    "sendChatAction": send_chat_action,
}


def _chat(bot: "BotStandIn", arguments: Json) -> BotPhone:
    phone = bot.phones.get(_filled(arguments, "chat_id"))
    if phone is None or not phone.chatted:
        raise BotError(404, "Request is invalid: chat_id")
    return phone


def _filled(arguments: Json, key: str) -> str:
    value = arguments.get(key)
    if not isinstance(value, str) or not value:
        raise BotError(404, f"Request is invalid: {key}")
    return value


def _text(arguments: Json, key: str) -> str:
    """Read a text; its length is counted in UTF-16, the strictest reading of the paper."""
    text = _filled(arguments, key)
    if not text.strip() or len(text.encode("utf-16-le")) // 2 > LONGEST:
        raise BotError(404, f"Request is invalid: {key}")
    return text


def _allowed(url: str) -> bool:
    parts = urlsplit(url)
    host = parts.hostname or ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return parts.scheme == "https" and "." in host
    return parts.scheme in ("http", "https") and address.is_loopback
