"""One JSON line for every event of a run, and back; the same objects are told live."""

import json
from functools import cache
from typing import Annotated, Any, get_args

from pydantic import Discriminator, TypeAdapter

from engine.events.diagnosis import (
    Alert,
    IncidentKept,
    MachineReport,
    MachineTrouble,
    RemedyApplied,
    RemedyRefused,
    RolledBack,
)
from engine.events.run import (
    DataScanned,
    FinalEvaluated,
    PhaseChanged,
    Progress,
    RunFinished,
    RunStarted,
    ShortcutsAudited,
    TeacherChecked,
)
from engine.events.training import (
    CheckpointSaved,
    PatchMapsSaved,
    StageFinished,
    StageStarted,
    StepDone,
    StepSkipped,
    Validated,
)
from engine.events.values import Event

AnyEvent = Annotated[
    RunStarted
    | PhaseChanged
    | Progress
    | DataScanned
    | ShortcutsAudited
    | TeacherChecked
    | StageStarted
    | StepDone
    | StepSkipped
    | Validated
    | MachineReport
    | PatchMapsSaved
    | CheckpointSaved
    | Alert
    | RemedyApplied
    | RemedyRefused
    | RolledBack
    | IncidentKept
    | MachineTrouble
    | StageFinished
    | FinalEvaluated
    | RunFinished,
    Discriminator("kind"),
]
EVENT_TYPES: tuple[type[Event], ...] = get_args(get_args(AnyEvent)[0])


@cache
def _adapter() -> TypeAdapter[Any]:
    """Built at the first event that is written or read: it costs a tenth of a second."""
    return TypeAdapter(AnyEvent)


def to_json(event: Event) -> str:
    """One JSON line without the line break; NaN and infinity are written as such and read back."""
    return json.dumps(_adapter().dump_python(event), ensure_ascii=False)


def from_json(line: str) -> Event:
    """The event of one line; ValueError (pydantic) where it is not one."""
    event: Event = _adapter().validate_json(line)
    return event
