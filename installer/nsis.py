"""Compiles the installer: every file by name, in parts that NSIS can hold, and a list by which they are removed."""

import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from engine.identity import APP_ID, PROJECT_SUFFIX, RUNNING_MUTEX
from installer.log import BuildError, run
from installer.signing import sign
from installer.version_resource import four_numbers

HERE = Path(__file__).parent
ON_WINDOWS = Path("C:/Program Files (x86)/NSIS/makensis.exe")
MANIFEST = "PatchDistill.files"
PART_BYTES = 1400 * 2**20  # what NSIS compresses as one piece, it counts in 31 bits
LONGEST_NAME = 200  # leaves room for the folder below the 1,024 letters of NSIS
LIMIT_S = 7200.0


@dataclass(frozen=True, slots=True)
class Makensis:
    """The compiler of NSIS: this system's own, or Windows' under Wine."""

    command: tuple[str, ...]
    under_wine: bool = False

    def path(self, path: Path) -> str:
        """A path as that compiler reads it."""
        return "Z:" + str(path.absolute()).replace("/", "\\") if self.under_wine else str(path.absolute())

    def compile(self, script: Path, values: Mapping[str, object], log: Path) -> None:
        """Compile a script with these definitions; BuildError with what the compiler says."""
        defines = [
            f"-D{name}={self.path(value) if isinstance(value, Path) else value}" for name, value in values.items()
        ]
        run([*self.command, "-V2", "-INPUTCHARSET", "UTF8", *defines, self.path(script)], LIMIT_S, log)


@dataclass(frozen=True, slots=True)
class Product:
    """What is installed, and how the installer looks."""

    name: str
    version: str
    folder: Path
    icon: Path
    side: Path
    licence: Path


def find_makensis() -> Makensis:
    """The one of the PATH or of NSIS' usual folder."""
    found = shutil.which("makensis") or str(ON_WINDOWS)
    if not Path(found).is_file():
        raise BuildError("makensis was not found. Install NSIS 3 (nsis.sourceforge.io), or put it on the PATH.")
    return Makensis((found,))


def write_manifest(folder: Path) -> None:
    """List every file, then the folders from within, each with a backslash at its end: the order of a removal.

    It is UTF-16 with a mark of its byte order, as NSIS reads it.
    """
    (folder / MANIFEST).unlink(missing_ok=True)
    found = sorted(folder.rglob("*"))
    files = [_listed(folder, path) for path in found if path.is_file()]
    folders = [_listed(folder, path) + "\\" for path in reversed(found) if path.is_dir()]
    text = "".join(f"{line}\r\n" for line in (*files, *folders))
    (folder / MANIFEST).write_bytes(b"\xff\xfe" + text.encode("utf-16-le"))


def parts(folder: Path, limit: int = PART_BYTES) -> list[list[Path]]:
    """The files in their order, cut where the next one would exceed ``limit`` bytes; the manifest is the first."""
    first = folder / MANIFEST
    groups: list[list[Path]] = [[first]]
    room = limit - first.stat().st_size
    for file in sorted(path for path in folder.rglob("*") if path.is_file() and path != first):
        size = file.stat().st_size
        if size > limit:
            raise BuildError(f"{file} has {size / 2**20:.0f} MB, and NSIS takes at most {limit / 2**20:.0f}.")
        if size > room:
            groups.append([])
            room = limit
        groups[-1].append(file)
        room -= size
    return groups


def make_setup(makensis: Makensis, product: Product, setup: Path, work: Path, limit: int = PART_BYTES) -> list[Path]:
    """The installer and, where one file cannot hold everything, its further parts beside it; all that belong together.

    The first part lies in the installer itself. It knows the hashes of the others and runs none that differs.
    """
    work.mkdir(parents=True, exist_ok=True)
    write_manifest(product.folder)
    groups = parts(product.folder, limit)
    lists = [
        _write_list(makensis, product.folder, group, work / f"files-{number}.nsh")
        for number, group in enumerate(groups, 1)
    ]
    others = [setup.with_name(f"{setup.stem}-{number}.bin") for number in range(2, len(groups) + 1)]
    with ThreadPoolExecutor(max_workers=max(1, (os.cpu_count() or 2) // 2)) as pool:
        jobs = [
            pool.submit(_compile_part, makensis, product, files, part, work)
            for files, part in zip(lists[1:], others, strict=True)
        ]
        for job in jobs:
            job.result()
    if others:
        sign(others, work / "sign-parts.log")
    calls = [f'!insertmacro UnpackPart "{part.name}" "{sha256(part)}"' for part in others]
    further = work / "parts.nsh"
    _write(further, calls)
    size = sum(path.stat().st_size for path in product.folder.rglob("*") if path.is_file())
    values = {
        **_common(product, setup, lists[0]),
        "VERSION4": ".".join(map(str, four_numbers(product.version))),
        "PARTS": further,
        "SIDE": product.side,
        "LICENCE": product.licence,
        "SIZE_KB": size // 1024,
        "MUTEX": RUNNING_MUTEX,
        "SUFFIX": PROJECT_SUFFIX,
        "APP_ID": APP_ID,
        "MANIFEST": MANIFEST,
    }
    makensis.compile(HERE / "patchdistill.nsi", values, work / "nsis.log")
    sign([setup], work / "sign-setup.log")
    return [setup, *others]


def sha256(path: Path) -> str:
    """The file's hash, as hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def place_words(option: str, place: str) -> Sequence[str]:
    """Words that NSIS reads as ``/D=a path`` or ``_?=a path``: without quotes, so each blank parts two words."""
    words = f"{option}{place}".split(" ")
    if "" in words or '"' in place:
        raise BuildError(f"NSIS cannot be told of this folder, because of its blanks or quotes: {place}")
    return words


def _compile_part(makensis: Makensis, product: Product, files: Path, part: Path, work: Path) -> None:
    makensis.compile(HERE / "part.nsi", _common(product, part, files), work / f"{part.stem}.log")


def _common(product: Product, out: Path, files: Path) -> dict[str, object]:
    return {"NAME": product.name, "VERSION": product.version, "OUT": out, "ICON": product.icon, "FILES": files}


def _write_list(makensis: Makensis, folder: Path, files: Iterable[Path], to: Path) -> Path:
    """NSIS' commands that unpack these files, each into its folder."""
    lines, place = [], None
    for file in files:
        if file.parent != place:
            place = file.parent
            below = "" if place == folder else "\\" + _listed(folder, place)
            lines.append(f'SetOutPath "$INSTDIR{_quoted(below)}"')
        lines.append(f'File "{makensis.path(file)}"')
    _write(to, lines)
    return to


def _listed(folder: Path, path: Path) -> str:
    name = str(path.relative_to(folder)).replace("/", "\\")
    if len(name) > LONGEST_NAME:
        raise BuildError(f"The name is too long to be installed: {name}")
    return name


def _quoted(text: str) -> str:
    return text.replace("$", "$$")


def _write(to: Path, lines: Iterable[str]) -> None:
    to.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8-sig")
