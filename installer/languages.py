"""Writes the catalogues of resources/languages: `python -m installer.languages`, after a change of the window's texts.

Translations that exist stay, new texts are added as unfinished, and those that vanished are dropped.
`--missing FOLDER` writes what has no translation yet as de.json and zh_CN.json ({English: ""}) into a folder, and
`--take FOLDER` reads such files back.
"""

import argparse
import ast
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, get_args, get_origin
from xml.etree import ElementTree

from engine.advice.acting import CONDITIONS
from engine.control import FinishReason, RunPhase
from engine.demo.drills.drills import DRILLS
from engine.evaluation.judgement import METHOD_WORDS
from engine.health import RULES
from engine.remedies.multiples import WORDS
from engine.settings import RunSettings
from engine.settings.loss import LOSS_TERMS
from gui.run.controller import RunState
from gui.start.languages import CATALOGUES
from gui.words.setting_names import setting_fields
from gui.words.translation import CONTEXT
from gui.words.values import extra, spoken

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "languages"
ARGUMENTS = {"tr": (0,), "mark": (0,), "plural": (1, 2), "Command": (1, 2, 3)}
"""Which arguments of which calls are texts."""
WHOLE = ("tr", "mark")  # of these a text must stand in the code as it is looked up
OFFERING = ("remedies", "health/rules")  # folders of the engine
ANNOUNCED = ("Progress", "PhaseChanged", "progress_reporter", "phase")  # calls of the engine that say what it does

Catalogue = Mapping[str, str]  # English -> translation, empty where there is none yet


def texts() -> set[str]:
    """Every text of the window that is translated: those in its code, and those that never change of the engine."""
    return {text for file in sorted((ROOT / "gui").rglob("*.py")) for text in texts_in(file)} | set(_engine_texts())


def texts_in(file: Path) -> Iterator[str]:
    """Literals of a module that are translated; ValueError for one that is put together before."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = _called(node)
            for place in ARGUMENTS.get(name, ()):
                if place < len(node.args):
                    yield from _literals(node.args[place])
                    if name in WHOLE and isinstance(node.args[place], ast.JoinedStr | ast.BinOp):
                        raise ValueError(f"{file}:{node.lineno}: this text is put together before it is translated")


def read_catalogue(file: Path) -> dict[str, str]:
    """What a .ts file holds."""
    messages = ElementTree.parse(file).getroot().iter("message")
    return {str(m.findtext("source")): m.findtext("translation") or "" for m in messages}


def write_catalogue(file: Path, language: str, catalogue: Catalogue) -> None:
    """Write a .ts file, sorted, and compile it."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for source in sorted(catalogue):
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "source").text = source
        translation = ElementTree.SubElement(message, "translation")
        translation.text = catalogue[source]
        if not catalogue[source]:
            translation.set("type", "unfinished")
    ElementTree.indent(root)
    body = ElementTree.tostring(root, encoding="unicode")
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8", newline="\n")
    compile_catalogue(file, file.with_suffix(".qm"))


def compile_catalogue(file: Path, target: Path) -> None:
    """What Qt reads, from a .ts file."""
    found = find_spec("PySide6")  # on Windows torch, which drills bring along, has to be imported before Qt
    assert found is not None
    assert found.origin is not None
    program = Path(found.origin).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    subprocess.run([program, "-silent", file, "-qm", target], check=True)


def catalogue_file(language: str) -> Path:
    """Where a language's .ts file lies."""
    return FOLDER / f"patchdistill_{language}.ts"


def main() -> None:
    """Bring both catalogues up to date."""
    parser = argparse.ArgumentParser(prog="python -m installer.languages", description=__doc__)
    parser.add_argument("--missing", type=Path, metavar="FOLDER", help="write the texts without a translation there")
    parser.add_argument("--take", type=Path, metavar="FOLDER", help="take translations from there")
    asked = parser.parse_args()
    wanted = texts()
    FOLDER.mkdir(exist_ok=True)
    for language in CATALOGUES:
        file = catalogue_file(language)
        known = read_catalogue(file) if file.is_file() else {}
        if asked.take and (given := asked.take / f"{language}.json").is_file():
            known |= json.loads(given.read_text(encoding="utf-8"))
        catalogue = {text: known.get(text, "") for text in wanted}
        write_catalogue(file, language, catalogue)
        if asked.missing:
            asked.missing.mkdir(parents=True, exist_ok=True)
            missing = {text: "" for text in sorted(catalogue) if not catalogue[text]}
            words = json.dumps(missing, ensure_ascii=False, indent=1)
            (asked.missing / f"{language}.json").write_text(f"{words}\n", encoding="utf-8")


def _literals(node: ast.expr) -> Iterator[str]:
    """A text, or both of a choice between two; a name stands for one that is marked elsewhere."""
    match node:
        case ast.Constant(value=str(text)):
            yield from (text,) if text else ()
        case ast.IfExp():
            yield from _literals(node.body)
            yield from _literals(node.orelse)


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def _announced() -> Iterator[str]:
    """What the engine says that it does, in words that never change, and what it counts meanwhile."""
    for file in sorted((ROOT / "engine").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _called(node) in ANNOUNCED:
                for said in (*node.args, *(keyword.value for keyword in node.keywords)):
                    yield from _literals(said)


def _offered() -> Iterator[str]:
    """Whole sentences in the code of rules and remedies: what a remedy does and why, causes that fit settings."""
    for file in (file for folder in OFFERING for file in sorted((ROOT / "engine" / folder).glob("*.py"))):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        others: set[str] = set()  # docstrings, and parts of what is put together
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
                others |= set(_strings(node))
        yield from (
            text
            for text in _strings(tree)
            if text not in others and text[:1].isupper() and " " in text and "{" not in text
        )


def _strings(tree: ast.AST) -> Iterator[str]:
    return (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))


def _engine_texts() -> Iterator[str]:
    """Settings and when they act, health rules, remedies, loss terms, drills, how runs stand, and what they do."""
    yield from _announced()
    yield from set(_offered()) - {rule.evidence for rule in RULES}  # which the engine puts together with figures
    for _, info in setting_fields(RunSettings):
        yield from filter(None, (info.title, info.description, str(extra(info).get("unit", ""))))
        if get_origin(info.annotation) is Literal:
            yield from map(spoken, get_args(info.annotation))
    yield from (condition.when for condition in CONDITIONS)
    yield from METHOD_WORDS.values()
    for rule in RULES:
        yield from (rule.title, rule.meaning, rule.cause, rule.remedy)
    yield from (f"{times} the learning rate" for times in WORDS.values())
    for term in LOSS_TERMS:
        yield from (term.label, term.meaning)
    for drill in DRILLS:
        yield from (drill.title, drill.done)
    yield from (str(state) for state in (*RunPhase, *FinishReason, *RunState))


if __name__ == "__main__":
    main()
