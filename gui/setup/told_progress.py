"""What a task beside the window's thread tells of itself, in a bar and in words."""

from PySide6.QtWidgets import QProgressBar

from engine.events import Event, PhaseChanged, Progress
from gui.history.run_progress import task_words
from gui.history.work_left import WorkLeft
from gui.widgets.plain_text import TextLabel
from gui.words.plain_words import capitalised
from gui.words.translation import tr


def show_progress(event: Event, bar: QProgressBar, words: TextLabel, left: WorkLeft) -> None:
    """Count, and time left, of a piece of work; a bar without an end where only its name is known."""
    if isinstance(event, Progress):
        bar.setRange(0, event.total)
        bar.setValue(event.done)
        words.setText(f"{task_words(event.task)}: {left.words(event)}")
    elif isinstance(event, PhaseChanged):
        bar.setRange(0, 0)
        words.setText(f"{capitalised(tr(event.text))}…")
