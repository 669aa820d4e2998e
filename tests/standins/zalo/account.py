"""Owns what the two consoles hold: the app, the Official Account, and what each may do."""

from dataclasses import dataclass, field


@dataclass
class Account:
    """An app and its Official Account; every switch may be changed while the server runs.

    ``broken`` answers every call with this number (-209, -221, -224 ...). ``templates`` are the
    approved ones: number to the names that their data must hold. ``rpm`` is the limit a minute.
    """

    oa_id: str = "388613280878808645"
    app_id: str = "1234567890123456789"
    app_secret: str = "STANDIN_app_secret"
    secret_key: str = "STANDIN_oa_secret_key"
    name: str = "UBND xã An Bình"
    oa_type: int = 4
    is_verified: bool = True
    package_name: str = "Growth"
    package_ends: str = "31/12/2027"
    code_challenge: str = ""
    redirect_uri: str = ""
    app_active: bool = True
    proof_required: bool = False
    buttons_supported: bool = True
    rpm: int = 4000
    uploads_a_month: int = 5000
    broken: int | None = None
    templates: dict[str, frozenset[str]] = field(default_factory=dict)
    templates_by_phone_only: frozenset[str] = frozenset()
