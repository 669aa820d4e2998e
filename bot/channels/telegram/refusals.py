"""Owns what each refusal of the Bot API means for a message; repeats no network error's own text.

That text can hold the address that was asked, and so the token.
"""

from aiogram import exceptions as api

from bot.wire.channel import Gone, Later, Never, SendError

_SOON = 5.0
_WHEN_MENDED = 60.0
# Bad requests that are about the person and not about the message.
_NOBODY = ("chat not found", "user not found", "peer_id_invalid", "user is deactivated")


def meaning(error: Exception) -> SendError:
    """Say what to do next after a call of the Bot API failed."""
    match error:
        case api.TelegramRetryAfter():
            return Later(max(1.0, float(error.retry_after)), account_wide=True, reason="429")
        # Blocked by this person: nothing goes there any more, but their case goes on.
        case api.TelegramForbiddenError():
            return Gone(_name(error))
        case api.TelegramBadRequest():
            return _bad_request(error)
        case api.TelegramMigrateToChat() | api.TelegramEntityTooLarge():
            return Never(_name(error))
        case api.TelegramUnauthorizedError() | api.TelegramNotFound() | api.TelegramConflictError():
            # The token or the address of the API is wrong: for everybody, until someone mends it.
            return Later(_WHEN_MENDED, account_wide=True, reason=_name(error))
        case _:
            unreachable = isinstance(error, api.TelegramNetworkError)
            return Later(_SOON, account_wide=unreachable, reason=_name(error))


def _bad_request(error: api.TelegramBadRequest) -> SendError:
    said = error.message.lower()
    if any(words in said for words in _NOBODY):
        return Gone(_name(error))
    # What the API itself answers holds no address, unlike a network error.
    return Never(f"{_name(error)}: {error.message[:100]}")


def _name(error: Exception) -> str:
    return type(error).__name__
