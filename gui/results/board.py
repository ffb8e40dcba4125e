"""The cards of the page of results: table, matrix, curves, agreement, mistakes."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from engine.number_words import decimals, percent, sure_percent
from gui.history.run_history import RunHistory
from gui.results.confusion_matrix import ConfusionMatrix
from gui.results.figure_view import FigureView
from gui.results.figures import BOUNDARY, FigureTable, figure_rows, judged_on, split_word
from gui.results.measuring import StudentFound, TeacherFound
from gui.results.mistakes import MistakesPanel
from gui.results.unit_chart import ShareCurve, UnitChart
from gui.widgets.card import Card
from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import GRID, set_role
from gui.words.translation import mark, tr

_STUDENT, _TEACHER, _BEFORE = 0, 1, 5  # colours
_OF_SPLIT = {
    "decisions": mark("Decisions"),
    "roc": mark("ROC"),
    "calibration": mark("Calibration"),
    "mistakes": mark("Surest mistakes"),
}
_COLUMNS, _ROWS, _WIDE = 6, 4, 900  # of the grid; px from which the decisions stand beside the figures
_WIDE_PLACES = {  # row, column, rows, columns
    "figures": (0, 0, 1, 4),
    "decisions": (0, 4, 1, 2),
    "roc": (1, 0, 1, 2),
    "calibration": (1, 2, 1, 2),
    "agreement": (1, 4, 1, 2),
    "mistakes": (2, 0, 1, 6),
}
_NARROW_PLACES = {
    "figures": (0, 0, 1, 6),
    "decisions": (1, 0, 1, 3),
    "agreement": (1, 3, 1, 3),
    "roc": (2, 0, 1, 3),
    "calibration": (2, 3, 1, 3),
    "mistakes": (3, 0, 1, 6),
}
_WAITING = mark("Measured on the run's images; see above.")


class ResultsBoard(QWidget):
    """``show_events`` fills the table at once; the rest follows as it is measured."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._student: StudentFound | None = None
        self._wide: bool | None = None
        self.model, self.table = FigureTable(self), FigureView()
        self.matrix, self.mistakes = ConfusionMatrix(), MistakesPanel()
        self.roc = UnitChart(tr("real images called fake"), tr("fake images found"))
        self.reliability = UnitChart(tr("probability of fake, as said"), tr("share of fakes, in truth"))
        self.threshold, self.errors, self.agreement = TextLabel(), TextLabel(), TextLabel()
        self._assemble()
        self.clear()

    def show_events(self, history: RunHistory) -> None:
        """What is known without measuring."""
        self.model.set_figures(figure_rows(history), self._student.intervals if self._student else {})
        self.table.fit()
        taught = history.settings is None or history.settings.loss.alpha_distill > 0
        if self._student is None:
            self._name(judged_on(history))
            self.agreement.setText(
                tr(_WAITING) if taught else tr("The student was trained from labels only, without a teacher.")
            )

    def show_student(self, history: RunHistory, found: StudentFound) -> None:
        """Matrix and curves."""
        self._student = found
        self._name(found.judged_on)
        self.show_events(history)
        self.matrix.show_confusion(found.confusion)
        self.threshold.setText(
            tr(
                "At the threshold that validation chose: {probability} fake (logit {logit}).",
                probability=sure_percent(found.probability),
                logit=decimals(found.threshold),
            )
        )
        self.roc.set_curves([ShareCurve(tr("Student"), found.roc, _STUDENT)])
        self.reliability.set_curves(
            [
                ShareCurve(tr("as trained"), found.said, _BEFORE, dots=True, dashed=True),
                ShareCurve(tr("calibrated"), found.corrected, _STUDENT, dots=True),
            ]
        )
        before, after = map(decimals, found.errors)
        words = tr("Calibration error: {before} as trained, {after} calibrated; 0 is best.", before=before, after=after)
        self.errors.setText(words)

    def show_teacher(self, found: TeacherFound | None) -> None:
        """How far the student does as its teacher; what was said before stays where there is none."""
        if found is None or self._student is None:
            return
        about = found.agreement
        self.agreement.setText(
            tr(
                "On {images:,} {split} images the two decide alike in {share}. Correlation of image scores: {scores}, "
                "of patch maps: {maps}.",
                images=about.images,
                split=split_word(self._student.judged_on),
                share=percent(about.same),
                scores=decimals(about.scores),
                maps=decimals(about.maps),
            )
        )
        teacher = ShareCurve(tr("Teacher"), found.roc, _TEACHER, dashed=True)
        self.roc.set_curves([*self.roc.curves[:1], teacher])

    def clear(self) -> None:
        """Nothing is measured."""
        self._student = None
        self.matrix.show_confusion(None)
        self.threshold.setText(tr(_WAITING))
        self.errors.clear()
        self.agreement.setText(tr(_WAITING))
        for chart in (self.roc, self.reliability):
            chart.set_curves([])
        self.mistakes.say(tr(_WAITING))

    def _name(self, split: str) -> None:
        """Say of which images the cards are."""
        for chart, name in ((self.roc, "roc"), (self.reliability, "calibration")):
            chart.setAccessibleName(_of_split(name, split))
        for name in _OF_SPLIT:
            self._cards[name].set_title(_of_split(name, split))

    def _assemble(self) -> None:
        names = ("figures", "decisions", "roc", "calibration", "agreement", "mistakes")
        self._cards = {name: Card("") for name in names}
        self._cards["figures"].set_title(tr("Figures"))
        self._cards["agreement"].set_title(tr("Agreement with the teacher"))
        self.table.setModel(self.model)
        for name, widgets in (
            ("figures", (self.table, _muted(TextLabel(tr(BOUNDARY))))),
            ("decisions", (self.matrix, _muted(self.threshold))),
            ("roc", (self.roc,)),
            ("calibration", (self.reliability, _muted(self.errors))),
            ("agreement", (_muted(self.agreement),)),
            ("mistakes", (self.mistakes,)),
        ):
            column = self._cards[name].column
            for widget in widgets:
                column.addWidget(widget)
            column.addStretch(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GRID)
        for place in range(_COLUMNS):
            self._grid.setColumnStretch(place, 1)
        self._grid.setRowStretch(_ROWS, 1)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The decisions beside the figures where there is room for both."""
        wide = self.width() >= _WIDE
        if wide == self._wide:
            return
        self._wide = wide
        for name, place in (_WIDE_PLACES if wide else _NARROW_PLACES).items():
            self._grid.addWidget(self._cards[name], *place)


def _of_split(name: str, split: str) -> str:
    return tr("{card}, {split} images", card=tr(_OF_SPLIT[name]), split=split_word(split))


def _muted(label: TextLabel) -> TextLabel:
    """A text that explains, over as many lines as it needs."""
    set_role(label, "muted")
    label.setWordWrap(True)
    return label
