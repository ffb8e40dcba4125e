"""The window's two bars: run commands with the state at the top, pages at the left."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolBar, QWidget

from gui.commands.actions import PAGES, TOOLBAR


def command_bar(actions: Mapping[str, QAction], notice: QWidget, badge: QWidget) -> QToolBar:
    """Commands on runs, a notice that takes what room is left, and what run is shown."""
    bar = _fixed_bar("actions", "Run commands", Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    for name in TOOLBAR:
        bar.addAction(actions[name])
    bar.addWidget(notice)
    bar.addWidget(badge)
    return bar


def page_bar(actions: Mapping[str, QAction]) -> QToolBar:
    """The pages, one button each."""
    bar = _fixed_bar("pages", "Pages", Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    for name, *_ in PAGES:
        bar.addAction(actions[f"page_{name}"])
    return bar


def _fixed_bar(name: str, title: str, style: Qt.ToolButtonStyle) -> QToolBar:
    bar = QToolBar(title)
    bar.setObjectName(name)
    bar.setMovable(False)
    bar.setToolButtonStyle(style)
    bar.setIconSize(QSize(18, 18))
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    return bar
