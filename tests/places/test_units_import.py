"""A file of units is taken whole or refused whole, with every bad line."""

import unicodedata
from datetime import date

import pytest

from feedback.domain.roles import Role, Viewer
from feedback.services import places
from feedback.services.places.listing import units_on
from feedback.services.places.units_import import Imported, import_units
from feedback.services.refusals import BadFile, NotAllowed
from tests.places.conftest import Office

HEADER = "code,name,kind,parent_code,group,valid_from,valid_to\n"
TWO = HEADER + "P,Tỉnh P,province,,,2025-07-01,\nP-A,UBND phường A,ward,P,nhóm 1,2025-07-01,\n"


def problems(office: Office, text: str | bytes) -> str:
    with pytest.raises(BadFile) as refused:
        office.units(text)
    return str(refused.value)


def codes(office: Office, day: date = date(2026, 8, 12)) -> list[str]:
    return [one.version.code for one in office.look(lambda w: units_on(w, day))]


def test_units_are_stored_once_and_updated_by_code_and_first_day(either_office: Office) -> None:
    office = either_office
    assert office.units(TWO) == Imported(2, 0, 0)
    assert office.units(TWO) == Imported(0, 0, 2)
    unit = office.unit("P-A")
    assert office.units(TWO.replace("UBND phường A", "Phường An")) == Imported(0, 1, 1)
    assert office.unit("P-A") == unit
    assert office.look(lambda w: places.tree(w).name(unit, date(2026, 1, 1))) == "Phường An"


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + TWO,
        TWO.replace(",", ";"),
        TWO.replace("\n", "\r\n"),
        unicodedata.normalize("NFD", TWO),
        TWO.replace("2025-07-01", "1/7/2025"),
        TWO.replace("2025-07-01", "01/07/2025"),
        TWO.replace("ward", "PHUONG").replace("province", "Tỉnh"),
        "\n".join(TWO.splitlines()[i] for i in (0, 2, 1)),
        TWO + "\n,,,,,,\n",
    ],
    ids=["bom", "semicolon", "crlf", "nfd", "d/m", "dd/mm", "kinds by name", "order", "blank"],
)
def test_the_same_units_in_other_spellings_are_the_same(office: Office, text: str) -> None:
    office.units(TWO)
    assert office.units(text) == Imported(0, 0, 2)


def test_unknown_columns_are_ignored_with_a_warning(office: Office) -> None:
    done = office.units("code,name,kind,dân số\nA,Xã A,commune,1200\n")
    assert done.new == 1
    assert "dân số" in done.warnings[0]


def test_without_a_first_day_a_unit_is_there_from_the_two_level_order_on(office: Office) -> None:
    office.units("code,name,kind\nA,Xã A,commune\n")
    assert office.unit("A", date(2025, 7, 1)) == office.unit("A")
    assert office.units("code,name,kind\nA,Xã A mới,commune\n") == Imported(0, 1, 0)


def test_every_bad_line_is_named_and_nothing_is_stored(either_office: Office) -> None:
    office = either_office
    told = problems(
        office,
        HEADER
        + "A,Xã A,commune,,,2025-07-01,\n"
        + ",Không mã,commune,,,,\n"
        + "B,,commune,,,,\n"
        + "C,Xã C,village,,,,\n"
        + "D,Xã D,commune,NOWHERE,,,\n"
        + "E,Xã E,commune,,,45839,\n"
        + "F,Xã F,commune,,,2025-07-01,2025-01-01\n"
        + "A,Xã A lần nữa,commune,,,2025-07-01,\n"
        + "G@1,Xã G,commune,,,,\n",
    )
    numbers = [line.partition(":")[0] for line in told.splitlines()]
    assert numbers == [f"line {n}" for n in range(3, 11)]
    assert "NOWHERE" in told
    assert "line 2 already" in told
    assert codes(office) == []


def test_what_hangs_on_a_bad_line_is_not_blamed_for_it(office: Office) -> None:
    told = problems(office, HEADER + "P,Tỉnh P,provinz,,,,\nA,Xã A,commune,P,,,\n")
    assert told.splitlines() == [told]
    assert told.startswith("line 2")


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (TWO.encode("utf-16"), "UTF-16"),
        (TWO.encode("cp1258", "replace"), "not UTF-8"),
        (b"PK\x03\x04rest", "workbook"),
        (b"", "empty"),
        (b"code,name,kind\n", "no lines"),
        (b"code,name\nA,B\n", "'kind' is missing"),
        (b"code,code,name,kind\nA,A,B,commune\n", "2 times"),
        (b'code,name,kind\n"A,Xa,commune\n', "line"),
        (b"code,name,kind\nA,Xa\x00,commune\n", ""),
        (b"code,name,kind\n" + b"A" * 200_000 + b",x,commune\n", "field"),
    ],
)
def test_files_that_are_no_table_are_refused_kindly(office: Office, data: bytes, hint: str) -> None:
    if hint:
        assert hint in problems(office, data)
    else:
        assert office.units(data).new == 1


def test_a_cell_too_many_points_at_the_missing_quotes(office: Office) -> None:
    assert "quote the commas" in problems(office, "code,name,kind\nA,Xã A, B,commune\n")


