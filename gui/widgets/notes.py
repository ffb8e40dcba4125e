"""Signed texts: a problem beside its field, or a finding with its sign."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.errors import Problem
from gui.widgets.icons import set_icon
from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import set_role
from gui.widgets.wrapped_label import WrappedLabel
from gui.words.plain_words import in_words


class SignedText(QWidget):
    """A sentence behind a sign; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign, self.text = TextLabel(), WrappedLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.text, 1)
        self.hide()

    def show_text(self, sign: str, sign_role: str, text_role: str, text: str) -> None:
        """Show an icon by name in a colour role, and a text in another."""
        set_icon(self._sign, sign, sign_role)
        set_role(self.text, text_role)
        self.text.setText(text)
        self.show()


class ProblemNote(SignedText):
    """A problem with its remedy."""

    def show_problem(self, problem: Problem | None) -> None:
        """Show a problem, or nothing."""
        if problem is None:
            self.hide()
            return
        role = "bad" if problem.severity == "error" else "warning"
        self.show_text(problem.severity, role, role, problem_text(problem))


def problem_text(problem: Problem) -> str:
    """A problem and its remedy in one line, beginning with how grave it is."""
    return f"{problem.severity.capitalize()}: {message_and_remedy(problem)}"


def message_and_remedy(problem: Problem) -> str:
    """Two sentences, also where the first ends with a path and without a stop."""
    stop = "" if problem.message.endswith((".", "!", "?")) else "."
    return in_words(f"{problem.message}{stop} {problem.remedy}" if problem.remedy else problem.message)
