"""An editor of several names in one line."""

import csv
import io

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.words.translation import tr


class NamesField(QLineEdit):
    """Several names with commas between; a name that has a comma itself stands in double quotes."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("names with commas between"))
        self.textChanged.connect(self.changed)

    def value(self) -> tuple[str, ...]:
        """The names, without the space around them."""
        cells = next(csv.reader([self.text()], skipinitialspace=True), [])
        return tuple(cell.strip() for cell in cells if cell.strip())

    def set_value(self, value: tuple[str, ...]) -> None:
        """Show names; a line that already means them stays as it was typed."""
        if value == self.value():
            return
        line = io.StringIO()
        csv.writer(line, lineterminator="").writerow(value)
        self.setText(line.getvalue().replace(",", ", ") if '"' not in line.getvalue() else line.getvalue())
