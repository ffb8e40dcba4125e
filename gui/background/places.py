"""Questions about paths that hold up the window's thread for a moment at most, even where a share does not answer."""

import threading
from collections.abc import Callable
from pathlib import Path

PATIENCE_S = 0.2


class Places:
    """Asks the system beside the window's thread; a place that does not answer is not asked again until it does."""

    def __init__(self, patience_s: float = PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._hanging: dict[Path, threading.Thread] = {}

    def __call__(self, question: Callable[[Path], bool], path: Path) -> bool | None:
        """The answer, or None where there is none yet."""
        hanging = self._hanging.get(path)
        if hanging is not None and hanging.is_alive():
            return None
        answers: list[bool] = []
        asking = threading.Thread(target=lambda: answers.append(question(path)), daemon=True, name=f"asks for {path}")
        asking.start()
        asking.join(self._patience_s)
        if answers:
            self._hanging.pop(path, None)
            return answers[0]
        self._hanging[path] = asking
        return None
