"""The tabs of the form's pages: all of them in sight, however narrow the window is."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QTabBar, QTabWidget, QWidget

_SNUG = "snug"  # a property that window.qss gives narrow margins
_SAVED = 16  # px that they save on each tab, as window.qss says


class PageTabs(QTabWidget):
    """Tabs give up margins where they need more room than there is, and the ends of their words at the very last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        bar = _Bar(self)
        bar.setUsesScrollButtons(False)
        bar.setElideMode(Qt.TextElideMode.ElideRight)
        bar.setExpanding(False)
        bar.setDrawBase(False)  # as a tab widget sets its own; it is a line above the tabs
        self.setTabBar(bar)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Wide margins or narrow ones, as there is room."""
        bar = self.tabBar()
        snug = bool(bar.property(_SNUG))
        needed = sum(bar.tabSizeHint(index).width() for index in range(bar.count()))
        wanted = needed + _SAVED * bar.count() * snug > self.width()
        if wanted != snug:
            bar.setProperty(_SNUG, wanted)
            bar.style().unpolish(bar)
            bar.style().polish(bar)
            QApplication.sendEvent(bar, QEvent(QEvent.Type.StyleChange))  # which lays the tabs out again


class _Bar(QTabBar):
    """Its words change with what is found on a page."""

    def __init__(self, tabs: PageTabs) -> None:
        super().__init__()
        self._tabs = tabs

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Tabs keep no window wide: in a narrow one their words end sooner."""
        return QSize(0, super().minimumSizeHint().height())

    def tabLayoutChange(self) -> None:  # noqa: N802
        super().tabLayoutChange()
        self._tabs.fit()
