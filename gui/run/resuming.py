"""What resuming a run means, in words and settings: where it goes on, and which changes it can take over."""

import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QMessageBox, QWidget

from engine.advice.allowed_changes import FIXED_ON_RESUME, MOVABLE_ON_RESUME, RunPoint, refused_on_resume
from engine.control import FinishReason, RunControl
from engine.errors import RunFolderError, SettingsError
from engine.settings import RunSettings
from engine.settings.changes import changed_settings, with_changes
from engine.settings.names import value_of
from engine.settings.toml_file import load_settings
from gui.background.places import Places
from gui.history.planned import epoch_at
from gui.history.run_history import RunHistory, replay_history
from gui.widgets.plain_text import show_plain
from gui.words.plain_words import label_of
from gui.words.translation import tr
from gui.words.values import value_text

PLACE = ("output.folder", "output.name")


@dataclass(frozen=True, slots=True)
class OpenedRun:
    """A run folder as it was read: where, what it was told, what happened."""

    folder: Path
    settings: RunSettings
    history: RunHistory
    remark: str = ""  # what of it could not be read

    @property
    def over(self) -> bool:
        """Whether it came to its end, so that only other settings leave it something to do."""
        finished = self.history.finished
        return finished is not None and finished.reason == FinishReason.FINISHED


def read_run(folder: Path, control: RunControl) -> OpenedRun:
    """Replay a run's events; for a task thread. Raises RunFolderError, StopRequestedError."""
    from engine.run_folder.event_log import read_events
    from engine.run_folder.folder import lines_words

    try:
        settings = load_settings(folder / "settings.toml")
    except SettingsError as error:
        raise RunFolderError(
            tr('The settings of the run "{name}" are not understood. {why}', name=folder.name, why=error.message),
            tr("If a newer version of PatchDistill made this run, open it with that. {remedy}", remedy=error.remedy),
        ) from error
    passed_over: list[int] = []
    history = replay_history(read_events(folder, passed_over=passed_over), settings, control)
    return OpenedRun(folder, settings, history, lines_words(passed_over))


def where_it_goes_on(history: RunHistory) -> str:
    """The place of the last checkpoint, such as "stage 1, step 240, in epoch 3"."""
    saved = history.last_checkpoint
    if saved is None or (saved.step == 0 and (saved.stage == 1 or 1 not in history.stages)):
        return tr("the beginning")
    begun = history.stages.get(saved.stage)
    if begun is None or begun.step == saved.step:
        return tr("the beginning of stage {stage}", stage=saved.stage)
    epoch = epoch_at(begun, saved.step)
    return tr("stage {stage}, step {step:,}, in epoch {epoch}", stage=saved.stage, step=saved.step, epoch=epoch)


def point_of(history: RunHistory) -> RunPoint:
    """What decides which changes the engine will accept, as the run's events tell it."""
    calibrated = history.teacher is not None and bool(history.teacher.calibration)
    saved = history.last_checkpoint
    if saved is None:
        return RunPoint(calibrated=calibrated)
    begun = history.stages.get(saved.stage)
    return RunPoint(saved.stage, saved.step - begun.step if begun else 0, calibrated)


@dataclass(frozen=True, slots=True)
class FormChanges:
    """Settings that differ in the form: those that a resumed run can take over, and those that the engine refuses."""

    offered: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


def changes_in(form: RunSettings, run: RunSettings, point: RunPoint) -> FormChanges:
    """What the form would change in a run that goes on from a point; nothing if it is about another training.

    Other images or another network are another training, unless those of the run are no longer where they were.
    """
    names = [name for name in changed_settings(run, form) if name not in PLACE]
    refused = {problem.setting for problem in refused_on_resume(run, form, point)}
    moved = [name for name in names if name in MOVABLE_ON_RESUME and not _is_gone(value_of(run, name))]
    if moved or any(name.startswith(FIXED_ON_RESUME) for name in refused):
        return FormChanges()
    return FormChanges(
        tuple(name for name in names if name not in refused), tuple(name for name in names if name in refused)
    )


def _is_gone(places: object) -> bool:
    paths = places if isinstance(places, tuple) else (places,)
    places = Places()  # what does not answer is not gone
    return any(isinstance(path, Path) and places(os.path.exists, path) is False for path in paths)


class ResumeDialog(QMessageBox):
    """Names the run, says where it goes on, and offers the changes made in Set-up; ``settings`` is the answer."""

    def __init__(self, parent: QWidget, run: OpenedRun, form: RunSettings | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._run, self._form = run, form
        self.changes = changes_in(form, run.settings, point_of(run.history)) if form else FormChanges()
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(tr("Resume"))
        show_plain(self, tr('Resume the run "{name}"?', name=run.folder.name), self._words())
        self.take_over = QCheckBox(tr("Go on with these changes"), self)
        self.take_over.setChecked(run.over)
        self.take_over.setVisible(bool(self.changes.offered))
        if self.changes.offered:
            self.setCheckBox(self.take_over)
        self.go_on = self.addButton(tr("Resume"), QMessageBox.ButtonRole.AcceptRole)
        self.setDefaultButton(self.go_on)
        self.setEscapeButton(self.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole))

    def settings(self) -> RunSettings:
        """The run's own settings, with the changes that are offered where they are taken over."""
        if self._form is None or not self.take_over.isChecked():
            return self._run.settings
        return with_changes(self._run.settings, {name: value_of(self._form, name) for name in self.changes.offered})

    def _words(self) -> str:
        """Where it goes on, what can be taken over, and what cannot."""
        text = tr("It goes on from {place}.", place=where_it_goes_on(self._run.history))
        if not self.changes.offered:
            text += f" {tr('Its settings stay as they were.')}"
        for lead, names in (
            (tr("Changed in Set-up since it was started:"), self.changes.offered),
            (tr("Not taken over, as it cannot change from there:"), self.changes.refused),
        ):
            if names:
                text += "\n".join(("\n", lead, *map(self._change, names)))
        return text

    def _change(self, name: str) -> str:
        before, after = (value_text(value_of(settings, name)) for settings in (self._run.settings, self._form))
        return f"{label_of(name)}: {before} → {after}"
