"""Gateway of services: the fields of work that desks offer, and the factors each declares."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import insert, select, update

from feedback.domain.ids import ServiceId
from feedback.domain.questionnaire import Factor
from feedback.store import stamp
from feedback.store.tables.places import service
from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class Service:
    """A field of work; ``factors`` are those that may be asked about, empty where unknown."""

    code: str
    name_vi: str
    name_en: str = ""
    factors: frozenset[Factor] = frozenset()


def every(work: Work) -> dict[ServiceId, Service]:
    """Read all services, by code."""
    rows = work.connection.execute(select(service).order_by(service.c.code))
    return {
        ServiceId(row.id): Service(row.code, row.name_vi, row.name_en, _factors(row.factors))
        for row in rows
    }


def add(work: Work, new: Sequence[Service]) -> list[ServiceId]:
    """Store services that are not there yet."""
    if not new:
        return []
    # Without the sort, rows may come back in another order than they went in.
    statement = insert(service).returning(service.c.id, sort_by_parameter_order=True)
    ids = work.connection.scalars(statement, [_row(one) for one in new]).all()
    stamp.touch(work)
    return [ServiceId(identity) for identity in ids]


def change(work: Work, of: ServiceId, to: Service) -> None:
    """Write a service anew."""
    work.connection.execute(update(service).where(service.c.id == of).values(_row(to)))
    stamp.touch(work)


def _row(one: Service) -> dict[str, object]:
    return {
        "code": one.code,
        "name_vi": one.name_vi,
        "name_en": one.name_en,
        "factors": ",".join(sorted(one.factors)),
    }


def _factors(text: str) -> frozenset[Factor]:
    return frozenset(Factor(name) for name in text.split(",") if name)
