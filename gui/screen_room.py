"""How large a window may open: as wanted, as far as the screen has room for it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStyle, QWidget

from gui.theme import GRID

TITLE_BAR = 5 * GRID


def fitting(window: QWidget, width: int, height: int) -> QSize:
    """The wanted size, or what a small screen leaves beside the title bar."""
    return QSize(width, height).boundedTo(window.screen().availableSize() - QSize(0, TITLE_BAR))


class Scrolled(QScrollArea):
    """Content that keeps its width and scrolls where there is no room for its height; wants all of it shown."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)

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
