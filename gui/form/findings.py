"""Problems that something other than the form found in its settings, and how long they can be believed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

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


class Findings:
    """What was found, by whom; whoever looks again replaces what it found before."""

    def __init__(self) -> None:
        self._by: dict[str, FormFindings] = {}

    @property
    def problems(self) -> list[Problem]:
        """All, each once."""
        return list(dict.fromkeys(problem for findings in self._by.values() for problem in findings.problems))

    def of(self, by: str) -> tuple[Problem, ...]:
        """What one has found."""
        return self._by[by].problems if by in self._by else ()

    def put(self, by: str, problems: Sequence[Problem], on: Sequence[str]) -> None:
        """What one has found now."""
        self._by[by] = FormFindings(tuple(problems), tuple(on))

    def clear(self) -> None:
        """Forget everything."""
        self._by = {}

    def forget(self, names: Sequence[str]) -> None:
        """Settings have other values now."""
        self._by = {by: findings.without(names) for by, findings in self._by.items()}


def place_of(problem: Problem, names: Collection[str]) -> str:
    """The setting beside which a problem stands: its own, or the first of its section that the words name."""
    inside = [name for name in names if name.startswith(f"{problem.setting}.")]
    named = [name for name in inside if name.rpartition(".")[2] in problem.message]
    return named[0] if named else problem.setting


def as_problem(item: Any) -> Problem:
    """One error of pydantic's, in words."""
    message = str(item["msg"]).removeprefix("Value error, ").removeprefix("Input should be ")
    words = f"Must be {message}" if "Input should be" in item["msg"] else f"{message[:1].upper()}{message[1:]}"
    return Problem(".".join(map(str, item["loc"])), f"{words}.")
