"""The images on which the student is most surely wrong: picture, map over it, and a click that looks into it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from engine.number_words import sure_percent
from gui.results.measuring import MistakeFound
from gui.widgets.flow_layout import FlowLayout
from gui.widgets.plain_text import TextLabel, plain_tip
from gui.widgets.theme import GRID, set_role
from gui.widgets.thumbnail import thumbnail_pixmap
from gui.words.translation import mark, tr

SIDE = 12 * GRID
NONE = mark("No image is on the wrong side of the threshold.")
HINT = mark(
    "The picture, and beside it what the student sees: orange looks fake to it, blue real. Click to look into one."
)


class MistakesPanel(QWidget):
    """One button for each image."""

    inspect_requested = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QToolButton] = []
        self.said, self._pictures = TextLabel(), QWidget()
        self._flow = FlowLayout(self._pictures, spacing=GRID)
        set_role(self.said, "muted")
        self.said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.said)
        column.addWidget(self._pictures)

    def say(self, text: str) -> None:
        """Instead of pictures."""
        self._show(())
        self.said.setText(text)

    def show_mistakes(self, found: Sequence[MistakeFound]) -> None:
        """Worst first."""
        self._show(found)
        self.said.setText(tr(HINT) if found else tr(NONE))

    def _show(self, found: Sequence[MistakeFound]) -> None:
        while self._flow.takeAt(0) is not None:
            pass
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(mistake) for mistake in found]
        self._pictures.setVisible(bool(found))
        self._pictures.updateGeometry()

    def _button(self, found: MistakeFound) -> QToolButton:
        button = QToolButton(self._pictures)
        said = mark("fake, said: {probability} fake") if found.label else mark("real, said: {probability} fake")
        words = tr(said, probability=sure_percent(found.probability))
        button.setText(words)
        button.setIcon(QIcon(_pair(found)))
        button.setIconSize(QSize(2 * SIDE + GRID // 2, SIDE))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setToolTip(plain_tip(str(found.path)))
        button.setAccessibleName(tr("Look into {file}: {words}", file=found.path.name, words=words))
        button.clicked.connect(lambda: self.inspect_requested.emit(found.path))
        self._flow.addWidget(button)
        return button


def _pair(found: MistakeFound) -> QPixmap:
    """Picture and map side by side, sharp on dense screens."""
    result = QPixmap(QSize(2 * SIDE + GRID // 2, SIDE) * 2)
    result.setDevicePixelRatio(2)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for left, pixels in ((0, found.picture), (SIDE + GRID // 2, found.heatmap)):
        image = thumbnail_pixmap(pixels, SIDE)
        image.setDevicePixelRatio(1)
        size = image.size().scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawPixmap(left + (SIDE - size.width()) // 2, (SIDE - size.height()) // 2, *size.toTuple(), image)
    painter.end()
    return result
