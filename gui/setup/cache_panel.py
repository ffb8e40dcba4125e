"""What the caches take on disk and where they lie, and the button that empties them."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from engine.control import RunControl
from engine.errors import EngineError
from engine.events import Emit
from engine.settings import MachineSettings
from gui.background.background_task import BackgroundTask
from gui.setup.machine_card import MachineCard
from gui.widgets import dialogs as messages
from gui.widgets.icons import set_icon
from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import set_role
from gui.widgets.wrapped_label import WrappedLabel
from gui.words.translation import mark, tr

_WHAT = mark(
    "Decoded images and teacher maps are kept on disk, so that the next run starts sooner. They hold nothing that "
    "cannot be made again."
)
_IN_USE = mark("A run is using them. They can be emptied when it has ended.")
_NAMES = {"pictures": mark("Pictures"), "maps": mark("Maps")}


class CachePanel(MachineCard):
    """Looks at the files; empties them after a yes, while no run uses them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Caches"), parent)
        self._settings = MachineSettings()
        self.sizes, self.place = WrappedLabel(tr("Size of the caches")), WrappedLabel(tr("Folder of the caches"))
        self.empty = QPushButton(tr("Empty the caches…"))
        self._task = BackgroundTask(self)
        self._arrange()
        self._task.finished.connect(self._emptied)
        self.empty.clicked.connect(self._ask)

    def set_settings(self, settings: MachineSettings) -> None:
        """Look at the cache folder of these settings."""
        self._settings = settings
        self.refresh()

    def _look(self) -> None:
        from engine.data.stores.caches import cache_bytes

        held = cache_bytes(self._folder())
        lines = [f"{tr(_NAMES[name])}: {size_words(size)}" for name, size in held.items()]
        self.sizes.setText("\n".join([*lines, tr(_IN_USE)] if self._in_use else lines))
        self.place.setText(str(self._folder()))
        self.empty.setEnabled(sum(held.values()) > 0 and not self._in_use and not self._task.running)

    def close_task(self) -> None:
        """Let the thread end when it can."""
        self._task.leave()

    def _folder(self) -> Path:
        from engine.data.stores.caches import cache_folder

        return cache_folder(self._settings)

    def _ask(self) -> None:
        text, more = tr("Empty the caches?"), tr("The next run decodes its images and asks its teacher again.")
        messages.ask(self.window(), tr("Caches"), text, more, tr("Empty"), tr("Cancel"), self._begin, loses=True)

    def _begin(self) -> None:
        folder = self._folder()

        def clear(_control: RunControl, _emit: Emit) -> int:
            from engine.data.stores.caches import clear_caches

            return clear_caches(folder)

        if not self._in_use:  # a run may have begun while the question was open
            self._task.start(clear)
            self.refresh()

    def _emptied(self, _freed: int | None, error: EngineError | None) -> None:
        if error is not None:
            messages.tell_error(self.window(), tr("The caches were not emptied"), error)
        self.refresh()

    def _arrange(self) -> None:
        what = TextLabel(tr(_WHAT))
        what.setWordWrap(True)
        for text in (what, self.place):
            set_role(text, "muted")
        set_icon(self.empty, "delete")
        for widget in (what, self.sizes, self.place):
            self.column.addWidget(widget)
        self.column.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch()


def size_words(size: int) -> str:
    """Bytes as people say them: 0 MB, 0.3 MB, 1,234 MB."""
    return f"{size / 1e6:,.1f} MB" if 0 < size < 1e7 else f"{size / 1e6:,.0f} MB"
