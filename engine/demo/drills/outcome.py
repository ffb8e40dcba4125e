"""How one drill went, for people and for programs."""

from dataclasses import dataclass

from engine.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillOutcome(Event):
    """What became of one failure; ``passed``: noticed, and ended as it should. It belongs to no run's log."""

    name: str
    title: str
    done: str  # to the run, in words
    noticed_by: str  # the rule; empty where none did
    noticed_at: int | None  # its step; 0 is before training
    end: str  # in words
    auc: float | None
    clean_auc: float | None
    passed: bool

    @property
    def noticed(self) -> str:
        """Which rule rang and when."""
        if self.noticed_at is None:
            return "not noticed"
        return f"noticed by {self.noticed_by} " + (
            f"at step {self.noticed_at}" if self.noticed_at else "before training"
        )

    @property
    def ended(self) -> str:
        """How it ended, and at what AUC where there is one."""
        if self.auc is None or self.clean_auc is None:
            return self.end
        return f"{self.end} (AUC {self.auc:.3f}, clean run {self.clean_auc:.3f})"

    @property
    def sentence(self) -> str:
        """All of it in one line."""
        return f"{self.title}: {self.noticed}, {self.ended}."
