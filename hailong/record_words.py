"""What was found in the record of acts, in words for an operator, and as rows of a report."""

from feedback.domain.record import Entry, Fault, Finding, Verdict

_WORDS = {
    Fault.CHANGED: "{} is not what was written",
    Fault.REMOVED: "{} was removed",
    Fault.ADDED: "{} was not written by this product",
    Fault.CUT_OFF: "{} was cut off at the end",
    Fault.REPLACED: "{} is another one than was kept elsewhere",
    Fault.FOREIGN_KEY: "{} was written under a key that is not here",
    Fault.HEAD: "the head in the database is not that of the newest row",
}


def said(finding: Finding) -> str:
    """Say what is wrong, where, and after which time."""
    words = _WORDS[finding.fault].format(_place(finding))
    return f"{words}, after {finding.after:%Y-%m-%d %H:%M:%S} UTC" if finding.after else words


def told(verdict: Verdict) -> str:
    """Say in one sentence what became of a look at the record."""
    if not verdict.ok:
        more = f" and {verdict.wrong - 1} more" if verdict.wrong > 1 else ""
        return f"The record of acts is broken: {said(verdict.findings[0])}{more}."
    if not verdict.rows:
        return "The record of acts is empty."
    if verdict.behind is None:
        return f"All {verdict.rows} acts are as written, but no head is kept elsewhere."
    return f"The record of acts is whole: {verdict.rows} acts."


def summary(verdict: Verdict) -> dict[str, object]:
    """Give what a look at the record found, apart from the places."""
    return {
        "ok": verdict.ok,
        "acts": verdict.rows,
        "head": str(verdict.head) if verdict.head.seq else None,
        "at": verdict.at.isoformat() if verdict.at else None,
        "behind": verdict.behind,
        "wrong": verdict.wrong,
    }


def finding_row(finding: Finding) -> dict[str, object]:
    """Give a place as a row of a report."""
    return {
        "fault": finding.fault.value,
        "seq": finding.seq,
        "last": finding.last,
        "after": finding.after.isoformat() if finding.after else None,
        "what": said(finding),
    }


def entry_row(entry: Entry) -> dict[str, object]:
    """Give an act as a row of a report."""
    return {
        "seq": entry.seq,
        "at": entry.at.isoformat(),
        "actor": entry.actor,
        "act": entry.act,
        "subject": entry.subject,
        "before": entry.before,
        "after": entry.after,
        "reason": entry.reason,
        "sealed": entry.sealed,
    }


def _place(finding: Finding) -> str:
    if finding.seq is None:
        return "a row without a number"
    if finding.seq == finding.last:
        return f"row {finding.seq}"
    return f"what is in rows {finding.seq} to {finding.last}"
