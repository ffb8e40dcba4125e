"""Content as wide as its place that scrolls where it is too high."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStyle, QWidget

from gui.widgets.theme import GRID


class ScrollArea(QScrollArea):
    """Scrolls up and down only; text in it wraps.

    Qt lays the content out as it takes it, which measures every text in it, and again with each change of the look.
    So it is taken when it is first needed: pages that nobody has opened cost the start of the program nothing.
    """

    def __init__(self, content: QWidget, *, takes_focus: bool = True) -> None:
        super().__init__()
        self._content = content
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if not takes_focus:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the focus of what is in it
        content.setParent(self.viewport())

    def widget(self) -> QWidget:
        """The content, laid out."""
        if super().widget() is None:
            self.setWidget(self._content)
        return self._content

    def ensureWidgetVisible(self, child: QWidget, xmargin: int = 50, ymargin: int = 50) -> None:  # noqa: N802
        """Scroll to something in the content."""
        self.widget()
        super().ensureWidgetVisible(child, xmargin, ymargin)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        self.widget()
        super().showEvent(event)


class DialogScrollArea(ScrollArea):
    """Asks for room for all of its content, and for the content's least width."""

    def __init__(self, content: QWidget) -> None:
        super().__init__(content, takes_focus=False)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return QSize(self._content.minimumSizeHint().width() + bar, 10 * GRID)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Qt passes every event of the content through here."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
