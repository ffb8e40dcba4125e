"""The few questions to Windows itself that no library asks: memory, clocks, the running program's mark."""

import ctypes
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import wintypes

assert sys.platform == "win32"

_kernel = ctypes.WinDLL("kernel32", use_last_error=True)
_kernel.CreateMutexW.restype = wintypes.HANDLE
_kernel.CreateMutexW.argtypes = (wintypes.LPVOID, wintypes.BOOL, wintypes.LPCWSTR)
_kernel.GetTickCount64.restype = ctypes.c_uint64
_kernel.QueryUnbiasedInterruptTime.argtypes = (ctypes.POINTER(ctypes.c_uint64),)

_ConsoleHandler = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.DWORD)
_kernel.SetConsoleCtrlHandler.argtypes = (_ConsoleHandler, wintypes.BOOL)

WARNING = 0x30  # MB_ICONWARNING
READING_S = 120.0  # a box that nobody sees, of a scheduled task, must not hold its process for ever

CLOSED, LOGGED_OFF, SHUT_DOWN = 2, 5, 6  # CTRL_CLOSE_EVENT, CTRL_LOGOFF_EVENT, CTRL_SHUTDOWN_EVENT


class _MemoryStatus(ctypes.Structure):
    """MEMORYSTATUSEX; sizes in bytes. The page file's figures are those of the commit limit."""

    _fields_ = (
        ("length", wintypes.DWORD),
        ("load_percent", wintypes.DWORD),
        ("physical_total", ctypes.c_uint64),
        ("physical_free", ctypes.c_uint64),
        ("commit_limit", ctypes.c_uint64),
        ("commit_free", ctypes.c_uint64),
        ("address_space_total", ctypes.c_uint64),
        ("address_space_free", ctypes.c_uint64),
        ("extended_free", ctypes.c_uint64),
    )


def free_commit_bytes() -> int:
    """What this process may still commit: physical memory and page file together, less what others hold."""
    status = _MemoryStatus(length=ctypes.sizeof(_MemoryStatus))
    if not _kernel.GlobalMemoryStatusEx(ctypes.byref(status)):
        raise ctypes.WinError(ctypes.get_last_error())
    return int(status.commit_free)


def suspended_s() -> float:
    """Seconds since Windows started that it was suspended: one clock counts them, the other does not."""
    awake = ctypes.c_uint64()
    if not _kernel.QueryUnbiasedInterruptTime(ctypes.byref(awake)):
        raise ctypes.WinError(ctypes.get_last_error())
    return int(_kernel.GetTickCount64()) / 1e3 - awake.value / 1e7


def let_others_come_forward() -> None:
    """This process, which the user has just started, lets another one of ours take the foreground."""
    any_process = wintypes.DWORD(-1)
    ctypes.WinDLL("user32").AllowSetForegroundWindow(any_process)


def message_box(text: str) -> None:
    """Show a text in a box of Windows' own, which needs neither Qt nor PyTorch, until it is read or time is over."""
    show = ctypes.WinDLL("user32").MessageBoxW
    box = threading.Thread(target=show, args=(None, text, "PatchDistill", WARNING), daemon=True)
    box.start()
    box.join(READING_S)


def mark_as_running(name: str) -> None:
    """Make a named mutex; Windows takes it away when this process ends, however it ends."""
    _kernel.CreateMutexW(None, False, name)


@contextmanager
def console_held(ended: Callable[[], object]) -> Iterator[None]:
    """Call ``ended`` where the console is closed or the session ends, and hold Windows off until the block is left.

    Windows calls in a thread of its own, and ends the process when that returns.
    """
    left, called = threading.Event(), threading.Event()

    def handle(kind: int) -> bool:
        if kind not in (CLOSED, LOGGED_OFF, SHUT_DOWN):
            return False
        called.set()
        ended()
        left.wait()
        return True

    handler = _ConsoleHandler(handle)
    _kernel.SetConsoleCtrlHandler(handler, True)
    try:
        yield
    finally:
        if not called.is_set():
            _kernel.SetConsoleCtrlHandler(handler, False)
        left.set()
