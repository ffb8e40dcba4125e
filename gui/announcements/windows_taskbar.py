"""Progress on the program's button in Windows' taskbar, through the shell's ITaskbarList3."""

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import c_int, c_ulonglong, wintypes

import comtypes

from gui.announcements.taskbar import TaskbarState

assert sys.platform == "win32"

FLAGS: dict[TaskbarState, int] = {"none": 0, "busy": 1, "normal": 2, "failed": 4, "paused": 8}
WHOLE = 1000
TASKBAR_LIST = comtypes.GUID("{56FDF344-FD6D-11D0-958A-006097C9A090}")


class _TaskbarList3(comtypes.IUnknown):  # type: ignore[misc]
    """The methods of ITaskbarList to ITaskbarList3 in their order, as far as the last one that is called."""

    _iid_ = comtypes.GUID("{EA1AFB91-9E28-4B86-90E9-9E9F8A5EEFAF}")
    _methods_ = (
        comtypes.COMMETHOD([], ctypes.HRESULT, "HrInit"),
        *(
            comtypes.COMMETHOD([], ctypes.HRESULT, name, (["in"], wintypes.HWND, "window"))
            for name in ("AddTab", "DeleteTab", "ActivateTab", "SetActiveAlt")
        ),
        comtypes.COMMETHOD(
            [], ctypes.HRESULT, "MarkFullscreenWindow", (["in"], wintypes.HWND, "window"), (["in"], c_int, "full")
        ),
        comtypes.COMMETHOD(
            [],
            ctypes.HRESULT,
            "SetProgressValue",
            (["in"], wintypes.HWND, "window"),
            (["in"], c_ulonglong, "done"),
            (["in"], c_ulonglong, "total"),
        ),
        comtypes.COMMETHOD(
            [], ctypes.HRESULT, "SetProgressState", (["in"], wintypes.HWND, "window"), (["in"], c_int, "flag")
        ),
    )


class WindowsTaskbar:
    """The button of one top-level window; OSError where the shell does not offer it, or no longer does."""

    def __init__(self, window: int) -> None:
        self._window = window
        with _refusals_told():
            self._list = comtypes.CoCreateInstance(TASKBAR_LIST, interface=_TaskbarList3)
            self._list.HrInit()

    def show(self, state: TaskbarState, share: float) -> None:
        """Colour of the button by the state, and its length by the share done, 0 to 1."""
        with _refusals_told():
            self._list.SetProgressState(self._window, FLAGS[state])
            if state not in ("none", "busy"):
                self._list.SetProgressValue(self._window, round(WHOLE * share), WHOLE)


@contextmanager
def _refusals_told() -> Iterator[None]:
    """The error of a method that COM reports is no OSError by itself."""
    try:
        yield
    except comtypes.COMError as error:
        raise OSError(f"{error.text or 'COM error'} ({error.hresult & 0xFFFFFFFF:#010x})") from error
