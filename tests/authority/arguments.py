"""Arguments for any service, from the names and types of what it takes. No service is named here.

A parameter that nothing here knows is an error: whoever adds a service sees to it that it is tried.
"""

import dataclasses
import inspect
import types
import typing
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from enum import Enum
from itertools import islice, product
from typing import Any

from feedback.domain.cases.kinds import Choice
from feedback.domain.channels import Channel
from feedback.domain.ids import DeskId, Person, RatingId, UnitId
from feedback.domain.periods import Period, period
from feedback.domain.query import IndexQuery
from feedback.domain.roles import Viewer
from feedback.services import followups, standings
from feedback.services.cases.filing import Filing
from feedback.services.codes import Codes
from feedback.services.passwords import PasswordHash
from feedback.store import case_words
from feedback.store.case_queue import Wanted
from tests.authority.world import OPERATOR, RATED, TODAY, Country
from tests.office import codes

MOST = 32
"""Combinations tried of one service and viewer."""
_MANY = (Sequence, Collection, Iterable, tuple, list, frozenset)
_SENTENCE = "Lý do đã được kiểm tra rõ."


def combinations(made: Country, service: Callable[..., Any]) -> list[dict[str, Any]]:
    """Give keyword arguments for a service beyond the work and the viewer."""
    hints = typing.get_type_hints(service)
    names, choices = [], []
    for parameter in list(inspect.signature(service).parameters.values())[2:]:
        if parameter.default is not inspect.Parameter.empty and not _worth(parameter.name):
            continue
        names.append(parameter.name)
        choices.append(list(_values(made, service, parameter.name, hints[parameter.name])))
    every = list(product(*choices))
    step = max(1, len(every) // MOST)
    # An odd stride through the product meets every value of every parameter.
    return [dict(zip(names, one, strict=True)) for one in islice(every, 0, None, step | 1)]


def _worth(name: str) -> bool:
    return name in {"unit", "desk", "under", "query"}


def _values(made: Country, service: Callable[..., Any], name: str, kind: Any) -> Iterator[Any]:
    options = [part for part in _parts(kind) if part is not types.NoneType]
    if types.NoneType in _parts(kind):
        yield None
    known = _by_name(made).get(name)
    if known is not None and options[0] in (str, int):
        yield from known
        return
    if typing.get_origin(options[0]) in _MANY:
        (of,) = typing.get_args(options[0])
        yield from ([one] for one in _values(made, service, name, of))
        return
    found = _by_type(made).get(options[0])
    if found is not None:
        yield from found
    elif isinstance(options[0], type) and issubclass(options[0], Enum):
        yield from list(options[0])[:3]
    elif dataclasses.is_dataclass(options[0]):
        yield _filled(made, service, options[0])
    else:
        raise AssertionError(
            f"{service.__module__}.{service.__name__} takes {name}: {kind}; say here what to try"
        )


def _filled(made: Country, service: Callable[..., Any], kind: type) -> Any:
    """Make a record of a kind out of the first value of each field that needs one."""
    hints = typing.get_type_hints(kind)
    needed = {
        field.name: next(_values(made, service, field.name, hints[field.name]))
        for field in dataclasses.fields(kind)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    }
    return kind(**needed)


def _parts(kind: Any) -> tuple[Any, ...]:
    return (
        typing.get_args(kind)
        if typing.get_origin(kind) in (typing.Union, types.UnionType)
        else (kind,)
    )


def _by_name(made: Country) -> dict[str, list[Any]]:
    codes_ = [one.code for one in made.told]
    return {
        "code": codes_,
        "identity": _followups(made),
        "into": codes_[:3],
        "name": ["handler A", "handler B", "sup A"],
        "to": ["handler A", "handler B"],
        "short_code": ["K7M3Q9"],
        "value": ["90"],
        "kind": ["any"],
        "role": ["handler"],
        "template": ["da-xu-ly"],
        "words": _texts(made),
    }


def _by_type(made: Country) -> dict[Any, list[Any]]:
    world = made.world
    return {
        str: [_SENTENCE],
        PasswordHash: [PasswordHash(_SENTENCE)],
        int: [1, 2],
        bool: [True, False],
        UnitId: list(world.units.values()),
        DeskId: list(world.desks.values()),
        RatingId: _ratings(made),
        Person: [Person((1).to_bytes(16, "big"))],
        date: [RATED, TODAY],
        datetime: [datetime(2026, 8, 12, 5, tzinfo=UTC)],
        bytes: [b"code,name\n"],
        Codes: [codes()],
        Wanted: [Wanted()],
        Mapping[str, str]: [{}, {"noi_dung": _SENTENCE}],
        Filing: [_told(made)],
        Period: [period("2026Q3")],
        Viewer: [OPERATOR],
        IndexQuery: [IndexQuery(), *(IndexQuery(unit=one) for one in world.units.values())],
    }


def _told(made: Country) -> Filing:
    at = datetime(2026, 8, 12, 5, tzinfo=UTC)
    return Filing(Choice.REPORT, _SENTENCE, Channel.PAPER, "vi", at, desk=made.world.desks["a1"])


def _texts(made: Country) -> list[int]:
    with made.store.look() as work:
        return [case_words.words(work, one.id)[0].id for one in made.told[:3]]


def _followups(made: Country) -> list[int]:
    with made.store.look() as work:
        return [one.id for one in followups.listed(work, OPERATOR)]


def _ratings(made: Country) -> list[RatingId]:
    with made.store.look() as work:
        return [one.id for one in standings.listed(work, OPERATOR, RATED, TODAY)][:6]
