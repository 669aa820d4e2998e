"""Where a poster's code leads: its desk, the desk that took over, or a kind answer."""

import pytest

from feedback.domain.ids import RatingId
from feedback.services.codes import Use
from feedback.services.places import desk_acts
from feedback.services.visits import open_visit
from feedback.store.tables import facts
from tests.pages.house import OPERATOR, Desk, House
from tests.pages.reader import Reader


async def test_a_typed_code_leads_to_the_desks_own_address(desk: Desk, reader: Reader) -> None:
    """The address on the poster in plain letters is the same page."""
    seen = await reader.get(f"/{desk.code}", allow_redirects=False)
    assert seen.status == 303
    assert seen.headers["Location"] == f"/q/{desk.token}"
    assert desk.name in (await reader.get(f"/{desk.code}")).text


@pytest.mark.parametrize(
    "spelled",
    [
        "{lower}",
        "%23{code}",
        "{spaced}",
        "{code}.",
        "%E2%80%8B{lower}",
        "{dashed}",
        "{long_dashed}",
        "{dotted}",
        "{code}/",
        "/{lower}",
        "{dashed}//?lang=en",
    ],
)
async def test_a_code_is_found_however_it_is_typed(
    desk: Desk, reader: Reader, spelled: str
) -> None:
    """Case, spaces, the sign and what a keyboard adds are forgiven."""
    code = desk.code
    typed = spelled.format(
        code=code,
        lower=code.lower(),
        spaced=f"{code[:3]}%20{code[3:]}",
        dashed=f"{code[:3]}-{code[3:]}",
        long_dashed=f"{code[:3]}%E2%80%93{code[3:]}",
        dotted=f"{code[:3]}.{code[3:]}",
    )
    assert (await reader.get(f"/{typed}")).status == 200


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/T", "/t"),
        ("/t/", "/t"),
        ("/Privacy/?lang=en", "/privacy?lang=en"),
        ("/case/k1.AAA/", "/case/k1.AAA"),
    ],
)
async def test_a_slip_of_the_hand_leads_to_the_one_address(
    reader: Reader, typed: str, meant: str
) -> None:
    """Every page has one address of ours, and nothing is kept."""
    seen = await reader.get(typed, allow_redirects=False)
    assert (seen.status, seen.headers["Location"]) == (303, meant)
    assert seen.headers["Cache-Control"] == "no-store"


async def test_an_address_that_leads_nowhere_is_not_sent_round(reader: Reader) -> None:
    """What is no slip gets the kind page at once; a stranger's name never becomes an address."""
    for path in ("/nothing", "/T/more", "//elsewhere.example/", "/%5Celsewhere.example/", "/q//"):
        assert (await reader.get(path, allow_redirects=False)).status == 404


async def test_a_typed_code_keeps_the_language(desk: Desk, reader: Reader) -> None:
    """Whoever asked for English gets English after the redirect."""
    assert "How satisfied were you?" in (await reader.get(f"/{desk.code}?lang=en")).text


async def test_head_answers_as_get_does(desk: Desk, reader: Reader) -> None:
    """Checkers of links are told the truth."""
    assert await reader.head(f"/q/{desk.token}") == 200
    assert await reader.head("/q/nothing") == 404


async def test_scanning_alone_stores_nothing(house: House, desk: Desk, reader: Reader) -> None:
    """Only a tap is a rating."""
    await reader.scan(desk)
    await reader.head(f"/q/{desk.token}")
    assert house.levels() == []


@pytest.mark.parametrize("end", ["A", "", "AA"])
async def test_a_forged_token_gets_a_kind_page(desk: Desk, reader: Reader, end: str) -> None:
    """The page warns of pasted codes, and offers no form."""
    last = "B" if desk.token.endswith("A") else end or ""
    seen = await reader.get(f"/q/{desk.token[:-1]}{last}")
    assert seen.status == 404
    assert "không phải của chúng tôi" in seen.text
    assert "mã OTP" in seen.text
    assert "form" not in seen.page.tags


