"""Problems that something other than the form found in its settings, and how long they can be believed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.errors import Problem


@dataclass(frozen=True, slots=True)
class FormFindings:
    """Problems, and the settings or sections that they were found on, if all go with these."""

    problems: tuple[Problem, ...]
    on: tuple[str, ...] = ()

    def without(self, names: Sequence[str]) -> "FormFindings":
        """What is left of them once some settings have other values."""
        if any(name == base or name.startswith(f"{base}.") for name in names for base in self.on):
            return FormFindings(())
        return replace(self, problems=tuple(p for p in self.problems if p.setting and p.setting not in names))
