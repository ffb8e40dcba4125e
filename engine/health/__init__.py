"""Health rules: what a run's figures say about it, as pure functions over its history, and the alerts they become."""

from engine.health.catalogue import RULES, find_rule, rule_named
from engine.health.history import History
from engine.health.monitor import HealthMonitor
from engine.health.rule import Finding, Rule

__all__ = ["RULES", "Finding", "HealthMonitor", "History", "Rule", "find_rule", "rule_named"]
