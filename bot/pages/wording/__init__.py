"""The words that only a web page says; those shared with the messengers are in ``bot.phrases``."""

from bot.pages.wording import en, vi

LANGUAGES = ("vi", "en")
CATALOGUES = {"vi": vi.WORDS, "en": en.WORDS}


def say(key: str, language: str, **values: object) -> str:
    """Give a text in a language, with its places filled; it is not HTML yet.

    Raises KeyError for a key or a place that is not there: pages never show a half text.
    """
    return CATALOGUES.get(language, vi.WORDS)[key].format_map(values)
