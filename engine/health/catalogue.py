"""Every health rule in words: what it means, what is behind it, what to do; for alerts, tooltips, help and README."""

from engine.health.rule import Rule
from engine.health.rules.machine import MACHINE_CATALOGUE
from engine.health.rules.teacher import CHECK_CATALOGUE
from engine.health.rules.training import STEP_CATALOGUE
from engine.health.rules.validation import VALIDATION_CATALOGUE

RULES: tuple[Rule, ...] = (*STEP_CATALOGUE, *VALIDATION_CATALOGUE, *CHECK_CATALOGUE, *MACHINE_CATALOGUE)
_BY_NAME = {rule.name: rule for rule in RULES}


def rule_named(name: str) -> Rule:
    """The rule of an alert; KeyError for a name that is none."""
    return _BY_NAME[name]
