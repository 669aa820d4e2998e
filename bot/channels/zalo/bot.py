"""Owns the way out through the Bot Platform. It raises nothing but SendError, shows no token."""

import re
from collections.abc import Mapping

from bot.channels.zalo.calls import TIMEOUT, Calls
from bot.channels.zalo.encode import Bubble, bot_body, encode
from bot.channels.zalo.files import Files
from bot.channels.zalo.refusals import Alarm, Refusal, Refused, alarming, meaning, refused_by_bot
from bot.channels.zalo.sending import Sending
from bot.wire.channel import Never
from bot.wire.messages import Account, Outbound

PRODUCTION = "https://bot-api.zaloplatforms.com"
# It becomes part of an address that citizens press.
_NAME = re.compile(r"[A-Za-z0-9._-]{1,64}")
_Json = Mapping[str, object]


class BotChannel:
    """One bot of ours, as bot.wire.channel.Channel and Fetches ask for it.

    Once Zalo says that the token is none, nothing is asked any more until the next start.
    """

    def __init__(
        self,
        token: str,
        account: Account,
        api_base: str = PRODUCTION,
        alarm: Alarm = lambda _: None,
        timeout: float = TIMEOUT,
    ) -> None:
        self._account = account
        self._calls = Calls(f"{api_base}/bot{token}/", timeout)
        self._files = Files(self._calls, api_base)
        self._sending = Sending(self._say)
        self._alarm = alarm
        self._stopped: Refused | None = None

    @property
    def account(self) -> Account:
        """The account that this door speaks for."""
        return self._account

    @property
    def stopped(self) -> bool:
        """Whether the token was refused, so that only a person can help."""
        return self._stopped is not None

    async def send(self, message: Outbound) -> None:
        """Send one message, or raise the SendError that says what to do next."""
        try:
            bubbles = encode(message, buttons=False)
        except ValueError as error:
            raise Never(str(error)) from None
        await self._sending.send(message.id, bubbles)

    async def fetch(self, reference: str, limit: int) -> bytes:
        """Fetch a file by its address; raise Never when it is larger than the limit or gone."""
        return await self._files.fetch(reference, limit)

    async def me(self) -> str:
        """Give the name that stands in the address of its chat, empty where Zalo gives none.

        Raises SendError.
        """
        try:
            told = await self.call("getMe", {})
        except Refused as refused:
            raise meaning(refused) from None
        name = told.get("account_name") if isinstance(told, Mapping) else None
        return name if isinstance(name, str) and _NAME.fullmatch(name) else ""

    async def set_webhook(self, url: str, secret: str) -> None:
        """Ask Zalo to post updates to a url, with the secret in its header; raise SendError."""
        try:
            await self.call("setWebhook", {"url": url, "secret_token": secret})
        except Refused as refused:
            raise meaning(refused) from None

    async def call(self, method: str, body: _Json, timeout: float | None = None) -> object:
        """Call one method; give its result, or raise Refused."""
        if self._stopped is not None:
            raise Refused(self._stopped.refusal, self._stopped.code)
        answer = await self._calls.post(method, body, timeout=timeout)
        # Errors come with HTTP 200 as well: only this tells.
        if answer.get("ok") is True:
            return answer.get("result")
        code = answer.get("error_code")
        refused = refused_by_bot(code if type(code) is int else 0)
        if refused.refusal is Refusal.SETTING:
            self._stopped = refused
        alarming(refused, self._alarm)
        raise refused

    async def close(self) -> None:
        """Let go of connections."""
        await self._calls.close()

    async def _say(self, bubble: Bubble) -> None:
        await self.call("sendMessage", bot_body(bubble))
