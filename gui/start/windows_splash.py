"""A small window of Windows' own, without Qt: on Windows torch, which takes seconds, has to be imported before Qt."""

import ctypes
import sys
import threading
from ctypes import wintypes

assert sys.platform == "win32"

TEXT = "PatchDistill is starting…"
WIDTH, HEIGHT = 360, 96  # at 100 %, 96 dots per inch
POPUP, VISIBLE, BORDER, CENTRED = 0x80000000, 0x10000000, 0x00800000, 0x00000201  # SS_CENTER | SS_CENTERIMAGE
TOOL_WINDOW, TOPMOST = 0x00000080, 0x00000008
SCREEN_WIDTH, SCREEN_HEIGHT = 0, 1
SET_FONT, GUI_FONT, QUIT = 0x0030, 17, 0x0012

_user = ctypes.WinDLL("user32")
_user.CreateWindowExW.restype = wintypes.HWND
_user.SendMessageW.argtypes = (wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM)
_user.UpdateWindow.argtypes = _user.DestroyWindow.argtypes = (wintypes.HWND,)
_gdi = ctypes.WinDLL("gdi32")
_gdi.GetStockObject.restype = wintypes.HANDLE


class WindowsSplash:
    """Shown from its making until ``close``; its thread answers Windows while the main thread imports."""

    def __init__(self) -> None:
        self._shown = threading.Event()
        self._thread_id = 0
        threading.Thread(target=self._show, name="splash", daemon=True).start()
        self._shown.wait(1)

    def close(self) -> None:
        """Take it away."""
        _user.PostThreadMessageW(self._thread_id, QUIT, 0, 0)

    def _show(self) -> None:
        window = _make_window()
        self._thread_id = threading.get_native_id()
        self._shown.set()
        message = wintypes.MSG()
        while window and _user.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
            _user.DispatchMessageW(ctypes.byref(message))
        _user.DestroyWindow(window)


def _make_window() -> int | None:
    """A bordered label in the middle of the screen, as large as the font that Windows scales."""
    width, height = (length * _user.GetDpiForSystem() // 96 for length in (WIDTH, HEIGHT))
    left = (_user.GetSystemMetrics(SCREEN_WIDTH) - width) // 2
    top = (_user.GetSystemMetrics(SCREEN_HEIGHT) - height) // 2
    style, extended = POPUP | VISIBLE | BORDER | CENTRED, TOOL_WINDOW | TOPMOST
    place = (left, top, width, height)
    window: int | None = _user.CreateWindowExW(extended, "STATIC", TEXT, style, *place, None, None, None, None)
    _user.SendMessageW(window, SET_FONT, _gdi.GetStockObject(GUI_FONT) or 0, 1)
    _user.UpdateWindow(window)
    return window
