"""Settings of a whole run: the groups together, where it is kept, and what it may use of the computer."""

from typing import Literal

from engine.settings.base import OptionalPath, Section, option
from engine.settings.data import DataSettings
from engine.settings.degradations import DegradationSettings
from engine.settings.health import HealthSettings
from engine.settings.loss import LossSettings
from engine.settings.networks import StudentSettings, TeacherSettings
from engine.settings.stages import Stage1Settings, Stage2Settings, StageSettings


class OutputSettings(Section):
    """Where a run is kept and how often it reports."""

    folder: OptionalPath = option(
        None, "Runs folder", "Each run gets a folder of its own here. Empty: PatchDistill in your documents."
    )
    name: str = option("", "Run name", "Part of the run folder's name. Empty: the date and time.", max_length=80)
    report_every: int = option(
        10, "Report every", "Steps between reported figures.", unit="steps", ge=1, le=10_000, level="advanced"
    )
    save_every_minutes: float = option(
        5.0,
        "Save every",
        "Minutes between checkpoints inside an epoch.",
        unit="min",
        gt=0,
        le=1440,
        level="advanced",
    )


class MachineSettings(Section):
    """What the run may use of the computer."""

    device: Literal["auto", "cpu", "cuda"] = option("auto", "Device", "auto takes a CUDA GPU when there is one.")
    threads: int = option(
        0, "CPU threads", "Threads for arithmetic; 0 lets the program choose.", ge=0, le=512, level="advanced"
    )
    keep_awake: bool = option(
        True,
        "Keep the computer awake",
        "The computer does not fall asleep by itself while a run goes on. Closing a laptop's lid still suspends it.",
    )
    cuda_graphs: bool = option(
        True,
        "CUDA graphs",
        "On a GPU, a step is started as one piece, which saves time with small batches. Where the card or its driver "
        "cannot do that, steps are computed piece by piece.",
        level="advanced",
    )
    cache_folder: OptionalPath = option(
        None,
        "Cache folder",
        "Decoded images and teacher maps are kept here for the next run. Empty: the system's folder for such files. "
        "Choose a disk of this computer, not one on the network.",
        level="advanced",
    )


class RunSettings(Section):
    """Everything a run depends on: equal settings on equal data on a CPU end with equal weights."""

    schema_version: Literal[1] = 1
    preset: Literal["recommended", "from_scratch", "conservative"] = option(
        "recommended",
        "Preset",
        "Starting values of the stages. recommended: measured best. from_scratch: longer, no stage 1. "
        "conservative: tiny steps from a trained student checkpoint.",
    )
    seed: int = option(
        0,
        "Seed",
        "Decides order, augmentation and first weights; the same seed gives the same run.",
        ge=0,
        le=2**31 - 1,
    )
    data: DataSettings = DataSettings()
    degradations: DegradationSettings = DegradationSettings()
    teacher: TeacherSettings = TeacherSettings()
    student: StudentSettings = StudentSettings()
    loss: LossSettings = LossSettings()
    stage1: Stage1Settings = Stage1Settings()
    stage2: Stage2Settings = Stage2Settings()
    health: HealthSettings = HealthSettings()
    output: OutputSettings = OutputSettings()
    machine: MachineSettings = MachineSettings()

    def stage(self, number: int) -> StageSettings:
        """The settings of stage 1 or 2."""
        return self.stage1 if number == 1 else self.stage2
