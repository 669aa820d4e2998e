"""Files a case for someone who came in person or wrote on paper. The number is theirs alone."""

from feedback.domain.channels import Channel
from feedback.domain.roles import Viewer
from feedback.services.authority import Act, require
from feedback.services.cases import filing
from feedback.services.cases.casework import written
from feedback.services.cases.filing import Filing, Receipt
from feedback.services.refusals import Misuse
from feedback.store import audit, cases
from feedback.store.work import Work


def file_for(work: Work, viewer: Viewer, told: Filing) -> Receipt:
    """Store what a citizen told at the counter, and give the receipt to be handed over.

    What accuses leaves the sight of whoever typed it, unless they would receive it anyway.
    """
    require(work, viewer, Act.HANDLE_CASES, viewer.unit)
    if told.channel is not Channel.PAPER or told.person is not None:
        raise Misuse("What is filed for someone else came on paper or by word of mouth.")
    written(told.text)
    receipt = filing.file(work, told)
    case = cases.by_id(work, receipt.case)
    if case is not None:
        audit.note(
            work,
            viewer.name,
            "case.file_for",
            case.code,
            after=case.state.value,
            case=case.id,
            sealed=case.sealed,
        )
    return receipt
