"""The window: pages at the left, run commands at the top, the state always in sight; closing never loses a run."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QDialog, QMainWindow, QStackedWidget

from engine.errors import Problem
from engine.settings import RunSettings
from gui.announcements.run_announcer import RunAnnouncer
from gui.background.event_loop_delay import EventLoopDelay
from gui.commands.actions import GUIDE_TOPICS, PAGES, fill_menu_bar, make_actions
from gui.commands.options import connect_languages, connect_options, connect_schemes, connect_text_size, remember_plots
from gui.commands.toolbars import command_bar, page_bar
from gui.home.page import HomePage
from gui.project.preferences import PreferencesFile
from gui.project.project import Project
from gui.run.controller import RunController, Training
from gui.setup.setup_page import SetupPage
from gui.widgets.theme import Theme
from gui.window import links
from gui.window.about import open_drills, tell_about
from gui.window.closing import Closing
from gui.window.geometry import bring_forward, keep_geometry, restore_geometry
from gui.window.notice import Notice
from gui.window.part_builder import PartBuilder
from gui.window.queue_commands import QueueCommands
from gui.window.run_commands import RunCommands
from gui.window.state_badge import StateBadge
from gui.window.support import ask_for_support_file

if TYPE_CHECKING:
    from gui.earlier_runs.panel import RunsPanel
    from gui.help.page import HelpPage
    from gui.inspect.page import InspectPage
    from gui.inspect.patches_page import PatchesPage
    from gui.queue.page import QueuePage
    from gui.results.page import ResultsPage
    from gui.run.page import RunPage
    from gui.try_it.page import TryItPage


class MainWindow(QMainWindow):
    """Assembles the pages and connects them; every rule about runs is in RunCommands and RunController."""

    def __init__(
        self,
        preferences: PreferencesFile,
        theme: Theme,
        make_training: Callable[[RunSettings, Path | None], Training],
    ) -> None:
        super().__init__()
        self._preferences, self._theme = preferences, theme
        self.controller = RunController(make_training, self)
        self.delay = EventLoopDelay(self)
        self.setup_page = SetupPage(preferences)
        self.home_page = HomePage(self.setup_page, preferences)
        self.run_page: RunPage
        self.results_page: ResultsPage
        self.patches_page: PatchesPage
        self.inspect_page: InspectPage
        self.try_it_page: TryItPage
        self.runs_panel: RunsPanel
        self.queue_page: QueuePage
        self.help_page: HelpPage
        load_plots = partial(import_module, "gui.plots.panel")  # pyqtgraph takes as long as building the pages
        later = (self.setup_page.complete, load_plots, self._add_run_page, self._add_other_pages, self._connect_pages)
        self._builder = PartBuilder(later, self)
        self.project = Project(self, preferences, self.setup_page.value)
        self.commands = RunCommands(self, self.controller, self.setup_page, preferences)
        self.queue = QueueCommands(self, self.controller, self.setup_page, self.commands)
        self.badge, self.notice = StateBadge(), Notice()
        self.actions_by_name = make_actions(self)
        self.announcer = RunAnnouncer(self, self.controller, preferences)
        self.closing = Closing(self, self.controller, self.project)
        self.closing.ready.connect(self.close)
        self._arrange()
        self._connect_actions()
        self._connect_commands()
        restore_geometry(self, preferences)
        self._show_title()
        self.show_page("home")
        self._refresh()

    def show_page(self, name: str) -> None:
        """Turn to a page by its name in actions.PAGES."""
        if name not in ("home", "setup"):
            self.complete()
        self.stack.setCurrentIndex([page[0] for page in PAGES].index(name))
        self.actions_by_name[f"page_{name}"].setChecked(True)

    def page_name(self) -> str:
        """The page that is shown."""
        return PAGES[self.stack.currentIndex()][0]

    def complete(self) -> None:
        """Build at once what is left of the pages that nobody sees at first."""
        self._builder.complete()

    def come_forward(self, project: str = "") -> None:
        """Another start of the program asks for this window, and to open a project if it brings one."""
        bring_forward(self)
        if project:
            self.project.open_recent(Path(project))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        self._builder.begin()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if not self.closing.allowed:
            event.ignore()
            self.closing.request()
            return
        self.delay.stop()
        self.setup_page.stop_tasks()
        self.home_page.close_tasks()
        self.announcer.forget()
        for dialog in self.findChildren(QDialog):
            dialog.close()  # one that does not hold up the window would outlive it
        keep_geometry(self, self._preferences)
        event.accept()

    def _arrange(self) -> None:
        self.stack = QStackedWidget()
        self.stack.addWidget(self.home_page)
        self.stack.addWidget(self.setup_page)
        self.setCentralWidget(self.stack)
        fill_menu_bar(self.menuBar(), self.actions_by_name, self)
        self.addToolBar(command_bar(self.actions_by_name, self.notice, self.badge))
        self.addToolBar(Qt.ToolBarArea.LeftToolBarArea, page_bar(self.actions_by_name))

    def _connect_actions(self) -> None:
        does: dict[str, Callable[[], object]] = {
            "start": self.commands.start,
            "demo": self._demo,
            "demo_control": partial(self._demo, labels_only=True),
            "pause": self.commands.pause,
            "resume": self.commands.resume,
            "stop": self.commands.stop,
            "export": self.commands.export,
            "enqueue": self.queue.add_present,
            "new": self.project.new,
            "open": self.project.ask_open,
            "save": self.project.save,
            "save_as": self.project.ask_save,
            "quit": self.close,
            "undo": partial(self._in_form, self.setup_page.form.edits.undo),
            "redo": partial(self._in_form, self.setup_page.form.edits.redo),
            "find": partial(self._in_form, self.setup_page.form.search.setFocus),
            "drills": partial(open_drills, self),
            "guide": lambda: self._open_guide(GUIDE_TOPICS[self.page_name()]),
            "support": lambda: ask_for_support_file(self, self.commands.shown.folder),
            "about": partial(tell_about, self),
        }
        does |= {f"page_{page[0]}": partial(self.show_page, page[0]) for page in PAGES}
        for name, act in does.items():
            self.actions_by_name[name].triggered.connect(lambda _checked=False, act=act: act())
        links.connect_undo(self.actions_by_name, self.setup_page.form.edits)
        connect_schemes(self.actions_by_name, self._theme, self._preferences)
        connect_languages(self.actions_by_name, self._preferences, self)
        connect_text_size(self.actions_by_name, self._theme, self._preferences)
        connect_options(self.actions_by_name, self._preferences, self.announcer.refresh)

    def _connect_commands(self) -> None:
        self.controller.refreshed.connect(self._refresh)
        self.controller.state_changed.connect(self._refresh)
        self.commands.shown_changed.connect(self._show_run)
        self.commands.settings_found.connect(lambda settings: self.project.take(settings, None))
        self.commands.settings_wanted.connect(self._open_settings)
        self.commands.problems_found.connect(self._refuse_start)
        self.queue.driver.began.connect(self._take_run)
        self.queue.driver.changed.connect(self._refresh)
        links.connect_project(self.project, self.setup_page, self._show_title)
        self.setup_page.problems_changed.connect(self.notice.refresh)
        links.connect_home(self.home_page, self.actions_by_name, self.show_page, self.project, self.commands)
        links.connect_queue_left(self.home_page, self.queue, self.show_page)

    def _in_form(self, act: Callable[[], object]) -> None:
        """Do something to the settings where they can be seen."""
        self.show_page("setup")
        act()

    def _add_run_page(self) -> None:
        from gui.run.page import RunPage

        self.run_page = RunPage()
        remember_plots(self.run_page.plots, self._preferences)
        self.stack.addWidget(self.run_page)

    def _add_other_pages(self) -> None:
        from gui.earlier_runs.panel import RunsPanel
        from gui.help.page import HelpPage
        from gui.inspect.page import InspectPage
        from gui.inspect.patches_page import PatchesPage
        from gui.queue.page import QueuePage
        from gui.results.page import ResultsPage
        from gui.try_it.page import TryItPage

        self.results_page = ResultsPage()
        self.patches_page, self.inspect_page, self.try_it_page = PatchesPage(), InspectPage(), TryItPage()
        self.runs_panel = RunsPanel(self.setup_page.runs_folder())
        self.queue_page, self.help_page = QueuePage(), HelpPage()
        beside = (self.patches_page, self.inspect_page, self.try_it_page)
        for page in (self.results_page, *beside, self.runs_panel, self.queue_page, self.help_page):
            self.stack.addWidget(page)

    def _connect_pages(self) -> None:
        self.controller.ended.connect(self._list_runs)
        self.project.opened.connect(lambda _: self.runs_panel.set_folder(self.setup_page.runs_folder()))
        links.connect_run_page(self.run_page, self.commands, self.notice.say, self._demo)
        self.commands.message.connect(self.notice.say)
        self.project.message.connect(self.notice.say)
        links.connect_runs(self.runs_panel, self.commands, self._take_run)
        self.queue.set_page(self.queue_page)
        self.try_it_page.inspect_requested.connect(self._inspect)
        links.connect_results(self.results_page, self.commands, self._inspect)
        self._show_run()
        self.delay.start()

    def _show_run(self) -> None:
        """The pages show another run, or the live one again: what came of it, once it is over."""
        self.complete()
        self._take_run()
        history, live = self.commands.shown.history, self.commands.shows_live and self.controller.busy
        if history.revision or live:
            self.show_page("run" if live or history.final is None else "results")

    def _take_run(self) -> None:
        """Another run is live or shown, whatever page is turned to."""
        if self.controller.busy:
            self.delay.start()
        shown, live = self.commands.shown, self.commands.shows_live
        self.run_page.set_run(shown.history, "" if live or shown.folder is None else shown.folder.name)
        self.patches_page.set_history(shown.history, shown.folder)
        self._refresh()

    def _refresh(self) -> None:
        """New events or another state: only what is visible is drawn."""
        state, history = self.controller.state, self.controller.history
        self.badge.show_state(state, history, None if self.commands.shows_live else self.commands.shown.history)
        self.setup_page.set_in_use(self.controller.busy)
        possible = self.queue.possible(self.commands.possible())
        for name in ("start", "demo", "demo_control", "pause", "resume", "stop", "export"):
            self.actions_by_name[name].setEnabled(name in possible)
        student = self.commands.shown.folder if "export" in possible else None
        self.home_page.set_run(state, history, student.name if student else "", possible)
        if self._builder.left:
            return
        self.run_page.set_state(state, self.delay.figures())
        self.run_page.set_use(self.commands.remedy_use())
        self.run_page.refresh()
        self.patches_page.refresh()
        shown = self.commands.shown
        self.results_page.set_run(shown.history, shown.folder, busy=self.controller.busy)
        for page in (self.inspect_page, self.try_it_page):
            page.set_run(shown.folder)
        self.runs_panel.set_live(self.controller.folder, busy=self.controller.busy)

    def _inspect(self, student: Path, picture: Path) -> None:
        """Look into a picture through the student that judged it."""
        self.show_page("inspect")
        self.inspect_page.student.set_value(student)
        self.inspect_page.inspect(picture)

    def _list_runs(self) -> None:
        """A run has ended: who watched it sees what came of it; its folder's neighbours are what the list shows."""
        watched = self.page_name() == "run" and self.commands.shows_live and not self.queue.driver.running
        if watched and self.controller.history.final is not None:
            self.show_page("results")
        if self.controller.folder is not None:
            self.runs_panel.set_folder(self.controller.folder.parent)
        self.runs_panel.reload()

    def _refuse_start(self, problems: list[Problem]) -> None:
        self.show_page("setup")
        self.setup_page.show_problems(sorted(problems, key=lambda problem: problem.severity != "error"))
        self.notice.follow(self.setup_page.refusal)

    def _demo(self, *, labels_only: bool = False) -> None:
        self.project.unless_unsaved(partial(self.commands.demo, labels_only=labels_only))

    def _open_settings(self, settings: RunSettings, run: Path) -> None:
        self.show_page("setup")
        self.project.take_of_run(settings, run)

    def _open_guide(self, topic: str, heading: str = "") -> None:
        self.show_page("help")  # which builds it if need be
        self.help_page.show_topic(topic, heading)

    def _show_title(self) -> None:
        self.setWindowTitle(f"{self.project.name}[*] – PatchDistill")
        self.setWindowModified(self.project.modified)
