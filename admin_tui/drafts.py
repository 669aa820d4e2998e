"""What was written and not sent yet, for as long as the terminal runs. It stays in memory only."""

from dataclasses import dataclass, field

from feedback.domain.cases.life import CaseAct


@dataclass(slots=True)
class Draft:
    """A text that is being written, and the template it began with."""

    text: str = ""
    template: str = ""


@dataclass(slots=True)
class Drafts:
    """One person's drafts, one a case and act."""

    _kept: dict[tuple[str, CaseAct], Draft] = field(default_factory=dict)

    def of(self, code: str, act: CaseAct) -> Draft:
        """Give the draft of a case, a new one where there is none."""
        return self._kept.setdefault((code, act), Draft())

    def drop(self, code: str, act: CaseAct) -> None:
        """Forget a draft, because it was sent."""
        self._kept.pop((code, act), None)

    def unsent(self, code: str) -> frozenset[CaseAct]:
        """Name the acts for which something is written about a case."""
        return frozenset(act for (of, act), kept in self._kept.items() if of == code and kept.text)

    @property
    def any(self) -> bool:
        """Whether anything is written and not sent."""
        return any(kept.text.strip() for kept in self._kept.values())
