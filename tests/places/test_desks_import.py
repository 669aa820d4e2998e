"""Desks come from a file with codes of their own, and keep them whatever is imported again."""

from collections.abc import Sequence

import pytest

from feedback.domain.questionnaire import Factor
from feedback.services import places
from feedback.services.codes import Use
from feedback.services.places import desk_codes, services_import
from feedback.services.places.desk_codes import NoCodeLeft
from feedback.services.places.desks_import import import_desks, understand
from feedback.services.places.units_import import Imported
from feedback.services.refusals import BadFile, NotFound
from feedback.store.codes import CodeState
from tests.places.conftest import Office

UNITS = "code,name,kind\nA,UBND phường A,ward\nB,UBND xã B,commune\n"
DESKS = """unit_code,name,service_codes,languages
B,Quầy 2,HOTICH|CHUNGTHUC,vi|en
A,Quầy 1,"HOTICH, DATDAI",vi
B,Quầy 1,,
"""


@pytest.fixture
def ready(either_office: Office) -> Office:
    either_office.units(UNITS)
    either_office.do(services_import.load_shipped)
    return either_office


def test_each_desk_gets_a_token_and_a_code_in_the_order_of_the_file(ready: Office) -> None:
    assert ready.desks(DESKS) == Imported(3, 0, 0)
    rows = ready.listed()
    assert [(r.unit_code, r.card.name) for r in rows] == [
        ("B", "Quầy 2"), ("A", "Quầy 1"), ("B", "Quầy 1"),
    ]  # fmt: skip
    assert {row.state for row in rows} == {CodeState.ACTIVE}
    assert len({row.code.short_code for row in rows} | {row.code.token for row in rows}) == 6
    for row in rows:
        assert ready.codes.read(Use.DESK, row.code.token) == row.code.serial
        assert ready.codes.find(row.code.short_code) == row.code.short_code


def test_importing_again_keeps_codes_and_changes_only_what_changed(ready: Office) -> None:
    ready.desks(DESKS)
    before = [row.code.token for row in ready.listed()]
    assert ready.desks(DESKS) == Imported(0, 0, 3)
    changed = DESKS.replace("HOTICH|CHUNGTHUC,vi|en", "TRAKQ,vi en")
    assert ready.desks(changed + "A,Quầy 9,,\n") == Imported(1, 1, 2)
    assert [row.code.token for row in ready.listed()][:3] == before
    assert [row.card.name for row in ready.listed()][-1] == "Quầy 9"


def test_services_say_which_factors_a_desk_may_ask_about(ready: Office) -> None:
    ready.desks("unit_code,name,service_codes\nA,Trả,TRAKQ\nA,Nhận,HOTICH DATDAI\nA,Không rõ,\n")
    giving, taking, unknown = (row.card for row in ready.listed())
    assert Factor.RESULT in giving.factors
    assert giving.service > 0
    assert Factor.RESULT not in taking.factors
    assert taking.service == 0
    assert unknown.factors == frozenset()


def test_an_unknown_service_is_made_with_a_warning(ready: Office) -> None:
    done = ready.desks("unit_code,name,service_codes\nA,Quầy 1,LẠ|LẠ\n")
    assert len(done.warnings) == 1
    assert "'LẠ'" in done.warnings[0]
    assert ready.listed()[0].card.service > 0


def test_every_bad_line_is_named_and_nothing_is_stored(ready: Office) -> None:
    text = (
        "unit_code,name,service_codes,languages\n"
        "A,Quầy 1,,\n"
        "A,,,\n"
        "X,Quầy 1,,\n"
        "A,Quầy 3,,tiếng\n"
        "A,Quầy 1,,\n"
    )
    with pytest.raises(BadFile) as refused:
        ready.desks(text)
    told = str(refused.value).splitlines()
    assert [line.partition(":")[0] for line in told] == ["line 3", "line 4", "line 5", "line 6"]
    assert ready.listed() == []


def test_lines_that_do_not_fit_the_headings_hide_no_other_bad_line(ready: Office) -> None:
    """Nor does a language that nobody is addressed in pass as one."""
    text = (
        "unit_code,name,service_codes,languages\n"
        "A,Quầy 1,HOTICH,DATDAI,vi\n"
        "A,Quầy 2,,vi|en\n"
        "A,Quầy 3,,fr\n"
        "A,Quầy 4\n"
        "X,Quầy 5,,vi\n"
    )
    with pytest.raises(BadFile) as refused:
        ready.desks(text)
    told = refused.value.problems
    assert [line.partition(":")[0] for line in told] == ["line 2", "line 4", "line 5", "line 6"]
    assert "'fr' is unknown; known are vi, en" in told[1]
    assert ready.listed() == []


