"""Thumbnails of the rows in sight: read in a thread when they are first painted, the last few hundred kept."""

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon

from engine.control import RunControl
from engine.errors import EngineError
from engine.events import Emit
from engine.settings import DataSettings
from gui.background.background_task import BackgroundTask
from gui.widgets.thumbnail import Pixels, empty_icon, read_thumbnail, thumbnail_icon

SIDE = 32
_KEPT = 400
_AT_ONCE = 12
_WAIT_MS = 30  # for all rows of one painting

Read = dict[str, Pixels | None]


class Thumbnails(QObject):
    """``arrived`` names pictures whose thumbnails are there now."""

    arrived = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: OrderedDict[str, QIcon] = OrderedDict()
        self._nothing = empty_icon(SIDE)
        self._wanted: OrderedDict[str, None] = OrderedDict()
        self.task = BackgroundTask(self)
        self.task.finished.connect(self._take)
        self._timer = QTimer(self, interval=_WAIT_MS, singleShot=True)
        self._timer.timeout.connect(self._read)

    def of(self, path: str) -> QIcon:
        """A picture's thumbnail; an empty one as long as it is not read, which is asked for by this."""
        found = self._kept.get(path)
        if found is not None:
            self._kept.move_to_end(path)
            return found
        self._wanted[path] = None
        self._wanted.move_to_end(path)
        while len(self._wanted) > 2 * _AT_ONCE:  # rows that have been scrolled past
            self._wanted.popitem(last=False)
        if not self.task.running and not self._timer.isActive():
            self._timer.start()
        return self._nothing

    def stop(self) -> None:
        """End what goes on and wait for it."""
        self._timer.stop()
        self.task.close()

    def _read(self) -> None:
        paths = [self._wanted.popitem()[0] for _ in range(min(_AT_ONCE, len(self._wanted)))]  # the newest
        self.task.start(lambda control, _emit: read(paths, control))

    def _take(self, result: object, _error: EngineError | None) -> None:
        found: Read = result if isinstance(result, dict) else {}
        for path, pixels in found.items():
            self._kept[path] = self._nothing if pixels is None else thumbnail_icon(pixels, SIDE)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.arrived.emit(list(found))
        if self._wanted:
            self._timer.start()


def read(paths: list[str], control: RunControl, _emit: Emit | None = None) -> Read:
    """Pixels of pictures, None of those that are gone."""
    from engine.data.images.decoding import UnreadableImageError

    found: Read = {}
    for path in paths:
        control.check()
        try:
            found[path] = read_thumbnail(Path(path), SIDE, DataSettings().max_megapixels)
        except UnreadableImageError:
            found[path] = None
    return found
