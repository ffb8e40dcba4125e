"""The buttons over the list of runs: each does what its action does, and can be pressed when that can be done."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from gui.earlier_runs.run_actions import RUN_ACTIONS
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.icons import set_icon
from gui.widgets.theme import GRID, set_role
from gui.words.translation import tr


class RunsBar(QWidget):
    """Buttons by name, the menu More with the rest, and a line that tells what is being done."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        self.more, self.said = QToolButton(), ElidedLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for about in RUN_ACTIONS:
            if not about.more:
                self.buttons[about.name] = button = QPushButton(tr(about.text))
                set_icon(button, about.icon)
                _follow(button, actions[about.name])
                row.addWidget(button)
        menu = QMenu(self)
        menu.addActions([actions[about.name] for about in RUN_ACTIONS if about.more])
        self.more.setText(tr("More"))
        self.more.setMenu(menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setToolTip(tr("Name and notes, settings, folder"))
        set_icon(self.more, "down")
        row.addWidget(self.more)
        set_role(self.said, "muted")
        row.addWidget(self.said, 1)


def _follow(button: QPushButton, action: QAction) -> None:
    def show() -> None:
        button.setEnabled(action.isEnabled())
        button.setToolTip(action.toolTip())

    action.changed.connect(show)
    button.clicked.connect(action.trigger)
    show()
