"""Builds the program for Windows: folder, portable zip, installer, licences, checksums and a log, below dist/.

On Windows:                       python installer/build.py
On Debian under Wine:             python installer/build.py --wine FOLDER
The folder alone, on any system:  python installer/build.py --folder-only
"""

import argparse
import hashlib
import json
import shutil
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from engine import __version__
from engine.identity import PROJECT_SUFFIX, RUNNING_MUTEX
from installer import trial
from installer.log import BuildError, BuildLog, run, say, size_of
from installer.pythons import MINUTE, CurrentPython, OwnPython, WinePython
from installer.version_resource import four_numbers

NAME = "PatchDistill"
STAND_INS = ("ucrtbase.dll", "icuuc.dll", "mscms.dll", "bcryptprimitives.dll")  # Wine's or ours, never to be packed
NSIS_ON_WINDOWS = Path("C:/Program Files (x86)/NSIS/makensis.exe")
LARGEST = 25


class Build:
    """The steps in their order; each leaves its result below ``dist``."""

    def __init__(self, python: OwnPython | WinePython, dist: Path) -> None:
        self._python = python
        self._dist, self._work = dist, dist.parent / "build"
        self._log = BuildLog(dist)
        self.folder = dist / NAME

    def make_folder(self) -> None:
        """The program as PyInstaller packs it, checked, with licences."""
        self._log.step("set up Python and packages", self._python.prepare)
        self._log.step("PyInstaller", self._pack)
        self._log.step("licences", self._add_licences)
        self._check_folder()

    def make_installer(self) -> Path:
        """Zip, installer and checksums; returns the installer."""
        name = f"{NAME}-{__version__}-windows-{self._variant()}"
        archive, setup = self._dist / f"{name}.zip", self._dist / f"{name}-setup.exe"
        self._log.step("portable zip", lambda: _zip(self.folder, archive))
        self._log.step("installer (NSIS, LZMA)", lambda: self._nsis(setup))
        for path in (archive, setup):
            self._log.size(path.name, path)
        sums = [f"{_sha256(path)}  {path.name}\n" for path in (archive, setup)]
        (self._dist / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")
        self._log.write()
        return setup

    def try_folder(self, quick: bool) -> None:
        """The smoke test on what was packed."""
        suffix = ".exe" if (self.folder / f"{NAME}.exe").is_file() else ""
        result = self._dist / "smoke-test.json"
        self._log.step(
            "smoke test", lambda: trial.smoke_test(self._python, self.folder / f"{NAME}{suffix}", result, quick=quick)
        )

    def try_installer(self, setup: Path) -> None:
        """Silent installation, the same over it as an upgrade, smoke test of the installed copy, silent removal."""
        place = self._work / "installed-äß"
        self._log.step("silent installation", lambda: trial.install(self._python, setup, place))
        self._log.step("silent upgrade", lambda: trial.upgrade(self._python, setup, place))
        result = self._dist / "smoke-test-installed.json"
        exe = place / f"{NAME}.exe"
        self._log.step("smoke test, installed", lambda: trial.smoke_test(self._python, exe, result, quick=True))
        self._log.step("silent removal", lambda: trial.uninstall(self._python, place))

    def _pack(self) -> None:
        if self.folder.exists():
            shutil.rmtree(self.folder)
        places = ["--distpath", self._python.path(self._dist), "--workpath", self._python.path(self._work)]
        spec = self._python.path(ROOT / "installer" / "patchdistill.spec")
        words = ["-m", "PyInstaller", "--noconfirm", "--clean", *places, spec]
        self._python.python(words, 90 * MINUTE, self._work / "pyinstaller.log")

    def _add_licences(self) -> None:
        to = self.folder / "THIRD-PARTY-LICENCES.txt"
        words = ["-m", "installer.licences", self._python.path(to), self._python.path(self.folder)]
        self._python.python(words, 5 * MINUTE, self._work / "licences.log")
        bill = ["-m", "installer.materials", self._python.path(self.folder / "bill-of-materials.cdx.json")]
        self._python.python([*bill, self._python.path(self.folder)], 5 * MINUTE, self._work / "materials.log")
        shutil.copyfile(ROOT / "LICENSE", self.folder / "LICENCE.txt")

    def _check_folder(self) -> None:
        """Refuse what must not leave, and note what takes the space."""
        found = [str(path) for path in self.folder.rglob("*") if path.name.lower() in STAND_INS]
        if found:
            raise BuildError(f"Parts of Windows or stand-ins for them were packed: {', '.join(found)}")
        left_out = json.loads((self._work / "patchdistill" / "left_out.json").read_text(encoding="utf-8"))
        self._log.left_out = {name: round(size / 2**20, 1) for name, size in left_out.items()}
        parts = sorted((self.folder / "_internal").iterdir(), key=size_of, reverse=True)[:LARGEST]
        for part in parts:
            self._log.size(f"{NAME}/_internal/{part.name}", part)
        say(f"{self.folder}: {self._log.size(NAME, self.folder):.0f} MB")
        self._log.write()

    def _variant(self) -> str:
        """ "cpu", or "cu130" and the like."""
        said = self._python.python(
            ["-c", "import torch; print('cuda:', torch.version.cuda or '')"], 5 * MINUTE, self._work / "variant.log"
        )
        cuda = said.rpartition("cuda:")[2].strip()
        return f"cu{cuda.replace('.', '')}" if cuda else "cpu"

    def _nsis(self, setup: Path) -> None:
        makensis = shutil.which("makensis") or str(NSIS_ON_WINDOWS)
        if not Path(makensis).is_file():
            raise BuildError("makensis was not found. Install NSIS 3 (nsis.sourceforge.io), or put it on the PATH.")
        values = {
            "VERSION": __version__,
            "VERSION4": ".".join(map(str, four_numbers(__version__))),
            "FOLDER": self.folder,
            "OUT": setup,
            "ICON": self._work / "patchdistill" / f"{NAME}.ico",
            "SIDE": self._work / "patchdistill" / "side.bmp",
            "LICENCE": ROOT / "LICENSE",
            "SIZE_KB": size_of(self.folder) // 1024,
            "MUTEX": RUNNING_MUTEX,
            "SUFFIX": PROJECT_SUFFIX,
        }
        defines = [f"-D{name}={value}" for name, value in values.items()]
        script = str(ROOT / "installer" / "patchdistill.nsi")
        run([makensis, "-V2", "-INPUTCHARSET", "UTF8", *defines, script], 60 * MINUTE, self._work / "nsis.log")


def main(words: Sequence[str]) -> int:
    """Exit code 0 when everything was built and tried."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wine", type=Path, metavar="FOLDER", help="Windows Python under Wine, made there if need be")
    parser.add_argument("--folder-only", action="store_true", help="pack the Python that runs this, no installer")
    parser.add_argument("--torch-index", default="", metavar="URL", help="index of CUDA builds of torch, on Windows")
    parser.add_argument("--dist", type=Path, default=ROOT / "dist", help="where to (dist)")
    parser.add_argument("--no-trial", action="store_true", help="do not start what was built")
    asked = parser.parse_args(words)
    dist = asked.dist.resolve()
    try:
        _build(asked, dist)
    except BuildError as error:
        say(f"The build failed. {error}")
        return 1
    say((dist / "build-log.md").read_text(encoding="utf-8"))
    return 0


def _build(asked: argparse.Namespace, dist: Path) -> None:
    if asked.wine:
        python: OwnPython | WinePython = WinePython(asked.wine.resolve())
    elif asked.folder_only:
        python = CurrentPython()
    elif sys.platform == "win32":
        python = OwnPython(dist.parent / "build" / "python", asked.torch_index)
    else:
        raise BuildError("The installer is built on Windows, or here with --wine FOLDER; --folder-only packs for here.")
    build = Build(python, dist)
    build.make_folder()
    if not asked.no_trial:
        build.try_folder(quick=asked.folder_only)
    if not asked.folder_only:
        setup = build.make_installer()
        if not asked.no_trial:
            build.try_installer(setup)


def _zip(folder: Path, archive: Path) -> None:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        for file in sorted(folder.rglob("*")):
            target.write(file, file.relative_to(folder.parent))


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
