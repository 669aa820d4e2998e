"""Makes the bundle for a machine without internet: `python -m scripts.bundle [--python 3.11]`.

It holds the product's wheel, all wheels that it needs, the files of `deploy/`, the documents, a
bill of materials and the sums of everything. It fetches nothing but what the lock names.
"""

import argparse
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path

from scripts.sbom import bill

ROOT = Path(__file__).parents[1]
PYTHONS = ("3.11", "3.12", "3.13")
# Each is named, since pip takes no older tag for a newer one when it fetches for elsewhere.
PLATFORMS = ("manylinux_2_34_x86_64", "manylinux_2_28_x86_64", "manylinux_2_17_x86_64")


def main() -> None:
    """Make the bundle and say where it is."""
    parser = argparse.ArgumentParser(prog="bundle", description=__doc__)
    parser.add_argument("--python", action="append", choices=PYTHONS, help="default: all")
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    arguments = parser.parse_args()
    print(make(arguments.out, arguments.python or list(PYTHONS)))


def make(out: Path, pythons: list[str]) -> Path:
    """Make `hailong-VERSION-linux-x86_64.tar.gz` in a folder."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        bundle = Path(folder, f"hailong-{version}")
        (bundle / "wheels").mkdir(parents=True)
        _pip("wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", bundle, ROOT)
        for python in pythons:
            _fetch(bundle / "wheels", python)
        _copy(bundle, version)
        _sums(bundle)
        archive = out / f"{bundle.name}-linux-x86_64.tar.gz"
        with tarfile.open(archive, "w:gz") as tar:
            tar.add(bundle, bundle.name, filter=_nobody)
    return archive


def _fetch(into: Path, python: str) -> None:
    platforms = [part for name in PLATFORMS for part in ("--platform", name)]
    wanted = ["--require-hashes", "-r", ROOT / "requirements.lock"]
    common = ["--quiet", "-d", into, "--python-version", python, "--only-binary", ":all:"]
    _pip("download", *common, *platforms, *wanted)
    # The machine may have no pip, and Debian's venv makes none without a further package.
    _pip("download", *common, "--no-deps", "pip")


def _copy(bundle: Path, version: str) -> None:
    for name in ("deploy", "docs"):
        shutil.copytree(ROOT / name, bundle / name)
    for name in ("requirements.lock", "README.md", "CHANGELOG.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, bundle)
    shutil.copy(ROOT / "deploy" / "install.sh", bundle)
    (bundle / "VERSION").write_text(f"version {version}\n", "utf-8")
    (bundle / "sbom.cdx.json").write_text(bill(ROOT), "utf-8")


def _sums(bundle: Path) -> None:
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(bundle)}\n"
        for path in sorted(bundle.rglob("*"))
        if path.is_file()
    ]
    (bundle / "SHA256SUMS").write_text("".join(lines), "utf-8")


def _nobody(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    # Unpacked by root, files would else belong to whoever there has the builder's number.
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry


def _pip(*arguments: object) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *map(str, arguments)]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
