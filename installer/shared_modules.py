"""Runs before anything else in a frozen program: modules come from one archive that both programs share.

PyInstaller would put a copy of the archive (45 MB) into each exe. It has no setting for this, so its own reader is
pointed at the file; the smoke test of every build shows whether that still works.
"""

import sys

import pyimod02_importers  # type: ignore[import-not-found]

archive = sys.__dict__["_MEIPASS"] + "/modules.pyz"  # pathlib is itself in the archive

pyimod02_importers.pyz_archive = sys.__dict__["_MEIPASS"] + "/modules.pyz"  # pathlib is itself in the archive
pyimod02_importers._pyz_tree = None
sys.path_importer_cache.clear()
