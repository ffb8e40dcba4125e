"""What was done about each alert of a run, and whether it has stayed away since: alerts that were healed."""

from dataclasses import dataclass

from engine.events import Alert, AlertKey, Event, RemedyApplied, RolledBack, StepDone
from engine.remedy import is_undo


@dataclass(frozen=True, slots=True)
class Answer:
    """What was done about an alert, from which step on; ``healed`` once it stayed away twice as long as it took."""

    deed: str
    step: int
    needed: int | None  # steps without it after which it counts as healed; None where it is not one of steps
    healed: bool = False

    @property
    def words(self) -> str:
        """As a sentence."""
        return f"{'Healed' if self.healed else 'Answered'} at step {self.step:,}: {self.deed}; not seen again since."


class Answers:
    """Fed with every event of a run; ``found`` holds the answer of each alert that has not rung again."""

    def __init__(self) -> None:
        self.found: dict[AlertKey, Answer] = {}
        self._newest: dict[tuple[str, str], Alert] = {}  # by rule and subject, which is all that a remedy names

    def take(self, event: Event, window: int = 0) -> bool:
        """Take in the next event; whether an answer came or went, or an alert was healed."""
        before = dict(self.found)
        match event:
            case Alert():
                self._newest[event.rule, event.subject] = event
                self.found.pop(event.key, None)
            case RemedyApplied():
                self._answer(event, "" if is_undo(event.label) else event.label, event.step, window)
            case RolledBack():
                self._answer(event, "back to an earlier state", event.to_step, window)
            case StepDone():
                self._settle(event.step)
        return self.found != before

    def _answer(self, event: RemedyApplied | RolledBack, deed: str, step: int, window: int) -> None:
        alert = self._newest.get((event.rule, event.subject))
        if alert is None:
            return
        needed = None if alert.since is None else max(window, 2 * (alert.step - alert.since))
        if deed:
            self.found[alert.key] = Answer(deed, step, needed)
        else:
            self.found.pop(alert.key, None)

    def _settle(self, step: int) -> None:
        for key, answer in self.found.items():
            if not answer.healed and answer.needed is not None and step - answer.step >= answer.needed:
                self.found[key] = Answer(answer.deed, answer.step, answer.needed, healed=True)
