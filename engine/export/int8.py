"""An ONNX model whose convolutions work in 8 bits, with scales chosen from training images.

Values that a convolution reads or gives are rounded to 8 bits, weights to 8 bits with a scale for each output channel,
biases to 32 bits: pairs of QuantizeLinear and DequantizeLinear, which runtimes replace by integer arithmetic.
Filter and stem stay in float, as what tells real from fake there is smaller than a step of 8 bits (in 8 bits the stem
alone cost 0.013 of AUC), and so does the head, for a smooth patch map.
"""

from collections.abc import Iterable, Sequence

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from engine.export.onnx_graph import INPUT
from engine.packages.onnx_runtime import import_onnxruntime

FloatArray = NDArray[np.float32]
Range = tuple[float, int]  # (scale, zero): integers 0 .. 255 stand for scale * (integer - zero)
IN_FLOAT = ("filtered", "stem", "patch_map")
SAMPLE = 20_000  # values of each layer and batch that the scales are chosen from
TAILS = (0.0, 1e-5, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2)  # shares of the values that a range may cut off at its ends


def quantised(model: onnx.ModelProto, batches: Iterable[NDArray[np.uint8]]) -> onnx.ModelProto:
    """A copy of the model of `onnx_model` in 8 bits; ``batches`` are training images (B, 3, H, W)."""
    layers = [node.name for node in model.graph.node if node.op_type == "Conv" and node.name not in IN_FLOAT]
    ranges = {name: _best_range(values) for name, values in _values(model, batches, layers).items()}
    constants = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    nodes: list[onnx.NodeProto] = []
    added: list[onnx.TensorProto] = []
    rounded: dict[str, str] = {}  # value -> the same after 8 bits
    for original in model.graph.node:
        node = onnx.NodeProto()
        node.CopyFrom(original)
        scale_in = ranges[node.input[0]][0] if node.name in layers else 0.0
        node.input[:] = [rounded.get(name, name) for name in original.input]
        if node.name in layers:
            parts = _weights(node, scale_in, constants)
            nodes += parts[0]
            added += parts[1]
        nodes.append(node)
        for name in set(node.output) & set(ranges):
            rounded[name] = f"{name}.rounded"
            constant_names, tensors = _constants(name, *ranges[name], dtype=np.uint8)
            nodes.append(helper.make_node("QuantizeLinear", [name, *constant_names], [f"{name}.8bit"]))
            nodes.append(helper.make_node("DequantizeLinear", [f"{name}.8bit", *constant_names], [rounded[name]]))
            added += tensors
    return _rebuilt(model, nodes, added)


def _values(
    model: onnx.ModelProto, batches: Iterable[NDArray[np.uint8]], layers: Sequence[str]
) -> dict[str, FloatArray]:
    """A sample of every value that the layers read and give (after ReLU, where one follows)."""
    activated = {node.input[0]: node.output[0] for node in model.graph.node if node.op_type == "Relu"}
    convolutions = [node for node in model.graph.node if node.name in layers]
    names = {node.input[0]: None for node in convolutions}
    names |= {activated.get(node.output[0], node.output[0]): None for node in convolutions}
    watched = onnx.ModelProto()
    watched.CopyFrom(model)
    watched.graph.output.extend(helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in names)
    session = import_onnxruntime().InferenceSession(watched.SerializeToString(), providers=["CPUExecutionProvider"])
    rng = np.random.default_rng(0)
    samples: dict[str, list[FloatArray]] = {name: [] for name in names}
    for batch in batches:
        for name, values in zip(names, session.run(list(names), {INPUT: batch}), strict=True):
            samples[name].append(rng.choice(values.ravel(), min(SAMPLE, values.size), replace=False))
            samples[name].append(np.array([values.min(), values.max()], np.float32))
    return {name: np.concatenate(parts) for name, parts in samples.items()}


def _best_range(values: FloatArray) -> Range:
    """The range whose rounding and clipping change the values least, in mean square."""
    candidates = [_range(*np.quantile(values, (tail, 1 - tail))) for tail in TAILS]
    errors = [float(np.mean((_after_rounding(values, *candidate) - values) ** 2)) for candidate in candidates]
    return candidates[int(np.argmin(errors))]


def _range(low: float, high: float) -> Range:
    """From low to high and always with 0, which must stay exact."""
    low, high = min(float(low), 0.0), max(float(high), 0.0)
    scale = max(high - low, 1e-9) / 255
    return scale, round(-low / scale)


def _after_rounding(values: FloatArray, scale: float, zero: int) -> FloatArray:
    levels = np.clip(np.rint(values / scale) + zero, 0, 255)
    result: FloatArray = ((levels - zero) * scale).astype(np.float32)
    return result


def _weights(
    node: onnx.NodeProto, scale_in: float, constants: dict[str, NDArray[np.generic]]
) -> tuple[list[onnx.NodeProto], list[onnx.TensorProto]]:
    """Weight and bias of a convolution as integers, with what brings them back; the node then reads those."""
    weight_name, bias_name = node.input[1:]
    weight, bias = constants[weight_name], constants[bias_name]
    scales = np.maximum(np.abs(weight).max(axis=(1, 2, 3)), 1e-12).astype(np.float64) / 127
    integers = np.rint(weight / scales[:, None, None, None]).astype(np.int8)
    bias_scales = scales * scale_in
    limit = 2**31 - 1
    whole_bias = np.clip(np.rint(bias / bias_scales), -limit, limit).astype(np.int32)
    nodes, tensors = [], []
    for name, values, scale in ((weight_name, integers, scales), (bias_name, whole_bias, bias_scales)):
        constant_names, own = _constants(name, scale, np.zeros(len(scale)), dtype=values.dtype.type)
        tensors += [numpy_helper.from_array(values, f"{name}.integers"), *own]
        inputs = [f"{name}.integers", *constant_names]
        nodes.append(helper.make_node("DequantizeLinear", inputs, [f"{name}.rounded"], axis=0))
    node.input[1:] = [f"{weight_name}.rounded", f"{bias_name}.rounded"]
    return nodes, tensors


def _constants(
    name: str, scale: float | NDArray[np.float64], zero: int | NDArray[np.float64], dtype: type[np.generic]
) -> tuple[list[str], list[onnx.TensorProto]]:
    names = [f"{name}.scale", f"{name}.zero"]
    values = (np.asarray(scale, np.float32), np.asarray(zero).astype(dtype))
    return names, [numpy_helper.from_array(value, label) for label, value in zip(names, values, strict=True)]


def _rebuilt(
    model: onnx.ModelProto, nodes: Sequence[onnx.NodeProto], constants: Sequence[onnx.TensorProto]
) -> onnx.ModelProto:
    """The model with other nodes and more constants; constants that nobody reads any more are gone."""
    result = onnx.ModelProto()
    result.CopyFrom(model)
    read = {name for node in nodes for name in node.input}
    kept = [tensor for tensor in (*model.graph.initializer, *constants) if tensor.name in read]
    for field, items in ((result.graph.node, nodes), (result.graph.initializer, kept)):
        del field[:]
        field.extend(items)
    onnx.checker.check_model(result, full_check=True)
    return result
