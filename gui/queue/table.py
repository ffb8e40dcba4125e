"""The entries of a queue as a Qt table."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon

from engine.number_words import decimals
from engine.queue.entries import QueueEntry
from gui.history.run_progress import duration
from gui.widgets.column_table import Column, ColumnTable
from gui.widgets.icons import row_icon
from gui.widgets.plain_text import plain_tip
from gui.words.plain_words import in_words
from gui.words.translation import mark, tr

STATES = {
    "waiting": (mark("Waits"), "clock", "muted"),
    "running": (mark("Running"), "start", "accent"),
    "finished": (mark("Finished"), "good", "good"),
    "stopped": (mark("Stopped, goes on"), "stop", "warning"),
    "failed": (mark("Failed"), "error", "bad"),
    "interrupted": (mark("Interrupted, goes on"), "warning", "warning"),
}
"""Word, icon and colour of each state."""
NAME, STUDY, WHY = 1, 2, 6


def _auc(entry: QueueEntry) -> float | None:
    return entry.auc.get("validation")


def _auc_words(entry: QueueEntry) -> str:
    auc = _auc(entry)
    return "–" if auc is None else decimals(auc)


def why(entry: QueueEntry) -> str:
    """What there is to say of an entry: why it failed and what to do."""
    return in_words(f"{entry.message} {entry.remedy}".strip())


_COLUMNS: tuple[Column[QueueEntry], ...] = (
    Column(mark("No."), lambda entry: str(entry.number), lambda entry: entry.number, number=True),
    Column(mark("Name"), lambda entry: entry.name, lambda entry: entry.name.casefold()),
    Column(mark("Study"), lambda entry: entry.study, lambda entry: entry.study.casefold()),
    Column(mark("State"), lambda entry: tr(STATES[entry.state][0]), lambda entry: entry.state),
    Column(mark("AUC"), _auc_words, lambda entry: _auc(entry) or 0.0, number=True),
    Column(
        mark("Time"),
        lambda entry: duration(entry.seconds) if entry.seconds else "–",
        lambda entry: entry.seconds,
        number=True,
    ),
    Column(mark("What is wrong"), why, why),
)


class QueueTable(ColumnTable[QueueEntry]):
    """One row per entry, in the order in which they are run."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(_COLUMNS, parent)
        self.folder = folder

    @property
    def entries(self) -> tuple[QueueEntry, ...]:
        """All of them."""
        return tuple(self._rows)

    def tool_tip(self, row: QueueEntry) -> str:
        """What is wrong with it, and where its run or its settings are."""
        place = row.run or self.folder / f"{row.number}.toml"
        return plain_tip("\n".join(text for text in (why(row), str(place)) if text))

    def icon(self, row: QueueEntry, column: int) -> QIcon | None:
        """The sign of its state."""
        return row_icon(*STATES[row.state][1:]) if column == 3 else None