async def test_a_genuine_token_of_no_desk_is_not_called_forged(
    house: House, reader: Reader
) -> None:
    """An office that lost its desk is not accused of fraud."""
    seen = await reader.get(f"/q/{house.codes.mint(Use.DESK, 987_654)}")
    assert seen.status == 404
    assert "không tìm thấy mã này" in seen.text


async def test_a_revoked_code_says_so(house: House, desk: Desk, reader: Reader) -> None:
    """Nobody is left with a dead page, and nothing can be stored for it."""
    opened = await reader.scan(desk)
    house.act(lambda work: desk_acts.revoke(work, OPERATOR, desk.code, "dán đè"))
    seen = await reader.scan(desk)
    assert seen.status == 404
    assert "không còn dùng nữa" in seen.text
    assert (await reader.send(desk, opened, level="5")).status == 404
    assert house.levels() == []


async def test_a_reissued_code_leads_to_its_desk_and_says_why(
    house: House, desk: Desk, reader: Reader
) -> None:
    """An old poster still serves."""
    house.act(lambda work: desk_acts.reissue(work, OPERATOR, house.codes, [desk.id], "mất bảng"))
    seen = await reader.scan(desk)
    assert seen.status == 200
    assert "không còn dùng nữa" in seen.text
    assert desk.name in seen.text
    await reader.send(desk, seen, level="4")
    assert house.levels() == [4]


async def test_a_moved_code_leads_to_the_desk_that_took_over(
    house: House, desk: Desk, reader: Reader
) -> None:
    """The page of the successor says what the poster still shows, and rates the successor."""
    heir = house.desk("Quầy 9")
    house.act(lambda work: desk_acts.move_to_desk(work, OPERATOR, desk.id, heir.id, "gộp quầy"))
    seen = await reader.scan(desk)
    assert seen.status == 200
    assert "Quầy 9" in seen.text
    assert f"trước đây là của {desk.name}" in seen.text
    await reader.send(desk, seen, level="3")
    assert [row.desk_id for row in house.rows(facts.rating)] == [heir.id]


async def test_a_page_opened_before_a_move_asks_again(
    house: House, desk: Desk, reader: Reader
) -> None:
    """A tap meant for one desk is never counted for another without asking."""
    heir = house.desk("Quầy 9")
    opened = await reader.scan(desk)
    house.act(lambda work: desk_acts.move_to_desk(work, OPERATOR, desk.id, heir.id, "gộp quầy"))
    asked = await reader.send(desk, opened, level="5")
    assert asked.status == 422
    assert house.levels() == []
    await reader.send(desk, asked, level="5")
    assert [row.desk_id for row in house.rows(facts.rating)] == [heir.id]


async def test_the_code_of_a_visit_leads_to_its_desk(
    house: House, desk: Desk, reader: Reader
) -> None:
    """Typed as an address instead of in a messenger, it opens the desk's own page."""
    await reader.tap(desk, 5)
    identity = RatingId(house.rows(facts.rating)[0].id)
    code = house.act(lambda work: open_visit(work, house.codes, identity, desk.id))
    for path in (f"/{code.short}", f"/q/{code.token}"):
        seen = await reader.get(path, allow_redirects=False)
        assert seen.headers["Location"] == f"/q/{desk.token}"


@pytest.mark.parametrize(
    "path", ["/nothing", "/q", "/q/", "/q/a/b", "/wp-login.php", "/%00", "/q/%00", "/q/..%2f", "/ "]
)
async def test_an_unknown_address_gets_a_kind_page(reader: Reader, path: str) -> None:
    """Whatever is asked for, the answer is a page with a way on."""
    seen = await reader.get(path)
    assert seen.status == 404
    assert any(link.get("href") == "/" for link in seen.page.links)


async def test_a_desk_marked_as_sample_says_so(house: House, reader: Reader) -> None:
    """Nobody takes the sample office for a real one."""
    sample = house.desk("Quầy mẫu", sample=True)
    seen = await reader.scan(sample)
    assert "MẪU" in seen.text
    assert "MẪU" in (await reader.send(sample, seen, level="5")).text
