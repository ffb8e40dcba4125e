"""The plots as files: every figure of a run as CSV, and the picture on screen as PNG."""

import io
from collections.abc import Iterator, Sequence
from functools import partial
from math import isnan
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QWidget

from engine.control import RunControl
from engine.csv_rows import write_rows
from engine.files import atomic_write
from gui.history.run_curves import VALIDATION
from gui.history.run_history import RunHistory
from gui.history.series_table import SeriesTable

_PNG_SCALE = 2
_ROWS_AT_ONCE = 2000


class RunFigures:
    """A copy of a run's figures at one moment, so that a thread can write them while the run goes on."""

    def __init__(self, history: RunHistory) -> None:
        self._tables = {"": history.steps.copy(), VALIDATION: history.validations.copy()}

    def rows(self, control: RunControl) -> Iterator[Sequence[str]]:
        """Names first, then one row per step that has a figure; undefined figures are empty."""
        yield ["step", *(prefix + name for prefix, table in self._tables.items() for name in table.names)]
        steps = np.union1d(*(table.steps for table in self._tables.values()))
        for start in range(0, len(steps), _ROWS_AT_ONCE):
            control.check()
            some = steps[start : start + _ROWS_AT_ONCE]
            columns = (column for table in self._tables.values() for column in _columns(table, some))
            yield from zip(map(str, some.tolist()), *columns, strict=True)

    def write_csv(self, path: Path, control: RunControl) -> None:
        """UTF-8 with commas; StorageError where the file cannot be written, StopRequestedError if ``control`` stops."""
        atomic_write(path, partial(self._write, control))

    def _write(self, control: RunControl, file: BinaryIO) -> None:
        text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        write_rows(text, self.rows(control))
        text.detach()


def write_png(widget: QWidget, path: Path) -> None:
    """The widget as it looks now, at twice its size; StorageError where the file cannot be written."""
    image = QImage(widget.size() * _PNG_SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_PNG_SCALE)
    image.fill(widget.palette().window().color())
    widget.render(image)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    data = buffer.data().data()
    atomic_write(path, lambda file: file.write(data))


def _columns(table: SeriesTable, steps: NDArray[np.int64]) -> Iterator[list[str]]:
    """Each column's figures at these steps, among which are all of the table's from the first to the last."""
    rows = slice(*np.searchsorted(table.steps, (steps[0], steps[-1] + 1)))
    places = np.searchsorted(steps, table.steps[rows])
    for name in table.names:
        figures = np.full(len(steps), np.nan, np.float32)
        figures[places] = table.column(name)[rows]
        yield ["" if isnan(figure) else f"{figure:.7g}" for figure in figures.tolist()]
