"""Builds the program for Windows: folder, portable zip, installer, licences, checksums and a log, below dist/.

On Windows:                       python installer/build.py
On Debian under Wine:             python installer/build.py --wine FOLDER
The folder alone, on any system:  python installer/build.py --folder-only
"""

import argparse
import json
import shutil
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from engine import __version__
from engine.identity import setup_name
from installer import nsis, trial
from installer.installer_trial import InstallerTrial
from installer.log import BuildError, BuildLog, say, size_of
from installer.pythons import MINUTE, CurrentPython, OwnPython, WinePython
from installer.signing import sign

NAME = "PatchDistill"
STAND_INS = ("ucrtbase.dll", "icuuc.dll", "mscms.dll", "bcryptprimitives.dll")  # Wine's or ours, never to be packed
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
        sign(sorted(self.folder.glob("*.exe")), self._work / "sign.log")
        self._check_folder()

    def make_installer(self) -> Path:
        """Zips, installer with its further parts, and checksums; returns the installer."""
        variant = self._variant()
        setup = self._dist / setup_name(__version__, variant)
        work = self._work / "patchdistill"
        product = nsis.Product(
            NAME, __version__, self.folder, work / f"{NAME}.ico", work / "side.bmp", ROOT / "LICENSE"
        )
        made = self._log.step(
            "installer (NSIS, LZMA)",
            lambda: nsis.make_setup(nsis.find_makensis(), product, setup, self._work / "nsis"),
        )
        made += self._log.step(
            "portable zip", lambda: _zip(self.folder, self._dist / f"{setup.stem.removesuffix('-setup')}.zip")
        )
        for path in made:
            self._log.size(path.name, path)
        sums = [f"{nsis.sha256(path)}  {path.name}\n" for path in made]
        (self._dist / f"SHA256SUMS-{variant}").write_text("".join(sums), encoding="utf-8", newline="\n")
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
        """Every case of the installer, and the smoke test of the installed copy; their table goes to ``dist``."""
        installed = InstallerTrial(self._python, setup, self._work / "installed")
        installed.begin()
        self._log.step("silent installation", installed.install)
        self._log.step("silent upgrade", installed.upgrade)
        result = self._dist / "smoke-test-installed.json"
        exe = installed.other / f"{NAME}.exe"
        self._log.step("smoke test, installed", lambda: trial.smoke_test(self._python, exe, result, quick=True))
        self._log.step("refusals", lambda: installed.refuse(nsis.find_makensis()))
        self._log.step("silent removal", installed.remove)
        (self._dist / "installer-trial.md").write_text(installed.table(), encoding="utf-8")
        say(installed.table())

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


def _zip(folder: Path, archive: Path) -> list[Path]:
    """One zip, or several that are unpacked into the same place, none too large for where programs are published."""
    groups = nsis.parts(folder)
    names = [archive.with_stem(f"{archive.stem}-{number}") for number in range(1, len(groups) + 1)]
    archives = names if len(groups) > 1 else [archive]
    for path, group in zip(archives, groups, strict=True):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
            for file in group:
                target.write(file, file.relative_to(folder.parent))
    return archives


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
