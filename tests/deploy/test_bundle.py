"""The bill of materials names what the lock installs, and nothing else."""

import json
import tarfile
from pathlib import Path

from scripts import bundle, sbom

ROOT = Path(__file__).parents[2]


def test_the_bill_names_what_the_lock_pins_with_its_hashes() -> None:
    told = json.loads(sbom.bill(ROOT))
    pinned = {
        line.partition("==")[0]
        for line in (ROOT / "requirements.lock").read_text("utf-8").splitlines()
        if "==" in line and not line.startswith((" ", "#"))
    }
    assert {part["name"] for part in told["components"]} == pinned
    assert all(part["externalReferences"][0]["hashes"] for part in told["components"])
    assert told["metadata"]["component"]["name"] == "hailong"


def test_a_bundle_without_wheels_of_others_holds_all_of_ours(tmp_path: Path) -> None:
    """What is fetched from the registry is left out here: the registry may not be there."""
    archive = bundle.make(tmp_path, [])
    with tarfile.open(archive) as tar:
        names = {name.partition("/")[2] for name in tar.getnames()}
        sums = tar.extractfile(f"{tar.getnames()[0]}/SHA256SUMS")
        assert sums is not None
        listed = {line.split("  ")[1] for line in sums.read().decode().splitlines()}
    assert {"install.sh", "SHA256SUMS", "requirements.lock", "sbom.cdx.json", "VERSION"} <= names
    assert "deploy/systemd/hailong.service" in listed
    assert any(name.startswith("hailong-") and name.endswith(".whl") for name in listed)
