"""The signature and the form of events, against the published vectors."""

import hashlib
import hmac
import json

from tests.standins.zalo import events
from tests.standins.zalo.events import Ids, compact
from tests.standins.zalo.signature import challenge, mac, proof

APP, KEY = "1234567890123456789", "TEST_oa_secret_key_0001"
OA, USER = "388613280878808645", "246845883529197922"
V1 = (
    b'{"app_id":"1234567890123456789","sender":{"id":"246845883529197922"},'
    b'"user_id_by_app":"552177279717587730","recipient":{"id":"388613280878808645"},'
    b'"event_name":"user_send_text","message":{"text":"#Q7K3M2","msg_id":"96d3cdf3af150460909"},'
    b'"timestamp":"1790000000000"}'
)
V1_MAC = "296e04b4d8e294b681b0882430e182aab3dbee97e96c2c04555d9ae8d3b8f03f"
V2_MAC = "886ce82523577966a999792d47d501539df325694d8ba9e50be751a86d6202d4"
V3_MAC = "9d631e37e80e988d517878169883e719903a61f9ceb77da62328426a60fdf4fa"


class Known(Ids):
    """The ids of the vectors."""

    @property
    def by_app(self) -> str:
        return "552177279717587730"


IDS = Known(APP, OA, USER)


def v2() -> dict[str, object]:
    message = {"text": "Cán bộ quầy 3 rất nhiệt tình 👍", "msg_id": "96d3cdf3af150460910"}
    return events.from_user(IDS, "user_send_text", message, 1790000001000)


def test_a_text_is_written_and_signed_as_in_the_first_vector() -> None:
    """V1, from the parts to the last byte."""
    message = {"text": "#Q7K3M2", "msg_id": "96d3cdf3af150460909"}
    raw = compact(events.from_user(IDS, "user_send_text", message, 1790000000000))
    assert raw == V1
    assert mac(APP, raw, "1790000000000", KEY) == V1_MAC


def test_letters_beyond_ascii_are_signed_as_they_are() -> None:
    """V2: the body keeps its letters, and the same object written otherwise has another mac."""
    raw = compact(v2())
    assert len(raw) == 301
    assert hashlib.sha256(raw).hexdigest().startswith("4b22da4de87b8071eb5522432bd04ca3")
    assert mac(APP, raw, "1790000001000", KEY) == V2_MAC
    otherwise = json.dumps(v2()).encode()
    assert len(otherwise) == 347
    wrong = "586666a978166a81f197b02fa9f9ebb3547f5a147c82141f0dec14927fd2245f"
    assert mac(APP, otherwise, "1790000001000", KEY) == wrong != V2_MAC


def test_a_follow_has_no_message_and_a_flat_account() -> None:
    """V3."""
    raw = compact(events.following(IDS, "follow", 1790000002000))
    assert len(raw) == 210
    assert mac(APP, raw, "1790000002000", KEY) == V3_MAC


def test_other_recipes_give_the_values_that_must_fail() -> None:
    """The App Secret, the account first, and HMAC are what a wrong sender would compute."""
    at = "1790000000000"
    app_secret = "cd9e695ffc8c55fc74497c6ac596f2a2134c5c3c74b0a264a2847113b800377c"
    account_first = "5d4439e4e7c0e27bcd9a039320babed4d255b3e8897cfce1f54afc90097d00e0"
    keyed = "82ac636c1d82d1e68b85beeb3f56e5064c01685bdcff082dfda6ec60b12140bc"
    assert mac(APP, V1, at, "TEST_app_secret_0001") == app_secret
    assert mac(OA, V1, at, KEY) == account_first
    assert hmac.new(KEY.encode(), V1, hashlib.sha256).hexdigest() == keyed
    assert V1_MAC not in (app_secret, account_first, keyed)


def test_a_changed_byte_changes_the_mac() -> None:
    assert mac(APP, V1.replace(b"#Q7", b"#Q8"), "1790000000000", KEY) != V1_MAC


def test_challenge_and_proof_follow_their_vectors() -> None:
    verifier = "aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1eF3hJ5kL7nP9r"
    assert challenge(verifier) == "-EfAO0DphNTtC-ZRdiRU2-Em5fR2KvfkqLxSCf5NlDI"
    right = "19766d171ec08cd8643de20ddf18ed60f039914ed8bebc6ebe15ef530c88ca0e"
    assert proof("TEST_app_secret_0001", "TEST_access_token_0001") == right
