"""How well each rule tells faulty runs from good ones, as measured on the library of recorded runs."""

import json
import logging
from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter

from engine.health.catalogue import rule_named
from engine.parser_errors import TEXT_ERRORS
from resources.paths import resource

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RuleFigures:
    """Counts of recorded runs: faulty ones in all and noticed, good ones in all and rung falsely; the median delay."""

    ill_runs: int
    noticed: int
    delay_steps: float | None  # from the fault to the alert; 0 before training
    good_runs: int
    false_alarms: int
    unrecorded: str = ""  # why there is no ill run

    @property
    def words(self) -> str:
        """The figures as a sentence."""
        steps = "step" if self.delay_steps == 1 else "steps"
        delay = "" if not self.delay_steps else f" after {self.delay_steps:g} {steps} (median)"
        faulty = f"noticed in {self.noticed} of {self.ill_runs} faulty ones{delay}"
        faulty = f"no faulty one ({self.unrecorded})" if self.unrecorded else faulty
        return f"On recorded runs: {faulty}; false alarm in {self.false_alarms} of {self.good_runs} good ones."


@cache
def rule_figures() -> dict[str, RuleFigures]:
    """Every rule's figures, as the script wrote them; none where the program's own file of them is damaged."""
    try:
        values = json.loads(resource("health_figures.json").read_text(encoding="utf-8"))
        return TypeAdapter(dict[str, RuleFigures]).validate_python(values)
    except (OSError, *TEXT_ERRORS) as error:
        log.warning("The figures of the health rules cannot be read: %s", error)
        return {}


def evidence_words(rule: str) -> str:
    """What a rule looks at, and how sure it is; empty for a rule of another version."""
    found = rule_figures().get(rule)
    return f"{rule_named(rule).evidence} {found.words}" if found is not None else ""
