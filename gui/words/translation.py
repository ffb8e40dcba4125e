"""The window's texts in the language of the user; English is what stands in the code."""

from PySide6.QtCore import QCoreApplication

CONTEXT = "PatchDistill"  # one for all texts: the same words are translated once


def tr(text: str, /, **values: object) -> str:
    """A text in the language of the window, its {named} places filled afterwards."""
    translated = QCoreApplication.translate(CONTEXT, text)
    return translated.format(**values) if values else translated


def mark(text: str, /) -> str:
    """The text as it is, noted for the catalogues: for a constant that ``tr`` translates where it is shown."""
    return text
