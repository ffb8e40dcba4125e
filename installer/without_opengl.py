"""Runs before the frozen program: pyqtgraph imports Qt's OpenGL, 8 MB that take time, and finds an empty module.

It uses that for plots drawn with OpenGL, which the window has none of; the smoke test of every build draws its own.
"""

import sys
from types import ModuleType

sys.modules["PySide6.QtOpenGL"] = ModuleType("PySide6.QtOpenGL")
