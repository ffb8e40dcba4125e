"""A detector as an ONNX model: normalisation, filter, network, pooling, threshold and alignment in one graph.

The graph is written by hand rather than traced: it is a handful of nodes, BatchNorm is folded into the convolution
before it, and a convolution that only mixes channels into the one after it, in float64 before rounding. What there is
to write, a network's `layers` say.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor

from engine.export.program import DetectorProgram
from engine.models.detector import PatchDetector
from engine.models.layers import ConvLayer, Layer, Residual, composed
from engine.settings import StudentSettings

OPSET, IR_VERSION = 17, 8  # read by every ONNX Runtime since 1.13
INPUT = "image"
FAR = 2**31  # beyond any row or column
Array = NDArray[np.generic]


class Graph:
    """Nodes and constants in the order they were added; every method returns the name of a value."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, values: Array) -> str:
        """A constant array."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def add(self, operator: str, name: str, *inputs: str, **attributes: Any) -> str:
        """A node with one output, which is named as the node is."""
        self.nodes.append(helper.make_node(operator, list(inputs), [name], name=name, **attributes))
        return name

    def convolution(self, name: str, cells: str, weight: Tensor, bias: Tensor | None = None, **attributes: Any) -> str:
        """A convolution with constant weights, (out, in, h, w), given in float64.

        Every attribute is written: OpenCV, for one, reads no convolution whose kernel_shape is left to be inferred.
        """
        height, width = weight.shape[2:]
        usual = {"kernel_shape": [height, width], "strides": [1, 1], "pads": [0] * 4, "dilations": [1, 1], "group": 1}
        constants = [self.constant(f"{name}.weight", _float32(weight))]
        if bias is not None:
            constants.append(self.constant(f"{name}.bias", _float32(bias)))
        return self.add("Conv", name, cells, *constants, **usual | attributes)

    def sliced(self, name: str, values: str, start: list[int], end: list[int]) -> str:
        """Rows and columns from ``start`` to before ``end``."""
        bounds = {"start": start, "end": end, "axes": [2, 3]}
        constants = [self.constant(f"{name}.{which}", np.array(of, np.int64)) for which, of in bounds.items()]
        return self.add("Slice", name, values, *constants)


def onnx_model(program: DetectorProgram, metadata: Mapping[str, str]) -> onnx.ModelProto:
    """The program as an ONNX model with the same outputs, any batch and image size; checked by ONNX itself."""
    graph = Graph()
    with torch.no_grad():
        cells = _network(graph, program.detector)
    head = program.detector.network.fc
    graph.convolution("patch_map", cells, head.weight.double()[:, :, None, None], head.bias.double())
    _pooled(graph, program.pooling)
    graph.add("Greater", "is_fake", "image_score", graph.constant("threshold", np.array(program.threshold, np.float32)))
    outputs: dict[str, tuple[int, list[str | int | None]]] = {
        "patch_map": (TensorProto.FLOAT, ["batch", 1, "patch_rows", "patch_columns"]),
        "image_score": (TensorProto.FLOAT, ["batch"]),
        "is_fake": (TensorProto.BOOL, ["batch"]),
    }
    if program.matching is not None:
        _aligned(graph, program)
        outputs["aligned_map"] = (TensorProto.FLOAT, ["batch", 1, "teacher_rows", "teacher_columns"])
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "patchdistill",
            [helper.make_tensor_value_info(INPUT, TensorProto.UINT8, ["batch", 3, "height", "width"])],
            [helper.make_tensor_value_info(name, kind, shape) for name, (kind, shape) in outputs.items()],
            graph.constants,
        ),
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=IR_VERSION,
        producer_name="PatchDistill",
    )
    helper.set_model_props(model, dict(metadata))
    onnx.checker.check_model(model, full_check=True)
    return model


def _network(graph: Graph, detector: PatchDetector) -> str:
    """From RGB bytes to the features that the head reads.

    The standard deviations are folded into the first weights: every filter is linear and takes the channels apart.
    """
    std = detector.normalise.std_thousandths.double().view(1, 3, 1, 1) * 255 / 1000
    stem, *others = composed(_in_float64(detector.network.layers()))
    assert isinstance(stem, ConvLayer) and stem.groups == 1
    cells = _convolution(graph, _filtered(graph, detector), replace(stem, name="stem", weight=stem.weight / std))
    for layer in others:
        cells = _residual(graph, cells, layer) if isinstance(layer, Residual) else _convolution(graph, cells, layer)
    return cells


def _in_float64(layers: Iterable[Layer]) -> Iterator[Layer]:
    """With convolutions that may become one in more digits."""
    for layer in layers:
        yield replace(layer, weight=layer.weight.double()) if isinstance(layer, ConvLayer) else layer


def _filtered(graph: Graph, detector: PatchDetector) -> str:
    """Pixels less their mean, filtered; only then is what lies beyond the rim, where it counts as 0, the mean."""
    mean = detector.normalise.mean_thousandths.numpy() * np.float32(0.255)
    pixels = graph.add("Cast", "pixels", INPUT, to=TensorProto.FLOAT)
    if first := detector.first_pixel:
        pixels = graph.sliced("pixels.seen", pixels, [first] * 2, [FAR] * 2)
    centred = graph.add("Sub", "centred", pixels, graph.constant("mean", mean[None]))
    if detector.filter_name == "raw":
        return centred
    if detector.filter_name == "NPR":
        return _neighbouring_pixel_residual(graph, centred)
    pads = [detector.filter.pads] * 4
    return graph.convolution("filtered", centred, detector.filter.kernel.double(), pads=pads, group=3)


def _neighbouring_pixel_residual(graph: Graph, pixels: str) -> str:
    """As `engine.models.filters.neighbouring_pixel_residual`, odd sides included."""
    numbers = {"npr.zero": [0, 0], "npr.end": [2**31, 2**31], "npr.axes": [2, 3], "npr.steps": [2, 2]}
    zero, end, axes, steps = (graph.constant(name, np.array(value, np.int64)) for name, value in numbers.items())
    corners = graph.add("Slice", "npr.corners", pixels, zero, end, axes, steps)
    scales = graph.constant("npr.scales", np.array([1, 1, 2, 2], np.float32))
    nearest = {"mode": "nearest", "coordinate_transformation_mode": "asymmetric", "nearest_mode": "floor"}
    enlarged = graph.add("Resize", "npr.enlarged", corners, "", scales, **nearest)
    size = graph.add("Shape", "npr.size", pixels, start=2)
    cut = graph.add("Slice", "npr.cut", enlarged, zero, size, axes)
    return graph.add("Sub", "filtered", pixels, cut)


def _convolution(graph: Graph, cells: str, layer: ConvLayer) -> str:
    strides = [layer.stride, layer.stride]
    cells = graph.convolution(layer.name, cells, *layer.folded(), strides=strides, group=layer.groups)
    return graph.add("Relu", f"{layer.name}.relu", cells) if layer.relu else cells


def _residual(graph: Graph, cells: str, layer: Residual) -> str:
    """The shortcut is cropped at the bottom and right to the branch's size, which the image's size decides."""
    name, branch = layer.name, cells
    for convolution in layer.branch:
        branch = _convolution(graph, branch, convolution)
    if layer.shortcut is not None:
        cells = _convolution(graph, cells, layer.shortcut)
    corner = graph.constant(f"{name}.corner", np.array([0, 0], np.int64))
    axes = graph.constant(f"{name}.axes", np.array([2, 3], np.int64))
    size = graph.add("Shape", f"{name}.size", branch, start=2)
    cropped = graph.add("Slice", f"{name}.cropped", cells, corner, size, axes)
    return graph.add("Relu", name, graph.add("Add", f"{name}.sum", branch, cropped))


def _pooled(graph: Graph, pooling: StudentSettings) -> None:
    """As `engine.pooling.pool`: the number of cells is known only when an image comes, and k with it."""
    if pooling.pooling == "mean":
        graph.add("ReduceMean", "image_score", "patch_map", axes=[1, 2, 3], keepdims=0)
        return
    if pooling.pooling == "topk_max":
        graph.add("ReduceMax", "image_score", "patch_map", axes=[1, 2, 3], keepdims=0)
        return
    cells = graph.add("Flatten", "cells", "patch_map", axis=1)
    count = graph.add("Shape", "cell_count", cells, start=1)
    share = graph.add(
        "Mul",
        "cell_share",
        graph.add("Cast", "cell_count_double", count, to=TensorProto.DOUBLE),
        graph.constant("topk_ratio", np.array([pooling.topk_ratio], np.float64)),
    )
    wanted = graph.add("Cast", "k_wanted", graph.add("Ceil", "cell_share_up", share), to=TensorProto.INT64)
    least = graph.constant("topk_minimum", np.array([pooling.topk_minimum], np.int64))
    k = graph.add("Min", "k", graph.add("Max", "k_at_least", wanted, least), count)
    graph.nodes.append(
        helper.make_node("TopK", [cells, k], ["top_cells", "top_places"], name="top", axis=-1, largest=1, sorted=0)
    )
    graph.add("ReduceMean", "image_score", "top_cells", axes=[1], keepdims=0)


def _aligned(graph: Graph, program: DetectorProgram) -> None:
    """As `DetectorProgram` has it: the first row and column again for those that the rim takes, then means."""
    matching = program.matching
    assert matching is not None
    inside = "patch_map"
    if matching.offset > 0:
        inside = graph.sliced("aligned.inside", inside, [matching.offset] * 2, [FAR] * 2)
    for axis, name in ((2, "rows"), (3, "columns")) if matching.offset < 0 else ():
        first = graph.sliced(f"aligned.first_{name}", inside, [0, 0], [1, FAR] if axis == 2 else [FAR, 1])
        inside = graph.add("Concat", f"aligned.{name}", *[first] * -matching.offset, inside, axis=axis)
    window = {"kernel_shape": [matching.kernel] * 2, "strides": [matching.stride] * 2, "pads": [0] * 4}
    graph.add("AveragePool", "aligned_map", inside, **window)


def _float32(values: Tensor) -> NDArray[np.float32]:
    return values.detach().float().cpu().numpy()
