"""The public sees units whose period was published, with all that a reader needs, and no more."""

from datetime import timedelta

import pytest

from bot.pages import visitor
from bot.pages.period_words import named, percent
from bot.runtime.housekeeping import IDLE
from bot.store.inbox import KEPT
from feedback.domain.channels import Channel, Source
from feedback.domain.days import local_day
from feedback.domain.given import Giver, LevelGiven
from feedback.domain.ids import DeskId, Person
from feedback.domain.periods import period
from feedback.domain.scale import Level
from feedback.services import intake, publishing
from feedback.services.places import desk_cards, tree
from feedback.store.work import Work
from tests.conftest import Hands
from tests.pages.house import OPERATOR, Desk, House
from tests.pages.reader import Reader, visited

TITLE = "Chỉ số hài lòng tại Bộ phận Một cửa"


def rate(
    house: House,
    desk: Desk,
    levels: dict[int, int],
    source: Source = Source.LIVE,
    days: int = 35,
    first: int = 0,
) -> None:
    """Store many ratings of a desk, a month ago, of persons numbered from ``first``."""
    wanted = [Level(level) for level, n in levels.items() for _ in range(n)]

    def store(work: Work) -> None:
        at = work.now - timedelta(days=days)
        card = desk_cards(work, {desk.id}, local_day(at))[desk.id]
        given = [
            LevelGiven(
                Giver(person(desk.id, n), desk.id, local_day(at)),
                card,
                level,
                at,
                Channel.WEB,
                "1",
                source=source,
            )
            for n, level in enumerate(wanted, first)
        ]
        intake.record(work, given)

    house.act(store)


def person(desk: DeskId, number: int) -> Person:
    return Person(f"{desk:08}{number:08}".encode())


def publish(house: House, name: str, unit: str = "P-A") -> None:
    def act(work: Work) -> None:
        found = tree(work).by_code(unit, local_day(work.now))
        publishing.publish(work, OPERATOR, period(name), found)

    house.act(act)


async def test_before_anything_is_published_the_page_says_so(
    house: House, desk: Desk, reader: Reader
) -> None:
    """Ratings alone show the public nothing."""
    rate(house, desk, {5: 100})
    seen = await reader.get("/")
    assert seen.status == 200
    assert TITLE in seen.text
    assert "Chưa có kỳ nào được công bố" in seen.text
    assert "100" not in seen.text


async def test_a_published_unit_shows_index_interval_and_counts(
    house: House, desk: Desk, reader: Reader
) -> None:
    """The figure stands with its interval, its n, its period, and what it cannot say."""
    rate(house, desk, {5: 60, 4: 30, 3: 5, 2: 3, 1: 2})
    publish(house, "2026-07")
    seen = await reader.get("/")
    for words in (
        TITLE,
        "UBND phường A",
        "90,00%",
        "82,56% đến 94,48%",
        "100 đánh giá",
        "Tháng 7 năm 2026",
        "01/07/2026",
        "may rủi",
        "không phải chỉ số SIPAS",
        "đơn vị của ngày đánh giá",
    ):
        assert words in seen.text, words
    assert "Quầy 3" not in seen.text


async def test_too_few_ratings_show_no_number(house: House, desk: Desk, reader: Reader) -> None:
    """Below thirty the public reads that there is not enough, and why."""
    rate(house, desk, {5: 29})
    publish(house, "2026-07")
    seen = await reader.get("/")
    assert "Chưa đủ số liệu" in seen.text
    assert "100,00" not in seen.text
    assert "29" not in seen.text


async def test_samples_are_marked(house: House, desk: Desk, reader: Reader) -> None:
    """Made-up figures are never taken for real ones."""
    rate(house, desk, {5: 50}, Source.SAMPLE)
    publish(house, "2026-07")
    seen = await reader.get("/")
    assert "MẪU" in seen.text
    assert "không phải ý kiến thật" in seen.text


async def test_periods_can_be_chosen_and_paged(
    house: House, desk: Desk, reader: Reader, clock: Hands
) -> None:
    """Older periods stay within reach; a wrong number shows the newest."""
    rate(house, desk, {5: 40})
    publish(house, "2026-07")
    publish(house, "2026-06")
    clock.move(minutes=1)
    seen = await reader.get("/")
    (older,) = [str(a["href"]) for a in seen.page.links if "period=" in str(a.get("href"))]
    assert "Tháng 7" in seen.text
    assert "Từ 01/06/2026 đến hết 30/06/2026" in (await reader.get(older)).text
    for query in ("?period=999", "?period=x&page=-1", "?page=99999999999", "?page=%C2%B2"):
        assert "100,00%" in (await reader.get(f"/{query}")).text


