"""Names that are paths: an address leads to a page or to nothing, and no sent name to any file."""

from pathlib import Path

import pytest

from tests.attacks import posting, wires
from tests.attacks.conftest import Opening
from tests.serving import Server

# Coded, coded twice, with a backslash, a NUL, an overlong slash (C0 AF), a full-width stop.
UP = (
    "..",
    "%2e%2e",
    "..%2f..",
    "%252e%252e",
    "..%5c..",
    ".%00.",
    "..%c0%af..",
    "..;",
    "%ef%bc%8e.",
)
BELOW = ("", "static/", "q/", "f/", "case/", "tablet/", "hooks/", "favicon.ico/", "t/")
WANTED = ("keys.toml", "hailong.toml", "hailong.db", "etc/passwd")
NAMES = (
    "../../keys.toml",
    "/etc/passwd",
    "..\\..\\keys.toml",
    "C:\\keys.toml",
    "a\\0.png",
    # Turned around by its first character, it is shown as exe.png.
    "\u202egnp.exe",
    "x" * 4000,
    "CON",
    "~/.ssh/authorized_keys",
)


def addresses() -> list[str]:
    """Every way up, below every path that we have, to every file worth having."""
    climbing = [
        f"/{below}{'/'.join([up] * 6)}/{wanted}"
        for below in BELOW
        for up in UP
        for wanted in WANTED
    ]
    plain = [f"/{below}{wanted}" for below in BELOW for wanted in WANTED]
    return [*climbing, *plain, "//etc/passwd", "/file:///etc/passwd", "http://x/../keys.toml"]


def files(home: Path) -> dict[str, int]:
    """Every file of a home by its path, with when it was made."""
    return {str(path.relative_to(home)): path.stat().st_ino for path in home.rglob("*")}


def photo(server: Server, name: str) -> wires.Answer:
    """Rate with a photo of such a name, which is no photo."""
    visit = wires.ask(server, f"/q/{wires.desk(server)}").page.fields["visit"]
    quoted = name.replace("\\", "\\\\").replace('"', "").encode()
    body = b"".join(
        b'--x\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % pair
        for pair in ((b"visit", visit.encode()), (b"level", b"4"), (quoted, b"a"))
    )
    body += b'--x\r\nContent-Disposition: form-data; name="photo"; filename="%s"\r\n' % quoted
    body += b"Content-Type: image/png\r\n\r\n[[keys]]\r\n--x--\r\n"
    kind = "multipart/form-data; boundary=x"
    return wires.ask(server, f"/q/{wires.desk(server)}", body, Content_Type=kind)


@pytest.fixture
def product(opening: Opening) -> Server:
    """A server with Telegram's door open."""
    server = opening(telegram_api_base=posting.NOWHERE, **posting.BOT)
    server.start()
    return server


def test_no_address_leads_out_of_the_pages(product: Server) -> None:
    """Said as they are, since a client would tidy them up: no file, and no fault of ours."""
    secret = (product.home / "keys.toml").read_text("utf-8").split('"')[1].encode()
    asked = addresses()
    with wires.connect(product) as wire:
        for address in asked:
            wire.sendall(f"GET {address} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            status, answer = wires.answer_on(wire)
            assert 400 <= status < 500, (address, status)
            assert secret not in answer
            assert b"root:" not in answer
            assert b"SQLite format" not in answer
    assert len(asked) > 300


def test_no_name_of_a_file_is_ever_a_path(product: Server) -> None:
    """On the web and in a chat: the name makes no file, and the rating counts."""
    assert photo(product, "a.png").status == 200
    before = files(product.home)
    for name in NAMES:
        assert photo(product, name).status == 200
    for person, name in enumerate(NAMES, 1):
        document = {"file_id": name[:64] or "a", "file_name": name, "file_size": 8}
        assert posting.posted(product, posting.update(person, "", document=document)).status == 200
    assert files(product.home).keys() == before.keys()
    assert wires.ratings(product) == 1 + len(NAMES)
    assert wires.ask(product, "/healthz").status == 200
