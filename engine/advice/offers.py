"""Which remedies an alert offers, ranked: one source for window, command line and ladder."""

from dataclasses import replace

from engine.health import find_rule
from engine.remedy import Remedy
from engine.settings import RunSettings
from engine.settings.changes import useful
from engine.settings.names import stage_name


def remedies_for(rule_name: str, settings: RunSettings, stage: int = 2, subject: str = "") -> tuple[Remedy, ...]:
    """Remedies of a rule, the most promising first; only those that would change something.

    ``stage`` is the alert's, whose learning rates are meant; ``subject`` is what it speaks of (a term of the loss).
    """
    rule = find_rule(rule_name)
    if rule is None:
        return ()
    offered = (useful(settings, remedy) for remedy in rule.offers(settings, stage_name(stage), subject))
    return tuple(replace(remedy, rule=rule_name, subject=subject) for remedy in offered if remedy is not None)
