"""What a citizen agreed to can be proven: which text, word for word, in which language and where."""

from dataclasses import replace
from hashlib import sha256

import pytest

from feedback.domain.cases.kinds import Choice
from feedback.domain.channels import Channel
from feedback.domain.consents import Purpose, asked
from feedback.services.cases import filing
from feedback.services.cases.filing import Filing
from feedback.store import consents
from feedback.store.case_people import Contact
from feedback.store.work import Store
from tests.privacy.conftest import NAME, PHONE


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("channel", list(Channel))
def test_a_consent_proves_itself(store: Store, channel: Channel, language: str) -> None:
    """The stored digest is that of the very words that this channel shows."""
    shown = asked(Purpose.CONTACT, channel)
    with store.work() as work:
        receipt = filing.file(
            work,
            Filing(
                Choice.REPORT,
                "Chờ lâu",
                channel,
                language,
                work.now,
                contact=Contact(NAME, PHONE),
                consents=(Purpose.CONTACT,),
            ),
        )
        (given,) = consents.of_case(work, receipt.case)
        now = work.now
    assert (given.purpose, given.version) == ("contact", shown.version)
    assert given.digest == sha256(shown.text(language).encode()).hexdigest()
    assert (given.language, given.channel, given.at) == (language, channel.value, now)
    assert given.withdrawn_at is None


def test_without_a_yes_nothing_was_agreed_to(store: Store) -> None:
    """Silence is no consent."""
    with store.work() as work:
        told = Filing(Choice.REPORT, "Chờ lâu", Channel.WEB, "vi", work.now)
        assert consents.of_case(work, filing.file(work, told).case) == []


def test_each_channel_says_what_it_lets_others_see() -> None:
    """Telegram goes abroad, a Zalo account's managers can read along; elsewhere neither is said."""
    for channel in Channel:
        text = asked(Purpose.CONTACT, channel)
        assert ("nước ngoài" in text.vi, "abroad" in text.en) == (
            (channel is Channel.TELEGRAM,) * 2
        )
        zalo = channel in (Channel.ZALO_OA, Channel.ZALO_BOT)
        assert ("Zalo" in text.vi, "Zalo" in text.en) == (zalo, zalo)


def test_a_changed_word_is_another_text() -> None:
    """Texts that differ never share a version, nor a digest."""
    texts = {asked(Purpose.CONTACT, channel) for channel in Channel}
    assert len({one.version for one in texts}) == len(texts)
    assert len({one.digest(lang) for one in texts for lang in ("vi", "en")}) == 2 * len(texts)
    for one in texts:
        assert replace(one, vi=one.vi + " ").digest("vi") != one.digest("vi")
