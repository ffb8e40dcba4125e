"""The window's two bars: run commands with the state at the top, pages at the left."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QToolBar, QWidget

from gui.commands.actions import PAGES, TOOLBAR
from gui.words.translation import tr

_UNDER, _BESIDE = Qt.ToolButtonStyle.ToolButtonTextUnderIcon, Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_AROUND_BUTTON, _AROUND_BAR = 20, 12  # what window.qss puts around words and icon, and around all buttons


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
    """Puts the words beside the icons where the window is too low for all pages otherwise."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        button = self.fontMetrics().height() + self.iconSize().height() + _AROUND_BUTTON
        room = event.size().height() >= len(self.actions()) * button + _AROUND_BAR
        self.setToolButtonStyle(_UNDER if room else _BESIDE)


def command_bar(actions: Mapping[str, QAction], notice: QWidget, badge: QWidget) -> QToolBar:
    """Commands on runs, a notice that takes what room is left, and what run is shown."""
    bar = _fixed(WholeBar(tr("Run commands")), "actions", _BESIDE)
    for name in TOOLBAR:
        bar.addAction(actions[name])
    bar.addWidget(notice)
    bar.addWidget(badge)
    return bar


def page_bar(actions: Mapping[str, QAction]) -> QToolBar:
    """The pages, one button each."""
    bar = _fixed(PageBar(tr("Pages")), "pages", _UNDER)
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