async def test_hundreds_of_units_are_paged_and_stay_light(house: House, reader: Reader) -> None:
    """A province's page is as light as a ward's, and shows each unit once."""
    lines = ["code,name,kind,parent_code,group,valid_from,valid_to"]
    lines += ["T,Tỉnh Thử,province,,,2025-07-01,"]
    lines += [f"X{n:03},Xã Số {n:03},commune,T,,2025-07-01," for n in range(90)]
    house.units("\n".join(lines) + "\n")
    for n in range(90):
        rate(house, house.desk("Quầy 1", f"X{n:03}"), {5: 20, 4: 15})
    publish(house, "2026-07", "T")
    found: list[str] = []
    for page in (1, 2, 3):
        seen = await reader.get(f"/?page={page}")
        assert len(seen.page.source.encode()) < 50_000
        assert f"Trang {page} trên 3" in seen.text
        found += [f"{n:03}" for n in range(90) if f"Xã Số {n:03}" in seen.text]
    assert sorted(found) == [f"{n:03}" for n in range(90)]


async def test_in_english_the_figures_are_written_as_english_does(
    house: House, desk: Desk, reader: Reader
) -> None:
    """A point for decimals, and the period in words."""
    rate(house, desk, {5: 60, 4: 30, 3: 10})
    publish(house, "2026-07")
    seen = await reader.get("/?lang=en")
    assert "90.00%" in seen.text
    assert "month 7 of 2026" in seen.text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("2026Q3", "Quý III năm 2026"),
        ("2026Q1@tt06", "Quý I năm 2026"),
        ("2026-07", "Tháng 7 năm 2026"),
        ("2026M12", "Tháng 12 năm 2026"),
        ("2026H1", "6 tháng đầu năm 2026"),
        ("2026", "Năm 2026"),
        ("2026-01-01..2026-01-05", "2026-01-01..2026-01-05"),
    ],
)
def test_a_period_is_named_as_people_say_it(name: str, words: str) -> None:
    """Names of periods are put into words."""
    assert named(name, "vi") == words


@pytest.mark.parametrize(
    ("points", "vi", "en"),
    [(9126, "91,26", "91.26"), (10_000, "100,00", "100.00"), (5, "0,05", "0.05")],
)
def test_percent_is_written_with_two_decimals(points: int, vi: str, en: str) -> None:
    """Basis points lose nothing."""
    assert (percent(points, "vi"), percent(points, "en")) == (vi, en)


async def test_the_privacy_page_names_who_is_responsible(house: House, reader: Reader) -> None:
    """Office, contact, law, times and rights stand there, in both languages."""
    seen = await reader.get("/privacy")
    for words in ("UBND phường Mẫu", "0225 000 000", "91/2025/QH15", "90 ngày", "20 ngày"):
        assert words in seen.text, words
    assert "Zalo" not in seen.text
    for words in (" 60 ngày", " 8 ngày", " 30 ngày"):
        assert words not in seen.text, "nothing of a messenger that is switched off"
    english = await reader.get("/privacy", headers={"Accept-Language": "en"})
    assert "Who is responsible" in english.text
    assert ("html", {"lang": "en"}) in english.page.attributes


@pytest.mark.parametrize(("language", "day"), [("vi", "ngày"), ("en", "days")])
async def test_the_privacy_page_names_what_a_messenger_leaves_behind(
    house: House, reader: Reader, language: str, day: str
) -> None:
    """Address, conversation and keys of messages, each with the time it is really kept."""
    house.telegram = "hailong_bot"
    seen = await reader.get(f"/privacy?lang={language}")
    for kept in (IDLE.days, KEPT.days, 30, visitor.LASTS.days):
        assert f" {kept} {day}" in seen.text


async def test_a_messenger_out_of_reach_is_still_told_of(house: House) -> None:
    """What it took in is kept all the same, by the same decision."""
    house.permission = "QĐ 12/QĐ-UBND"
    async with visited(house) as reader:
        assert house.permission not in (await reader.get("/privacy")).text
    house.switched_on = frozenset({"telegram"})
    async with visited(house) as reader:
        seen = await reader.get("/privacy")
    assert house.permission in seen.text
    assert "nước ngoài" in seen.text


async def test_a_running_period_moves_in_the_batches_that_the_office_set(
    house: House, desk: Desk
) -> None:
    """A higher floor holds for the public page too: those who are rated read it as well."""
    rate(house, desk, {5: 40}, days=3)
    rate(house, desk, {1: 10}, days=2, first=40)
    publish(house, f"{house.store.clock():%Y-%m}")
    shown = {}
    for house.floor in (5, 20):
        async with visited(house) as reader:
            shown[house.floor] = (await reader.get("/")).text
    assert "50 đánh giá" in shown[5]
    assert "40 đánh giá" in shown[20]
