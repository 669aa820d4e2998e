"""Writes how the Official Account is as rows, for people and for programs; no token among them."""

from datetime import datetime

from hailong.home import Home
from hailong.zalo_state import OaState


def of_state(home: Home, state: OaState) -> dict[str, object]:
    """Give everything that is known as one row."""
    stands, health, hook = state.standing, state.health, state.hook
    now = home.store.clock()
    return {
        "account": home.settings.zalo_oa_id,
        "name": health.name if health else None,
        "verified": health.verified if health else None,
        "package": health.package if health else None,
        "package_until": health.package_until if health else None,
        "silent": state.silent or None,
        "tokens": _word(state),
        "origin": stands.origin if stands else None,
        "pairs": stands.pairs if stands else 0,
        "obtained_at": _iso(stands.obtained_at) if stands else None,
        "age_hours": round((now - stands.obtained_at).total_seconds() / 3600, 1)
        if stands
        else None,
        "access_until": _iso(stands.access_until) if stands else None,
        "refresh_until": _iso(stands.refresh_until) if stands else None,
        "refreshing_since": _iso(stands.refreshing_since) if stands else None,
        "failures": stands.tries if stands else 0,
        "problem": (stands.problem or None) if stands else None,
        "problem_at": _iso(stands.problem_at) if stands else None,
        "last_event": _iso(hook.last_event),
        "events": hook.events,
        "bad_signatures": hook.bad_signatures,
        "unsigned": hook.unsigned,
        "billed_today": state.spent.billed,
        "billed_daily_cap": home.settings.zalo_oa_billed_daily_cap,
        "templates_today": state.spent.templates,
    }


def lines(row: dict[str, object]) -> list[dict[str, object]]:
    """Turn the row on its side, without what is not known."""
    return [
        {"what": key.replace("_", " "), "value": value}
        for key, value in row.items()
        if value is not None
    ]


def _word(state: OaState) -> str:
    stands = state.standing
    if not state.readable:
        return "unreadable"
    if stands is None:
        return "none"
    if stands.refused:
        return "refused"
    return "maybe lost" if stands.doubtful else "living"


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
