"""Finds the program's own files, whether it runs from source or as a frozen program."""

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """Path of a file or folder below `resources`; PyInstaller unpacks it below `sys._MEIPASS`."""
    unpacked = getattr(sys, "_MEIPASS", None)
    root = Path(unpacked) / "resources" if unpacked else Path(__file__).resolve().parent
    return root.joinpath(*parts)
