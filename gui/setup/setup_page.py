"""The set-up page: the settings form with what was found beside it, and every problem in a list below."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.advice.problems import find_problems
from engine.errors import Problem, SettingsError
from engine.events import DataScanned
from engine.remedy import Remedy
from engine.run_folder.folder import runs_folder
from engine.settings import OutputSettings, RunSettings
from engine.settings.classes import FolderClasses
from gui.background.places import Places
from gui.form.data_fields import ClassesField, SourcesField
from gui.form.problem_list import ProblemList
from gui.form.settings_form import SettingsForm
from gui.found.classes_panel import TITLE
from gui.project.preferences import PreferencesFile
from gui.setup.cache_panel import CachePanel
from gui.setup.computer_panel import ComputerPanel
from gui.setup.data_panel import DataPanel
from gui.setup.range_panel import RangePanel
from gui.setup.teacher_panel import CHECKED, TeacherPanel
from gui.setup.worth_panel import WorthPanel
from gui.widgets.path_fields import FoldersField
from gui.widgets.scroll_area import ScrollArea
from gui.widgets.theme import GRID
from gui.words.translation import tr


class SetupPage(QWidget):
    """All that a run needs to be told; ``value`` gives it, ``problems`` says what stands against starting."""

    changed = Signal()
    problems_changed = Signal()
    state_changed = Signal()  # what is known of the images

    def __init__(self, preferences: PreferencesFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = Places()
        self._preferences = preferences
        self.form = SettingsForm()
        self.data_panel, self.teacher_panel, self.range_panel = DataPanel(preferences), TeacherPanel(), RangePanel()
        self.worth_panel = WorthPanel()
        self.computer_panel, self.cache_panel = ComputerPanel(), CachePanel()
        self.problem_list = ProblemList(self._title_of)
        self._later = QTimer(self, interval=0, singleShot=True)  # many edits at once, one look at them
        self._arrange()
        self._connect()
        self.form.advanced.setChecked(preferences.value.advanced_settings)
        self._offer_recent()
        self._follow()

    def complete(self) -> None:
        """Build the pages of the form that were left for after the first look."""
        self.form.complete()

    def value(self) -> RunSettings:
        """The settings as shown; SettingsError with every problem where they contradict each other."""
        return self.form.value()

    def runs_folder(self) -> Path:
        """Where its settings keep runs; where the usual ones do, while something in it cannot be."""
        try:
            return runs_folder(self.value().output)
        except SettingsError:
            return runs_folder(OutputSettings())

    def set_value(self, settings: RunSettings) -> None:
        """Show settings, and look at the folders and checkpoints that they name."""
        self.form.set_value(settings)

    def problems(self) -> list[Problem]:
        """What stands against starting: contradictions, what is missing, labels that nobody has confirmed."""
        try:
            settings = self.form.value()
        except SettingsError as error:
            return list(error.problems)
        return [*find_problems(settings, self._places), *self._label_problems(settings)]

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show problems beside their fields and all of them below, and turn to the first."""
        self.form.show_problems(problems)
        if problems:
            self.form.go_to(problems[0].setting)

    def refusal(self) -> str:
        """How many things stand against starting, of those that are shown; empty where none is left."""
        errors = sum(problem.severity == "error" for problem in self.form.problems())
        if not errors:
            return ""
        return (
            tr("One thing stands against starting.")
            if errors == 1
            else tr("{errors} things stand against starting.", errors=errors)
        )

    def go_to(self, name: str) -> None:
        """Turn to a setting by its dotted name."""
        self.form.go_to(name)

    def set_in_use(self, in_use: bool) -> None:
        """Whether a run goes on."""
        for panel in (self.computer_panel, self.cache_panel):
            panel.set_in_use(in_use)

    def stop_tasks(self) -> None:
        """Stop looking at images and networks; the threads end when they can."""
        if self._later.isActive():
            self._later.stop()
            self._follow()  # so that the panels offer to look at what there was no time to look at
        self.data_panel.close_task()
        self.teacher_panel.close_tasks()
        self.range_panel.close_task()
        self.worth_panel.close_task()
        self.computer_panel.close_task()
        self.cache_panel.close_task()

    def _label_problems(self, settings: RunSettings) -> list[Problem]:
        if not settings.data.train or self.data_panel.labels_confirmed:
            return []
        if self.data_panel.looking:
            message, remedy = tr("The images are still being looked through."), tr("Wait, then confirm the labels.")
        elif self.data_panel.undecided:
            message = tr(
                'Some folders are neither real nor fake yet: answer "{title}" beside the images.', title=tr(TITLE)
            )
            return [Problem("data.classes", message)]
        elif self.data_panel.found is None:
            message, remedy = tr("The images have not been looked through."), tr("Press Look again on the page Images.")
        else:
            message = tr("Nobody has confirmed yet which folders are real and which are fake.")
            remedy = tr("Look at the labels on the page Images, then tick: These labels are right.")
        return [Problem("data.real_names", message, remedy)]

    def _follow(self) -> None:
        """Hand the settings to the panels; while they contradict each other the panels keep the last ones."""
        try:
            settings = self.form.value()
        except SettingsError:
            return
        self.data_panel.findings.set_health(settings.health)
        self.data_panel.set_data(settings.data, settings.seed, settings.machine)
        self.teacher_panel.set_settings(settings)
        self.range_panel.set_settings(settings)
        self.worth_panel.set_settings(settings)
        self.computer_panel.set_settings(settings)
        self.cache_panel.set_settings(settings.machine)
        self.form.keep_problems(self.problems)

    def _edited(self) -> None:
        self._later.start()
        self.changed.emit()

    def _list_problems(self) -> None:
        self.problem_list.show_problems(self.form.problems())
        self.problems_changed.emit()

    def _swap_labels(self) -> None:
        self.form.change(self.form.value().data.exchanged(), tr("Swap real and fake"))

    def _take_classes(self, classes: FolderClasses) -> None:
        self.form.pages["Images"].rows["data.classes"].field.set_value(classes)

    def _offer_sources(self, found: DataScanned) -> None:
        field = self.form.pages["Images"].rows["data.test_source"].field
        if isinstance(field, SourcesField):
            fakes = {name for split in found.splits for name, of in split.sources.items() if of.get("fake")}
            field.set_sources(sorted(fakes))

    def _take_rate(self, rate: float) -> None:
        self.form.change(dict.fromkeys(("stage2.head_lr", "stage2.backbone_lr"), rate), tr("Learning rate"))

    def _take_labels(self, changes: dict[str, float]) -> None:
        self.form.change(changes, tr("Train from labels only"))

    def _take_remedy(self, remedy: Remedy) -> None:
        self.form.change(remedy.changes, remedy.label)

    def _show_check(self, problems: list[Problem]) -> None:
        """What the teacher check found; what the settings alone say stays for as long as they say it."""
        said = self.problems()
        self.form.show_problems([problem for problem in problems if problem in said])
        self.form.show_problems([problem for problem in problems if problem not in said], "teacher check", CHECKED)

    def _label_answered(self) -> None:
        """The problem about the labels is answered with them."""
        self.form.drop_problems("data.real_names")

    def remember(self, path: Path) -> None:
        """Offer a folder again, from now on."""
        self._preferences.add_recent_folder(path)
        self._offer_recent()

    def _offer_recent(self) -> None:
        for field in self._folder_fields():
            field.set_recent(self._preferences.value.recent_folders)

    def _folder_fields(self) -> list[FoldersField]:
        fields = [row.field for row in self.form.pages["Images"].rows.values()]
        return [field for field in fields if isinstance(field, FoldersField)]

    def _title_of(self, name: str) -> str:
        row = self.form.rows.get(name)
        return row.title if row else ""

    def _connect(self) -> None:
        self._later.timeout.connect(self._follow)
        self.form.changed.connect(self._edited)
        self.form.problems_changed.connect(self._list_problems)
        self.form.advanced_changed.connect(lambda on: self._preferences.update(advanced_settings=on))
        self.problem_list.chosen.connect(self.form.go_to)
        self.teacher_panel.problems_found.connect(self._show_check)
        self.teacher_panel.remedy_chosen.connect(self._take_remedy)
        self.range_panel.rate_chosen.connect(self._take_rate)
        self.worth_panel.labels_chosen.connect(self._take_labels)
        self.data_panel.swap_requested.connect(self._swap_labels)
        self.data_panel.classes_asked.connect(self.form.pages["Images"].give_side_room)
        self.data_panel.classes_chosen.connect(self._take_classes)
        self.data_panel.scanned.connect(self._offer_sources)
        classes = self.form.pages["Images"].rows["data.classes"].field
        if isinstance(classes, ClassesField):
            classes.asked.connect(self.data_panel.open_classes)
        self.data_panel.confirmed_changed.connect(self._label_answered)
        self.data_panel.state_changed.connect(self.state_changed)
        for field in self._folder_fields():
            field.added.connect(self.remember)

    def _arrange(self) -> None:
        self.form.pages["Images"].set_side(self.data_panel)
        self.form.pages["Networks"].set_side(self.teacher_panel)
        self.form.pages["Loss"].set_side(ScrollArea(self.worth_panel, takes_focus=False))
        self.form.pages["Stage 2"].set_side(ScrollArea(self.range_panel, takes_focus=False))
        self.form.pages["Output"].set_side(stacked(self.computer_panel, self.cache_panel))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self.form, 1)
        layout.addWidget(self.problem_list)


def stacked(*panels: QWidget) -> ScrollArea:
    """Panels one below the other, which scroll where they are too high together."""
    column = QVBoxLayout(content := QWidget())
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2 * GRID)
    for panel in panels:
        column.addWidget(panel)
    column.addStretch()
    return ScrollArea(content)
