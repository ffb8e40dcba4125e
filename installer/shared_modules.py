"""Runs before anything else in a frozen program: modules come from one archive that both programs share.

PyInstaller would put a copy of the archive (45 MB) into each exe, and would open it anew for each of some thousand
modules, which on Windows takes longer than to read them. It has no setting for either, so its own reader is
exchanged; the smoke test of every build shows whether that still works. No module of the archive can be imported here.
"""

import marshal
import mmap
import sys
import zlib
from types import CodeType

import pyimod01_archive  # type: ignore[import-not-found]
import pyimod02_importers  # type: ignore[import-not-found]


class SharedModules(pyimod01_archive.ZlibArchiveReader):  # type: ignore[misc]
    """The archive, kept open."""

    def __init__(self, path: str) -> None:
        super().__init__(path, start_offset=0, check_pymagic=True)
        with open(path, "rb") as file:  # noqa: PTH123
            self._content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def extract(self, name: str, raw: bool = False) -> CodeType | bytes | None:
        """A module's code; None for a folder without any."""
        kind, begin, size = self.toc[name]
        if kind == pyimod01_archive.PYZ_ITEM_NSPKG:
            return None
        code = zlib.decompress(self._content[begin : begin + size])
        return code if raw else marshal.loads(code)


pyimod02_importers.pyz_archive = SharedModules(sys.__dict__["_MEIPASS"] + "/modules.pyz")
pyimod02_importers._pyz_tree = None
sys.path_importer_cache.clear()
