"""Load is shed by the door, the heaviest network first, and never while there is room."""

from collections import Counter
from pathlib import Path

import pytest
from aiohttp import FormData
from hypothesis import given
from hypothesis import strategies as st

from bot.pages.loads import Limits, Loads
from bot.pages.weighing import MOST_NETWORKS, Scale, Verdict
from tests.pages.house import Desk, House
from tests.pages.reader import visited
from tests.privacy.pictures import with_place


class Watch:
    """A clock of seconds that a test moves by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def sent(scale: Scale, network: str, times: int) -> Counter[Verdict]:
    return Counter(scale.weigh(lambda: network) for _ in range(times))


def test_nobody_is_shed_while_the_door_has_room() -> None:
    """A hall of three hundred behind one address sends ten times as much as its share."""
    scale = Scale(3_000, 300, clock=Watch())
    assert sent(scale, "hall", 3_000) == {Verdict.LET_IN: 3_000}


def test_a_flood_from_one_network_is_shed_and_a_hall_beside_it_is_not() -> None:
    """The flood fills the door by itself, and from then on it alone waits."""
    scale = Scale(3_000, 1_000, clock=Watch())
    assert sent(scale, "flood", 20_000)[Verdict.HEAVY] >= 17_000
    assert sent(scale, "hall", 1_000) == {Verdict.LET_IN: 1_000}
    assert sent(scale, "flood", 10) == {Verdict.HEAVY: 10}


def test_a_flood_from_everywhere_ends_at_three_times_what_the_door_takes() -> None:
    """Nobody sends much, and all together far too much: then whoever comes waits."""
    scale = Scale(1_000, 100, clock=Watch())
    verdicts = Counter(scale.weigh(lambda n=n: f"network {n}") for n in range(20_000))
    assert verdicts == {Verdict.LET_IN: 3_000, Verdict.FULL: 17_000}


def test_what_was_shed_is_let_in_again_after_a_span() -> None:
    """Half a span later half of it is forgotten; after two, all."""
    watch = Watch()
    scale = Scale(100, 10, seconds=60, clock=watch)
    sent(scale, "flood", 1_000)
    watch.seconds = 90
    assert sent(scale, "flood", 100)[Verdict.LET_IN] == 50
    watch.seconds = 240
    assert sent(scale, "flood", 100) == {Verdict.LET_IN: 100}


def test_what_is_kept_is_bounded() -> None:
    """However many networks come."""
    scale = Scale(1, 1, clock=Watch())
    for n in range(MOST_NETWORKS * 2):
        scale.weigh(lambda n=n: str(n))
    assert max(map(len, scale._sent)) <= MOST_NETWORKS


@given(st.lists(st.tuples(st.integers(0, 3), st.floats(0, 100)), max_size=200))
def test_whoever_sends_no_more_than_a_share_is_never_called_heavy(
    came: list[tuple[int, float]],
) -> None:
    """Whatever the others do, at whatever times."""
    watch = Watch()
    scale = Scale(20, 10, seconds=60, clock=watch)
    mine: list[float] = []
    for who, later in came:
        watch.seconds += later
        verdict = scale.weigh(lambda who=who: str(who))
        if who == 0:
            mine.append(watch.seconds)
            # A span that slides counts by estimate, so that no more than two spans matter.
            recent = [at for at in mine if watch.seconds - at <= 120]
            if len(recent) <= 10:
                assert verdict is not Verdict.HEAVY


def crowded(house: House, **limits: int) -> Loads:
    house.loads = Loads(Limits(**limits))
    return house.loads


async def test_who_is_shed_reads_a_kind_page_that_says_when_to_return(
    house: House, desk: Desk
) -> None:
    """In the reader's language, with the time, and nothing was stored."""
    crowded(house, pages_per_minute=2, address_per_minute=1)
    async with visited(house) as reader:
        seen = [await reader.scan(desk) for _ in range(3)]
        assert [one.status for one in seen] == [200, 200, 429]
        assert seen[-1].headers["Retry-After"] == "30"
        assert "quá nhiều lượt" in seen[-1].text
        english = await reader.get(f"/q/{desk.token}?lang=en")
        assert "go back and send it again" in english.text


async def test_forms_and_pages_are_doors_of_their_own(house: House, desk: Desk) -> None:
    """Whoever has the page can still tap when no more pages are opened."""
    crowded(house, pages_per_minute=1, address_per_minute=1)
    async with visited(house) as reader:
        seen = await reader.scan(desk)
        assert [(await reader.scan(desk)).status for _ in range(2)] == [200, 429]
        assert (await reader.send(desk, seen, level="5")).status == 200
    assert house.levels() == [5]


async def test_a_photo_too_many_is_left_out_and_the_rest_is_stored(
    house: House, desk: Desk
) -> None:
    """The words stay, and the citizen reads that the photo did not."""
    crowded(house, uploads_per_hour=1, address_uploads_per_hour=1)
    async with visited(house) as reader:
        for n in range(3):
            thanks = await reader.tap(desk, 4)
            seen = await reader.send(desk, thanks, photo=with_place(), comment=f"Lần {n}")
    assert "ảnh của ông/bà chưa được ghi" in seen.text
    assert house.comments() == ["Lần 0", "Lần 1", "Lần 2"]


@pytest.mark.parametrize("limits", [{"held": 1_000}, {"spare": 1 << 62}])
async def test_a_photo_without_room_is_read_past_and_the_words_are_stored(
    house: House, desk: Desk, tmp_path: Path, limits: dict[str, int]
) -> None:
    """Where memory or the disk has no room for it; what was held is given back."""
    house.loads = Loads(Limits(**limits), disk=tmp_path)
    async with visited(house) as reader:
        thanks = await reader.tap(desk, 4)
        form = FormData(thanks.page.fields)
        form.add_field("photo", with_place(), filename="../../a.jpg")
        form.add_field("comment", "Sau ảnh")
        seen = await reader.post(f"/q/{desk.token}", form)
    assert seen.status == 200
    assert "ảnh của ông/bà chưa được ghi" in seen.text
    assert house.comments() == ["Sau ảnh"]
    assert house.loads._held == 0


async def test_a_case_too_many_is_kept_on_the_page(house: House, desk: Desk) -> None:
    """What was written can be sent again with one press, once there is room."""
    crowded(house, cases_per_hour=1, address_cases_per_hour=1)
    async with visited(house) as reader:
        for expected in (200, 200, 503):
            told = await reader.get(f"/case/{desk.token}")
            fields = told.page.fields | {"choice": "report", "text": "Máy in hỏng"}
            checked = await reader.post(f"/case/{desk.token}", fields | {"step": "check"})
            answer = await reader.post(
                f"/case/{desk.token}", checked.page.fields | {"step": "send"}
            )
            assert answer.status == expected, answer.text
    assert answer.page.fields["text"] == "Máy in hỏng"
