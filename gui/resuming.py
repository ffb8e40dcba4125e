"""What resuming a run means, in words and settings: where it goes on, and which changes it can take over."""

import os
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QMessageBox, QWidget

from engine.allowed_changes import FIXED_ON_RESUME, FREE_ON_RESUME, MOVABLE_ON_RESUME
from engine.control import FinishReason, RunControl
from engine.errors import RunFolderError, SettingsError
from engine.settings import RunSettings
from engine.settings_file import changed_settings, load_settings
from gui.plain_words import label_of
from gui.run_history import RunHistory, replay
from gui.setting_row import value_text

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
    from engine.run_folder import lines_words, read_events

    try:
        settings = load_settings(folder / "settings.toml")
    except SettingsError as error:
        raise RunFolderError(
            f'The settings of the run "{folder.name}" are not understood. {error.message}',
            f"If a newer version of PatchDistill made this run, open it with that. {error.remedy}",
        ) from error
    passed_over: list[int] = []
    history = replay(read_events(folder, passed_over=passed_over), settings, control)
    return OpenedRun(folder, settings, history, lines_words(passed_over))


def where_it_goes_on(history: RunHistory) -> str:
    """The place of the last checkpoint, such as "stage 1, step 240, in epoch 3"."""
    saved, step = history.last_checkpoint, history.last_step
    if saved is None or saved.step == 0:
        return "the beginning"
    epoch = f", in epoch {step.epoch}" if step is not None and step.stage == saved.stage else ""
    return f"stage {saved.stage}, step {saved.step:,}{epoch}"


def changes_to_take_over(run: RunSettings, form: RunSettings) -> tuple[str, ...]:
    """Settings that differ in the form and may change on resume; none if the form is about another training.

    Other images or another network are another training, unless those of the run are no longer where they were.
    """
    names = [name for name in changed_settings(run, form) if name not in PLACE]
    allowed = (*FREE_ON_RESUME, *(name for name in MOVABLE_ON_RESUME if _is_gone(_value(run, name))))
    fixed = [name for name in names if name.startswith(FIXED_ON_RESUME) and name not in allowed]
    return () if fixed else tuple(names)


def _is_gone(places: object) -> bool:
    paths = places if isinstance(places, tuple) else (places,)
    return any(isinstance(path, Path) and not os.path.exists(path) for path in paths)  # noqa: PTH110 (as in problems)


class ResumeDialog(QMessageBox):
    """Names the run, says where it goes on, and offers the changes made in Set-up; ``settings`` is the answer."""

    def __init__(self, parent: QWidget, run: OpenedRun, form: RunSettings | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._run, self._form = run, form
        self.changes = changes_to_take_over(run.settings, form) if form else ()
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle("Resume")
        self.setText(f'Resume the run "{run.folder.name}"?')
        text = f"It goes on from {where_it_goes_on(run.history)}."
        if self.changes:
            text += "<p>Changed in Set-up since it was started:</p>" + "".join(map(self._change, self.changes))
        else:
            text += " Its settings stay as they were."
        self.setInformativeText(text)
        self.take_over = QCheckBox("Go on with these changes", self)
        self.take_over.setChecked(run.over)
        self.take_over.setVisible(bool(self.changes))
        if self.changes:
            self.setCheckBox(self.take_over)
        self.go_on = self.addButton("Resume", QMessageBox.ButtonRole.AcceptRole)
        self.setDefaultButton(self.go_on)
        self.setEscapeButton(self.addButton("Cancel", QMessageBox.ButtonRole.RejectRole))

    def settings(self) -> RunSettings:
        """The run's own settings, or the form's where the changes are taken over."""
        if self._form is None or not self.take_over.isChecked():
            return self._run.settings
        return self._form.model_copy(update={"output": self._run.settings.output})

    def _change(self, name: str) -> str:
        before, after = (value_text(_value(settings, name)) for settings in (self._run.settings, self._form))
        return f"<div>{escape(f'{label_of(name)}: {before} → {after}')}</div>"


def _value(settings: RunSettings | None, name: str) -> object:
    value: object = settings
    for part in name.split("."):
        value = getattr(value, part)
    return value
