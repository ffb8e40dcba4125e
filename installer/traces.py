"""What Windows knows of the installed program, a line each; nothing where it is not installed."""

import os
import sys
import winreg
from pathlib import Path

from engine.identity import PROJECT_SUFFIX
from installer.log import say

assert sys.platform == "win32"

KEYS = (
    r"Software\Microsoft\Windows\CurrentVersion\Uninstall\PatchDistill",
    r"Software\Classes\PatchDistill.Project",
    rf"Software\Classes\{PROJECT_SUFFIX}",
)
SHORTCUTS = (
    Path(os.environ["APPDATA"], "Microsoft", "Windows", "Start Menu", "Programs", "PatchDistill.lnk"),
    Path(os.environ["USERPROFILE"], "Desktop", "PatchDistill.lnk"),
)


def traces() -> list[str]:
    """Registry keys and shortcuts that are there."""
    return [key for key in KEYS if _is_there(key)] + [str(file) for file in SHORTCUTS if file.exists()]


def _is_there(key: str) -> bool:
    try:
        winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CURRENT_USER, key))
    except FileNotFoundError:
        return False
    return True


if __name__ == "__main__":
    for trace in traces():
        say(trace)
