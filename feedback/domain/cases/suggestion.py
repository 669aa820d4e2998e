"""Suggests what a case is from what was chosen and written. It never decides: a person does."""

from feedback.domain.cases.bearing import Bearing, bearing
from feedback.domain.cases.kinds import CaseKind, Choice


def kind_of(choice: Choice, text: str) -> CaseKind:
    """Suggest a kind from what was chosen and what was written; when in doubt, the careful one.

    What accuses is sealed whatever was chosen; what is in law a khiếu nại or tố cáo is guided.
    """
    found = bearing(text)
    if Bearing.DENUNCIATION in found:
        return CaseKind.DENUNCIATION
    if choice is Choice.MISCONDUCT or Bearing.MISCONDUCT in found:
        return CaseKind.MISCONDUCT
    if Bearing.COMPLAINT in found:
        return CaseKind.COMPLAINT
    return CaseKind.PRAISE if choice is Choice.PRAISE else CaseKind.REPORT
