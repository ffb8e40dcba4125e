"""A rule is one section of one file: nothing else of the program keeps a list of rules' names."""

import ast
from pathlib import Path

import pytest

from engine.health import RULES, Rule

ROOT = Path(__file__).resolve().parents[3]
PRODUCT = [path for room in ("engine", "gui") for path in (ROOT / room).rglob("*.py")]
DRILLS = ROOT / "engine" / "demo" / "drills"  # each says which rule is to notice it
TEXTS = {
    path: {node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)}
    for path in PRODUCT
    if not path.is_relative_to(DRILLS)
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_named_in_its_own_section_alone(rule: Rule) -> None:
    (path,) = (path for path, texts in TEXTS.items() if rule.name in texts)
    assert path.parent == ROOT / "engine" / "health" / "rules"


def test_no_two_rules_have_one_name() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_an_unattended_run_answers_only_alerts_that_offer_it_something() -> None:
    for rule in RULES:
        assert not (rule.mild and rule.harms), "harm leads back, at once"
        assert bool(rule.rungs) <= bool(rule.mild or rule.harms)
