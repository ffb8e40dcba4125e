"""A language that nobody speaks, to see which texts of the window are not translated: its vowels have marks."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QTranslator

from gui.words.plain_words import in_words
from gui.words.translation import CONTEXT
from installer.languages import texts

MARKED = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")
_LEFT = re.compile(r"\{[^{}]*\}|<[^<>]*>|&\w|\b[\w-]+(?:[._][\w-]+)+")  # places, tags, mnemonics, names of settings
_TWO_WORDS = re.compile(r"(?<![\w{.])[A-Za-z]*[aeiouAEIOU][A-Za-z]* [A-Za-z]*[aeiouAEIOU][A-Za-z]*(?![\w}])")


class MarkingTranslator(QTranslator):
    """Answers every text that the catalogues have with the same text in marked letters."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return marked(text) if context == CONTEXT and text in _known() else text

    def isEmpty(self) -> bool:  # noqa: N802
        return False


@cache
def _known() -> set[str]:
    return texts()


def marked(text: str) -> str:
    """The text in the other language; what is in it already stays."""
    ends = [0, *(end for found in _LEFT.finditer(text) for end in found.span()), len(text)]
    parts = [text[a:b] for a, b in pairwise(ends)]
    return "".join(part if number % 2 else part.translate(MARKED) for number, part in enumerate(parts))


def english_in(text: str) -> list[str]:
    """Two words on end that are not in the other language."""
    return _TWO_WORDS.findall(re.sub(r"<[^<>]*>", " ", text))


@contextmanager
def other_language(app: QCoreApplication) -> Iterator[None]:
    """Everything that is made meanwhile speaks it."""
    translator = MarkingTranslator(app)
    _known()  # some are found by way of `tr`, which must not ask here for them
    in_words.cache_clear()
    assert app.installTranslator(translator)
    yield
    app.removeTranslator(translator)
    translator.deleteLater()
    in_words.cache_clear()
