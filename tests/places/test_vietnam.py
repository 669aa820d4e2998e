"""The national tree as it ships: complete, with its known events, and safe to load again."""

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from feedback.domain.units import EventKind
from feedback.services import places
from feedback.services.places.listing import units_on
from feedback.services.places.lookup import FoundUnit
from feedback.services.places.units_import import Imported
from feedback.services.places.vietnam import load_vietnam
from feedback.services.refusals import NotFound
from feedback.store.engine import open_engine
from feedback.store.vault import Vault
from feedback.store.work import Store
from tests.conftest import Hands
from tests.places.conftest import Office

NOON = datetime(2026, 8, 12, 5, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def country_file(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory, vault: Vault
) -> Path:
    """The country, loaded once; each test works on a copy of its own."""
    path = tmp_path_factory.mktemp("country") / "country.db"
    shutil.copyfile(sqlite_template, path)
    with opened(path, vault, NOON) as office:
        office.do(lambda w: load_vietnam(w, office.operator))
        with office.store.engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


@pytest.fixture
def country(country_file: Path, tmp_path: Path, vault: Vault) -> Iterator[Office]:
    path = tmp_path / "country.db"
    shutil.copyfile(country_file, path)
    with opened(path, vault, NOON) as office:
        yield office


@contextmanager
def opened(path: Path, vault: Vault, now: datetime) -> Iterator[Office]:
    clock = Hands(now)
    store = Store(open_engine(f"sqlite:///{path}"), vault, clock)
    yield Office(store, clock)
    store.close()


def kinds_on(office: Office, day: date) -> Counter[str]:
    return Counter(one.version.kind for one in office.look(lambda w: units_on(w, day)))


def found(office: Office, text: str, on: date | None = None) -> list[FoundUnit]:
    return office.look(lambda w: places.find_units(w, text, on))


def test_the_whole_country_on_each_side_of_its_events(country: Office) -> None:
    before = kinds_on(country, date(2025, 7, 1))
    assert (before["province"], before["city"]) == (28, 6)
    july = kinds_on(country, date(2026, 7, 31))
    assert (july["province"], july["city"]) == (27, 7)
    assert (july["commune"], july["ward"], july["special_zone"]) == (2611, 697, 13)
    after = kinds_on(country, date(2026, 9, 20))
    assert (after["province"], after["city"]) == (25, 9)
    assert (after["commune"], after["ward"]) == (2599, 709)
    assert sum(before.values()) == sum(july.values()) == sum(after.values()) == 34 + 3321


def test_bac_ninh_is_retyped_and_keeps_its_code_and_identity(country: Office) -> None:
    tree = country.look(places.tree)
    for code in ("24", "07294", "07375", "07399", "07444", "07840", "09193", "09292", "09313",
                 "09319", "09454", "09475", "09496"):  # fmt: skip
        unit = country.unit(code, date(2026, 9, 19))
        assert unit == country.unit(code, date(2026, 9, 20))
        first, second = tree.versions(unit)
        assert first.kind != second.kind
        assert first.name.split(maxsplit=1)[1] in second.name
        assert second.basis.startswith("NQ 3")
        assert [event.kind for event in tree.events_of(unit)] == [EventKind.RETYPE]
    dong_nai = country.unit("75", date(2026, 4, 29))
    assert tree.name(dong_nai, date(2026, 4, 29)) == "Tỉnh Đồng Nai"
    assert tree.name(dong_nai, date(2026, 4, 30)) == "Thành phố Đồng Nai"


def test_loading_again_changes_nothing(country: Office) -> None:
    events = len(country.look(places.tree).events)
    again = country.do(lambda w: load_vietnam(w, country.operator))
    assert again == Imported(0, 0, 3370)
    assert len(country.look(places.tree).events) == events == 15


def test_loading_again_leaves_what_an_office_recorded(country: Office) -> None:
    country.merge(["21124"], "21115", date(2026, 8, 1))
    country.do(lambda w: load_vietnam(w, country.operator))
    tree = country.look(places.tree)
    gone = country.unit("21124@2026-07-31")
    assert tree.version(gone, date(2026, 8, 12)) is None
    assert tree.successors_on(gone, date(2026, 8, 12)) == (country.unit("21115"),)


def test_one_province_is_that_and_its_communes(either_office: Office) -> None:
    done = either_office.do(lambda w: load_vietnam(w, either_office.operator, "24"))
    assert done.new == 1 + 99 + 13
    assert {
        one.parent_code for one in either_office.look(lambda w: units_on(w, date(2026, 8, 1)))
    } == {"", "24"}


def test_an_unknown_province_is_refused_with_the_list(office: Office) -> None:
    with pytest.raises(NotFound, match="24 Tỉnh Bắc Ninh"):
        office.do(lambda w: load_vietnam(w, office.operator, "1"))
    with pytest.raises(NotFound, match="75 Thành phố Đồng Nai"):
        office.do(lambda w: load_vietnam(w, office.operator, "1"))
    office.on(date(2026, 9, 20))
    with pytest.raises(NotFound, match="24 Thành phố Bắc Ninh"):
        office.do(lambda w: load_vietnam(w, office.operator, "1"))


@pytest.mark.parametrize("text", ["Trà Lâm", "tra lam", "XA TRA LAM", "xã Trà Lâm"])
def test_tra_lam_of_the_plan_is_found_where_it_is_now(country: Office, text: str) -> None:
    assert [(u.code, u.name, u.formerly) for u in found(country, text)][:1] == [
        ("21124", "Xã Thanh Bồng", "Xã Trà Lâm")
    ]


def test_a_name_that_several_had_leads_to_all_its_successors(country: Office) -> None:
    codes = [unit.code for unit in found(country, "Phường Hiệp Thành")]
    assert codes[0] == "31840"
    assert {"26782", "25747", "25750"} <= set(codes)


def test_both_ways_to_place_a_tone_find_the_same(country: Office) -> None:
    assert found(country, "Khánh Hoà") == found(country, "Khánh Hòa")
    assert found(country, "khanh hoa")[0].code == "56"


def test_a_name_from_before_a_retype_is_found_after_it(country: Office) -> None:
    units = found(country, "Xã Bố Hạ", date(2026, 10, 1))
    assert [(u.code, u.name, u.formerly) for u in units] == [("07294", "Phường Bố Hạ", "Xã Bố Hạ")]


@pytest.mark.parametrize("text", ["", "%", "_", "!", "\x00", "' OR 1=1", "x" * 5000])
def test_hostile_searches_find_nothing(country: Office, text: str) -> None:
    assert found(country, text) == []
