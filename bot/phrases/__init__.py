"""The words, Vietnamese and English: what is said, and what a typed message means.

Two pure functions, ``fill`` and ``recognise``. No words are kept anywhere else in ``bot``.
"""

from bot.phrases.fill import Filled, fill, fill_all
from bot.phrases.recognise import recognise
from bot.phrases.words import LANGUAGES, face, level_name, words

__all__ = ["LANGUAGES", "Filled", "face", "fill", "fill_all", "level_name", "recognise", "words"]
