"""What to do first: choose images, try the demo, or open a project that was used before."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gui.project.preferences import PreferencesFile
from gui.widgets.icons import set_icon
from gui.widgets.plain_text import RichLabel, TextLabel, plain_tip
from gui.widgets.theme import GRID, set_role

_OFFERED = 3
_FIRST_STEPS = (
    "<b>1.</b> Drop a folder with real and fake images on Training images.<br>"
    "<b>2.</b> Confirm which class is which.<br>"
    "<b>3.</b> Choose a teacher checkpoint on the page Networks.<br>"
    "<b>4.</b> Press Start."
)


class Welcome(QWidget):
    """Shown until images are chosen; the demo needs nothing but the program itself."""

    demo_requested = Signal()
    project_requested = Signal(object)  # Path

    def __init__(self, preferences: PreferencesFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.demo = QPushButton("Try the demo")
        set_icon(self.demo, "demo", "on_accent")
        set_role(self.demo, "primary")
        self.demo.clicked.connect(self.demo_requested)
        self.projects: list[QPushButton] = []
        steps = RichLabel(_FIRST_STEPS)
        demo_text = TextLabel("No images at hand? The demo brings its own, and a teacher. It works offline.")
        self._last = TextLabel("Or go on with a project:")
        for text in (steps, demo_text, self._last):
            text.setWordWrap(True)
        for text in (demo_text, self._last):
            set_role(text, "muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, GRID, 0, 0)
        self._column.setSpacing(GRID)
        self._column.addWidget(steps)
        self._column.addSpacing(GRID)
        self._column.addWidget(demo_text)
        self._column.addWidget(self.demo, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addSpacing(GRID)
        self._column.addWidget(self._last)
        self.refresh()

    def refresh(self) -> None:
        """Offer the projects that the preferences remember now."""
        for button in self.projects:
            self._column.removeWidget(button)
            button.deleteLater()
        self.projects = [self._button(path) for path in self._preferences.value.recent_projects[:_OFFERED]]
        for button in self.projects:
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._last.setVisible(bool(self.projects))

    def _button(self, path: Path) -> QPushButton:
        button = QPushButton(path.stem.replace("&", "&&"))
        button.setToolTip(plain_tip(str(path)))
        button.setAccessibleName(f"Open project {path}")
        set_icon(button, "open")
        button.clicked.connect(lambda: self._request(path))
        return button

    def _request(self, path: Path) -> None:
        self.project_requested.emit(path)
        self.refresh()  # a project that could not be opened is no longer offered
