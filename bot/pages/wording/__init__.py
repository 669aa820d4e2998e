"""The words that only a web page says; those shared with the messengers are in ``bot.phrases``."""

from bot.pages.wording import cases_en, cases_vi, en, vi

LANGUAGES = ("vi", "en")
CATALOGUES = {"vi": vi.WORDS | cases_vi.WORDS, "en": en.WORDS | cases_en.WORDS}


def say(key: str, language: str, **values: object) -> str:
    """Give a text in a language, with its places filled; it is not HTML yet.

    Raises KeyError for a key or a place that is not there: pages never show a half text.
    """
    return CATALOGUES.get(language, CATALOGUES["vi"])[key].format_map(values)
