"""The kinds of personal data that can be told by their looks. It finds none itself."""

from enum import StrEnum


class PrivateKind(StrEnum):
    """What a piece of text seems to be."""

    PHONE = "phone"
    EMAIL = "email"
    IDENTITY = "identity"
    """CCCD, CMND, passport, insurance or tax number."""
    ACCOUNT = "account"
    """A bank account or a card named as one."""
    LONG_NUMBER = "long_number"
    """Thirteen digits and more: a card, or a follow-up number that opens its case."""
    PLATE = "plate"
    NAME = "name"
