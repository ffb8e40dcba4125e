"""The window's language: the user's choice or the system's, from catalogues that lie beside the program."""

import logging
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from resources.paths import resource

ENGLISH = "en"
CATALOGUES = ("de", "zh_CN")

_log = logging.getLogger(__name__)


def language_for(chosen: str, wishes: Sequence[str]) -> str:
    """The language to speak: the chosen one, or for "system" the first of its wishes (zh-Hans-CN) that we have."""
    if chosen != "system":
        return chosen
    return next((known for wish in wishes if (known := _spoken(QLocale(wish)))), ENGLISH)


def speak(app: QCoreApplication, language: str, folder: Path | None = None) -> None:
    """Show texts in a language, Qt's own too; what cannot be read is logged, and English stays."""
    if language not in CATALOGUES:
        return
    folder = folder or resource("languages")
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for file in (qt / f"qtbase_{language}.qm", folder / f"patchdistill_{language}.qm"):
        translator = QTranslator(app)
        if translator.load(str(file)):
            app.installTranslator(translator)
        else:
            _log.warning("The language %s is not shown in full: %s cannot be read.", language, file)


def system_wishes() -> list[str]:
    """The languages that the user told the system, the best first."""
    return QLocale.system().uiLanguages()


def _spoken(locale: QLocale) -> str:
    match locale.language():
        case QLocale.Language.English:
            return ENGLISH
        case QLocale.Language.German:
            return "de"
        case QLocale.Language.Chinese if locale.script() == QLocale.Script.SimplifiedHanScript:
            return "zh_CN"
    return ""
