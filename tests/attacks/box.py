"""A letter box that stands where a messenger is: it takes letters, or fails as long as it is told.

It answers in threads, so that a test reads what came in while it drives the product by hand.
"""

import json
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

_SENT = b'{"ok":true,"result":{"message_id":1,"date":1790000000,"chat":{"id":1,"type":"private"}}}'
_TRUE = b'{"ok":true,"result":true}'
_BROKEN = b"<html>Internal Server Error</html>"


class Box(ThreadingHTTPServer):
    """What came in, in its order: texts by the number of the chat; and how often it was asked."""

    daemon_threads = True
    # The library's own is five, and whoever comes sixth would be refused.
    request_queue_size = 64

    def __init__(self, certificate: ssl.SSLContext | None = None) -> None:
        super().__init__(("127.0.0.1", 0), _Hand)
        self.broken = False
        self.letters: list[tuple[str, str]] = []
        self.tries: list[tuple[str, str]] = []
        self.certificate = certificate

    @property
    def url(self) -> str:
        scheme = "https" if self.certificate else "http"
        return f"{scheme}://127.0.0.1:{self.server_address[1]}"

    def to(self, chat: int | str) -> list[str]:
        """The letters that reached one person, in the order they came."""
        return [text for person, text in self.letters if person == str(chat)]

    def finish_request(self, request: object, client_address: object) -> None:
        """Answer over TLS where there is a certificate; a handshake that fails is the caller's."""
        if self.certificate is not None:
            request = self.certificate.wrap_socket(request, server_side=True)
        super().finish_request(request, client_address)

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep quiet about those who hang up."""


class _Hand(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Box

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        says = self.path.endswith("/sendMessage")
        if says:
            letter = self._letter(body)
            self.server.tries.append(letter)
        if self.server.broken:
            self._answer(500, _BROKEN)
            return
        if says:
            self.server.letters.append(letter)
        self._answer(200, _SENT if says else _TRUE)

    def _letter(self, body: str) -> tuple[str, str]:
        if self.headers["Content-Type"].startswith("application/json"):
            read = json.loads(body)
            return str(read["chat_id"]), read["text"]
        fields = parse_qs(body)
        return fields["chat_id"][0], fields["text"][0]

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def standing(certificate: ssl.SSLContext | None = None) -> Iterator[Box]:
    """Keep a box open as long as the block lasts."""
    box = Box(certificate)
    # Looks for its end this often; the library's half second would be added to each test.
    thread = threading.Thread(target=box.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield box
    finally:
        box.shutdown()
        box.server_close()
        thread.join(10)
