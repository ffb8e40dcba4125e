"""Asks the package index whether every pin of the Windows build has a wheel for 64-bit Windows; installs nothing.

python -m installer.wheels
"""

import json
import sys
import tempfile
from pathlib import Path

from installer.log import BuildError, run, say
from installer.pythons import FOR_WINDOWS

REQUIREMENTS = Path(__file__).with_name("requirements-windows.txt")


def wheels() -> list[str]:
    """Names of the wheels that pip would take; BuildError, in pip's words, where one is missing."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        words = ["--dry-run", "-q", "--no-deps", "--ignore-installed", "--target", folder, "--report", str(report)]
        command = [sys.executable, "-m", "pip", "install", *words, *FOR_WINDOWS, "-r", str(REQUIREMENTS)]
        run(command, 900, Path(folder, "pip.log"))
        items = json.loads(report.read_text(encoding="utf-8"))["install"]
    return sorted(item["download_info"]["url"].rpartition("/")[2] for item in items)


def main() -> int:
    """Exit code 0 where every pin has one."""
    try:
        found = wheels()
    except BuildError as error:
        say(f"A pin has no wheel for Windows. {error}")
        return 1
    for name in found:
        say(name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
