"""The window's two bars: run commands with the state at the top, pages at the left."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QToolBar, QWidget

from gui.commands.actions import PAGES, TOOLBAR

_UNDER, _BESIDE = Qt.ToolButtonStyle.ToolButtonTextUnderIcon, Qt.ToolButtonStyle.ToolButtonTextBesideIcon


class WholeBar(QToolBar):
    """A bar that no window is made too narrow for: Qt would hide what has no room, last of all the run's state."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for all that is on it, each as narrow as it can be."""
        hint, layout = super().minimumSizeHint(), self.layout()
        assert layout is not None
        shown = [widget for action in self.actions() if (widget := self.widgetForAction(action)) is not None]
        margins = layout.contentsMargins()
        between = layout.spacing() * (len(shown) - 1) + margins.left() + margins.right()
        return hint.expandedTo(QSize(sum(widget.minimumSizeHint().width() for widget in shown) + between, 0))


class PageBar(QToolBar):
    """Words under the icons, or beside them in a window that is too low for all: Qt would hide the last pages."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._needed = 0  # px of height for all pages with words under the icons

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if self.toolButtonStyle() == _UNDER:
            self._needed = self.sizeHint().height()
        self.setToolButtonStyle(_UNDER if self.height() >= self._needed else _BESIDE)


def command_bar(actions: Mapping[str, QAction], notice: QWidget, badge: QWidget) -> QToolBar:
    """Commands on runs, a notice that takes what room is left, and what run is shown."""
    bar = _fixed(WholeBar("Run commands"), "actions", _BESIDE)
    for name in TOOLBAR:
        bar.addAction(actions[name])
    bar.addWidget(notice)
    bar.addWidget(badge)
    return bar


def page_bar(actions: Mapping[str, QAction]) -> QToolBar:
    """The pages, one button each."""
    bar = _fixed(PageBar("Pages"), "pages", _UNDER)
    for name, *_ in PAGES:
        bar.addAction(actions[f"page_{name}"])
    return bar


def _fixed(bar: QToolBar, name: str, style: Qt.ToolButtonStyle) -> QToolBar:
    bar.setObjectName(name)
    bar.setMovable(False)
    bar.setToolButtonStyle(style)
    bar.setIconSize(QSize(18, 18))
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    return bar
