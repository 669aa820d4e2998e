"""Turns desks into posters and posters into files. It decides nothing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from feedback.services.places.listing import ListedDesk
from qr.links import desk_url, typed_address
from qr.posters import Layout, Poster, render_pdf, render_png, render_svg

Advance = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Extras:
    """What an office adds to its posters."""

    logo: bytes | None = None
    hotline: str = ""
    wifi: str = ""
    draft: bool = False


def posters(desks: Iterable[ListedDesk], public_url: str, extras: Extras) -> list[Poster]:
    """Compose the posters of desks."""
    return [_poster(desk, public_url, extras) for desk in desks]


def write_book(made: Sequence[Poster], layout: Layout, out: Path, advance: Advance) -> None:
    """Write one PDF of all posters."""
    before = 0

    def told(done: int) -> None:
        nonlocal before
        advance(done - before)
        before = done

    render_pdf(made, layout, out, told)


def write_pictures(
    made: Sequence[Poster], layout: Layout, out: Path, suffix: str, advance: Advance
) -> list[Path]:
    """Write a PNG or SVG a desk: into the file named, or into a folder by short code."""
    if out.suffix.lower() == suffix and len(made) == 1:
        files = [out]
    else:
        out.mkdir(parents=True, exist_ok=True)
        files = [out / f"{one.code}{suffix}" for one in made]
    for one, file in zip(made, files, strict=True):
        _write(file, _picture(one, layout, suffix))
        advance(1)
    return files


def _poster(desk: ListedDesk, public_url: str, extras: Extras) -> Poster:
    return Poster(
        unit=desk.card.unit_name,
        desk=desk.card.name,
        url=desk_url(public_url, desk.code.token),
        typed_address=typed_address(public_url, desk.code.short_code),
        code=desk.code.short_code,
        logo=extras.logo,
        hotline=extras.hotline,
        wifi=extras.wifi,
        draft=extras.draft,
        sample=desk.card.sample,
    )


def _picture(one: Poster, layout: Layout, suffix: str) -> bytes:
    if suffix == ".png":
        return render_png(one, layout)
    return render_svg(one, layout).encode()


def _write(file: Path, data: bytes) -> None:
    half = file.with_name(f".{file.name}.part")
    try:
        half.write_bytes(data)
        half.replace(file)
    finally:
        half.unlink(missing_ok=True)
