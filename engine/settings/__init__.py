"""The one schema of a run: frozen, validated models that carry a form's words (label, help, unit, level)."""

from engine.settings.base import FilterName, NormalisationName, Section
from engine.settings.data import DataSettings
from engine.settings.degradations import DegradationSettings
from engine.settings.health import HealthSettings
from engine.settings.loss import LossSettings
from engine.settings.networks import StudentSettings, TeacherSettings
from engine.settings.run import CONTROL_STAGE, MachineSettings, OutputSettings, RunSettings
from engine.settings.stages import ControlSettings, Stage1Settings, Stage2Settings, StageSettings

__all__ = [
    "CONTROL_STAGE",
    "ControlSettings",
    "DataSettings",
    "DegradationSettings",
    "FilterName",
    "HealthSettings",
    "LossSettings",
    "MachineSettings",
    "NormalisationName",
    "OutputSettings",
    "RunSettings",
    "Section",
    "Stage1Settings",
    "Stage2Settings",
    "StageSettings",
    "StudentSettings",
    "TeacherSettings",
]
