"""A line between two programs that can be cut, or fall silent without a word."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import Self

End = tuple[asyncio.StreamReader, asyncio.StreamWriter]
Dial = Callable[[], Awaitable[End]]
_PIECE = 65_536


class Wire:
    """Listens on ``port`` and passes everything on to whoever ``dial`` reaches."""

    def __init__(self, dial: Dial) -> None:
        self._dial = dial
        self._passing = asyncio.Event()
        self._passing.set()
        self._whole = True
        self._ends: set[asyncio.StreamWriter] = set()
        self._server: asyncio.Server | None = None
        self.port = 0
        self.passed_at = 0.0

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()
        self.cut()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def silence(self) -> None:
        """Pass nothing on, and tell nobody."""
        self._passing.clear()

    def cut(self) -> None:
        """Break all connections; what was on its way is lost, and no new ones are made."""
        self._whole = False
        for end in list(self._ends):
            end.transport.abort()
        self._ends.clear()
        self._passing.set()

    def mend(self) -> None:
        """Let everything through again."""
        self._whole = True
        self._passing.set()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            if not self._whole:
                raise ConnectionError
            there, back = await self._dial()
        except OSError:
            writer.transport.abort()
            return
        self._ends |= {writer, back}
        try:
            with contextlib.suppress(asyncio.CancelledError):  # the test is over
                await asyncio.gather(self._pass(reader, back), self._pass(there, writer))
        finally:
            self._ends -= {writer, back}

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            while piece := await reader.read(_PIECE):
                await self._passing.wait()
                if writer.is_closing():
                    break
                self.passed_at = asyncio.get_running_loop().time()
                writer.write(piece)
                await writer.drain()
        with contextlib.suppress(OSError, RuntimeError):
            writer.close()


def to_port(url: str) -> Dial:
    """Reach whoever has an address on this machine."""
    return lambda: asyncio.open_connection("127.0.0.1", int(url.rpartition(":")[2]))


def to_socket(path: str) -> Dial:
    """Reach a socket in the file system."""
    return lambda: asyncio.open_unix_connection(path)
