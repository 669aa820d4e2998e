"""What a backup says of itself before its rows: of which release, when, and how things stood.

It holds no secret and no name of a citizen: it stands inside the sealed part all the same.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from importlib.metadata import version

from feedback.domain.erasure import BadLine, Erased
from feedback.domain.record import BadHead, Head
from hailong.backup.faults import Damaged

FORM = 1


@dataclass(frozen=True, slots=True)
class Sums:
    """What the tallies add up to: ratings that count, and those set aside."""

    counted: int
    set_aside: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was true in the one moment that a backup shows.

    ``head`` and ``sums`` are None where the database stood at an older schema. ``erasures`` are
    those of the list outside the database and those within, ``settings`` what ``hailong.toml``
    held but for ``secrets``, which are named only.
    """

    made_at: datetime
    database: str
    revisions: tuple[str, ...]
    kids: tuple[str, ...]
    head: Head | None
    sums: Sums | None
    erasures: tuple[Erased, ...]
    settings: Mapping[str, object]
    secrets: tuple[str, ...]
    release: str = version("hailong")

    def row(self) -> dict[str, object]:
        """Give it as JSON holds it."""
        return {
            "form": FORM,
            "release": self.release,
            "made_at": self.made_at.isoformat(),
            "database": self.database,
            "revisions": list(self.revisions),
            "kids": list(self.kids),
            "head": str(self.head) if self.head else None,
            "sums": asdict(self.sums) if self.sums else None,
            "erasures": [str(one) for one in self.erasures],
            "settings": dict(self.settings),
            "secrets": list(self.secrets),
        }


def read(row: Mapping[str, object]) -> Manifest:
    """Read what ``row`` gave; raise Damaged, or say that a newer release made it."""
    if row.get("form") != FORM:
        raise Damaged("The backup is of another form: a newer release made it. Install that one.")
    try:
        return _read(row)
    except (KeyError, TypeError, ValueError, BadHead, BadLine) as error:
        raise Damaged(
            f"The manifest of the backup cannot be read: {type(error).__name__}."
        ) from None


def _read(row: Mapping[str, object]) -> Manifest:
    head, sums, settings = row["head"], row["sums"], row["settings"]
    if not isinstance(settings, dict) or not isinstance(sums, dict | None):
        raise TypeError
    return Manifest(
        made_at=datetime.fromisoformat(str(row["made_at"])),
        database=str(row["database"]),
        revisions=_texts(row["revisions"]),
        kids=_texts(row["kids"]),
        head=Head.read(str(head)) if head else None,
        sums=Sums(**sums) if sums else None,
        erasures=tuple(Erased.read(line) for line in _texts(row["erasures"])),
        settings=settings,
        secrets=_texts(row["secrets"]),
        release=str(row["release"]),
    )


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(str(one) for one in value)
