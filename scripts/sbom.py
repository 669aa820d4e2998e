"""Writes the bill of materials in CycloneDX 1.6 from the lock: `python -m scripts.sbom`.

The lock is the only source: names, versions and hashes of what is installed and of nothing else.
"""

import json
import re
import sys
import tomllib
from pathlib import Path

_LINE = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ ;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
Part = dict[str, object]


def bill(root: Path) -> str:
    """Give the document for the product whose sources lie in a folder."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": _part("application", project["name"], project["version"], [])},
        "components": parts((root / "requirements.lock").read_text("utf-8")),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def parts(lock: str) -> list[Part]:
    """Read a lock with hashes into components, in its order."""
    found: list[tuple[str, str, list[str]]] = []
    for line in lock.splitlines():
        named = _LINE.match(line)
        if named:
            found.append((named["name"], named["version"], []))
        if found:
            found[-1][2].extend(_HASH.findall(line))
    return [_part("library", name, version, hashes) for name, version, hashes in found]


def _part(kind: str, name: str, version: str, hashes: list[str]) -> Part:
    part: Part = {
        "type": kind,
        "name": name,
        "version": version,
        "purl": f"pkg:pypi/{name}@{version}",
        "bom-ref": f"pkg:pypi/{name}@{version}",
    }
    if hashes:
        part["externalReferences"] = [
            {
                "type": "distribution",
                "url": f"https://pypi.org/project/{name}/{version}/",
                "hashes": [{"alg": "SHA-256", "content": one} for one in hashes],
            }
        ]
    return part


if __name__ == "__main__":
    sys.stdout.write(bill(Path(__file__).parents[1]))
