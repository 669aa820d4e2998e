"""What a case can be: what the citizen chose, its kind in law, how bad it is. It judges no text."""

from enum import IntEnum, StrEnum


class CaseKind(StrEnum):
    """What a case is treated as; a person at the desk may change what intake suggested."""

    REPORT = "report"
    """Phản ánh: information about something that went wrong (Luật Tiếp công dân Đ.2.2)."""
    PETITION = "petition"
    """Kiến nghị: a remedy is asked for or proposed (Luật Tiếp công dân Đ.2.2)."""
    IDEA = "idea"
    """Hiến kế: an idea how to serve better."""
    PRAISE = "praise"
    """Khen."""
    MISCONDUCT = "misconduct"
    """Nhũng nhiễu: money asked for, trouble made. Always sealed."""
    COMPLAINT = "complaint"
    """Khiếu nại (Luật Khiếu nại Đ.2.1): guided to the signed form, never settled here."""
    DENUNCIATION = "denunciation"
    """Tố cáo (Luật Tố cáo Đ.2.1): guided to form or visit (Đ.22), identity kept by law (Đ.8)."""


class Choice(StrEnum):
    """The three things that a citizen chooses between."""

    REPORT = "report"
    PRAISE = "praise"
    MISCONDUCT = "misconduct"


class Severity(IntEnum):
    """How much a case weighs in a queue."""

    ORDINARY = 1
    SERIOUS = 2
    GRAVE = 3


class Verdict(StrEnum):
    """What a check of the facts found; what is false counts against nobody."""

    UNVERIFIED = "unverified"
    UPHELD = "upheld"
    FALSE = "false"


class Satisfaction(StrEnum):
    """How the citizen judged the answer."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


GUIDED = frozenset({CaseKind.COMPLAINT, CaseKind.DENUNCIATION})
"""Kinds for which the law wants a signed form or a visit: no clock here promises a settlement."""
SEALED = frozenset({CaseKind.MISCONDUCT, CaseKind.DENUNCIATION})
"""Kinds that the unit complained about never sees."""


def severities(kind: CaseKind) -> frozenset[Severity]:
    """Give what cases of a kind can weigh."""
    return frozenset({severity(kind, 1), severity(kind, None)})


def severity(kind: CaseKind, level: int | None) -> Severity:
    """Weigh a case by its kind and by the level (1-5) of the rating it came with, if any."""
    if kind in SEALED:
        return Severity.GRAVE
    if kind is CaseKind.COMPLAINT or level == 1:
        return Severity.SERIOUS
    return Severity.ORDINARY