def test_lines_that_do_not_fit_the_headings_hide_no_other_bad_line(office: Office) -> None:
    """Too many cells, too few, a bad kind, a stray quote: all of them at once, each on its line."""
    told = problems(
        office,
        "code,name,kind\n"
        "A,Xã A, B,commune\n"
        "B,Xã B,nothing\n"
        "C,Xã C\n"
        "D,Xã D,commune\n"
        ",Xã E,commune\n"
        'F,"Xã F" mới,commune\n',
    ).splitlines()
    assert [line.partition(":")[0] for line in told] == [f"line {n}" for n in (2, 3, 4, 6, 7)]
    assert "4 cells under 3 headings" in told[0]
    assert "2 cells under 3 headings" in told[2]
    assert "nothing after this" in told[4]
    assert codes(office) == []


def test_children_of_a_line_that_does_not_fit_are_not_blamed_for_it(office: Office) -> None:
    told = problems(office, "code,name,kind,parent_code\nP,Tỉnh P\nA,Xã A,commune,P\n")
    assert told.splitlines() == ["line 2: 2 cells under 4 headings; write empty cells too"]


def test_headings_without_a_name_need_no_cells(office: Office) -> None:
    assert office.units("code,name,kind,,\nA,Xã A,commune\nB,Xã B,commune,,\n").new == 2


def test_two_units_above_each_other_are_refused(office: Office) -> None:
    told = problems(
        office, HEADER + "A,Xã A,commune,B,,,\nB,Xã B,commune,A,,,\nC,Xã C,commune,C,,,\n"
    )
    assert "own parent" in told
    told = problems(office, HEADER + "A,Xã A,commune,B,,,\nB,Xã B,commune,A,,,\n")
    assert told.count("above itself") == 2


def test_a_cycle_through_stored_units_is_refused(office: Office) -> None:
    office.units(TWO)
    assert "above itself" in problems(office, HEADER + "P,Tỉnh P,province,P-A,,2026-01-01,\n")


def test_a_cycle_with_what_is_known_for_later_is_refused(office: Office) -> None:
    office.units(HEADER + "A,Xã A,commune,,,2025-07-01,\nB,Xã B,commune,,,2025-07-01,\n")
    office.units(HEADER + "B,Xã B,commune,A,,2026-06-01,\n")
    told = problems(office, HEADER + "A,Xã A,commune,B,,2026-01-01,\n")
    assert told == "line 2: A would be above itself on 2026-06-01"


def test_lost_zeros_are_pointed_out_never_guessed(office: Office) -> None:
    office.units(HEADER + "04,Tỉnh Cao Bằng,province,,,,\n01273,Phường Thục Phán,ward,04,,,\n")
    assert "zeros of 04" in problems(office, HEADER + "9,Xã X,commune,4,,,\n")
    assert "zeros of 01273" in problems(office, HEADER + "1273,Phường Thục Phán,ward,04,,,\n")
    assert "changed by a spreadsheet" in problems(office, HEADER + "1.2E+04,Xã X,commune,,,,\n")


def test_a_new_version_ends_the_one_before(office: Office) -> None:
    office.units(TWO)
    office.units(HEADER + "P-A,Phường An,ward,P,,2026-09-01,\n")
    tree = office.look(places.tree)
    first, second = tree.versions(office.unit("P-A"))
    assert (first.valid_to, second.valid_from) == (date(2026, 8, 31), date(2026, 9, 1))
    assert office.units(TWO) == Imported(0, 0, 2), "the open end of a file reopens nothing"


def test_an_end_on_the_first_day_of_the_next_version_means_the_day_before(office: Office) -> None:
    office.units(HEADER + "A,Xã A,commune,,,2025-07-01,2026-01-01\nA,Phường A,ward,,,2026-01-01,\n")
    tree = office.look(places.tree)
    assert [v.valid_to for v in tree.versions(office.unit("A"))] == [date(2025, 12, 31), None]


def test_versions_that_overlap_are_refused(office: Office) -> None:
    told = problems(
        office, HEADER + "A,Xã A,commune,,,2025-07-01,2026-03-01\nA,Phường A,ward,,,2026-01-01,\n"
    )
    assert "line 3" in told
    assert "cannot begin" in told


def test_a_version_may_be_put_between_two_that_are_stored(office: Office) -> None:
    office.units(HEADER + "A,Một,commune,,,2025-07-01,\nA,Ba,commune,,,2026-07-01,\n")
    office.units(HEADER + "A,Hai,commune,,,2026-01-01,\n")
    tree = office.look(places.tree)
    spans = [(v.name, v.valid_to) for v in tree.versions(office.unit("A"))]
    assert spans == [("Một", date(2025, 12, 31)), ("Hai", date(2026, 6, 30)), ("Ba", None)]


def test_what_changed_is_recorded_with_before_and_after(office: Office) -> None:
    office.units(TWO)
    office.units(TWO.replace("UBND phường A", "Phường An"))
    act, subject, before, after, reason = office.acts()[-2]
    assert (act, subject, reason) == ("unit changed", "P-A", "units.csv")
    assert "UBND phường A" in before
    assert "Phường An" in after


def test_a_supervisor_may_not_import_units(office: Office) -> None:
    office.units(TWO)
    chief = Viewer("chị Lan", Role.SUPERVISOR, office.unit("P-A"))
    with pytest.raises(NotAllowed):
        office.do(lambda w: import_units(w, chief, TWO.encode(), source="x"))
