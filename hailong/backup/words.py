"""What was done with a backup, as rows of a report."""

from hailong.backup.making import Made
from hailong.backup.manifest import Manifest


def made_row(made: Made) -> dict[str, object]:
    """Give what was written, where, and what to compare it with."""
    size: dict[str, object] = {"path": str(made.path), "bytes": made.size, "sha256": made.sha256}
    return size | {"rows": made.rows} | manifest_row(made.manifest)


def manifest_row(manifest: Manifest) -> dict[str, object]:
    """Give what a backup says of itself."""
    return {
        "made_at": manifest.made_at.isoformat(),
        "release": manifest.release,
        "database": manifest.database,
        "revisions": list(manifest.revisions),
        "head": str(manifest.head) if manifest.head else None,
        "ratings": manifest.sums.counted + manifest.sums.set_aside if manifest.sums else None,
        "erasures": len(manifest.erasures),
        "secrets": list(manifest.secrets),
    }
