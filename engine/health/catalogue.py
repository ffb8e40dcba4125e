"""Every health rule, in the order of the guide."""

from engine.health.rule import Rule
from engine.health.rules.batches import BATCH_RULES
from engine.health.rules.breakdown import BREAKDOWN_RULES
from engine.health.rules.data import DATA_RULES
from engine.health.rules.gradient import GRADIENT_RULES
from engine.health.rules.learning_rate import LEARNING_RATE_RULES
from engine.health.rules.machine import MACHINE_RULES
from engine.health.rules.saturation import SATURATION_RULES
from engine.health.rules.signal import SIGNAL_RULES
from engine.health.rules.teacher import TEACHER_RULES
from engine.health.rules.validation import VALIDATION_RULES

RULES: tuple[Rule, ...] = (
    *BREAKDOWN_RULES,
    *GRADIENT_RULES,
    *SATURATION_RULES,
    *LEARNING_RATE_RULES,
    *BATCH_RULES,
    *SIGNAL_RULES,
    *VALIDATION_RULES,
    *TEACHER_RULES,
    *DATA_RULES,
    *MACHINE_RULES,
)
_BY_NAME = {rule.name: rule for rule in RULES}


def rule_named(name: str) -> Rule:
    """The rule of an alert; KeyError for a name that is none."""
    return _BY_NAME[name]


def find_rule(name: str) -> Rule | None:
    """The rule of an alert, where this version has it."""
    return _BY_NAME.get(name)
