"""From which probability a picture is called fake: a slider, a number, and what validation suggests."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from engine.evaluation.judgement import Judgement
from engine.number_words import percent
from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import GRID, set_role
from gui.words.translation import mark, tr

STEPS = 1000  # of the slider
_LEAST = 1e-6  # from either end, where a logit has no probability
OWN = mark("Chosen by hand")
DEFAULT = mark("Default")
_NOT_CALIBRATED = mark("These weights do not note how their probabilities are calibrated: take them as an order only.")


class ThresholdBar(QWidget):
    """``changed`` tells the logit above which a picture counts as fake; presets keep theirs to the last digit."""

    changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._judgement = Judgement()
        self.threshold = 0.0
        self.slider, self.number = QSlider(Qt.Orientation.Horizontal), QDoubleSpinBox()
        self.presets, self.note = QComboBox(), TextLabel()
        self._arrange()
        self.set_judgement(self._judgement)
        self.slider.valueChanged.connect(lambda value: self._take_by_hand(value / STEPS))
        self.number.valueChanged.connect(lambda value: self._take_by_hand(value / 100))
        self.presets.activated.connect(self._take_preset)

    def set_judgement(self, judgement: Judgement) -> None:
        """Offer what these weights note, and take their default."""
        self._judgement = judgement
        self.presets.clear()
        self.presets.addItem(tr(DEFAULT), judgement.threshold)
        for alarms in judgement.false_alarms:
            self.presets.addItem(tr("{rate} false alarms", rate=percent(alarms.rate)), alarms.threshold)
            self.presets.setItemData(self.presets.count() - 1, alarms.words, Qt.ItemDataRole.ToolTipRole)
        self.presets.addItem(tr(OWN), None)
        self._take_preset(0)

    def choose(self, name: str) -> None:
        """Take a preset by its words; ValueError where there is none."""
        self._take_preset([self.presets.itemText(row) for row in range(self.presets.count())].index(name))

    def _take_preset(self, row: int) -> None:
        threshold = self.presets.itemData(row)
        self.presets.setCurrentIndex(row)
        self._take(self.threshold if threshold is None else float(threshold))

    def _take_by_hand(self, probability: float) -> None:
        self.presets.setCurrentIndex(self.presets.count() - 1)
        self._take(self._judgement.scale.logit_at(min(max(probability, _LEAST), 1 - _LEAST)))

    def _take(self, threshold: float) -> None:
        self.threshold = threshold
        probability = self._judgement.scale.probability(threshold)
        for widget, value in ((self.slider, round(probability * STEPS)), (self.number, probability * 100)):
            widget.blockSignals(True)
            widget.setValue(value)  # type: ignore[arg-type]
            widget.blockSignals(False)
        self.note.setText(self._words())
        self.changed.emit(threshold)

    def _words(self) -> str:
        judgement, row = self._judgement, self.presets.currentIndex()
        if not judgement.scale.method:
            return tr(_NOT_CALIBRATED)
        about = tr(judgement.scale.words)
        about = f"{about[:1].upper()}{about[1:]}."
        if 0 < row <= len(judgement.false_alarms):
            return f"{about} {tr('Above it lie {pictures}.', pictures=judgement.false_alarms[row - 1].words)}"
        return f"{about} {tr('The default is best balanced on validation.')}" if row == 0 else about

    def _arrange(self) -> None:
        self.slider.setRange(0, STEPS)
        self.slider.setPageStep(STEPS // 20)
        self.slider.setMinimumWidth(16 * GRID)
        self.number.setRange(0, 100)
        self.number.setDecimals(1)
        self.number.setSuffix(" %")
        self.number.setKeyboardTracking(False)
        for widget, name in (
            (self.slider, tr("Probability from which a picture is called fake")),
            (self.number, tr("Probability from which a picture is called fake, in per cent")),
            (self.presets, tr("Thresholds that validation suggests")),
        ):
            widget.setAccessibleName(name)
            widget.setToolTip(f"{name}.")
        set_role(self.note, "muted")
        self.note.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(TextLabel(tr("Called fake above")))
        row.addWidget(self.slider, 1)
        row.addWidget(self.number)
        row.addWidget(self.presets)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(row)
        column.addWidget(self.note)
