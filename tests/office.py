"""A small office for tests, written straight into the tables: one unit, some desks with codes."""

from datetime import date

from sqlalchemy import insert, select

from feedback.services.codes import Use
from feedback.store.tables.codes import desk_code
from feedback.store.tables.places import desk, desk_place, unit, unit_kind, unit_version
from feedback.store.vault import Key
from feedback.store.work import Store
from hailong.codes import SignedCodes

FROM = date(2025, 7, 1)
KEY = Key("k1", b"only for tests: thirty-two bytes")


def codes() -> SignedCodes:
    """The codes of the keys that the tests' stores have."""
    return SignedCodes((KEY,))


def open_office(store: Store, desks: int = 3) -> list[str]:
    """Make xã An Bình with so many desks, and give their tokens; desk n has the id n."""
    signed = codes()
    tokens = [signed.mint(Use.DESK, n) for n in range(1, desks + 1)]
    with store.work() as work:
        run = work.connection.execute
        run(insert(unit_kind).values(code="commune", name_vi="xã", name_en="commune", rank=3))
        run(insert(unit).values(id=1, sample=False))
        run(
            insert(unit_version).values(
                unit_id=1,
                code="AB",
                name="Xã An Bình",
                folded="xa an binh",
                kind="commune",
                valid_from=FROM,
            )
        )
        for n, token in enumerate(tokens, start=1):
            run(insert(desk).values(id=n, unit_id=1, name=f"Quầy {n}", folded=f"quay {n}"))
            run(insert(desk_place).values(desk_id=n, unit_id=1, from_day=FROM))
            run(
                insert(desk_code).values(
                    serial=n,
                    desk_id=n,
                    token=token,
                    short_code=signed.short(),
                    kid="k1",
                    state="active",
                    issued_at=work.now,
                )
            )
    return tokens


def short_code(store: Store, number: int) -> str:
    """Give the short code of a desk."""
    with store.look() as work:
        query = select(desk_code.c.short_code).where(desk_code.c.desk_id == number)
        return str(work.connection.scalar(query))
