"""Import torchvision, also where its compiled operators do not fit the installed torch."""

import functools
import sys
from types import ModuleType

import torch


def import_torchvision() -> ModuleType:
    """The torchvision package with `transforms.v2` loaded; import it nowhere else. Only the self-test needs it so far.

    A torchvision compiled for CUDA cannot load its operators beside a CPU-only torch, and the import fails on
    the first that it describes ("operator torchvision::nms does not exist"). Nothing here detects boxes, so
    declaring them without an implementation is enough.
    """
    try:
        import torchvision
    except RuntimeError as error:
        if "torchvision::nms" not in str(error):
            raise
        _describe_missing_operators()
        for name in [name for name in sys.modules if name.partition(".")[0] == "torchvision"]:
            del sys.modules[name]  # left over from the import that failed half-way
        import torchvision
    import torchvision.transforms.v2

    package: ModuleType = torchvision
    return package


@functools.cache  # the operators vanish with the Library, so it must stay alive
def _describe_missing_operators() -> torch.library.Library:
    library = torch.library.Library("torchvision", "FRAGMENT")  # type: ignore[no-untyped-call]
    for name in ("nms", "qnms"):
        schema = f"{name}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor"
        library.define(schema)  # type: ignore[no-untyped-call]
    return library
