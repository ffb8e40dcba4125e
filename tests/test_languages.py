"""The catalogues in resources/languages: complete, true to the texts in the code, and compiled."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from gui.commands.actions import COMMANDS, menu_title
from gui.start.languages import CATALOGUES, language_for, speak
from gui.words.translation import CONTEXT, tr
from installer.languages import (
    ROOT,
    catalogue_file,
    compile_catalogue,
    read_catalogue,
    texts,
    texts_in,
    write_catalogue,
)

PARTS = {
    "places": r"\{[^{}]*\}",
    "tags": r"</?\w+[^<>]*>",
    "line ends": r"\n",
    "file endings": r"\*\.\w+|;;",
}


@pytest.fixture(scope="module")
def sources() -> set[str]:
    return texts()


def of_each(language: str) -> list[tuple[str, str]]:
    """Texts and their translations, where there is one."""
    return [(source, text) for source, text in read_catalogue(catalogue_file(language)).items() if text]


@pytest.mark.parametrize("language", CATALOGUES)
def test_a_catalogue_has_the_texts_of_the_code_and_no_others(language: str, sources: set[str]) -> None:
    """Where it fails: python -m installer.languages."""
    held = set(read_catalogue(catalogue_file(language)))
    assert (sources - held, held - sources) == (set(), set())


@pytest.mark.parametrize("language", CATALOGUES)
def test_every_text_is_translated(language: str) -> None:
    """Where it fails: python -m installer.languages --missing FOLDER."""
    assert not [source for source, text in read_catalogue(catalogue_file(language)).items() if not text]


@pytest.mark.parametrize("language", CATALOGUES)
@pytest.mark.parametrize("part", PARTS)
def test_what_is_no_word_is_the_same_in_a_translation(language: str, part: str) -> None:
    pattern = re.compile(PARTS[part])
    other = [pair for pair in of_each(language) if sorted(pattern.findall(pair[0])) != sorted(pattern.findall(pair[1]))]
    assert not other


@pytest.mark.parametrize("language", CATALOGUES)
def test_a_translation_begins_and_ends_as_the_text_does(language: str) -> None:
    assert not [pair for pair in of_each(language) if _ends(pair[0]) != _ends(pair[1])]


@pytest.mark.parametrize("language", CATALOGUES)
def test_names_of_settings_in_a_text_are_whole_in_a_translation(language: str) -> None:
    """They become labels where they stand between spaces or signs."""
    name = re.compile(r"(?<![\w./\\-])(?:\w+\.)?[a-z][a-z0-9]*_[a-z0-9_]+(?![\w/\\]|\.\w)")
    assert not [pair for pair in of_each(language) if set(name.findall(pair[0])) != set(name.findall(pair[1]))]


@pytest.mark.parametrize("language", CATALOGUES)
def test_what_qt_reads_is_what_the_catalogue_says(language: str) -> None:
    file = catalogue_file(language)
    translator = QTranslator()
    known = of_each(language)
    assert translator.load(str(file.with_suffix(".qm"))) or not known
    assert not [pair for pair in known if translator.translate(CONTEXT, pair[0]) != pair[1]]


@pytest.mark.parametrize("language", CATALOGUES)
def test_qt_has_its_own_words_in_the_language(language: str) -> None:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    assert (folder / f"qtbase_{language}.qm").is_file()


def _ends(text: str) -> tuple[bool, bool, str, int]:
    """Spaces at both ends, an ellipsis or colon at the end (a wide colon is one, too), and mnemonics."""
    last = text.rstrip()[-1:].replace("：", ":")
    mnemonics = len(re.findall(r"&(?=\w)", text.replace("&&", "")))
    return text[:1].isspace(), text[-1:].isspace(), last if last in ("…", ":") else "", mnemonics


@pytest.mark.parametrize(
    ("chosen", "wishes", "language"),
    [
        ("system", ["de-AT", "en-GB"], "de"),
        ("system", ["fr-FR", "zh-Hans-CN", "de"], "zh_CN"),
        ("system", ["zh-SG"], "zh_CN"),
        ("system", ["zh-Hant-TW", "zh-HK"], "en"),
        ("system", ["en-US", "de-DE"], "en"),
        ("system", ["fr-FR"], "en"),
        ("system", [], "en"),
        ("zh_CN", ["de-DE"], "zh_CN"),
        ("en", ["de-DE"], "en"),
    ],
)
def test_the_language_is_the_chosen_one_or_the_first_wish_of_the_system(
    chosen: str, wishes: list[str], language: str
) -> None:
    assert language_for(chosen, wishes) == language


@pytest.mark.parametrize(
    "broken", [None, b"", b"no catalogue", b"<\xb8d\x18\xca\xef\x9c\x95\xcd!\x1c\xbf`\xa1\xbd\xdd"]
)
def test_a_catalogue_that_cannot_be_read_leaves_english(
    broken: bytes | None, tmp_path: Path, qapp: QCoreApplication, caplog: pytest.LogCaptureFixture
) -> None:
    if broken is not None:
        (tmp_path / "patchdistill_de.qm").write_bytes(broken)
    before = set(qapp.findChildren(QTranslator))
    speak(qapp, "de", tmp_path)
    _forget(qapp, before)
    assert tr("Show {count} advanced settings", count=3) == "Show 3 advanced settings"


def test_texts_are_shown_in_the_language_and_qts_own_too(tmp_path: Path, qapp: QCoreApplication) -> None:
    write_catalogue(tmp_path / "patchdistill_de.ts", "de", {"{count} changed": "{count} geändert", "Unchanged": ""})
    before = set(qapp.findChildren(QTranslator))
    speak(qapp, "de", tmp_path)
    try:
        assert tr("{count} changed", count=2) == "2 geändert"
        assert tr("Unchanged") == "Unchanged"
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    finally:
        _forget(qapp, before)
    assert tr("{count} changed", count=2) == "2 changed"


@pytest.mark.parametrize("language, title", [("de", "&Datei"), ("zh_CN", "文件(&F)")])
def test_a_menus_letter_is_one_that_keyboards_have(language: str, title: str, qapp: QCoreApplication) -> None:
    before = set(qapp.findChildren(QTranslator))
    speak(qapp, language)
    try:
        assert menu_title("File") == title
        letters = [menu_title(name)[menu_title(name).index("&") + 1] for name in {c.menu for c in COMMANDS}]
        assert len(set(letters)) == len(letters)
    finally:
        _forget(qapp, before)


def test_a_text_that_is_put_together_first_is_refused(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text('tr("One " "text")\nplural(n, "file", "files")\ntr("a" if x else "b")\n', encoding="utf-8")
    assert set(texts_in(module)) == {"One text", "file", "files", "a", "b"}
    module.write_text('tr(f"{n} texts")\n', encoding="utf-8")
    with pytest.raises(ValueError, match="put together before"):
        list(texts_in(module))


def test_no_text_is_translated_before_the_language_is_known() -> None:
    """Modules are imported before: a constant is marked, and translated where it is shown."""
    early = [
        f"{file}:{node.lineno}"
        for file in sorted((ROOT / "gui").rglob("*.py"))
        for node in _at_import(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("tr", "plural")
    ]
    assert not early


def test_a_catalogue_is_read_as_it_was_written(tmp_path: Path) -> None:
    held = {"<b>{kind}</b> & more\nlines": "<b>{kind}</b> & mehr\nZeilen", "Not yet": ""}
    file = tmp_path / "patchdistill_de.ts"
    write_catalogue(file, "de", held)
    assert read_catalogue(file) == held
    compile_catalogue(file, tmp_path / "again.qm")
    assert (tmp_path / "again.qm").read_bytes() == file.with_suffix(".qm").read_bytes()


def _at_import(node: ast.AST) -> Iterator[ast.AST]:
    """All that is evaluated as a module is imported: no bodies of functions."""
    yield node
    inner = ast.iter_child_nodes(node)
    if isinstance(node, ast.FunctionDef | ast.Lambda):
        inner = iter((node.args, *getattr(node, "decorator_list", ())))
    for child in inner:
        yield from _at_import(child)


def _forget(app: QCoreApplication, before: set[QTranslator]) -> None:
    for translator in set(app.findChildren(QTranslator)) - before:
        app.removeTranslator(translator)
        translator.deleteLater()
