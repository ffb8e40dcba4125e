"""Tries the installer as a user would: install, replace, let it refuse, remove. Nobody else's file may change."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

from engine.identity import APP_ID, PROJECT_SUFFIX, RUNNING_MUTEX
from installer.log import BuildError, CommandError, table
from installer.nsis import MANIFEST, Makensis, place_words
from installer.pythons import MINUTE, Machine
from installer.shell_link import read_shell_link

UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\PatchDistill"
KEYS = (UNINSTALL, r"HKCU\Software\Classes\PatchDistill.Project", rf"HKCU\Software\Classes\{PROJECT_SUFFIX}")
START_MENU = "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/PatchDistill.lnk"
SHORTCUTS = (START_MENU, "Desktop/PatchDistill.lnk")
TEMPORARY = ("Temp", "AppData/Local/Temp")  # of the user; the first is Wine's
OURS_THERE = ("PatchDistill*", "comtypes_cache*", "torchinductor*", "pymp-*", "_MEI*", "~nsu*")
RUNNING, REFUSED = 2, 4  # exit codes of patchdistill.nsi
HEAD = ("case", "exit code", "foreign files touched", "ours left behind")
PATIENCE_S = 120.0


class InstallerTrial:
    """The cases in their order. Each adds a row, and BuildError says which figure is not as it should be."""

    def __init__(self, machine: Machine, setup: Path, work: Path) -> None:
        self._machine, self._setup, self._work = machine, setup, work
        self._place, self.other, self._foreign = work / "first äß place", work / "other place", work / "foreign place"
        self._theirs: dict[Path, bytes] = {}
        self._rows: list[tuple[str, int, int, int]] = []
        self._temporary_before: set[Path] = set()

    def begin(self) -> None:
        """Refuse where PatchDistill is installed already: it would be replaced, and removed in the end."""
        if traces := self._traces():
            raise BuildError(
                "PatchDistill is installed for this user, and the trial would remove it. Uninstall it first, or build "
                f"with --no-trial. Found: {', '.join(traces)}"
            )
        self._temporary_before = self._temporary()

    def install(self) -> None:
        """Into a new folder whose name has blanks and umlauts; then Windows must know of it."""
        code = self._set_up(self._place)
        self._note("install", code, 0, [])
        traces = self._traces()
        if not {*KEYS, START_MENU} <= set(traces) or not (self._place / "PatchDistill.exe").is_file():
            raise BuildError(f"The program is not where it was to be, or Windows was told too little: {traces}")
        self._check_shortcut(self._place)

    def upgrade(self) -> None:
        """Over it, then into another folder: the former version's files go, the user's stay."""
        former = self._place / "_internal" / "former version.dll"
        former.write_bytes(b"ours")
        manifest = self._place / MANIFEST
        manifest.write_bytes(manifest.read_bytes() + "_internal\\former version.dll\r\n".encode("utf-16-le"))
        self._belongs_to_user(self._place / "notes.txt")
        self._belongs_to_user(self._place / "_internal" / "notes.txt")
        self._note("upgrade in place", self._set_up(self._place), 0, [former] if former.exists() else [])
        self._note("upgrade to another folder", self._set_up(self.other), 0, self._ours(self._place))
        self._check_shortcut(self.other)

    def refuse(self, makensis: Makensis) -> None:
        """The folder of another program, which has an _internal, too; a removal while the program runs."""
        self._belongs_to_user(self._foreign / "_internal" / "base_library.zip")
        self._belongs_to_user(self._foreign / "PatchDistill.exe")
        self._note("refuse another program's folder", self._set_up(self._foreign), REFUSED, self._ours(self._foreign))
        code = self._while_running(makensis, self._remove)
        self._note("refuse removal while it runs", code, RUNNING, [])
        if not (self.other / "PatchDistill.exe").is_file():
            raise BuildError("A removal that was refused has removed the program.")

    def remove(self) -> None:
        """By the command that Windows knows for a silent removal; a file of the user stays, and its folder."""
        self._belongs_to_user(self.other / "notes.txt")
        code = self._remove()
        end = time.monotonic() + PATIENCE_S
        while self._ours(self.other) and time.monotonic() < end:  # its own file goes last, after its end
            time.sleep(1)
        left = sorted(self._temporary() - self._temporary_before)
        self._note("remove", code, 0, [*self._ours(self.other), *left])
        if traces := self._traces():
            raise BuildError(f"Windows still knows of the program: {', '.join(traces)}")

    def table(self) -> str:
        """What was tried, as Markdown."""
        return table(HEAD, self._rows)

    def _set_up(self, place: Path) -> int:
        words = [str(self._setup), "/S", *place_words("/D=", self._machine.path(place))]
        return self._code(words, "install")

    def _remove(self) -> int:
        place = self._machine.path(self.other)
        return self._code([str(self.other / "Uninstall.exe"), "/S", *place_words("_?=", place)], "remove")

    def _code(self, words: list[str], name: str) -> int:
        try:
            self._machine.program(words, 15 * MINUTE, self._work / f"{name}.log")
        except CommandError as error:
            return error.code
        return 0

    def _while_running(self, makensis: Makensis, work: Callable[[], int]) -> int:
        """Work while a stand-in holds the mark of the running program."""
        holder, mark = self._work / "holder.exe", self._work / "holder.exe.ready"
        values = {"OUT": holder, "MUTEX": RUNNING_MUTEX}
        makensis.compile(Path(__file__).with_name("holder.nsi"), values, self._work / "holder.log")
        thread = threading.Thread(target=lambda: self._code([str(holder)], "held"))
        thread.start()
        end = time.monotonic() + PATIENCE_S
        while not mark.exists() and time.monotonic() < end:
            time.sleep(0.1)
        try:
            return work()
        finally:
            mark.unlink()
            thread.join()

    def _belongs_to_user(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self._theirs[file] = f"not ours: {file.name}".encode()
        file.write_bytes(self._theirs[file])

    def _ours(self, place: Path) -> list[Path]:
        return [path for path in place.rglob("*") if path.is_file() and path not in self._theirs]

    def _note(self, case: str, code: int, expected: int, left: list[Path]) -> None:
        touched = [file for file, was in self._theirs.items() if not file.is_file() or file.read_bytes() != was]
        self._rows.append((case, code, len(touched), len(left)))
        if code != expected or touched or left:
            named = ", ".join(map(str, (*touched, *left)[:20]))
            raise BuildError(f"{case}: exit code {code}, expected {expected}. {named}\n{self.table()}")

    def _check_shortcut(self, place: Path) -> None:
        """It starts the program in its folder, and Windows groups the program's windows under it."""
        link = read_shell_link((self._machine.home / START_MENU).read_bytes())
        if link.working_folder != self._machine.path(place):
            raise BuildError(f"The shortcut in the start menu leads to {link.working_folder!r}, not to {place}.")
        if self._machine.keeps_shortcuts_whole and link.app_id != APP_ID:
            raise BuildError(f"The shortcut in the start menu has the AppUserModelID {link.app_id!r}, not {APP_ID!r}.")

    def _temporary(self) -> set[Path]:
        """What lies in the user's TEMP under a name that the program, or what it is made of, gives there."""
        folders = (self._machine.home / name for name in TEMPORARY)
        return {path for folder in folders for pattern in OURS_THERE for path in folder.glob(pattern)}

    def _traces(self) -> list[str]:
        """What Windows knows of the program: keys and shortcuts."""
        keys = [key for key in KEYS if self._code(["reg", "query", key], "traces") == 0]
        return keys + [name for name in SHORTCUTS if (self._machine.home / name).exists()]
