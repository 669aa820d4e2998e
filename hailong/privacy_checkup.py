"""Looks over what is owed to citizens about their data, and the list of erasures."""

from collections.abc import Iterator

from feedback.domain.erasure import Erased
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
    yield from _erasures(home, erasing.listed(work))


def _erasures(home: Home, listed: tuple[Erased, ...]) -> Iterator[Finding]:
    lacking = home.erasures.lacking(listed)
    if lacking:
        yield Finding(
            Finding.WRONG,
            f"{home.erasures.path} lacks {len(lacking)} of what was erased: a restored backup "
            "would bring it back",
            "see that it can be written, then `hailong privacy erased --mend`",
        )
    torn = home.erasures.torn(listed)
    if torn:
        yield Finding(
            Finding.WRONG,
            f"{len(torn)} lines of {home.erasures.path} cannot be read, the first is line"
            f" {torn[0]}",
            "`hailong privacy erased --mend`, then take these lines out: the list is whole then",
        )
