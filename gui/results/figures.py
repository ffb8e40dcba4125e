"""How good student and teacher are, by split and source, as a run's events tell it: rows of a table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon

from engine.events import Scores
from engine.number_words import decimals
from gui.history.run_history import RunHistory
from gui.widgets.column_table import Column, ColumnTable
from gui.widgets.plain_text import plain_tip
from gui.words.translation import mark, tr

ALL = mark("all images")
_SPLITS = {"test": mark("test"), "validation": mark("validation")}
BOUNDARY = mark("Accuracies are of decisions at logit 0. Those of the threshold are under Decisions.")
Intervals = Mapping[tuple[str, str], tuple[float, float]]
"""Of the student's AUC, by split and source."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One network on the images of one split and source."""

    split: str
    network: str
    source: str
    scores: Scores


def figure_rows(history: RunHistory) -> list[FigureRow]:
    """Test first, on which nothing was chosen; before the final evaluation the best validation so far."""
    if history.final is None:
        best = history.best
        return list(_rows("validation", best.scores, best.sources, *_checked(history))) if best is not None else []
    rows: list[FigureRow] = []
    for split in ("test", "validation"):
        student, by_source = _of_split(history.final.student, split)
        taught = _of_split(history.final.teacher, split) if split == "test" else _checked(history)
        if student is not None:
            rows += _rows(split, student, by_source, *taught)
    return rows


def judged_on(history: RunHistory) -> str:
    """The split whose figures come first: test where it has both classes, else validation."""
    test = history.final.student.get("test") if history.final is not None else None
    return "test" if test is not None and test.auc is not None else "validation"


def split_word(split: str) -> str:
    """A split's name in the language of the window, to be put before "images"."""
    return tr(_SPLITS[split]) if split in _SPLITS else split


def _rows(
    split: str, student: Scores, by_source: Mapping[str, Scores], teacher: Scores | None, taught: Mapping[str, Scores]
) -> Iterator[FigureRow]:
    yield FigureRow(split, mark("Student"), ALL, student)
    if teacher is not None:
        yield FigureRow(split, mark("Teacher"), ALL, teacher)
    for source in by_source if len(by_source) > 1 else ():
        yield FigureRow(split, mark("Student"), source, by_source[source])
        if source in taught:
            yield FigureRow(split, mark("Teacher"), source, taught[source])


def _of_split(scores: Mapping[str, Scores], split: str) -> tuple[Scores | None, dict[str, Scores]]:
    """Figures over all images of a split, and by source."""
    prefix = f"{split}/"
    return scores.get(split), {k.removeprefix(prefix): found for k, found in scores.items() if k.startswith(prefix)}


def _checked(history: RunHistory) -> tuple[Scores | None, dict[str, Scores]]:
    """The teacher on the validation images, as its check found it before the training."""
    teacher = history.teacher
    return (teacher.scores, teacher.sources) if teacher is not None else (None, {})


class FigureTable(ColumnTable[FigureRow]):
    """One line for each network, split and source; intervals follow once they are measured."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._intervals: Intervals = {}
        super().__init__(
            (
                Column(mark("Images"), _images, _images),
                Column(mark("From"), _source, _source),
                Column(mark("Network"), lambda row: tr(row.network), lambda row: tr(row.network)),
                Column(mark("AUC (95 %)"), self._auc, self._auc, number=True),
                _column(mark("Accuracy"), "accuracy"),
                _column(mark("of real"), "real_accuracy"),
                _column(mark("of fake"), "fake_accuracy"),
                _column(mark("EER"), "eer"),
            ),
            parent,
        )

    def set_figures(self, rows: list[FigureRow], intervals: Intervals) -> None:
        """Show these; nothing happens where they are shown already."""
        if list(self._rows) != rows or self._intervals != intervals:
            self._intervals = intervals
            self.set_rows(rows)

    def tool_tip(self, row: FigureRow) -> str:
        """Whose figures they are, and what the decisions are made at."""
        names = {"network": tr(row.network), "split": split_word(row.split), "source": _source(row)}
        return plain_tip(f"{tr('{network} on {split} images, {source}.', **names)} {tr(BOUNDARY)}")

    def icon(self, row: FigureRow, column: int) -> QIcon | None:
        """None: the words tell the networks apart."""
        return None

    def _auc(self, row: FigureRow) -> str:
        """With its interval, once that is measured."""
        found = self._intervals.get((row.split, row.source)) if row.network == "Student" else None
        words = "–" if row.scores.auc is None else decimals(row.scores.auc)
        return f"{words} ({found[0]:.3f}–{found[1]:.3f})" if found is not None else words


def _images(row: FigureRow) -> str:
    return f"{split_word(row.split)} ({row.scores.images:,})"


def _source(row: FigureRow) -> str:
    return tr(ALL) if row.source == ALL else row.source


def _column(heading: str, name: str) -> Column[FigureRow]:
    def words(row: FigureRow) -> str:
        value = getattr(row.scores, name)
        return "–" if value is None else decimals(value)

    return Column(heading, words, words, number=True)
