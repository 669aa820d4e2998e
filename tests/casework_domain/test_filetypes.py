"""What kind of file came, told by its bytes alone; nothing that could run is kept."""

import pytest

from feedback.domain.cases.filetypes import Medium, known

_HEAD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def compound(*streams: str) -> bytes:
    """Write the head and the names of a compound file, as its directory holds them."""
    return _HEAD + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams)


def test_a_text_of_the_old_word_is_a_document() -> None:
    found = known(compound("Root Entry", "1Table", "WordDocument"))
    assert found is not None
    assert (found.medium, found.ending) == (Medium.DOCUMENT, "doc")


@pytest.mark.parametrize(
    "streams",
    [
        ("Root Entry", "WordDocument", "Macros", "VBA", "_VBA_PROJECT"),
        ("Root Entry", "Workbook"),
        ("Root Entry", "_VBA_PROJECT_CUR", "Workbook"),
        ("Root Entry", "SummaryInformation", "!_StringPool"),
        (),
    ],
)
def test_macros_tables_and_installers_with_the_same_head_are_not(streams: tuple[str, ...]) -> None:
    """One head serves .doc, .xls and .msi; the names of its streams tell which it is."""
    assert known(compound(*streams)) is None
