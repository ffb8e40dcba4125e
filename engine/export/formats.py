"""The formats that a student leaves in, each as the bytes of a file; whether they are right is `proof`'s business."""

import io
import json
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import safetensors.torch
import torch
from torch import Tensor

from engine.errors import ExportError
from engine.export.int8 import quantised
from engine.export.onnx_graph import onnx_model
from engine.export.program import DetectorProgram
from engine.models.loading.weights_file import METADATA_KEY

SUFFIXES = {
    "pth": ".pth",
    "safetensors": ".safetensors",
    "torch-export": ".pt2",
    "onnx": ".onnx",
    "onnx-int8": "-int8.onnx",
}
EXAMPLE_SIDE = 64  # of the image that torch.export traces; batch and size stay open


@dataclass(frozen=True, slots=True)
class Payload:
    """What is exported: the program, notes that travel with it, and training images (B, 3, H, W) uint8 for INT8."""

    program: DetectorProgram
    notes: dict[str, Any]
    training_images: Sequence[np.ndarray] = ()


def encoded(name: str, payload: Payload) -> bytes:
    """The content of a file in that format, a key of SUFFIXES."""
    return _ENCODERS[name](payload)


def state_dict(payload: Payload) -> OrderedDict[str, Tensor]:
    """Bare weights under the published keys; the notes ride where strict loaders elsewhere do not look."""
    network = payload.program.detector.network
    state = OrderedDict((name, value.detach().clone()) for name, value in network.state_dict().items())
    vars(state)["_metadata"] = {METADATA_KEY: payload.notes}
    return state


def _pth(payload: Payload) -> bytes:
    buffer = io.BytesIO()
    torch.save(state_dict(payload), buffer)
    return buffer.getvalue()


def _safetensors(payload: Payload) -> bytes:
    state = {name: value.contiguous() for name, value in state_dict(payload).items()}
    return safetensors.torch.save(state, {"format": "pt", METADATA_KEY: json.dumps(payload.notes)})


def _torch_export(payload: Payload) -> bytes:
    if payload.program.detector.network.crops:
        raise ExportError(
            "torch.export cannot keep the image size open for a network that crops its shortcuts, as LaDeDa does.",
            "Use ONNX.",
        )
    any_size = torch.export.Dim.DYNAMIC
    example = torch.zeros(2, 3, EXAMPLE_SIDE, EXAMPLE_SIDE + 8, dtype=torch.uint8)
    program = torch.export.export(
        payload.program, (example,), dynamic_shapes=({0: any_size, 2: any_size, 3: any_size},)
    )
    buffer = io.BytesIO()
    torch.export.save(program, buffer, extra_files={f"{METADATA_KEY}.json": json.dumps(payload.notes)})
    return buffer.getvalue()


def _metadata(payload: Payload) -> dict[str, str]:
    """ONNX keeps texts: what is not one is written as JSON."""
    return {name: note if isinstance(note, str) else json.dumps(note) for name, note in payload.notes.items()}


def _onnx(payload: Payload) -> bytes:
    return bytes(onnx_model(payload.program, _metadata(payload)).SerializeToString())


def _onnx_int8(payload: Payload) -> bytes:
    if not payload.training_images:
        raise ExportError(
            "INT8 needs training images to choose its scales from, and none are known for these weights.",
            "Export from the run's folder, or name labelled images with --data.",
        )
    model = onnx_model(payload.program, _metadata(payload))
    return bytes(quantised(model, payload.training_images).SerializeToString())


_ENCODERS: dict[str, Callable[[Payload], bytes]] = {
    "pth": _pth,
    "safetensors": _safetensors,
    "torch-export": _torch_export,
    "onnx": _onnx,
    "onnx-int8": _onnx_int8,
}
