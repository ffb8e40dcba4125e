"""A detector as an ONNX model: normalisation, filter, network, pooling, threshold and alignment in one graph.

The graph is written by hand rather than traced: it is a handful of nodes, BatchNorm is folded into the convolution
before it, and neighbouring convolutions without anything between them become one, in float64 before rounding.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from engine.export.program import DetectorProgram
from engine.models.detector import PatchDetector
from engine.models.ladeda import Bottleneck, LaDeDa
from engine.models.tiny_ladeda import TinyBlock, TinyLaDeDa
from engine.settings import StudentSettings

OPSET, IR_VERSION = 17, 8  # read by every ONNX Runtime since 1.13
INPUT = "image"
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
    network = detector.network
    assert isinstance(network, TinyLaDeDa | LaDeDa)
    stem = torch.einsum("oihw,ic->ochw", network.conv2.weight.double(), network.conv1.weight.double()[:, :, 0, 0]) / std
    cells = _activated(graph, "stem", _filtered(graph, detector), *_folded(stem, network.bn1))
    for name, block in network.named_modules():
        if isinstance(block, TinyBlock):
            cells = _tiny_block(graph, name, cells, block)
        elif isinstance(block, Bottleneck):
            cells = _bottleneck(graph, name, cells, block)
    return cells


def _filtered(graph: Graph, detector: PatchDetector) -> str:
    """Pixels less their mean, filtered; only then is what lies beyond the rim, which counts as 0, the mean."""
    mean = detector.normalise.mean_thousandths.numpy() * np.float32(0.255)
    pixels = graph.add("Cast", "pixels", INPUT, to=TensorProto.FLOAT)
    centred = graph.add("Sub", "centred", pixels, graph.constant("mean", mean[None]))
    if detector.filter_name == "raw":
        return centred
    if detector.filter_name == "NPR":
        return _neighbouring_pixel_residual(graph, centred)
    return graph.convolution("filtered", centred, detector.filter.kernel.double(), pads=[1, 1, 1, 1], group=3)


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


def _tiny_block(graph: Graph, name: str, cells: str, block: TinyBlock) -> str:
    cells = _activated(graph, f"{name}.conv1", cells, *_folded(block.conv1.weight, block.bn1))
    return _activated(graph, f"{name}.conv2", cells, *_folded(block.conv2.weight, block.bn2), strides=[2, 2])


def _bottleneck(graph: Graph, name: str, cells: str, block: Bottleneck) -> str:
    """The shortcut is cropped at the bottom and right to the main branch's size, which the image's size decides."""
    strides = [block.stride, block.stride]
    branch = _activated(graph, f"{name}.conv1", cells, *_folded(block.conv1.weight, block.bn1))
    branch = _activated(graph, f"{name}.conv2", branch, *_folded(block.conv2.weight, block.bn2), strides=strides)
    branch = graph.convolution(f"{name}.conv3", branch, *_folded(block.conv3.weight, block.bn3))
    if block.downsample is not None:
        shortcut, norm = block.downsample
        assert isinstance(shortcut, nn.Conv2d)
        assert isinstance(norm, nn.BatchNorm2d)
        cells = graph.convolution(f"{name}.shortcut", cells, *_folded(shortcut.weight, norm), strides=strides)
    zero = graph.constant(f"{name}.zero", np.array([0, 0], np.int64))
    axes = graph.constant(f"{name}.axes", np.array([2, 3], np.int64))
    size = graph.add("Shape", f"{name}.size", branch, start=2)
    cropped = graph.add("Slice", f"{name}.cropped", cells, zero, size, axes)
    return graph.add("Relu", name, graph.add("Add", f"{name}.sum", branch, cropped))


def _activated(graph: Graph, name: str, cells: str, weight: Tensor, bias: Tensor, **attributes: Any) -> str:
    return graph.add("Relu", f"{name}.relu", graph.convolution(name, cells, weight, bias, **attributes))


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
    matching = program.matching
    assert matching is not None
    inside = "patch_map"
    if matching.offset:
        numbers = {"start": [matching.offset] * 2, "end": [2**31] * 2, "axes": [2, 3]}
        bounds = [graph.constant(f"aligned.{name}", np.array(value, np.int64)) for name, value in numbers.items()]
        inside = graph.add("Slice", "aligned.inside", "patch_map", *bounds)
    window = {"kernel_shape": [matching.kernel] * 2, "strides": [matching.stride] * 2, "pads": [0] * 4}
    graph.add("AveragePool", "aligned_map", inside, **window)


def _folded(weight: Tensor, norm: nn.Module) -> tuple[Tensor, Tensor]:
    """Weight and bias of a convolution without bias followed by BatchNorm with fixed statistics, in float64."""
    assert isinstance(norm, nn.BatchNorm2d)
    assert norm.running_mean is not None
    assert norm.running_var is not None
    scale = norm.weight.double() / torch.sqrt(norm.running_var.double() + norm.eps)
    return weight.double() * scale[:, None, None, None], norm.bias.double() - norm.running_mean.double() * scale


def _float32(values: Tensor) -> NDArray[np.float32]:
    return values.detach().float().cpu().numpy()
