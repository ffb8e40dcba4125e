"""Runs before anything else in a frozen program: modules come from one archive that both programs share.

PyInstaller would put a copy of the archive (45 MB) into each exe. It has no setting for this, so its own reader is
pointed at the file; the smoke test of every build shows whether that still works.
"""

import sys

import pyimod01_archive  # type: ignore[import-not-found]
import pyimod02_importers  # type: ignore[import-not-found]

folder = sys.__dict__["_MEIPASS"]
pyimod02_importers.pyz_archive = pyimod01_archive.ZlibArchiveReader(folder + "/modules.pyz", check_pymagic=True)
pyimod02_importers._pyz_tree = None
sys.path_importer_cache.clear()
