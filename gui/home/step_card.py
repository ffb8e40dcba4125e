"""One step of the way: its number or sign, what it is called, how it stands, and what can be done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from gui.home.steps import StepMark, StepState
from gui.widgets.icons import set_icon
from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import GRID, set_role
from gui.widgets.wrapped_label import WrappedLabel
from gui.words.translation import mark, tr

_SIGNS: dict[StepMark, tuple[str, str, str]] = {
    "busy": ("clock", "accent", mark("busy")),
    "done": ("good", "good", mark("done")),
    "warning": ("warning", "warning", mark("warning")),
    "error": ("error", "bad", mark("error")),
}
_SIGN_WIDTH = 28


class StepCard(QFrame):
    """``buttons`` takes what can be done, at the right; ``content`` what stands below, if anything."""

    def __init__(self, number: int, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.setAccessibleName(tr("Step {number}: {title}", number=number, title=title))
        self._number = number
        self.state = StepState("open", "")
        self.sign, self.title = TextLabel(), TextLabel(title)
        self.words = WrappedLabel(tr("{title}: how it stands", title=title))
        self.buttons, self.content = QHBoxLayout(), QGridLayout()
        set_role(self.title, "heading")
        self.sign.setFixedWidth(_SIGN_WIDTH)
        self.sign.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.buttons.setSpacing(GRID)
        self.content.setVerticalSpacing(GRID)
        grid = QGridLayout(self)
        grid.setContentsMargins(GRID, GRID, 2 * GRID, GRID)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.sign, 0, 0)
        grid.addWidget(self.title, 0, 1)
        grid.addWidget(self.words, 1, 1)
        grid.addLayout(self.buttons, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addLayout(self.content, 2, 1, 1, 2)

    def show_state(self, state: StepState) -> None:
        """Cheap where nothing changed."""
        if state != self.state or not self.words.text():
            self.state = state
            self.words.setText(state.text)
            self._show_sign()

    def _show_sign(self) -> None:
        if self.state.mark in _SIGNS:
            sign, role, words = _SIGNS[self.state.mark]
            set_icon(self.sign, sign, role, 20)
            self.sign.setAccessibleName(tr(words))
            return
        self.sign.setProperty("iconName", "")  # so that no other colours draw it again
        self.sign.setText(str(self._number))
        set_role(self.sign, "heading")
        self.sign.setAccessibleName(tr("step {number}", number=self._number))
