"""Writes requirements-windows.lock: `python -m installer.lock`, after a change of any requirements file.

The same packages as requirements-windows.txt with the SHA-256 of the one file that pip takes of each, so that a build
installs these bytes or nothing. pip only reports what it would install.
"""

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from packaging.utils import canonicalize_name

from installer.pythons import FOR_WINDOWS, HERE, LOCK

HEAD = (
    "# Written by `python -m installer.lock` from requirements-windows.txt: the files that a Windows build installs.\n"
    "# Known weaknesses: pip-audit --disable-pip --require-hashes -r installer/requirements-windows.lock\n"
)


def report() -> dict[str, Any]:
    """What pip would install for Windows; only metadata are fetched where the index has them apart."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "report.json"
        words = ["install", "-q", "--dry-run", "--ignore-installed", "--no-deps", "--target", folder, *FOR_WINDOWS]
        wanted = ["--report", str(file), "-r", str(HERE / "requirements-windows.txt")]
        subprocess.run([sys.executable, "-m", "pip", *words, *wanted], check=True)
        found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def locked(found: dict[str, Any]) -> str:
    """The lock's text from pip's report."""
    lines = [
        f"{canonicalize_name(item['metadata']['name'])}=={item['metadata']['version']} "
        f"--hash=sha256:{item['download_info']['archive_info']['hashes']['sha256']}\n"
        for item in found["install"]
    ]
    return HEAD + "".join(sorted(lines))


if __name__ == "__main__":
    LOCK.write_text(locked(report()), encoding="utf-8")
