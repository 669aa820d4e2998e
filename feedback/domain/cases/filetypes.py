"""Tells what a file is from its first bytes, never from its name. It opens no content."""

import io
import zipfile
from dataclasses import dataclass
from enum import StrEnum


class Medium(StrEnum):
    """What a person does with a file: looks, listens or reads."""

    PHOTO = "photo"
    VOICE = "voice"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class FileType:
    """A kind of file that can be kept."""

    mime: str
    medium: Medium
    ending: str


PHOTOS = frozenset({"image/jpeg", "image/png", "image/webp"})
"""Pictures that can be written anew, so that nothing but the picture is kept."""

# Nothing that a browser would run or follow: no page, no SVG, no script.
_HEADS = (
    (b"\xff\xd8\xff", FileType("image/jpeg", Medium.PHOTO, "jpg")),
    (b"\x89PNG\r\n\x1a\n", FileType("image/png", Medium.PHOTO, "png")),
    (b"OggS", FileType("audio/ogg", Medium.VOICE, "ogg")),
    (b"ID3", FileType("audio/mpeg", Medium.VOICE, "mp3")),
    (b"\xff\xfb", FileType("audio/mpeg", Medium.VOICE, "mp3")),
    (b"\xff\xf3", FileType("audio/mpeg", Medium.VOICE, "mp3")),
    (b"#!AMR", FileType("audio/amr", Medium.VOICE, "amr")),
    (b"%PDF-", FileType("application/pdf", Medium.DOCUMENT, "pdf")),
)
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD = FileType("application/msword", Medium.DOCUMENT, "doc")
# Names of a compound file's streams stand in UTF-16 (MS-CFB 2.6.1). Its head alone is also that of
# installers and of tables, and only its streams tell of macros (MS-OVBA 2.2.1).
_TEXT_STREAM = "WordDocument".encode("utf-16-le")
_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_WEBP = FileType("image/webp", Medium.PHOTO, "webp")
_M4A = FileType("audio/mp4", Medium.VOICE, "m4a")
_ENTRY = b"PK\x01\x02"
_MOST_ENTRIES = 5_000
"""Names that are listed of an archive; office documents have some dozens, or some hundreds."""
_OFFICE = "application/vnd.openxmlformats-officedocument"
_PACKED = {
    "word/": FileType(f"{_OFFICE}.wordprocessingml.document", Medium.DOCUMENT, "docx"),
    "xl/": FileType(f"{_OFFICE}.spreadsheetml.sheet", Medium.DOCUMENT, "xlsx"),
}


def known(data: bytes) -> FileType | None:
    """Tell the type of a file; None for what is not kept: programs, archives, pages, films."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _WEBP
    if data[4:8] == b"ftyp":
        # Films begin with the same box: only its brand tells that there is sound alone.
        return _M4A if data[8:11] == b"M4A" else None
    if data[:4] == b"PK\x03\x04":
        return _packed(data)
    if data.startswith(_COMPOUND):
        return _WORD if _TEXT_STREAM in data and _MACROS not in data else None
    return next((found for head, found in _HEADS if data.startswith(head)), None)


def ending(mime: str) -> str:
    """Give how the name of a kept file of this type ends; ``bin`` for one that is not known."""
    kinds = (*(found for _, found in _HEADS), _WORD, _WEBP, _M4A, *_PACKED.values())
    return next((found.ending for found in kinds if found.mime == mime), "bin")


def _packed(data: bytes) -> FileType | None:
    """Read the list of names of an office document; one with macros is none that is kept."""
    # Counted in the bytes: opening an archive that lists names without end fills memory.
    if data.count(_ENTRY) > _MOST_ENTRIES:
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return None
    if "[Content_Types].xml" not in names or any("vba" in name.lower() for name in names):
        return None
    return next(
        (found for folder, found in _PACKED.items() if any(n.startswith(folder) for n in names)),
        None,
    )
