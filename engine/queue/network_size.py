"""How large a student is: parameters, multiply-adds of a picture, and its time on this computer's processor."""

from collections.abc import Iterable
from dataclasses import dataclass

import torch

from engine.export.onnx_graph import onnx_model
from engine.export.program import DetectorProgram
from engine.export.proof import made_up_images
from engine.export.prove import latency_ms, onnx_runner
from engine.models.detector import PatchDetector
from engine.models.layers import ConvLayer, Layer, Residual, composed
from engine.models.student import build_student
from engine.settings import StudentSettings

SIDE = 256  # pixels of the picture, each way


@dataclass(frozen=True, slots=True)
class NetworkSize:
    """Of a student: parameters, multiply-adds of a picture of 256 x 256 pixels, ms of one such (None: not measured)."""

    parameters: int
    multiply_adds: int
    ms: float | None = None


def network_size(settings: StudentSettings, side: int = SIDE, *, timed: bool = True) -> NetworkSize:
    """Of the network that these settings build, whatever its weights: as it is exported to ONNX, on one thread.

    Raises CheckpointError where the student's checkpoint cannot be used.
    """
    detector = build_student(settings, seed=0).eval().requires_grad_(False)
    parameters = sum(weights.numel() for weights in detector.network.parameters())
    if not timed:
        return NetworkSize(parameters, multiply_adds(detector, side))
    model = onnx_model(DetectorProgram(detector, settings, threshold=0.0), {})
    ms = latency_ms(onnx_runner(model.SerializeToString()), made_up_images(1, side, side))
    return NetworkSize(parameters, multiply_adds(detector, side), ms)


def multiply_adds(detector: PatchDetector, side: int = SIDE) -> int:
    """Of the convolutions and the head, as they are computed; the fixed input filter is not among them."""
    picture = torch.zeros(1, 3, side, side, dtype=torch.uint8)
    total, cells = _of_layers(composed(detector.network.layers()), detector.prepare(picture).shape[-1])
    return total + cells**2 * detector.network.fc.weight.numel()


def _of_layers(layers: Iterable[Layer], cells: int) -> tuple[int, int]:
    """Multiply-adds of layers on so many cells each way, and how many are left."""
    total = 0
    for layer in layers:
        if isinstance(layer, Residual):
            beside, _ = _of_layers([layer.shortcut] if layer.shortcut else [], cells)
            branch, cells = _of_layers(layer.branch, cells)
            total += beside + branch
        else:
            assert isinstance(layer, ConvLayer)
            cells = (cells - layer.kernel) // layer.stride + 1
            total += cells**2 * layer.weight.numel()
    return total, cells
