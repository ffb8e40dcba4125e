"""Collects the licences of what is packed from the installed packages: `python -m installer.licences FILE FOLDER`.

FOLDER is what PyInstaller made: only packages of which something lies in it are named.
"""

import csv
import sys
from importlib.metadata import Distribution, distributions
from pathlib import Path, PurePosixPath

from installer.contents import MODULES

NAMES = ("licen", "copying", "notice", "authors")
RULE = "=" * 100
HEAD = """PatchDistill contains the packages below, unchanged. Each is under its own licence, which follows its name.
Qt and PySide6 are used under the LGPL, version 3: their libraries are separate files in _internal/PySide6, which you
may replace by your own builds; their sources are at download.qt.io. pi-heif brings libheif and libde265, which are
under the LGPL, version 3, too, and separate files as well.
"""


def licences(folder: Path) -> str:
    """Name, version and licence texts of Python and of every package that went in."""
    parts = [HEAD, *(_licence(package) for package in packed_packages(folder)), _python()]
    return f"\n\n{RULE}\n".join(parts)


def packed_packages(folder: Path) -> list[Distribution]:
    """The installed packages of which something went in, by name."""
    packed = _packed_modules(folder)
    found = sorted(distributions(), key=lambda package: package.name.lower())
    return [package for package in found if _modules(package) & packed]


def licence_said(package: Distribution) -> str:
    """What a package's metadata calls its licence in a line; empty where it does not."""
    said = package.metadata["License-Expression"] or package.metadata["License"] or ""
    return next(iter(said.splitlines()), "")


def _packed_modules(folder: Path) -> set[str]:
    """Top names of modules in the archive and the folder."""
    from PyInstaller.archive.readers import ZlibArchiveReader

    inside = folder / "_internal"
    modules = ZlibArchiveReader(str(inside / MODULES)).toc
    return {name.partition(".")[0] for name in (*modules, *(path.name for path in inside.iterdir()))}


def _files(package: Distribution) -> list[PurePosixPath]:
    """What a package installed, as its list says; `package.files` asks the disk for each, which takes Wine minutes."""
    rows = csv.reader((package.read_text("RECORD") or "").splitlines())
    return [PurePosixPath(name) for name, *_ in rows]


def _modules(package: Distribution) -> set[str]:
    """Top names that a package installs."""
    tops = {file.parts[0] for file in _files(package) if file.suffix in {".py", ".pyd", ".so"}}
    return {top.partition(".")[0] for top in tops} - {"..", "__pycache__"}


def _licence(package: Distribution) -> str:
    files = [Path(str(package.locate_file(file))) for file in _files(package) if _is_licence(file)]
    texts = [f"--- {file.name}\n{file.read_text('utf-8', errors='replace')}" for file in files]
    said = licence_said(package) or "see below"
    return "\n\n".join((f"{package.name} {package.version}\nLicence: {said}", *texts))


def _is_licence(file: PurePosixPath) -> bool:
    """Licence files beside a package's metadata; sources of other names are not texts for people."""
    return ".dist-info" in file.parts[0] and any(word in file.name.lower() for word in NAMES)


def _python() -> str:
    places = (Path(sys.base_prefix) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE")
    text = next(
        (place.read_text(encoding="utf-8") for place in places if place.is_file()), "See docs.python.org/license."
    )
    return f"Python {sys.version.split()[0]}\nLicence: PSF-2.0\n\n{text}"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(licences(Path(sys.argv[2])), encoding="utf-8")
