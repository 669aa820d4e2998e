"""Kinds of units: data that ships with the product and that an office may add to."""

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from feedback.domain.names import fold
from feedback.domain.units import UnitKind
from feedback.services.refusals import Misuse
from feedback.store import units
from feedback.store.work import Work

_SHIPPED = "kinds.json"


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds an office has, found by code or by Vietnamese or English name."""

    all: tuple[UnitKind, ...]

    def find(self, text: str) -> UnitKind | None:
        """Find a kind by its code or name, however it is spelled."""
        folded = fold(text)
        for kind in self.all:
            if text == kind.code or folded in map(fold, (kind.code, kind.name_vi, kind.name_en)):
                return kind
        also = _synonyms().get(folded)
        return next((kind for kind in self.all if kind.code == also), None)

    def of_name(self, name: str) -> UnitKind | None:
        """Tell a unit's kind from the words its name begins with; the longest one decides."""
        # With a space, so that a kind is never found at the beginning of a longer word.
        folded = f"{fold(name)} "
        fitting = [k for k in self.all if folded.startswith(f"{fold(k.name_vi)} ")]
        return max(fitting, key=lambda kind: len(kind.name_vi), default=None)

    def codes(self) -> str:
        """List the codes, for a message."""
        return ", ".join(kind.code for kind in self.all)


def known(work: Work) -> Kinds:
    """Read the office's kinds; the shipped ones are among them."""
    own = units.kinds(work)
    codes = {kind.code for kind in own}
    return Kinds((*own, *(kind for kind in shipped() if kind.code not in codes)))


def load(work: Work) -> None:
    """Store the shipped kinds that are not stored yet, so that versions may refer to them."""
    units.keep_kinds(work, known(work).all)


def code_of(work: Work, text: str) -> str:
    """Find a kind by code or name; raise Misuse, listing the known ones."""
    every = known(work)
    kind = every.find(text)
    if kind is None:
        raise Misuse(f"There is no kind {text[:40]!r}; known are {every.codes()}.")
    return kind.code


@lru_cache(maxsize=1)
def shipped() -> tuple[UnitKind, ...]:
    """Read the kinds that come with the product."""
    return tuple(
        UnitKind(r["code"], r["name_vi"], r["name_en"], r["rank"], r.get("historical", False))
        for r in _records()
    )


@lru_cache(maxsize=1)
def _synonyms() -> dict[str, str]:
    return {fold(name): r["code"] for r in _records() for name in r.get("also", ())}


def _records() -> list[dict[str, Any]]:
    text = files("feedback.services").joinpath("data", _SHIPPED).read_text("utf-8")
    records: list[dict[str, Any]] = json.loads(text)
    return records
