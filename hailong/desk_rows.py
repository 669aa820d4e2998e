"""Desks as rows of plain values, for tables and JSON. It decides nothing."""

from feedback.services.places.listing import ListedDesk

Row = dict[str, object]
COLUMNS = [
    ("code", "Code"),
    ("unit_code", "Unit"),
    ("unit", "Unit name"),
    ("name", "Desk"),
    ("state", "State"),
    ("url", "Address"),
]


def desk_row(listed: ListedDesk, public_url: str) -> Row:
    """Give a desk with its code, under the names that other systems rely on."""
    code, card = listed.code, listed.card
    return {
        "code": code.short_code,
        "token": code.token,
        "url": f"{public_url}/q/{code.token}",
        "unit_code": listed.unit_code,
        "unit": card.unit_name,
        "name": card.name,
        "state": listed.state.value,
        "reason": code.reason,
        "languages": list(card.languages),
        "sample": card.sample,
        "key": code.kid,
        "issued_at": code.issued_at.isoformat(),
        "printed_at": code.printed_at.isoformat() if code.printed_at else None,
    }
