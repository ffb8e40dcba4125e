"""A detector while it looks at a large picture: it hears a stop between two layers, and tells each tile it has done."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from engine.control import RunControl
from engine.models.detector import PatchDetector


@contextmanager
def watched(
    detector: PatchDetector, control: RunControl, done: Callable[[int], None] = lambda tiles: None
) -> Iterator[None]:
    """Inside, ``done`` is called with the number of tiles after each, and ``control`` can hold or end the work.

    StopRequestedError is raised before the next layer, as a tile takes a wide network seconds.
    """
    tiles = 0

    def check(*_: object) -> None:
        control.check()

    def count(*_: object) -> None:
        nonlocal tiles
        tiles += 1
        done(tiles)

    handles = [module.register_forward_pre_hook(check) for module in detector.modules()]
    handles.append(detector.register_forward_hook(count))
    try:
        yield
    finally:
        for handle in handles:
            handle.remove()
