"""XML that reads files and calls out when it is read: nothing here reads XML, so that it does not."""

import ast
import io
import socket
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from feedback.services import refusals, spreadsheet
from feedback.services.cases import attachments
from feedback.services.cases.attachments import BadFile
from feedback.services.photos import BadPhoto, clean
from qr.posters.logo import fitted_logo
from qr.posters.record import PosterError
from qr.posters.setting import Box

ROOMS = ("admin_tui", "bot", "feedback", "hailong", "qr")
READERS = {"xml", "lxml", "defusedxml", "bs4", "html5lib", "xmltodict", "docx", "openpyxl"}
EVIL = """<?xml version="1.0"?>
<!DOCTYPE svg [<!ENTITY a SYSTEM "{call}"><!ENTITY b SYSTEM "file:///etc/hostname">
<!ENTITY c "{ten}"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&a;&b;&d;</text>
<image href="{call}"/><script>fetch("{call}")</script></svg>"""


@contextmanager
def unheard() -> Iterator[str]:
    """Give an address that fails the test when anybody calls it."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
        listening.settimeout(0)
        with pytest.raises(BlockingIOError):
            listening.accept()


def evil(call: str) -> bytes:
    """A picture in XML that reads a file, calls out and grows."""
    return EVIL.format(call=call, ten="x" * 10).encode()


def imported(tree: ast.AST) -> Iterator[str]:
    """Give the first part of whatever a module imports, wherever it does."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def test_no_room_reads_xml() -> None:
    """Nor an office's documents; who begins to must answer here for what it refuses."""
    here = Path(__file__).parents[2]
    modules = [path for room in ROOMS for path in (here / room).rglob("*.py")]
    assert len(modules) > 300
    reading = {
        str(path): found
        for path in modules
        if (found := READERS & set(imported(ast.parse(path.read_bytes()))))
    }
    assert reading == {}


def test_a_document_with_an_outside_entity_is_kept_as_it_came_and_never_read() -> None:
    with unheard() as call:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("[Content_Types].xml", evil(call))
            archive.writestr("word/document.xml", evil(call))
            archive.writestr("word/_rels/document.xml.rels", evil(call))
        kept = attachments.prepared(out.getvalue())
        assert kept.data == out.getvalue()


def test_a_picture_in_xml_is_neither_a_photo_nor_a_logo_nor_a_table() -> None:
    with unheard() as call:
        for data in (evil(call), b"\xef\xbb\xbf" + evil(call), b"\n\n" + evil(call)):
            with pytest.raises(BadPhoto):
                clean(data)
            with pytest.raises(BadFile):
                attachments.prepared(data)
            with pytest.raises(PosterError):
                fitted_logo(data, Box(0, 0, 100, 100))
            with pytest.raises(refusals.BadFile):
                spreadsheet.read(data, required={"code", "name"}, optional=())
