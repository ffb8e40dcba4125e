"""Something to see at once: a small window of Windows' own while torch and Qt, which take seconds, are imported.

It is made without Qt, because on Windows torch has to be imported before Qt. Elsewhere nothing is shown.
"""

import ctypes
import sys
import threading
from typing import Any

TEXT = "PatchDistill is starting…"
WIDTH, HEIGHT = 360, 96
POPUP, VISIBLE, BORDER, CENTRED = 0x80000000, 0x10000000, 0x00800000, 0x00000201  # SS_CENTER | SS_CENTERIMAGE
TOOL_WINDOW, TOPMOST = 0x00000080, 0x00000008
SCREEN_WIDTH, SCREEN_HEIGHT = 0, 1
SET_FONT, GUI_FONT, QUIT = 0x0030, 17, 0x0012


class Splash:
    """Shown from its making until ``close``; its thread answers Windows while the main thread imports."""

    def __init__(self) -> None:
        self._ready = threading.Event()
        self._thread_id = 0
        if sys.platform == "win32":
            threading.Thread(target=self._show, name="splash", daemon=True).start()
            self._ready.wait(1)

    def close(self) -> None:
        """Take it away; harmless where there is none."""
        if sys.platform == "win32" and self._thread_id:
            ctypes.windll.user32.PostThreadMessageW(self._thread_id, QUIT, 0, 0)
            self._thread_id = 0

    def _show(self) -> None:
        if sys.platform != "win32":
            return
        from ctypes import wintypes

        user32 = ctypes.WinDLL("user32")
        window = _make_window(user32)
        self._thread_id = threading.get_native_id()
        self._ready.set()
        message = wintypes.MSG()
        while window and user32.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
            user32.DispatchMessageW(ctypes.byref(message))
        user32.DestroyWindow(window)


def _make_window(user32: Any) -> ctypes.c_void_p:
    """A bordered label in the middle of the screen."""
    user32.CreateWindowExW.restype = ctypes.c_void_p
    user32.SendMessageW.argtypes = (ctypes.c_void_p, ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p)
    left = (user32.GetSystemMetrics(SCREEN_WIDTH) - WIDTH) // 2
    top = (user32.GetSystemMetrics(SCREEN_HEIGHT) - HEIGHT) // 2
    style = POPUP | VISIBLE | BORDER | CENTRED
    extended = TOOL_WINDOW | TOPMOST
    window = ctypes.c_void_p(
        user32.CreateWindowExW(extended, "STATIC", TEXT, style, left, top, WIDTH, HEIGHT, None, None, None, None)
    )
    gdi32 = ctypes.WinDLL("gdi32")  # type: ignore[attr-defined, unused-ignore]
    gdi32.GetStockObject.restype = ctypes.c_void_p
    user32.SendMessageW(window, SET_FONT, gdi32.GetStockObject(GUI_FONT), 1)
    user32.UpdateWindow(window)
    return window
