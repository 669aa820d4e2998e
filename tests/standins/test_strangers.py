"""A stand-in that shared code with the product would repeat its mistakes and call them right."""

import ast
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOMS = {"hailong", "bot", "feedback", "qr", "admin_tui"}


def imported(source: str) -> set[str]:
    """Name the packages that a module imports, at any depth of it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


@pytest.mark.parametrize("path", sorted(HERE.glob("zalo/**/*.py")), ids=lambda path: path.name)
def test_no_module_of_the_stand_in_imports_the_product(path: Path) -> None:
    assert not imported(path.read_text("utf-8")) & ROOMS


def test_an_import_of_the_product_would_be_seen() -> None:
    assert imported("def f():\n    from bot.wire import plain\n") & ROOMS
