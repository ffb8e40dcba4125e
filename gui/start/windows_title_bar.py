"""Title bars as dark as the windows below them, on Windows 10 from 20H1 on."""

import ctypes
import logging
import sys
from ctypes import wintypes

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

FIRST_BUILD = 19041  # Windows 10 20H1: before, the attribute had another number and no name
USE_IMMERSIVE_DARK_MODE = 20  # of DwmSetWindowAttribute

_log = logging.getLogger(__name__)


def windows_build() -> int:
    """The build of Windows; 0 elsewhere."""
    if sys.platform == "win32":
        return sys.getwindowsversion().build
    return 0


def colour_title_bars(app: QApplication, dark: bool) -> None:
    """Of every window that there is; a system that cannot do it keeps its own colour."""
    if windows_build() >= FIRST_BUILD:
        for window in app.topLevelWidgets():
            if window.testAttribute(Qt.WidgetAttribute.WA_WState_Created):
                _colour(window, dark)


def _colour(window: QWidget, dark: bool) -> None:
    wanted = ctypes.c_int(dark)
    try:
        set_attribute = ctypes.windll.dwmapi.DwmSetWindowAttribute  # type: ignore[attr-defined,unused-ignore]
        set_attribute(
            wintypes.HWND(int(window.winId())), USE_IMMERSIVE_DARK_MODE, ctypes.byref(wanted), ctypes.sizeof(wanted)
        )
    except (OSError, AttributeError) as error:
        _log.info("The title bar keeps its colour: %s", error)
