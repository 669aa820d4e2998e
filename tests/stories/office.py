"""The office of the stories: a province, two communes with desks, and whoever of the staff is told."""

from dataclasses import dataclass, field

from feedback.domain.days import local_day
from feedback.domain.ids import DeskId, StaffId, UnitId
from feedback.domain.roles import Role, Viewer
from feedback.services import sittings
from feedback.services.places import unit_id
from feedback.store import staff
from feedback.store.work import Store, Work
from tests.pages.house import OPERATOR, Desk, House

_UNITS = """code,name,kind,parent_code,group,valid_from,valid_to
TINH,UBND tỉnh B,province,,,2025-07-01,
AB,UBND xã An Bình,commune,TINH,,2025-07-01,
BH,UBND xã Bình Hòa,commune,TINH,,2025-07-01,
"""
_DESKS = (("Quầy 1", "AB"), ("Quầy 2", "AB"), ("Quầy 3", "BH"))


@dataclass
class Office:
    """Its desks by name, its staff by name, and its units by code."""

    desks: dict[str, Desk] = field(default_factory=dict)
    staff: dict[str, Viewer] = field(default_factory=dict)
    units: dict[str, UnitId] = field(default_factory=dict)

    def meet(self, work: Work) -> None:
        """Get to know the staff as they are enrolled by now."""
        self.staff = {
            one.name: Viewer(one.name, one.role, one.unit, StaffId(one.id))
            for one in staff.everyone(work)
        }

    def viewer(self, name: str) -> Viewer:
        """Give someone of the staff, or the operator of the commands."""
        return OPERATOR if name == "operator" else self.staff[name]


def opened(store: Store, people: dict[str, str]) -> Office:
    """Open the office; ``people`` says of each "role UNIT", with ", DESK" where they sit at one."""
    house, office = House(store), Office()
    house.units(_UNITS)
    for name, unit in _DESKS:
        office.desks[name] = house.desk(name, unit)
    with store.work() as work:
        office.units = {code: unit_id(work, code) for code in ("TINH", "AB", "BH")}
        for name, told in people.items():
            post, _, desk = told.partition(", ")
            enrol(work, name, post)
            if desk:
                day = local_day(work.now)
                sittings.seat(work, OPERATOR, name, DeskId(office.desks[desk].id), day)
        office.meet(work)
    return office


def enrol(work: Work, name: str, post: str) -> None:
    """Enrol someone of the staff: "role UNIT", or a role for the whole office."""
    role, _, unit = post.partition(" ")
    of = unit_id(work, unit) if unit else None
    staff.add(work, name, "$argon2id$none", Role(role), of, False)
