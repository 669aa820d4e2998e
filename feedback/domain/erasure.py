"""What was erased, by number or keyed hash: the list that a restored backup is erased by again.

It never holds a name, a pseudonym or a word of anybody.
"""

from dataclasses import dataclass
from enum import StrEnum


class BadLine(ValueError):
    """A line that names no erased thing."""


class ErasedKind(StrEnum):
    """What was erased."""

    CASE = "case"
    RATING = "rating"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Erased:
    """One thing of one erasure: a case or rating by its id, a person by the hash of the pseudonym.

    Written ``ERASURE KIND ID`` or ``ERASURE person HEX``.
    """

    erasure: int
    kind: ErasedKind
    subject: int | None = None
    digest: bytes | None = None

    def __post_init__(self) -> None:
        known = self.digest if self.kind is ErasedKind.PERSON else self.subject
        if known is None or (self.subject is None) == (self.digest is None):
            raise ValueError("a case or rating has an id, a person a hash")
        if self.digest is not None and len(self.digest) != 32:
            raise ValueError("the hash of a pseudonym has 32 bytes")

    def __str__(self) -> str:
        name = str(self.subject) if self.digest is None else self.digest.hex()
        return f"{self.erasure} {self.kind.value} {name}"

    @classmethod
    def read(cls, text: str) -> "Erased":
        """Read one as it was written; raise BadLine for anything else, a torn line too."""
        try:
            erasure, kind, name = text.split(" ")
            if kind == ErasedKind.PERSON:
                return cls(int(erasure), ErasedKind.PERSON, digest=bytes.fromhex(name))
            return cls(int(erasure), ErasedKind(kind), subject=int(name))
        except ValueError as error:
            raise BadLine(text[:80]) from error
