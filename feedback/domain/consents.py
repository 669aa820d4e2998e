"""What a citizen is asked to agree to, word for word and by version. It asks nobody.

Luật 91/2025/QH15 Đ.9: voluntary, per purpose, nothing ticked beforehand, provable afterwards.
"""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from feedback.domain.channels import Channel


class Purpose(StrEnum):
    """What data is kept for; each is agreed to by itself."""

    CONTACT = "contact"
    """Name, phone and address, to answer about this one matter."""


@dataclass(frozen=True, slots=True)
class Consent:
    """A text that was shown, in both languages; changing a word makes another version."""

    purpose: Purpose
    version: str
    vi: str
    en: str

    def text(self, language: str) -> str:
        """Give the text as it is shown."""
        return self.en if language == "en" else self.vi

    def digest(self, language: str) -> str:
        """Give the SHA-256 of the text as it was shown, in hex: what was agreed to, provably."""
        return sha256(self.text(language).encode()).hexdigest()


_VI = (
    "Tôi đồng ý để cơ quan giữ tên, số điện thoại, địa chỉ này chỉ để trả lời tôi về việc này. "
    "Các thông tin này được mã hoá, mỗi lần mở xem đều được ghi lại, và tôi rút lại lúc nào cũng "
    "được."
)
_EN = (
    "I agree that the office keeps this name, phone and address only to answer me about this "
    "matter. They are encrypted, every look at them is recorded, and I may withdraw at any time."
)
# Luật 91/2025/QH15 Đ.20: Telegram's servers are a transfer abroad, and Đ.9 wants that known.
_ABROAD_VI = " Tin gửi qua Telegram đi qua máy chủ ở nước ngoài."
_ABROAD_EN = " Messages on Telegram pass through servers abroad."
_ZALO_VI = " Người quản lý trang Zalo của cơ quan đọc được cuộc trò chuyện này."
_ZALO_EN = " The managers of the office's Zalo account can read this chat."

_PLAIN = Consent(Purpose.CONTACT, "contact-1", _VI, _EN)
_TELEGRAM = Consent(Purpose.CONTACT, "contact-telegram-1", _VI + _ABROAD_VI, _EN + _ABROAD_EN)
_ZALO = Consent(Purpose.CONTACT, "contact-zalo-1", _VI + _ZALO_VI, _EN + _ZALO_EN)
_CONTACT = {
    Channel.TELEGRAM: _TELEGRAM,
    Channel.ZALO_OA: _ZALO,
    Channel.ZALO_BOT: _ZALO,
}


def asked(purpose: Purpose, channel: Channel) -> Consent:
    """Give what is asked in a channel: the text says what that channel lets others see."""
    match purpose:
        case Purpose.CONTACT:
            return _CONTACT.get(channel, _PLAIN)
