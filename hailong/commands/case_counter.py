"""`hailong cases file`: what someone told at the counter or on paper. It shows the number once."""

from typing import TYPE_CHECKING

import click

from hailong.case_doing import JSON, TEXT, typed
from hailong.report import say, show

if TYPE_CHECKING:
    from feedback.services.cases.filing import Receipt

_CONSENT = "Only as the citizen agreed to: it is kept to answer about this matter alone."
_COLUMNS = [("number", "Follow-up number"), ("kind", "Kind"), ("due_on", "Due"), ("page", "At")]


@click.command()
@TEXT
@click.option("--choice", type=click.Choice(["report", "praise", "misconduct"]), required=True)
@click.option("--desk", metavar="CODE|UNIT/NAME")
@click.option("--unit", metavar="CODE[@DATE]", help="Where no desk is known.")
@click.option("--name", default="", help=_CONSENT)
@click.option("--phone", default="", help=_CONSENT)
@click.option("--address", default="", help=_CONSENT)
@click.option("--language", type=click.Choice(["vi", "en"]), default="vi", show_default=True)
@JSON
def file(
    text: str,
    choice: str,
    desk: str | None,
    unit: str | None,
    name: str,
    phone: str,
    address: str,
    language: str,
    as_json: bool,
) -> None:
    """File a case for someone who came in person or wrote on paper; gives their number, once."""
    from feedback.domain.cases.kinds import Choice
    from feedback.domain.cases.record import Contact
    from feedback.domain.channels import Channel
    from feedback.domain.consents import Purpose
    from feedback.services.cases import counter
    from feedback.services.cases.filing import Filing
    from feedback.services.places import desk_id, unit_id
    from hailong.home import open_home

    contact = Contact(name.strip(), phone.strip(), address.strip())
    words = typed(text)
    with open_home() as home, home.store.work() as work:
        told = Filing(
            Choice(choice),
            words,
            Channel.PAPER,
            language,
            work.now,
            desk=desk_id(work, desk) if desk else None,
            unit=unit_id(work, unit) if unit else None,
            contact=contact,
            # Consent is given for a purpose (Luật 91/2025/QH15 Đ.9): where nothing was left there
            # is none.
            consents=(Purpose.CONTACT,) if contact != Contact() else (),
        )
        given = counter.file_for(work, home.operator, told)
        page = f"{home.settings.public_url}/t"
    show([_row(given, page)], columns=_COLUMNS, as_json=as_json)
    if given.unrouted:
        say("Nobody outside the unit is enrolled to receive this: it waits, sealed.")
    say("Give the number to the citizen now: it is shown once, and nobody can find it again.")


def _row(given: "Receipt", page: str) -> dict[str, object]:
    from feedback.domain.cases.number import written

    return {
        "number": written(given.number),
        "kind": given.kind.value,
        "due_on": given.due.on.isoformat() if given.due else None,
        "due_provisional": given.due.provisional if given.due else False,
        "received": not given.unrouted,
        "page": page,
    }
