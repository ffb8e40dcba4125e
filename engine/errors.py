"""Failures that a user can meet: what happened and why it matters (message), and what to do (remedy)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal


class EngineError(Exception):
    """Base of every failure with a sentence for the user; anything else that escapes is a fault of ours."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    @property
    def kind(self) -> str:
        """Stable name for programs, such as ``checkpoint`` for CheckpointError."""
        return type(self).__name__.removesuffix("Error").lower()


class CheckpointError(EngineError):
    """A file is not a checkpoint that can be used here, or would run code when opened."""


class GeometryError(EngineError):
    """Two networks' patches cannot be laid over each other, or an image is too small for a network."""


class StorageError(EngineError):
    """A file or folder could not be written: full disk, read-only, or held by another program."""


class DataError(EngineError):
    """The images cannot serve: nothing found, one class only, labels unclear, too many unreadable files."""

    setting = "data.train"  # the one to look at

    @property
    def kind(self) -> str:
        """The same for all that images can lack."""
        return "data"


class UndecidedClassesError(DataError):
    """Nothing says of some folders whether their pictures are real or fake: a person has to."""

    setting = "data.classes"


class HeldOutError(DataError):
    """A source cannot be held out for the test: there is none of that name, or too little is left."""

    setting = "data.test_source"


class UnlabelledError(DataError):
    """Folders or lists of pictures without labels cannot be used as they are."""

    setting = "data.unlabelled"


class TeacherError(EngineError):
    """The teacher cannot teach on these images, for instance because it is no better than chance."""


class RunFolderError(EngineError):
    """A run folder is missing, damaged, in use, or does not belong to these settings."""


class QueueError(EngineError):
    """The list of runs to do cannot be read, is run by another program, or has no such entry."""


class TrainingError(EngineError):
    """Training cannot go on: the numbers broke down and no healthy state is left to go on from."""


class ExportError(EngineError):
    """A student is not fit to leave, or what was written of it does not give the same answers."""


class MachineError(EngineError):
    """The machine cannot do it: no such device, not enough memory or address space."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with the settings, named so that a form can show it beside its field."""

    setting: str  # dotted name, such as "stage2.epochs"; "" for the whole
    message: str
    remedy: str = ""
    severity: Literal["error", "warning"] = "error"


class SettingsError(EngineError):
    """The settings cannot be used; ``problems`` lists every reason at once."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        where = f"{first.setting}: " if first.setting else ""
        more = f" ({len(self.problems) - 1} more)" if len(self.problems) > 1 else ""
        super().__init__(f"{where}{first.message}{more}", first.remedy)
