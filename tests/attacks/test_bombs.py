"""What is small on its way and would be huge when opened: it is not opened, or not all of it."""

import io
import struct
import time
import tracemalloc
import zipfile
import zlib

import pytest

from feedback.domain.cases.filetypes import Medium, known
from feedback.services import refusals, spreadsheet
from feedback.services.cases import attachments
from feedback.services.cases.attachments import BadFile
from tests.attacks import posting, wires
from tests.attacks.conftest import Opening
from tests.serving import SECRET, Server

MANY = 128 << 20
"""Bytes that a bomb would be."""
_MEGABYTE = b"0" * (1 << 20)
LITTLE = 48 << 20
"""Bytes of memory that a server may need to find that out."""


@pytest.fixture
def product(opening: Opening) -> Server:
    """A server with Telegram's door open."""
    server = opening(telegram_api_base=posting.NOWHERE, **posting.BOT)
    server.start()
    return server


def peak(server: Server) -> int:
    """The most bytes of memory that the server ever held."""
    assert server.process is not None
    with open(f"/proc/{server.process.pid}/status") as status:
        line = next(line for line in status if line.startswith("VmHWM"))
    return int(line.split()[1]) << 10


def pressed(way: str, begin: bytes) -> bytes:
    """Press a beginning, and zeros without end, as a browser may press what it posts."""
    # zlib's own code: 31 wraps it as gzip, 15 as what the web calls deflate.
    press = zlib.compressobj(1, wbits=31 if way == "gzip" else 15)
    parts = [press.compress(begin)]
    parts += [press.compress(_MEGABYTE) for _ in range(MANY >> 20)]
    return b"".join([*parts, press.flush()])


def test_a_pressed_body_is_opened_no_further_than_a_form_may_be_long(product: Server) -> None:
    """A hundred times what may come, to a page and to a hook: both hear 413."""
    token = wires.desk(product)
    visit = wires.ask(product, f"/q/{token}").page.fields["visit"]
    before = peak(product)
    body = pressed("gzip", f"visit={visit}&level=5&comment=".encode())
    form = {"Content_Type": "application/x-www-form-urlencoded", "Content_Encoding": "gzip"}
    assert wires.ask(product, f"/q/{token}", body, **form).status == 413
    hook = {"X_Telegram_Bot_Api_Secret_Token": SECRET, "Content_Encoding": "deflate"}
    body = pressed("deflate", b'{"update_id":1,"message":"')
    assert wires.ask(product, "/hooks/telegram", body, **hook).status == 413
    assert peak(product) - before < LITTLE
    assert wires.ratings(product) == 0
    assert wires.rate(product, token).status == 200


def chunk(name: bytes, data: bytes) -> bytes:
    """Write one chunk of a PNG."""
    return struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data))


def png(side: int, *more: bytes) -> bytes:
    """A black square, whatever that takes."""
    # One byte that names the row's filter, then a bit a pixel.
    row = b"\0" * (1 + (side + 7) // 8)
    press = zlib.compressobj(1)
    drawn = b"".join([*(press.compress(row) for _ in range(side)), press.flush()])
    head = struct.pack(">LLBBBBB", side, side, 1, 0, 0, 0, 0)
    parts = chunk(b"IHDR", head), *more, chunk(b"IDAT", drawn), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def pictured(server: Server, photo: bytes) -> wires.Answer:
    """Rate with a photo, as a browser posts it."""
    token = wires.desk(server)
    visit = wires.ask(server, f"/q/{token}").page.fields["visit"]
    fields = {"visit": visit, "level": "4"}
    said = [
        f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    named = b'--x\r\nContent-Disposition: form-data; name="photo"; filename="a.png"\r\n\r\n'
    body = b"".join(said) + named + photo + b"\r\n--x--\r\n"
    return wires.ask(server, f"/q/{token}", body, Content_Type="multipart/form-data; boundary=x")


def zeros() -> bytes:
    """Very many of them, pressed."""
    return pressed("deflate", b"")


def test_a_picture_that_would_fill_memory_is_not_opened_and_the_rating_counts(
    product: Server,
) -> None:
    """By its size, by its colours or by a remark in it; what is as large as taken costs one copy."""
    before = peak(product)
    many = chunk(b"iCCP", b"a\0\0" + zeros()), chunk(b"zTXt", b"a\0\0" + zeros())
    for bomb in (png(30_000), png(8, many[0]), png(8, many[1])):
        assert len(bomb) < 2 << 20
        answer = pictured(product, bomb)
        assert (answer.status, "không mở được" in answer.page.text) == (200, True)
    assert peak(product) - before < LITTLE
    assert pictured(product, png(7_000)).status == 200
    assert peak(product) - before < 220 << 20
    assert wires.ratings(product) == 4


def listing(n: int) -> bytes:
    """An archive that lists so many entries, and holds none."""
    names = [b"[Content_Types].xml", *[b"word/"] * n]
    numbers = struct.pack("<4B4HLLL", 20, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0)
    listed = b"".join(
        b"PK\x01\x02" + numbers + struct.pack("<5HLL", len(name), 0, 0, 0, 0, 0, 0) + name
        for name in names
    )
    begin = b"PK\x03\x04" + b"\0" * 26
    count = len(names) & 0xFFFF
    end = struct.pack("<4H2LH", 0, 0, count, count, len(listed), len(begin), 0)
    return begin + listed + b"PK\x05\x06" + end


def test_an_archive_that_lists_names_without_end_is_no_document() -> None:
    """Nor is it listed to its end: 180,000 entries in nine megabytes took seconds and 70 MB."""
    small = known(listing(10))
    assert small is not None
    assert small.ending == "docx"
    bomb = listing(180_000)
    assert len(bomb) < attachments.LARGEST
    began = time.thread_time()
    assert known(bomb) is None
    assert time.thread_time() - began < 0.5
    with pytest.raises(BadFile):
        attachments.prepared(bomb)


def test_a_document_that_would_be_huge_when_opened_is_kept_and_never_opened() -> None:
    """It comes back as the bytes it was; who downloads it has an office program that decides."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"0" * (64 << 20))
        archive.writestr("../../../keys.toml", b"[[keys]]")
    bomb = out.getvalue()
    tracemalloc.start()
    kept = attachments.prepared(bomb)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (kept.data, kept.medium) == (bomb, Medium.DOCUMENT)
    assert most < 4 << 20


def test_a_table_that_is_a_workbook_or_too_large_is_refused_in_words() -> None:
    """A workbook is not unpacked; a file larger than any office has is not read on."""
    for data, word in ((listing(10), "workbook"), (b"x" * 20_000_001, "larger than 20 MB")):
        with pytest.raises(refusals.BadFile, match=word):
            spreadsheet.read(data, required={"code"}, optional=())
