"""The tree opens, closes, finds and remembers."""

from hypothesis import given
from hypothesis import strategies as st

from admin_tui.branches import Branches
from admin_tui.reading import Node
from feedback.domain.ids import UnitId
from tests.admin_tui.office import fig

_FIG = fig(0, 0, 0, 1, 1)


def _node(unit: int, parent: int | None, name: str = "") -> Node:
    above = None if parent is None else UnitId(parent)
    return Node(UnitId(unit), above, f"{unit:05}", name or f"Xã {unit}", False, _FIG)


def _province() -> Branches:
    tree = Branches()
    tree.take(
        [
            _node(1, None, "Tỉnh Quảng Ngãi"),
            _node(2, 1, "Xã Thanh Bồng"),
            _node(3, 1, "Xã Đông Trà Bồng"),
            _node(4, 2, "Bộ phận Một cửa"),
            _node(5, 1, "Phường Hoà Bình"),
        ]
    )
    return tree


def test_a_lone_root_is_open_and_what_lies_deeper_is_not() -> None:
    assert [row.node.unit for row in _province().rows] == [1, 2, 3, 5]


def test_a_closed_branch_hides_all_below_it() -> None:
    tree = _province()
    tree.set_open(UnitId(1), False)
    assert [row.node.unit for row in tree.rows] == [1]


def test_what_was_open_stays_open_when_figures_are_read_anew() -> None:
    tree = _province()
    tree.set_open(UnitId(2), True)
    tree.take([row.node for row in tree.rows])
    assert [row.depth for row in tree.rows] == [0, 1, 2, 1, 1]


def test_revealing_opens_everything_above() -> None:
    tree = _province()
    tree.set_open(UnitId(1), False)
    place = tree.reveal(UnitId(4))
    assert place is not None
    assert tree.rows[place].node.name == "Bộ phận Một cửa"
    assert tree.path(UnitId(4)) == ("Tỉnh Quảng Ngãi", "Xã Thanh Bồng")


def test_a_depth_opens_that_many_levels() -> None:
    tree = _province()
    tree.open_to(3)
    assert len(tree.rows) == 5
    tree.open_to(1)
    assert len(tree.rows) == 1


def test_a_name_is_found_without_marks_and_wherever_the_tone_stands() -> None:
    tree = _province()
    assert [node.name for node in tree.search("thanh bong")] == ["Xã Thanh Bồng"]
    assert [node.name for node in tree.search("hòa bình")] == ["Phường Hoà Bình"]
    assert [node.name for node in tree.search("DONG TRA")] == ["Xã Đông Trà Bồng"]
    assert [node.unit for node in tree.search("00004")] == [4]
    assert tree.search("  ") == []
    assert tree.search("không có") == []


def test_a_unit_whose_parent_is_not_shown_stands_at_the_top() -> None:
    tree = Branches()
    tree.take([_node(7, 99)])
    assert [row.depth for row in tree.rows] == [0]


@given(st.lists(st.integers(0, 30), min_size=1, max_size=30), st.data())
def test_every_unit_can_be_revealed(parents: list[int], data: st.DataObject) -> None:
    nodes = [_node(1, None)]
    nodes += [_node(n, 1 + parent % (n - 1)) for n, parent in enumerate(parents, 2)]
    tree = Branches()
    tree.take(nodes)
    wanted = data.draw(st.sampled_from(nodes))
    place = tree.reveal(wanted.unit)
    assert place is not None
    assert tree.rows[place].node == wanted
