"""Growing columns of figures over one column of steps, in plain NumPy."""

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

_FIRST_CAPACITY = 1024


class SeriesTable:
    """Rows in order of step, kept whole: 8 bytes of step and 4 bytes (float32) per column and row.

    Nothing is thinned out, so that what is exported is what was measured; a step that comes again (after a
    resume or a rollback) replaces the rows from there on. Figures that a row lacks are NaN.
    """

    def __init__(self) -> None:
        self._steps = np.empty(_FIRST_CAPACITY, np.int64)
        self._columns: dict[str, NDArray[np.float32]] = {}
        self._size = 0

    def __len__(self) -> int:
        return self._size

    @property
    def names(self) -> tuple[str, ...]:
        """Columns in order of appearance."""
        return tuple(self._columns)

    @property
    def steps(self) -> NDArray[np.int64]:
        """(N,) strictly rising; a view that is good until the next append or cut."""
        return self._steps[: self._size]

    def column(self, name: str) -> NDArray[np.float32]:
        """(N,) figures of one column, a view as above; all NaN where nobody reported it."""
        if name in self._columns:
            return self._columns[name][: self._size]
        return np.full(self._size, np.nan, np.float32)

    def append(self, step: int, figures: Mapping[str, float | None]) -> None:
        """Add a row; None is a figure that is undefined."""
        if self._size and step <= self._steps[self._size - 1]:
            self.cut(step)
        if self._size == len(self._steps):
            self._grow()
        self._steps[self._size] = step
        with np.errstate(over="ignore"):  # what float32 cannot hold is infinite
            for name, figure in figures.items():
                if figure is not None:
                    self._writable(name)[self._size] = figure
        self._size += 1

    def cut(self, step: int) -> None:
        """Forget the rows from ``step`` on."""
        size = int(np.searchsorted(self.steps, step))
        for column in self._columns.values():
            column[size : self._size] = np.nan
        self._size = size

    def copy(self) -> "SeriesTable":
        """An independent table, for a thread that writes it to a file while rows arrive here."""
        twin = SeriesTable()
        twin._steps, twin._size = self.steps.copy(), self._size
        twin._columns = {name: self.column(name).copy() for name in self._columns}
        return twin

    def row_at(self, step: float) -> int | None:
        """Index of the row whose step is nearest; None in an empty table."""
        if not self._size:
            return None
        after = int(np.searchsorted(self.steps, math.ceil(step)))
        before = max(after - 1, 0)
        after = min(after, self._size - 1)
        return before if step - self._steps[before] <= self._steps[after] - step else after

    def _writable(self, name: str) -> NDArray[np.float32]:
        if name not in self._columns:
            self._columns[name] = np.full(len(self._steps), np.nan, np.float32)
        return self._columns[name]

    def _grow(self) -> None:
        more = max(len(self._steps), _FIRST_CAPACITY)
        self._steps = np.concatenate([self._steps, np.empty(more, np.int64)])
        for name, column in self._columns.items():
            self._columns[name] = np.concatenate([column, np.full(more, np.nan, np.float32)])
