"""Owns the way out to Telegram. It raises nothing but SendError and never shows the token."""

from contextlib import suppress

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteWebhook,
    GetFile,
    GetMe,
    SendMessage,
    SetWebhook,
    TelegramMethod,
)
from aiogram.methods.base import TelegramType
from aiohttp import ClientSession
from aiohttp.typedefs import StrOrURL
from pydantic import ValidationError

from bot.channels.telegram.decode import UPDATES
from bot.channels.telegram.encode import encode
from bot.channels.telegram.refusals import meaning
from bot.wire.channel import Later, Never
from bot.wire.messages import Account, Outbound

PRODUCTION = "https://api.telegram.org"
_TIMEOUT = 20.0
# The message itself waits behind it.
_TIMEOUT_OF_ACK = 5
_REST_OF_FETCH = 20.0


class TelegramChannel:
    """One bot of ours, as bot.wire.channel.Channel asks for it.

    ``api_base`` is where the Bot API answers; ``proxy`` an address ``http://`` or ``socks5://``.
    """

    def __init__(
        self,
        token: str,
        account: Account,
        api_base: str = PRODUCTION,
        proxy: str | None = None,
        timeout: float = _TIMEOUT,
    ) -> None:
        """Raise ValueError, without quoting it, for a token or a proxy that cannot be one."""
        self._account = account
        self._said: dict[int, int] = {}  # parts out, of long messages that had to wait half way
        session = _Session(TelegramAPIServer.from_base(api_base), timeout, proxy)
        try:
            self._bot = Bot(token, session=session)
        except Exception:  # noqa: BLE001 - aiogram's own error would carry the token along
            raise ValueError("this is no token of a Telegram bot") from None

    @property
    def account(self) -> Account:
        """The account that this door speaks for."""
        return self._account

    async def send(self, message: Outbound) -> None:
        """Send one message, or raise the SendError that says what to do next."""
        try:
            parts = encode(message)
        except ValidationError:
            # Not chained: pydantic's error quotes what it was given.
            raise Never("the text or a button cannot be written") from None
        except ValueError as error:
            raise Never(str(error)) from None
        if message.ack is not None:
            # Before the message: until then the button shows that it waits.
            await self._acknowledge(message.ack)
        await self._say(message.id, parts)

    async def me(self) -> str:
        """Return the bot's user name, without the @."""
        return (await self.call(GetMe())).username or ""

    async def set_webhook(self, url: str, secret: str, connections: int = 40) -> None:
        """Ask Telegram to post updates to a url, with the secret in its header."""
        await self.call(
            SetWebhook(
                url=url,
                secret_token=secret,
                max_connections=connections,
                allowed_updates=list(UPDATES),
            )
        )

    async def forget_webhook(self) -> None:
        """Ask Telegram to post no more; what waits is kept for polling."""
        await self.call(DeleteWebhook())

    async def fetch(self, reference: str, limit: int) -> bytes:
        """Fetch a file by its id; raise Never when it is larger than the limit or gone."""
        file = await self.call(GetFile(file_id=reference))
        if not file.file_path or (file.file_size or 0) > limit:
            raise Never("no file to fetch, or too large a one")
        url = self._bot.session.api.file_url(self._bot.token, file.file_path)
        data = bytearray()
        try:
            async for chunk in self._bot.session.stream_content(url, raise_for_status=True):
                # The size that was told may be missing or untrue.
                data += chunk
                if len(data) > limit:
                    break
        except Exception as error:  # noqa: BLE001 - the url in it holds the token
            raise Later(_REST_OF_FETCH, reason=type(error).__name__) from None
        if len(data) > limit:
            raise Never("too large a file")
        return bytes(data)

    async def close(self) -> None:
        """Let go of connections."""
        await self._bot.session.close()

    async def call(
        self, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        """Call one method of the Bot API, or raise the SendError that its failure means."""
        try:
            return await self._bot(method, request_timeout=timeout)
        except Exception as error:  # noqa: BLE001 - the contract: nothing but SendError
            raise meaning(error) from None

    async def _say(self, message: int, parts: tuple[SendMessage, ...]) -> None:
        """Send the parts in order; one that went out is not said again when the next must wait."""
        said = self._said.pop(message, 0)
        for part in parts[said:]:
            try:
                await self.call(part)
            except Later:
                if said:
                    self._said[message] = said
                raise
            said += 1

    async def _acknowledge(self, press: str) -> None:
        """Stop the waiting mark on a button; a press too old is refused, and nothing is lost."""
        with suppress(Exception):  # the message itself is the answer
            await self._bot(AnswerCallbackQuery(callback_query_id=press), _TIMEOUT_OF_ACK)


class _Session(AiohttpSession):
    """aiogram's session, with an HTTP proxy through aiohttp itself and SOCKS through aiogram."""

    def __init__(self, api: TelegramAPIServer, timeout: float, proxy: str | None) -> None:
        # aiogram asks for the package aiohttp-socks for every proxy; HTTP ones need none.
        plain = proxy is not None and proxy.startswith(("http://", "https://"))
        try:
            super().__init__(proxy=None if plain else proxy, api=api, timeout=timeout)
        except (RuntimeError, ValueError):
            raise ValueError("no such proxy; SOCKS needs the package aiohttp-socks") from None
        self._http_proxy: StrOrURL | None = proxy if plain else None

    async def create_session(self) -> ClientSession:
        if self._http_proxy is None:
            return await super().create_session()
        if self._session is None or self._session.closed:
            self._session = ClientSession(
                connector=self._connector_type(**self._connector_init), proxy=self._http_proxy
            )
        return self._session
