"""The other language is one press away on every page, and what was typed comes along unsent."""

import pytest

from tests.pages.house import Desk, House
from tests.pages.reader import Reader, Seen
from tests.pages.test_more import picture


def offered(seen: Seen) -> list[str]:
    return [value for name, value in seen.page.buttons if name == "switch"]


async def switched(reader: Reader, desk: Desk, seen: Seen, **fields: str) -> Seen:
    """Press the header's button for English: it sends its own form, else the page's."""
    own = seen.page.above or {**seen.page.fields, **fields}
    return await reader.post(f"/q/{desk.token}", {**own, "switch": "en"})


async def test_after_the_tap_the_page_can_be_read_in_english(
    house: House, desk: Desk, reader: Reader
) -> None:
    """It is the same rating of the same visitor, though no cookie tells who that is."""
    thanks = await reader.tap(desk, 4)
    assert offered(thanks) == ["en"]
    english = await switched(reader, desk, thanks)
    assert english.status == 200
    assert "Recorded: Satisfied" in english.text
    assert ("html", {"lang": "en"}) in english.page.attributes
    assert offered(english) == ["vi"]
    await reader.send(desk, english, comment="Good")
    assert (house.levels(), house.comments()) == ([4], ["Good"])


async def test_what_was_filled_in_comes_along_and_is_not_sent(
    house: House, desk: Desk, reader: Reader
) -> None:
    """Whoever changes the language in the middle of a comment loses nothing."""
    thanks = await reader.tap(desk, 4)
    names = [str(a["name"]) for t, a in thanks.page.attributes if a.get("type") == "radio"]
    filled = {names[0]: "2", "comment": "</textarea><b>Chờ lâu"}
    english = await switched(reader, desk, thanks, **filled)
    assert english.page.checked == {names[0]: "2"}
    assert "</textarea><b>Chờ lâu" in english.text
    assert "b" not in english.page.tags
    assert (house.comments(), house.answers()) == ([], {})


async def test_a_chosen_photo_is_asked_for_again(house: House, desk: Desk, reader: Reader) -> None:
    """A page cannot hand a photo back, so it says so."""
    thanks = await reader.tap(desk, 4)
    english = await reader.send(desk, thanks, photo=picture(), switch="en")
    assert "choose the photo again" in english.text
    assert "Recorded: Satisfied" in english.text


@pytest.mark.parametrize("photo", [False, True])
async def test_the_last_page_says_the_same_in_english(
    house: House, desk: Desk, reader: Reader, photo: bool
) -> None:
    """All that was given is confirmed again."""
    thanks = await reader.tap(desk, 4)
    done = await reader.send(desk, thanks, photo=picture() if photo else None, comment="Tốt")
    assert offered(done) == ["en"]
    english = await switched(reader, desk, done)
    assert "How satisfied you were: Satisfied" in english.text
    assert "Your comment" in english.text
    assert ("A photo" in english.text) is photo
    assert house.comments() == ["Tốt"]


async def test_a_correction_in_english_corrects_the_same_rating(
    house: House, desk: Desk, reader: Reader
) -> None:
    """Without cookies as well: the levels that come back belong to the same visit."""
    thanks = await reader.tap(desk, 5)
    levels = await reader.send(desk, thanks, change="1")
    english = await switched(reader, desk, levels)
    assert offered(english) == ["vi"]
    await reader.send(desk, english, level="2")
    assert house.levels() == [2]


@pytest.mark.parametrize("asked", ["fr", "EN", "<b>", "en\u0000"])
async def test_an_unknown_language_changes_nothing(
    house: House, desk: Desk, reader: Reader, asked: str
) -> None:
    """A made-up value is answered in the reader's own language."""
    thanks = await reader.tap(desk, 4)
    seen = await reader.send(desk, thanks, switch=asked)
    assert seen.status == 200
    assert "Đã ghi: Hài lòng" in seen.text


async def test_a_page_that_was_never_ours_asks_for_a_level(desk: Desk, reader: Reader) -> None:
    """The button alone, without a visit, leads to the levels and records nothing."""
    seen = await reader.post(f"/q/{desk.token}", {"switch": "en"})
    assert seen.status == 422
    assert ("html", {"lang": "en"}) in seen.page.attributes
