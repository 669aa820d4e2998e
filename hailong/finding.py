"""What an examination finds: a state, what it is, and what to do."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: ``OK``, ``NOTE`` or ``WRONG``, and what to do."""

    OK: ClassVar[str] = "OK"
    NOTE: ClassVar[str] = "NOTE"
    WRONG: ClassVar[str] = "WRONG"

    state: str
    what: str
    do: str = ""

    def row(self) -> dict[str, str]:
        """Give it as a row of a report."""
        return {"state": self.state, "what": self.what, "do": self.do}
