"""What stands above the pages of the form: preset, how much was changed, the search, and the level."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QWidget

from gui.form.setting_row import SettingRow
from gui.widgets.flow_layout import FlowLayout
from gui.widgets.path_fields import EDITOR_HEIGHT
from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import GRID
from gui.words.translation import tr

_SEARCH_WIDTH = 170


class FormHeader(QWidget):
    """One line, or two in a narrow window; of the preset's row it shows the editor alone."""

    def __init__(self, preset: SettingRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.advanced, self.reset_all = QCheckBox(tr("Advanced settings")), QPushButton(tr("Reset all"))
        self.search, self._changed = QLineEdit(), TextLabel()
        preset.setParent(self)
        preset.hide()
        self.search.setPlaceholderText(tr("Search settings"))
        self.search.setAccessibleName(tr("Search settings"))
        self.search.setToolTip(tr("Every setting whose name or help has these words (Ctrl+F)"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(_SEARCH_WIDTH)
        label = TextLabel(tr("Preset"))
        label.setBuddy(preset.editor)
        line = FlowLayout(self, spacing=GRID)
        for widget in (label, preset.editor, self.search, self.advanced, self._changed, self.reset_all):
            widget.setMinimumHeight(EDITOR_HEIGHT)
            line.addWidget(widget)

    def show_changed(self, titles: Sequence[str]) -> None:
        """Say how many settings were changed, and which."""
        self._changed.setToolTip("\n".join(titles))
        self._changed.setText(tr("{count} changed", count=len(titles)) if titles else tr("Unchanged"))
        self.reset_all.setVisible(bool(titles))
