"""How a queue of runs goes on; live only."""

from dataclasses import dataclass
from typing import Literal

from engine.events.values import Count, Event


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueEntryStarted(Event):
    """The run of an entry begins, or goes on from its last checkpoint; ``left`` counts it and those that wait."""

    kind: Literal["queue_entry_started"] = "queue_entry_started"
    number: Count
    name: str
    left: Count
    resumed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueEntryEnded(Event):
    """How the run of an entry ended (FinishReason); where it failed, why."""

    kind: Literal["queue_entry_ended"] = "queue_entry_ended"
    number: Count
    name: str
    reason: str
    message: str = ""
    remedy: str = ""
