"""Answer templates: filled literally, or refused with every reason at once, in Vietnamese."""

import json
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.domain.cases.template import (
    DATES,
    Fault,
    Filled,
    Placeholder,
    Problem,
    Template,
    Unfilled,
    asked,
    fill,
    flaws,
)

DAY = date(2026, 11, 5)
VALUES = {p: DAY if p in DATES else f"<{p.name}>" for p in Placeholder}
names = st.sampled_from([f"{{{p}}}" for p in Placeholder])
bodies = st.lists(
    names | st.sampled_from(["{{", "}}", "{", "}", "{x}", "\n"]) | st.text(max_size=9)
).map("".join)


def test_placeholders_are_filled() -> None:
    """Texts as they are, dates as the language writes them, doubled braces as one."""
    assert fill("{don_vi} hẹn {han}.", VALUES) == Filled("<UNIT> hẹn 05/11/2026.")
    assert fill("{don_vi} by {han}.", VALUES, "en") == Filled("<UNIT> by 5 Nov 2026.")
    assert fill("{{{ma}}}", VALUES) == Filled("{<CODE>}")


@pytest.mark.parametrize(
    "hostile", ["{han}", "{0.__class__}", "%s", "{{ma}}", "\\g<0>", "}{", "$ma"]
)
def test_what_is_put_in_is_never_read(hostile: str) -> None:
    """A citizen's or a handler's braces stay braces."""
    assert fill("{noi_dung} {ma}", {**VALUES, Placeholder.WORDS: hostile}) == Filled(
        f"{hostile} <CODE>"
    )


def test_every_problem_is_told_at_once() -> None:
    """In the order of the lines, each with what would be right."""
    got = fill("a {ten}\n{han} } {ma}", {Placeholder.DUE: "mai", Placeholder.CODE: " "})
    assert got == Unfilled(
        (
            Problem(Fault.UNKNOWN, "ten", 1),
            Problem(Fault.NOT_A_DATE, "han", 2),
            Problem(Fault.STRAY, "}", 2),
            Problem(Fault.MISSING, "ma", 2),
        )
    )
    told = [problem.told() for problem in got.problems]
    assert told[0].startswith("Dòng 1: không có ô {ten}. Các ô dùng được: {ma}, {don_vi}")
    assert told[1:] == [
        "Dòng 2: ô {han} phải là một ngày.",
        "Dòng 2: dấu } đứng lẻ. Muốn viết chính dấu này, xin gõ }}.",
        "Dòng 2: ô {ma} chưa có nội dung.",
    ]


@pytest.mark.parametrize("body", ["", " \n\t"])
def test_an_empty_template_is_a_problem(body: str) -> None:
    """Nobody is sent an empty answer."""
    assert flaws(body) == (Problem(Fault.EMPTY),)


@given(bodies)
def test_a_template_is_filled_or_refused(body: str) -> None:
    """With every value given, only the template itself can be at fault."""
    got = fill(body, VALUES)
    assert isinstance(got, Unfilled) == bool(flaws(body))
    if isinstance(got, Unfilled):
        assert got.problems == flaws(body)
        assert all(problem.told() for problem in got.problems)


@given(bodies.filter(lambda body: not flaws(body)))
def test_what_a_template_asks_for_is_needed(body: str) -> None:
    """Nothing it asks for may be missing, and nothing else is needed."""
    needed = {p: VALUES[p] for p in asked(body)}
    assert isinstance(fill(body, needed), Filled)
    for missing in needed:
        short = {p: value for p, value in needed.items() if p is not missing}
        assert isinstance(fill(body, short), Unfilled)


@given(st.text(max_size=500))
def test_a_value_stands_in_the_text_as_it_is(words: str) -> None:
    """Whatever a person writes is not changed."""
    if words.strip():
        assert fill(">{noi_dung}<", {Placeholder.WORDS: words}) == Filled(f">{words}<")


def shipped() -> list[Template]:
    """Read the templates that come with the product."""
    text = files("feedback.services").joinpath("data", "templates.json").read_text("utf-8")
    return [
        Template(row["code"], row["version"], language, **row[language])
        for row in json.loads(text)
        for language in ("vi", "en")
    ]


def test_shipped_templates_are_whole() -> None:
    """Each in both languages with the same placeholders, short enough for every messenger."""
    templates = shipped()
    assert len(templates) >= 16
    keys = [(t.code, t.version, t.language) for t in templates]
    assert len(set(keys)) == len(keys)
    for vi, en in zip(templates[::2], templates[1::2], strict=True):
        assert asked(vi.body) == asked(en.body)
        assert len(vi.body) < 1_000
        assert isinstance(fill(vi.body, VALUES), Filled)


def test_shipped_templates_are_polite_and_plain() -> None:
    """To ông/bà, never as to a customer, and never naming the number that opens a case."""
    for template in shipped():
        if template.language == "vi":
            assert "ông/bà" in template.body
        for word in ("quý khách", "PIN", "hệ thống", "{ma}", "customer"):
            assert word not in template.body


@pytest.mark.parametrize(
    ("code", "version", "title", "body"),
    [
        ("A", 1, "t", "x"),
        ("a", 0, "t", "x"),
        ("a", 1, " ", "x"),
        ("a", 1, "t", "{x}"),
        ("a", 1, "t", ""),
    ],
)
def test_a_faulty_template_cannot_exist(code: str, version: int, title: str, body: str) -> None:
    """What is wrong is found when a template is read, not when an answer is due."""
    with pytest.raises(ValueError, match=r"template|Dòng"):
        Template(code, version, "vi", title, body)
