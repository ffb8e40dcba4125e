"""Runs side by side as a table: what came of them, and the settings in which they differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon

from engine.number_words import decimals
from engine.settings import RunSettings
from engine.settings.changes import changed_settings
from engine.settings.names import value_of
from gui.history.run_history import RunHistory
from gui.history.run_progress import duration
from gui.history.verdict import best_auc, teacher_auc, test_scores
from gui.widgets.column_table import Column, ColumnTable
from gui.widgets.plain_text import plain_tip
from gui.words.plain_words import label_of
from gui.words.translation import tr
from gui.words.values import value_text

_PLACES = ("output.folder", "output.name")


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A figure or a setting, and what it is in each run."""

    name: str
    values: tuple[str, ...]


def compared_rows(histories: Mapping[str, RunHistory]) -> list[ComparedRow]:
    """Results first, then every setting that is not the same in all of the runs."""
    runs = list(histories.values())
    rows = [
        ComparedRow(tr("Test AUC"), tuple(_auc(scores.auc if (scores := test_scores(run)) else None) for run in runs)),
        ComparedRow(tr("Best validation AUC"), tuple(_auc(best_auc(run)) for run in runs)),
        ComparedRow(tr("Teacher, validation AUC"), tuple(_auc(teacher_auc(run)) for run in runs)),
        ComparedRow(tr("Time"), tuple(duration(run.seconds) for run in runs)),
    ]
    settings = [run.settings or RunSettings() for run in runs]
    for name in differing(settings):
        rows.append(ComparedRow(label_of(name), tuple(value_text(value_of(own, name)) for own in settings)))
    return rows


def differing(settings: Sequence[RunSettings]) -> list[str]:
    """Names of the settings that are not the same in all, but for where a run is kept."""
    found = dict.fromkeys(name for own in settings[1:] for name in changed_settings(settings[0], own))
    return [name for name in found if name not in _PLACES]


def _auc(value: float | None) -> str:
    return "–" if value is None else decimals(value)


class CompareTable(ColumnTable[ComparedRow]):
    """One column for each run."""

    def __init__(self, histories: Mapping[str, RunHistory], parent: QObject | None = None) -> None:
        columns: list[Column[ComparedRow]] = [Column("", lambda row: row.name, lambda row: row.name)]
        columns += [_column(name, place) for place, name in enumerate(histories)]
        super().__init__(columns, parent)
        self.set_rows(compared_rows(histories))

    def tool_tip(self, row: ComparedRow) -> str:
        """All of it: a path may be longer than its column."""
        return plain_tip("\n".join((row.name, *row.values)))

    def icon(self, row: ComparedRow, column: int) -> QIcon | None:
        """None."""
        return None


def _column(name: str, place: int) -> Column[ComparedRow]:
    return Column(name, lambda row: row.values[place], lambda row: row.values[place])
