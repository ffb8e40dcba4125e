"""Pictures whose drive, share or folder is gone for a while are waited for; they are not unreadable ones."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from engine.control import RunControl
from engine.data.images.unreadable import UnreadableImageError
from engine.errors import DataError
from engine.number_words import figure

Read = TypeVar("Read")

AWAY_S = 3600.0
"""A server that is updated or a cable that is put right is back by then; most of a night is left to the next runs."""
_LONGEST_LOOK_S = 60.0  # a share that does not answer takes as long; what lasts longer was the computer's sleep


def read_when_there(
    path: str | Path, read: Callable[[], Read], control: RunControl, given_up: Callable[[], bool] = lambda: False
) -> Read:
    """What ``read`` makes of a picture, once its folder is there; the run is held until then, or it is ``given_up``.

    Raises UnreadableImageError or OSError as ``read`` does where the folder is there, or nobody would learn that it is
    waited for, StopRequestedError where a stop ends the wait, and DataError after AWAY_S.
    """
    while True:
        try:
            return read()
        except (UnreadableImageError, OSError) as error:
            if not _may_be_away(error) or given_up() or not _came_back(Path(path), control, given_up):
                raise


def absent_folder(path: Path) -> Path | None:
    """The outermost folder on the way to a picture that is gone; None where its own one is there.

    A folder with nothing in it is gone: so looks the place in which a drive or a share used to be.
    """
    own = path.parent
    try:
        with os.scandir(own) as content:
            return None if any(True for _ in content) else own
    except PermissionError:
        return None
    except OSError:
        parents = list(own.parents)
    gone = [own, *(parent for parent in parents if not os.path.isdir(parent))]  # noqa: PTH112 (Path's own raises)
    return gone[-1]


def _may_be_away(error: Exception) -> bool:
    """Whether the system refused; what decoders raise themselves has no number."""
    cause = error.__cause__ if isinstance(error, UnreadableImageError) else error
    return isinstance(cause, OSError) and cause.errno is not None and not isinstance(cause, PermissionError)


def _came_back(path: Path, control: RunControl, given_up: Callable[[], bool]) -> bool:
    folder = absent_folder(path)
    if folder is None:
        return False
    why = f"The folder {folder} is away. The run waits, and goes on by itself as soon as it is back."
    patience = Patience(path, control)
    return control.await_return(why, lambda: given_up() or patience.has_ended())


class Patience:
    """Looks for a picture's folder for AWAY_S, pauses by hand and the computer's sleep aside."""

    def __init__(self, path: Path, control: RunControl) -> None:
        self._path, self._control = path, control
        self._waited_s, self._looked = 0.0, time.monotonic()

    def has_ended(self) -> bool:
        """Whether the folder is back. DataError where it has been away for too long."""
        folder, former = absent_folder(self._path), self._looked
        if folder is None:
            return True
        self._looked = time.monotonic()
        if not self._control.paused_by_hand:
            self._waited_s += min(self._looked - former, _LONGEST_LOOK_S)
            if self._waited_s > AWAY_S:
                raise DataError(
                    f"The folder {folder} was away for {figure(AWAY_S / 60)} minutes, so the run has ended. What it "
                    "has trained is saved.",
                    "Connect the drive or share again, or put the folder back, then resume the run.",
                )
        return False
