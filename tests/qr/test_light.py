"""The short way to a token or a code loads no picture or document library."""

import subprocess
import sys

HEAVY = ("PIL", "reportlab", "qrcode", "cryptography", "numpy")


def test_tokens_codes_links_and_records_load_nothing_heavy() -> None:
    """A web worker that only reads tokens pays for nothing else."""
    script = (
        "import sys, qr.keys, qr.tokens, qr.shortcode, qr.links, qr.terminal, qr.posters;"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"
