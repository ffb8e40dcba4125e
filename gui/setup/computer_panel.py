"""What a run would use of this computer: the device by name, memory needed and left, and whether it may fall asleep."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from engine.control import RunControl
from engine.errors import EngineError, Problem
from engine.events import Emit
from engine.machine import awake
from engine.machine.memory import free_bytes, memory_in_words, memory_problems
from engine.settings import MachineSettings, RunSettings
from gui.background.background_task import BackgroundTask
from gui.setup.machine_card import MachineCard
from gui.widgets.notes import ProblemNote
from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import GRID, set_role
from gui.widgets.wrapped_label import WrappedLabel
from gui.words.translation import mark, tr

if TYPE_CHECKING:
    from engine.machine.computer import Computer

_IN_USE = mark("A run is going on: what it uses stands on the page Run.")
_NAMES = {
    mark("Device"): mark("Device of this computer"),
    mark("Memory"): mark("Memory of this computer"),
    mark("Sleep"): mark("Sleep of this computer"),
}


class ComputerPanel(MachineCard):
    """Looks when the settings change, too; for the device, which takes a second at first, in a thread.

    While a run goes on it says nothing of what is left: the next run will not find it so.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("This computer"), parent)
        self._settings = RunSettings()
        self._asked: MachineSettings | None = None
        self.values = {name: WrappedLabel(tr(full)) for name, full in _NAMES.items()}
        self.notes = {name: ProblemNote() for name in ("Device", "Memory")}
        self._task = BackgroundTask(self)
        self._arrange()
        self._task.finished.connect(self._show_device)

    def set_settings(self, settings: RunSettings) -> None:
        """Say what a run with these settings would use."""
        self._settings = settings
        self.refresh()

    def _look(self) -> None:
        free = free_bytes()
        problems = [] if self._in_use else list(memory_problems(self._settings, free))
        self.values["Memory"].setText(tr(_IN_USE) if self._in_use else memory_in_words(self._settings, free))
        self.notes["Memory"].show_problem(problems[0] if problems else None)
        self.values["Sleep"].setText(sleep_words(self._settings.machine))
        if self._settings.machine != self._asked:
            self._look_for_device()

    def close_task(self) -> None:
        """Let the thread end when it can; what it was to find is asked for again."""
        if self._task.running:
            self._asked = None
        self._task.leave()

    def _look_for_device(self) -> None:
        """In a thread, but not beside a run: it has the device to itself."""
        self.notes["Device"].show_problem(None)
        self.values["Device"].setText(tr(_IN_USE) if self._in_use else tr("Looking…"))
        self._asked = None if self._in_use else self._settings.machine
        if self._asked is not None:
            self._task.start(_look_task(self._asked))

    def _show_device(self, found: "Computer | None", error: EngineError | None) -> None:
        problem = found.problem if found is not None else None
        if error is not None:
            self._asked, problem = None, Problem("machine.device", error.message, error.remedy)
        self.values["Device"].setText(
            found.device if found is not None and found.device else tr("None that can be used.")
        )
        self.notes["Device"].show_problem(problem)

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setColumnStretch(1, 1)
        for name, value in self.values.items():
            row, label = grid.rowCount(), TextLabel(tr(name))
            set_role(label, "muted")
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
            if name in self.notes:
                grid.addWidget(self.notes[name], row + 1, 1)
        self.column.addLayout(grid)


def sleep_words(settings: MachineSettings) -> str:
    """Whether the computer may fall asleep during a run."""
    if not settings.keep_awake:
        return tr("May fall asleep during a run: Keep the computer awake is off.")
    if awake.without_desktop():
        return tr("There is no desktop here that would send it to sleep.")
    return tr("Kept awake while a run goes on. A closed lid still suspends it.")


def _look_task(settings: MachineSettings) -> Callable[[RunControl, Emit], "Computer"]:
    def look(_control: RunControl, _emit: Emit) -> "Computer":
        from engine.machine.computer import look_at  # imports torch, which the window's thread must not wait for

        return look_at(settings)

    return look
