"""Imports ONNX Runtime, which sends figures of its use to its maker unless it is told not to.

Since 1.32 its import alone writes an identifier of the device into the user's cache and begins to look for the host to
send to. Whoever needs it takes it from here; lint (TID251) refuses another import.
"""

import os
from types import ModuleType


def import_onnxruntime() -> ModuleType:
    """The package, silenced: by the variable that it reads as it is loaded, and by its own switch for the rest.

    On Windows builds that report to the system's tracing (ETW) only the switch counts.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    package: ModuleType = onnxruntime
    return package