def test_bad_lines_of_services_are_told_all_at_once(ready: Office) -> None:
    text = b"code,name_vi,factors\nA,T\xc3\xaan,staff,luck\nB,B,luck\nC\nD,D,staff\n"
    before = ready.look(services_import.listed)
    with pytest.raises(BadFile) as refused:
        ready.do(lambda w: services_import.import_services(w, ready.operator, text, source="s.csv"))
    told = refused.value.problems
    assert [line.partition(":")[0] for line in told] == ["line 2", "line 3", "line 4"]
    assert ready.look(services_import.listed) == before


def test_a_unit_of_the_past_is_refused_with_its_successor(ready: Office) -> None:
    ready.merge(["A"], "B", ready.clock().date())
    with pytest.raises(BadFile, match="now it is B"):
        ready.desks("unit_code,name\nA,Quầy 1\n")


class Miserly:
    """Codes that draw from a short list, to meet the same one again."""

    kid = "k1"

    def __init__(self, shorts: Sequence[str]) -> None:
        self._shorts = list(shorts)
        self._drawn = 0

    def mint(self, use: Use, serial: int) -> str:
        return f"t{serial}"

    def read(self, use: Use, token: str) -> int:
        return int(token[1:])

    def short(self) -> str:
        self._drawn += 1
        return self._shorts[self._drawn % len(self._shorts)]

    def find(self, text: str) -> str | None:
        return text if text in self._shorts else None


def test_a_short_code_that_any_desk_ever_had_is_drawn_again(ready: Office) -> None:
    ready.desks(DESKS)
    desk = ready.listed()[0].card.id
    used = ready.listed()[0].code.short_code
    fresh = ready.do(lambda w: desk_codes.issue(w, Miserly([used, used, "NEWONE"]), [desk]))
    assert fresh[0].short_code == "NEWONE"
    with pytest.raises(NoCodeLeft):
        ready.do(lambda w: desk_codes.issue(w, Miserly([used, "NEWONE"]), [desk]))


def test_a_desk_is_named_by_code_or_by_unit_and_name(ready: Office) -> None:
    ready.desks(DESKS)
    row = ready.listed()[1]
    assert ready.desk("a/quay 1".replace("a/", "A/")) == row.card.id
    assert ready.desk(row.code.short_code.lower()) == row.card.id
    assert ready.desk(f"#{row.code.short_code}") == row.card.id
    with pytest.raises(NotFound, match="Quầy 1"):
        ready.desk("A/Quầy 7")


def test_the_desks_of_a_unit_are_listed_in_their_order(ready: Office) -> None:
    ready.desks(DESKS)
    unit = ready.unit("B")
    found = ready.look(lambda w: places.desks_of(w, unit))
    assert [card.name for card in found] == ["Quầy 2", "Quầy 1"]
    assert all(card.token for card in found)


def test_what_was_understood_before_a_change_is_read_again(ready: Office) -> None:
    """Another import came between: nothing is made twice, and nobody's code is changed."""
    data = DESKS.encode()
    ahead = ready.look(lambda w: understand(w, ready.codes, data))
    ready.desks("unit_code,name\nB,Quầy 1\n")
    before = ready.listed()[0].code.token
    done = ready.do(
        lambda w: import_desks(w, ready.operator, ready.codes, data, source="d.csv", ahead=ahead)
    )
    assert done == Imported(2, 0, 1)
    assert len(ready.listed()) == 3
    assert ready.listed()[0].code.token == before


def test_what_still_holds_is_taken_as_it_was_understood(ready: Office) -> None:
    """The codes that were drawn ahead are those that the desks get."""
    data = DESKS.encode()
    ahead = ready.look(lambda w: understand(w, ready.codes, data))
    ready.do(
        lambda w: import_desks(w, ready.operator, ready.codes, data, source="d.csv", ahead=ahead)
    )
    assert [row.code.token for row in ready.listed()] == [token for _, token in ahead.codes.signed]


def test_desks_that_changed_alike_are_named_together_in_the_record(ready: Office) -> None:
    ready.desks(DESKS)
    ready.desks(DESKS.replace("vi|en", "vi").replace("B,Quầy 1,,", "B,Quầy 1,,vi"))
    changed = [act for act in ready.acts() if act[0] == "desk changed"]
    assert sorted(act[1] for act in changed) == ["desk 1 Quầy 2", "desk 3 Quầy 1"]
    ready.desks("unit_code,name,languages\nA,Quầy 1,en\nB,Quầy 1,en\n")
    ready.desks("unit_code,name,languages\nA,Quầy 1,vi\nB,Quầy 1,vi\n")
    (last,) = [act for act in ready.acts() if act[0] == "desk changed"][-1:]
    assert last[1] == "desk 2 Quầy 1; desk 3 Quầy 1"
    assert last[2:] == ("services (), ('en',)", "services (), ('vi',)", "desks.csv")
