"""The engine's sentences as the window says them: settings by their labels, no options of the command line."""

import re
from collections import defaultdict
from functools import cache, lru_cache

from engine.errors import EngineError
from engine.health import find_rule
from engine.settings import RunSettings
from gui.words.setting_names import SECTION_TITLES, setting_fields
from gui.words.translation import mark, tr

_NAME = re.compile(r"(?<![\w./\\-])(?:\w+\.)?[a-z][a-z0-9_]*(?![\w/\\]|\.\w)")  # not inside of a path
_ONE = {
    **{"epochs": mark("epoch"), "steps": mark("step"), "logits": mark("logit"), "validations": mark("validation")},
    "batches": mark("batch"),
}
_OPTION = re.compile(r" \((?:evaluate: )?--[\w-]+(?:, --[\w-]+)*\)| with --[\w-]+")


@lru_cache(maxsize=1000)
def in_words(text: str) -> str:
    """A sentence with every setting's name, such as loss.alpha_distill, replaced by its quoted label."""
    return _NAME.sub(lambda found: _quoted(found[0]), _OPTION.sub("", text))


def plain_words(error: EngineError) -> str:
    """What went wrong and what to do."""
    return in_words(f"{error.message} {error.remedy}".strip())


def label_of(name: str) -> str:
    """A setting's label in the form, with its group; the name itself where there is none."""
    label, section = _labels().get(name), SECTION_TITLES.get(name.rpartition(".")[0], "")
    return f"{tr(section)}: {tr(label)}" if label and section else tr(label) if label else name


def plural(count: int, one: str, many: str) -> str:
    """A count in words: No files, 1 file, 1,234 files."""
    if not count:
        return tr("No {things}", things=tr(many))
    return f"1 {tr(one)}" if count == 1 else f"{count:,} {tr(many)}"


def capitalised(text: str) -> str:
    """A text as it begins a sentence; other than by Python's own, the rest stays as it is."""
    return text[:1].upper() + text[1:]


def unit_for(number: float, unit: str) -> str:
    """A setting's unit beside a number: 1 batch, 2 batches, 1 px."""
    return tr(english_unit(number, unit)) if unit else ""


def english_unit(number: float, unit: str) -> str:
    """The same for the guide, which is English."""
    return _ONE.get(unit, unit) if number == 1 else unit


def _quoted(name: str) -> str:
    if "." in name and name in _labels():
        return f'"{label_of(name)}"'
    return f'"{tr(_alone()[name])}"' if name in _alone() else name


@cache
def _labels() -> dict[str, str]:
    return {name: str(info.title) for name, info in setting_fields(RunSettings)}


@cache
def _alone() -> dict[str, str]:
    """Labels of names without their group, where such a name is no word of the language and means one thing."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, label in _labels().items():
        found[name.rpartition(".")[2]].add(label)
    return {key: labels.pop() for key, labels in found.items() if "_" in key and len(labels) == 1}


def rule_title(rule: str) -> str:
    """A rule's title in the catalogue; the name itself for a rule of another version."""
    known = find_rule(rule)
    return tr(known.title) if known is not None else rule.replace("_", " ").capitalize()
