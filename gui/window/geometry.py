"""Size and place of the window, whether it was maximised, and its last folder, from one start to the next."""

import base64

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QMainWindow

from gui.project.preferences import PreferencesFile
from gui.widgets.dialogs import fitting, remember_folder, start_folder

_WIDTH, _HEIGHT = 1280, 720


def restore_geometry(window: QMainWindow, preferences: PreferencesFile) -> None:
    """As it was left, or what the screen has room for."""
    window.resize(fitting(window, _WIDTH, _HEIGHT))
    window.restoreGeometry(QByteArray(base64.b64decode(preferences.value.window_geometry)))
    if preferences.value.last_folder is not None:
        remember_folder(window, preferences.value.last_folder)


def keep_geometry(window: QMainWindow, preferences: PreferencesFile) -> None:
    """Remember it for the next start."""
    geometry = base64.b64encode(window.saveGeometry().data()).decode()
    preferences.update(window_geometry=geometry, last_folder=start_folder(window))


def bring_forward(window: QMainWindow) -> None:
    """Before all other windows, also where it lies in the taskbar."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
