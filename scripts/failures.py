"""A plugin of pytest that writes down which tests failed, one a line."""

from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the path to write to."""
    parser.addoption("--failures", metavar="PATH", help="write down which tests failed")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Write them down, also those whose setup failed."""
    path = terminalreporter.config.getoption("--failures")
    if path:
        stats = terminalreporter.stats
        reports = [*stats.get("failed", ()), *stats.get("error", ())]
        lines = sorted({report.nodeid for report in reports})
        Path(path).write_text("\n".join(lines), "utf-8")
