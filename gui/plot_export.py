"""The plots as files: every figure of a run as CSV, and the picture on screen as PNG."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QWidget

from engine.files import atomic_write
from gui.run_history import VALIDATION, RunHistory
from gui.series_table import SeriesTable

_PNG_SCALE = 2


class RunFigures:
    """A copy of a run's figures at one moment, so that a thread can write them while the run goes on."""

    def __init__(self, history: RunHistory) -> None:
        self._tables = {"": history.steps.copy(), VALIDATION: history.validations.copy()}

    def rows(self) -> Iterator[list[str]]:
        """Names first, then one row per step that has a figure; undefined figures are empty."""
        yield ["step", *(prefix + name for prefix, table in self._tables.items() for name in table.names)]
        for step in np.union1d(*(table.steps for table in self._tables.values())):
            yield [str(step), *(text for table in self._tables.values() for text in _row(table, int(step)))]

    def write_csv(self, path: Path) -> None:
        """UTF-8 with commas; StorageError where the file cannot be written."""
        atomic_write(path, self._write)

    def _write(self, file: BinaryIO) -> None:
        text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        csv.writer(text).writerows(self.rows())
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


def _row(table: SeriesTable, step: int) -> list[str]:
    row = int(np.searchsorted(table.steps, step))
    if row == len(table) or table.steps[row] != step:
        return [""] * len(table.names)
    figures = (float(table.column(name)[row]) for name in table.names)
    return ["" if np.isnan(figure) else f"{figure:.7g}" for figure in figures]
