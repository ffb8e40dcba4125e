"""Tells Windows' shell of a project that was used, for the Recent part of the program's jump list.

The shell shows it there if the project's suffix is registered for this program, as the installer does it, and forgets
it where the user wants that: https://learn.microsoft.com/windows/win32/api/shlobj_core/nf-shlobj_core-shaddtorecentdocs
"""

import ctypes
import sys
from ctypes import wintypes
from pathlib import Path

import comtypes

from engine.identity import APP_ID

assert sys.platform == "win32"

SHARD_APPIDINFO = 4
IID_SHELL_ITEM = comtypes.GUID("{43826D1E-E718-42EE-BC55-A1E261C37BFE}")
_Item = ctypes.POINTER(comtypes.IUnknown)  # type: ignore[type-var]


class _AppIdInfo(ctypes.Structure):
    """SHARDAPPIDINFO: which item, used by whom."""

    _fields_ = (("item", _Item), ("app_id", wintypes.LPCWSTR))


_shell = ctypes.WinDLL("shell32")
_make_item = _shell.SHCreateItemFromParsingName
_make_item.restype = ctypes.HRESULT  # raises OSError
_make_item.argtypes = (
    wintypes.LPCWSTR,
    wintypes.LPVOID,
    ctypes.POINTER(comtypes.GUID),
    ctypes.POINTER(_Item),
)
_shell.SHAddToRecentDocs.restype = None
_shell.SHAddToRecentDocs.argtypes = (wintypes.UINT, ctypes.POINTER(_AppIdInfo))


def add(path: Path) -> None:
    """From any thread; OSError where the shell knows no such file."""
    comtypes.CoInitialize()
    try:
        item = _Item()
        _make_item(str(path), None, ctypes.byref(IID_SHELL_ITEM), ctypes.byref(item))
        _shell.SHAddToRecentDocs(SHARD_APPIDINFO, ctypes.byref(_AppIdInfo(item, APP_ID)))
        del item  # released before COM is left
    finally:
        comtypes.CoUninitialize()
