"""Pictures whose drive, share or folder is gone for a while are waited for; they are not unreadable ones."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from engine.control import RunControl
from engine.data.images.unreadable import UnreadableImageError

Read = TypeVar("Read")


def read_when_there(
    path: str | Path, read: Callable[[], Read], control: RunControl, given_up: Callable[[], bool] = lambda: False
) -> Read:
    """What ``read`` makes of a picture, once its folder is there; the run is held until then, or it is ``given_up``.

    Raises UnreadableImageError or OSError as ``read`` does where the folder is there, or nobody would learn that it is
    waited for, and StopRequestedError where a stop ends the wait.
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
    return control.await_return(why, lambda: given_up() or absent_folder(path) is None)
