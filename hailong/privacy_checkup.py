"""Looks over what is owed to citizens about their data, and the list of erasures."""

from collections.abc import Iterator

from feedback.services.privacy import erasing, requests
from feedback.store.work import Work
from hailong.finding import Finding
from hailong.home import Home


def privacy_of(work: Work, home: Home) -> Iterator[Finding]:
    """Look over late requests, and whether a restore would know all that was erased."""
    late = requests.late(work)
    if late:
        yield Finding(
            Finding.WRONG,
            f"{late} requests about personal data are past their date",
            "see `hailong privacy requests`",
        )
    else:
        yield Finding(Finding.OK, "no request about personal data is late")
    lacking = home.erasures.lacking(erasing.listed(work))
    if lacking:
        yield Finding(
            Finding.WRONG,
            f"{home.erasures.path} lacks {len(lacking)} of what was erased: a restored backup "
            "would bring it back",
            "see that it can be written, then `hailong privacy erased --mend`",
        )
