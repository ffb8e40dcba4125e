"""A thin progress bar with its name and its words above."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QProgressBar, QWidget

from gui.history.run_progress import Measure
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import GRID, set_role

_FULL = 1000


class MeasureBar(QWidget):
    """Shows one measure; ``name`` is for those who do not see it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._label, self._text, self.bar = TextLabel(), ElidedLabel(), QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(name)
        set_role(self._text, "muted")
        self._text.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(GRID // 2)
        layout.addWidget(self._label, 0, 0)
        layout.addWidget(self._text, 0, 1)
        layout.addWidget(self.bar, 1, 0, 1, 2)

    @property
    def words(self) -> str:
        """Name and figures as shown."""
        return f"{self._label.text()}: {self._text.text()}"

    def show_measure(self, measure: Measure, *, live: bool) -> None:
        """Move the bar; an unknown total makes it busy while the run goes on."""
        self._label.setText(measure.label)
        self._text.setText(measure.text)
        self.bar.setRange(0, _FULL if measure.total or not live else 0)
        self.bar.setValue(round(_FULL * measure.done / measure.total) if measure.total else 0)
        self.bar.setAccessibleDescription(f"{measure.label}: {measure.text}")
