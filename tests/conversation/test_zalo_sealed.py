"""What accuses someone is not taken where the office's people read along."""

import pytest

from bot.conversation.events import (
    Medium,
    Opened,
    Said,
    Sent,
)
from bot.conversation.state import Stage
from bot.conversation.turn import Pictured
from tests.conversation.world import FORM, World
from tests.conversation.zalo_chat import DESKS, chat, rated, text

BRIBED = "Họ đòi tôi 500 nghìn tiền bồi dưỡng"


@pytest.mark.parametrize("channel", ["zalo_oa", "zalo_bot"])
def test_who_chooses_to_tell_of_misconduct_is_handed_the_form(channel: str) -> None:
    world = World(channel=channel, desks=DESKS)
    for said in ("#K7M3Q9", "góp ý"):
        world.happen(Said(said))
    told = text(world, Said("3"))
    assert "đọc được cuộc trò chuyện này" in told
    assert FORM in told
    assert world.state.draft is None
    assert world.state.stage is Stage.RATING


@pytest.mark.parametrize(
    "before",
    [
        (),
        ("#K7M3Q9",),
        ("#K7M3Q9", "2"),
        ("#K7M3Q9", "2", "9", "9", "9"),
        ("#K7M3Q9", "góp ý"),
        ("#K7M3Q9", "góp ý", "1"),
        ("#K7M3Q9", "góp ý", "1", "Chờ lâu", "6"),
        ("góp ý", "1", "Chờ lâu", "6"),
        ("góp ý", "1", "Chờ lâu", "6", "9", "9", "9", "6", "theo dõi", "6"),
    ],
    ids=lambda before: "/".join(before) or "first",
)
def test_words_that_accuse_are_neither_kept_nor_filed(before: tuple[str, ...]) -> None:
    world = chat()
    for said in before:
        world.happen(Said(said))
    facts = list(world.facts)
    told = text(world, Said(BRIBED))
    assert FORM in told
    assert "không ghi lời đó" in told
    assert world.facts == facts
    assert "bồi dưỡng" not in (world.saved or "")


def test_a_code_beside_such_words_still_leads_to_its_desk() -> None:
    world = chat()
    assert FORM in text(world, Said(f"#K7M3Q9 {BRIBED}"))
    assert (world.state.stage, world.state.held) == (Stage.RATING, ())


@pytest.mark.parametrize("code", ["B2K96H", "#b2k96h", "mã #B2K96H ạ", "#NG2K7V", "46M86K"])
def test_a_code_that_reads_like_money_accuses_nobody(code: str) -> None:
    """Whether it leads to a desk or not: "2K" and "6K" are parts of codes."""
    world = chat()
    assert FORM not in text(world, Said(code))


def test_a_sum_of_money_is_no_code() -> None:
    assert FORM in text(chat(), Said("500nghìn"))


def test_a_round_telephone_number_is_no_money() -> None:
    world = chat()
    for said in ("góp ý", "1", "Chờ lâu", "6", "9", "Lan"):
        world.happen(Said(said))
    assert FORM not in text(world, Said("0912 000 000"))
    assert "0912 000 000" in world.messages[-1].text


def test_a_photo_with_such_words_beside_it_is_not_taken() -> None:
    world = rated()
    world.happen(Sent(Medium.PHOTO, "f", BRIBED))
    assert not any(isinstance(fact, Pictured) for fact in world.facts)


@pytest.mark.parametrize(
    "sent",
    [
        Sent(Medium.DOCUMENT, "f1", name="can_bo-doi_hoi_lo.2026.pdf"),
        Sent(Medium.LOCATION, place="Nơi cán bộ đòi tiền, 10.792312, 106.782065"),
    ],
    ids=("file", "place"),
)
def test_what_is_named_so_is_not_taken(sent: Sent) -> None:
    """The names of files and places are words too."""
    world = chat()
    for said in ("#K7M3Q9", "góp ý", "1", "Chờ lâu"):
        world.happen(Said(said))
    draft = world.state.draft
    assert FORM in text(world, sent)
    assert world.state.draft == draft


@pytest.mark.parametrize(
    "sent",
    [
        Sent(Medium.DOCUMENT, "f1", name="IMG_500000 (200k).pdf"),
        Sent(Medium.LOCATION, place="Quán 500k, 10.792312, 106.782065"),
    ],
    ids=("file", "place"),
)
def test_numbers_in_a_name_are_no_sum_of_money(sent: Sent) -> None:
    world = chat()
    for said in ("#K7M3Q9", "góp ý", "1", "Chờ lâu"):
        world.happen(Said(said))
    assert FORM not in text(world, sent)
    assert world.state.draft is not None
    assert world.state.draft.pieces or world.state.draft.location


def test_a_story_that_accuses_only_as_a_whole_is_let_go() -> None:
    world = chat()
    for said in ("#K7M3Q9", "góp ý", "1", "Cán bộ bảo tôi đưa"):
        world.happen(Said(said))
    told = text(world, Said("500 nghìn tiền bồi dưỡng mới làm"))
    assert FORM in told
    assert "bồi dưỡng" not in (world.saved or "")


def test_elsewhere_what_accuses_is_taken_and_sealed() -> None:
    world = World(channel="telegram")
    world.happen(Opened("K7M3Q9"))
    world.happen(Said("1"))
    assert FORM not in text(world, Said(BRIBED))
    assert any(hasattr(fact, "text") for fact in world.facts)


def test_what_cannot_be_read_before_any_desk_is_known_gets_the_form() -> None:
    """Whose every message is withheld could name no desk; the web takes what they have to say."""
    assert FORM in text(chat(), Sent(Medium.OTHER))
