"""The legend of a plot: one small switch per curve, with a swatch that also tells on from off by its shape."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from gui.widgets.flow_layout import FlowLayout
from gui.widgets.plain_text import RichLabel, plain_tip
from gui.widgets.theme import colors
from gui.words.translation import tr

_SWATCH = QSize(14, 10)
_GAP = 4
_FONT_SCALE = 0.88


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A curve's name, its word, its colour (#rrggbb), and what it means; a ``level`` is a dashed line, no switch."""

    name: str
    label: str
    color: str
    help_text: str = ""
    level: bool = False


class Legend(QWidget):
    """Switches in a line that wraps; ``hidden`` names the curves that are switched off."""

    changed = Signal()

    def __init__(self, hidden: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hidden = set(hidden)
        self._entries: tuple[LegendEntry, ...] = ()
        self._buttons: dict[str, QToolButton] = {}
        self._levels: list[RichLabel] = []
        self._layout = FlowLayout(self, spacing=0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_entries(self, entries: Sequence[LegendEntry]) -> None:
        """Show these switches; nothing happens where they are shown already."""
        if tuple(entries) == self._entries:
            return
        self._entries = tuple(entries)
        while self._layout.takeAt(0) is not None:
            pass
        for button in self._buttons.values():
            button.hide()  # or it stands under the new ones until the event loop turns
            button.deleteLater()
        for label in self._levels:
            label.hide()
            label.deleteLater()
        self._buttons = {entry.name: self._button(entry) for entry in entries if not entry.level}
        self._levels = [self._level(entry) for entry in entries if entry.level]
        self._put_in_tab_order()
        hover, size = colors(self).hover, self.font().pointSizeF() * _FONT_SCALE
        self.setStyleSheet(
            f"QToolButton {{ padding: 1px 2px; border-radius: 4px; font-size: {size:.1f}pt; }}"
            "QToolButton:checked { background: transparent; }"
            f"QToolButton:hover {{ background: {hover}; }}"
            f"QLabel {{ font-size: {size:.1f}pt; }}"
        )
        self.updateGeometry()

    @property
    def levels(self) -> list[str]:
        """Words of the thresholds that are named."""
        return [entry.label for entry in self._entries if entry.level]

    def show_all(self) -> None:
        """Switch every curve on."""
        for button in self._buttons.values():
            button.setChecked(True)

    def button(self, name: str) -> QToolButton:
        """Switch of a curve; KeyError where there is none."""
        return self._buttons[name]

    def _button(self, entry: LegendEntry) -> QToolButton:
        button = _Switch(self)
        button.setText(entry.label.replace("&", "&&"))
        button.setCheckable(True)
        button.setChecked(entry.name not in self.hidden)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(_SWATCH)
        button.setIcon(_swatch(entry.color))
        button.setToolTip(plain_tip(f"{entry.help_text} {tr('Click to show or hide.')}".strip()))
        button.setAccessibleName(tr("Show {curve}", curve=entry.label))
        button.toggled.connect(lambda shown, name=entry.name: self._toggle(name, shown))
        self._layout.addWidget(button)
        return button

    def _level(self, entry: LegendEntry) -> RichLabel:
        label = RichLabel(f'<span style="color: {entry.color}">╌ {escape(entry.label)}</span>', self)
        label.setContentsMargins(_GAP, 1, _GAP, 1)
        self._layout.addWidget(label)
        label.show()
        return label

    def _put_in_tab_order(self) -> None:
        """New switches stand at the end of the window's order; they belong where the legend is."""
        before = self.previousInFocusChain()
        while before is not None and before is not self and before.focusPolicy() == Qt.FocusPolicy.NoFocus:
            before = before.previousInFocusChain()
        for button in self._buttons.values():
            QWidget.setTabOrder(before or self, button)
            before = button

    def _toggle(self, name: str, shown: bool) -> None:
        (self.hidden.discard if shown else self.hidden.add)(name)
        self.changed.emit()


class _Switch(QToolButton):
    """No wider than swatch and word: the style's own room for them would cost small plots a line."""

    def sizeHint(self) -> QSize:  # noqa: N802
        """Swatch, gap and word, and a little at both ends."""
        word = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(_SWATCH.width() + word + 3 * _GAP, super().sizeHint().height())


def _swatch(color: str) -> QIcon:
    """A thick line while the curve is shown, an empty frame while it is hidden."""
    icon = QIcon()
    for state in (QIcon.State.On, QIcon.State.Off):
        pixmap = QPixmap(_SWATCH * 2)
        pixmap.setDevicePixelRatio(2)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state == QIcon.State.On:
            painter.fillRect(QRectF(1, 3.5, 12, 3), QColor(color))
        else:
            painter.setPen(QPen(QColor(color), 1))
            painter.drawRect(QRectF(2.5, 1.5, 9, 7))
        painter.end()
        icon.addPixmap(pixmap, QIcon.Mode.Normal, state)
    return icon
