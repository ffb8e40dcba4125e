"""Settings of a whole run: the groups together, where it is kept, and what it may use of the computer."""

from typing import Literal, Self

from engine.settings.base import OptionalPath, Section, option
from engine.settings.data import DataSettings
from engine.settings.degradations import DegradationSettings
from engine.settings.health import HealthSettings
from engine.settings.loss import LossSettings
from engine.settings.networks import StudentSettings, TeacherSettings
from engine.settings.stages import ControlSettings, Stage1Settings, Stage2Settings, StageSettings

CONTROL_STAGE = 3


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
    control: ControlSettings = ControlSettings()
    health: HealthSettings = HealthSettings()
    output: OutputSettings = OutputSettings()
    machine: MachineSettings = MachineSettings()

    def stage(self, number: int) -> StageSettings:
        """The settings of a stage; the control is trained as stage 2 is."""
        return self.stage1 if number == 1 else self.stage2

    def in_stage(self, number: int) -> Self:
        """The same, as they act in a stage: the control learns from labels only."""
        if number != CONTROL_STAGE or not self.loss.imitates:
            return self
        return self.model_copy(update={"loss": self.loss.model_copy(update=self.loss.without_teacher)})

    def control_is_due(self, best_auc: float | None, teacher_auc: float | None) -> bool:
        """Whether a control comes after stage 2, by the AUC of the best student and of its teacher on validation."""
        possible = self.loss.imitates and self.loss.alpha_task > 0 and self.stage2.enabled
        if not possible or self.control.when != "doubt":
            return possible and self.control.when == "always"
        least = self.teacher.min_auc if best_auc is None else max(self.teacher.min_auc, best_auc)
        return teacher_auc is not None and teacher_auc < least
