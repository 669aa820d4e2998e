"""What the stand-in Bot API does when a method is called, and what it refuses, word for word."""

import json
import re
import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from tests.doubles import telegram_wire as wire
from tests.doubles.telegram_phone import Bubble, Phone
from tests.doubles.telegram_troubles import ApiError, too_many
from tests.doubles.telegram_wire import Json

if TYPE_CHECKING:
    from tests.doubles.telegram_server import TelegramServer

# What the Bot API says of `secret_token`: 1 to 256 of these.
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}\Z")
# What a bot may fetch; people may send far larger files.
_LARGEST_DOWNLOAD = 20 * 1024 * 1024


async def _get_me(server: "TelegramServer", _: Json) -> Json:
    return server.bot | {
        "can_join_groups": False, "can_read_all_group_messages": False,
        "supports_inline_queries": False, "can_connect_to_business": False,
        "has_main_web_app": False,
    }  # fmt: skip


async def _get_updates(server: "TelegramServer", arguments: Json) -> list[Json]:
    if server.hook is not None:
        raise ApiError(409, "Conflict: can't use getUpdates method while webhook is active")
    _allow(server, arguments)
    server.poller += 1
    mine = server.poller
    offset = int(arguments.get("offset", 0))
    server.pending = [entry for entry in server.pending if entry[1]["update_id"] >= offset]
    server.notify()
    try:
        await server.until(
            lambda: bool(server.pending) or server.poller != mine,
            max(0.001, float(arguments.get("timeout", 0))),
        )
    except TimeoutError:
        return []
    if server.poller != mine:
        raise ApiError(409, "Conflict: terminated by other getUpdates request")
    return [update for _, update in server.pending[: int(arguments.get("limit", 100))]]


async def _set_webhook(server: "TelegramServer", arguments: Json) -> bool:
    secret = arguments.get("secret_token")
    if secret and not _SECRET.match(secret):
        raise ApiError(400, "Bad Request: secret token contains unallowed characters")
    if arguments.get("drop_pending_updates") in (True, "true", "True"):
        server.pending = []
    _allow(server, arguments)
    await server.set_webhook(arguments.get("url", ""), secret)
    return True


async def _delete_webhook(server: "TelegramServer", arguments: Json) -> bool:
    return await _set_webhook(server, arguments | {"url": ""})


async def _get_webhook_info(server: "TelegramServer", _: Json) -> Json:
    return {
        "url": server.hook_url, "has_custom_certificate": False,
        "pending_update_count": len(server.pending),
    }  # fmt: skip


async def _send_message(server: "TelegramServer", arguments: Json) -> Json:
    phone = _reachable(server, arguments)
    words = str(arguments.get("text", "")).strip()
    if not words:
        raise ApiError(400, "Bad Request: message text is empty")
    # In UTF-16 units, of which an emoji takes two.
    if wire.units(words) > 4096:
        raise ApiError(400, "Bad Request: message is too long")
    keyboard = _keyboard(arguments.get("reply_markup"))
    _limit(server)
    message = wire.message(server.next_message(), server.bot, phone.chat, text=words)
    if keyboard is not None:
        message["reply_markup"] = keyboard
    bubble = _bubble(message)
    server.sent.append((phone.id, bubble))
    phone.show(bubble)
    return message


async def _answer_callback_query(server: "TelegramServer", arguments: Json) -> bool:
    for phone in server.phones.values():
        if (query := arguments.get("callback_query_id")) in phone.spinning:
            phone.spinning.discard(query)
            phone.toasts.append(arguments.get("text", ""))
            return True
    raise ApiError(
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    )


async def _get_file(server: "TelegramServer", arguments: Json) -> Json:
    file_id = arguments.get("file_id", "")
    if file_id not in server.files:
        raise ApiError(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
    path, content = server.files[file_id]
    if len(content) > _LARGEST_DOWNLOAD:
        raise ApiError(400, "Bad Request: file is too big")
    return {
        "file_id": file_id, "file_unique_id": f"u{file_id[-12:]}",
        "file_size": len(content), "file_path": path,
    }  # fmt: skip


def _reachable(server: "TelegramServer", arguments: Json) -> Phone:
    chat = str(arguments.get("chat_id", ""))
    phone = server.phones.get(int(chat)) if chat.lstrip("-").isdigit() else None
    if phone is None:
        raise ApiError(400, "Bad Request: chat not found")
    if phone.deactivated:
        raise ApiError(403, "Forbidden: user is deactivated")
    if phone.blocked:
        raise ApiError(403, "Forbidden: bot was blocked by the user")
    if not phone.started:
        raise ApiError(403, "Forbidden: bot can't initiate conversation with a user")
    return phone


def _limit(server: "TelegramServer") -> None:
    now = time.monotonic()
    while server.recent and now - server.recent[0] > 1:
        server.recent.popleft()
    if server.per_second is not None and len(server.recent) >= server.per_second:
        raise too_many(1)
    server.recent.append(now)


def _allow(server: "TelegramServer", arguments: Json) -> None:
    if (kinds := arguments.get("allowed_updates")) is not None:
        server.allowed = set(json.loads(kinds) if isinstance(kinds, str) else kinds)


def _keyboard(markup: Any) -> Json | None:
    """Check an inline keyboard as Telegram does, of which the data of a button is 1-64 bytes."""
    if not markup:
        return None
    keyboard: Json = json.loads(markup) if isinstance(markup, str) else markup
    keys = [key for row in keyboard.get("inline_keyboard", []) for key in row]
    if len(keys) > 100:
        raise ApiError(400, "Bad Request: too many buttons")
    for key in keys:
        if not key.get("text"):
            raise ApiError(400, "Bad Request: text buttons are unallowed in the inline keyboard")
        if "callback_data" in key and not 1 <= len(key["callback_data"].encode()) <= 64:
            raise ApiError(400, "Bad Request: BUTTON_DATA_INVALID")
    return keyboard


def _bubble(message: Json) -> Bubble:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    buttons = tuple(
        tuple((key["text"], key.get("callback_data", "")) for key in row) for row in rows
    )
    return Bubble(message["message_id"], message["text"], buttons, time.time(), message)


METHODS: dict[str, Callable[["TelegramServer", Json], Awaitable[Any]]] = {
    "getme": _get_me,
    "getupdates": _get_updates,
    "setwebhook": _set_webhook,
    "deletewebhook": _delete_webhook,
    "getwebhookinfo": _get_webhook_info,
    "sendmessage": _send_message,
    "answercallbackquery": _answer_callback_query,
    "getfile": _get_file,
}
"""What can be called, in lower case: the Bot API does not mind how a method is spelled."""
