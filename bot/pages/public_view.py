"""How published figures look: the number, its interval in words and as a line, and the counts.

Nothing is ranked and nothing coloured: a line shows where the figure may lie, a mark the target.
"""

from collections.abc import Sequence

from bot.pages.markup import Child, Safe, el, literal
from bot.pages.period_words import days, named, percent
from bot.pages.wording import say
from feedback.domain.index import Figure
from feedback.domain.query import IndexRow, Note
from feedback.services.publishing import PublicTable


def heading(table: PublicTable, language: str) -> Safe:
    """Say whose figures these are, of which period, and by which units ratings are counted."""
    published = table.publication
    period = named(published.name, language)
    between = days(published.first, published.last, language)
    return el(
        "section",
        el("h2", literal(table.unit_name), f" – {period}"),
        el("p", f"{between}. {say(f'public.tree.{published.tree.value}', language)}"),
        class_="text",
    )


def row(shown: IndexRow, language: str) -> Safe:
    """Show one unit."""
    badge = el("span", say("public.sample", language), class_="badge") if shown.sample else None
    name = el("h3", literal(shown.unit_name or shown.unit_code or ""), " ", badge)
    return el("li", name, *_figure(shown, language), class_="card")


def about(table: PublicTable, notes: Sequence[Note], language: str) -> Safe:
    """Say how the figures are to be read."""
    lines = [el("li", say(f"public.note.{note.value}", language)) for note in notes]
    return el(
        "section",
        el("h2", say("public.about", language)),
        el("ul", *lines, class_="plain"),
        class_="text",
    )


def pager(table: PublicTable, language: str, number: int, last: int) -> Child:
    """Lead to the other pages of a long table."""
    if last == 1:
        return None
    place = say("public.page", language, n=number, last=last)
    before = _turn(table, language, number - 1, "public.before") if number > 1 else None
    after = _turn(table, language, number + 1, "public.after") if number < last else None
    return el("nav", el("p", place), before, after, aria_label=place, class_="go")


def others(tables: Sequence[PublicTable], language: str) -> Child:
    """Lead to the other published periods."""
    if not tables:
        return None
    links = [el("li", _other(table, language)) for table in tables]
    head = el("h2", say("public.others", language))
    return el("section", head, el("ul", *links, class_="plain"), class_="text")


def _figure(shown: IndexRow, language: str) -> list[Child]:
    figure = shown.figure
    if figure is None or figure.index is None or figure.low is None or figure.high is None:
        return [el("p", say("public.suppressed", language), class_="soft")]
    counts = figure.counts
    low, high = percent(figure.low, language), percent(figure.high, language)
    return [
        el(
            "p",
            say("public.index", language, index=percent(figure.index, language)),
            class_="figure",
        ),
        _line(figure.index, figure.low, figure.high, figure.target),
        el("p", say("public.interval", language, low=low, high=high)),
        el("p", _counted(counts.n, counts.raw, language), class_="soft"),
        _target(shown, figure, language),
    ]


def _counted(n: int, raw: int, language: str) -> str:
    if n == raw:
        return say("public.n", language, n=n)
    return say("public.n_of_raw", language, n=n, raw=raw)


def _target(shown: IndexRow, figure: Figure, language: str) -> Child:
    if shown.target is None or figure.target is None:
        return None
    wanted = percent(figure.target, language)
    decision = shown.target.decision
    return el("p", say("public.target", language, target=wanted, decision=decision), class_="soft")


def _line(index: int, low: int, high: int, target: int | None) -> Safe:
    """Draw 0 to 100 % with the interval and the figure; the words below say the same."""
    mark = el("path", d=f"M{target} 0v600", class_="mark") if target is not None else None
    return el(
        "svg",
        el("path", d="M0 300h10000", class_="scale"),
        el("path", d=f"M{low} 300H{high}", class_="span"),
        mark,
        el("path", d=f"M{index} 120v360", class_="point"),
        viewBox="0 0 10000 600",
        preserveAspectRatio="none",
        aria_hidden="true",
        focusable="false",
        class_="line",
    )


def _turn(table: PublicTable, language: str, number: int, key: str) -> Safe:
    address = f"/?period={table.publication.id}&page={number}&lang={language}"
    return el("a", say(key, language), href=address, class_="button quiet wide")


def _other(table: PublicTable, language: str) -> Safe:
    period = named(table.publication.name, language)
    address = f"/?period={table.publication.id}&lang={language}"
    return el("a", literal(table.unit_name), f" – {period}", href=address)
