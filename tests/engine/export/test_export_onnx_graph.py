"""The hand-written ONNX graph against PyTorch: every filter, pooling, network and image size."""

from typing import Any

import numpy as np
import onnx
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.export.int8 import quantised
from engine.export.onnx_graph import onnx_model
from engine.export.program import DetectorProgram
from engine.models.detector import PatchDetector
from engine.models.filters import FILTER_NAMES, NORMALISATION_NAMES, PADDINGS, Padding
from engine.models.geometry import PatchGeometry, align, alignment
from engine.models.ladeda import WIDE_BOTTLENECKS, LaDeDa
from engine.models.tiny_ladeda import TinyLaDeDa
from engine.packages.onnx_runtime import import_onnxruntime
from engine.settings import StudentSettings

TEACHER = PatchGeometry(field=9, stride=8)


def detector(
    filter_name: str = "right_diag", normalisation: str = "imagenet", padding: Padding = "zeros"
) -> PatchDetector:
    """A student with weights and statistics that are nothing like 0 and 1."""
    torch.manual_seed(0)
    network = TinyLaDeDa()
    for module in network.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            for tensor in (module.weight, module.bias, module.running_mean, module.running_var):
                assert tensor is not None
                torch.nn.init.uniform_(tensor, 0.2, 1.5)
    return PatchDetector(network, filter_name, normalisation, padding).eval()


def program(of: PatchDetector, *, matched: bool = True, **pooling: Any) -> DetectorProgram:
    matching = alignment(of.geometry, TEACHER) if matched else None
    return DetectorProgram(of, StudentSettings(**pooling), 0.1, matching).eval()


def images(height: int = 41, width: int = 30, count: int = 2) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (count, 3, height, width), dtype=np.uint8)


def run_onnx(of: DetectorProgram, batch: np.ndarray) -> dict[str, np.ndarray]:
    onnxruntime = import_onnxruntime()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(onnx_model(of, {}).SerializeToString(), options, ["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    return dict(zip(names, session.run(names, {"image": batch}), strict=True))


def assert_equal(of: DetectorProgram, batch: np.ndarray) -> None:
    with torch.no_grad():
        wanted = {name: value.numpy() for name, value in of(torch.from_numpy(batch)).items()}
    found = run_onnx(of, batch)
    assert found.keys() == wanted.keys()
    for name, value in wanted.items():
        np.testing.assert_allclose(found[name], value, rtol=1e-4, atol=1e-5, err_msg=name)


@pytest.mark.parametrize("padding", PADDINGS)
@pytest.mark.parametrize("filter_name", FILTER_NAMES)
def test_every_filter_to_the_rim_of_odd_images(filter_name: str, padding: Padding) -> None:
    assert_equal(program(detector(filter_name, padding=padding)), images())


@pytest.mark.parametrize("size", [(41, 30), (40, 33)])
def test_the_aligned_map_of_a_student_without_a_rim(size: tuple[int, int]) -> None:
    """As training has it, but for the last row or column where that would need the rim."""
    of, batch = program(detector(padding="none")), torch.from_numpy(images(*size))
    teacher_size = (TEACHER.cells(size[0]), TEACHER.cells(size[1]))
    with torch.no_grad():
        wanted, found = align(of.detector(batch), alignment(of.detector.geometry, TEACHER), teacher_size), of(batch)
    rows, columns = found["aligned_map"].shape[2:]
    assert (rows, columns) == (teacher_size[0] - (size[0] % 8 == 1), teacher_size[1] - (size[1] % 8 == 1))
    torch.testing.assert_close(found["aligned_map"], wanted[..., :rows, :columns])


@pytest.mark.parametrize("normalisation", NORMALISATION_NAMES)
def test_every_normalisation(normalisation: str) -> None:
    assert_equal(program(detector(normalisation=normalisation)), images(20, 20))


@pytest.mark.parametrize("pooling", ["mean", "topk_mean", "topk_max"])
@pytest.mark.parametrize(("size", "padding"), [((9, 9), "zeros"), ((24, 57), "zeros"), ((10, 57), "none")])
def test_every_pooling_where_k_depends_on_the_size(pooling: str, size: tuple[int, int], padding: Padding) -> None:
    assert_equal(program(detector(padding=padding), pooling=pooling, topk_ratio=0.07, topk_minimum=6), images(*size))


@pytest.mark.parametrize("field", WIDE_BOTTLENECKS)
def test_teachers(field: int) -> None:
    torch.manual_seed(0)
    assert_equal(
        program(PatchDetector(LaDeDa(field, width=4, depths=(2, 2, 1, 1)), "NPR").eval(), matched=False), images(71, 64)
    )


def test_a_network_with_shortcuts_leaves_in_8_bits() -> None:
    torch.manual_seed(0)
    of = program(PatchDetector(LaDeDa(9, 4, (2, 1, 1, 1)), "NPR").eval(), matched=False)
    model = quantised(onnx_model(of, {}), [images(71, 64)])
    session = import_onnxruntime().InferenceSession(model.SerializeToString())
    found = session.run(["patch_map"], {"image": images(71, 64)})[0]
    with torch.no_grad():
        wanted = of(torch.from_numpy(images(71, 64)))["patch_map"].numpy()
    assert np.abs(found - wanted).mean() < 0.1 * wanted.std()


@pytest.mark.parametrize("of", [detector(), PatchDetector(LaDeDa(9, 4, (1, 1, 1, 1)), "NPR").eval()])
def test_every_convolution_says_all_about_itself(of: PatchDetector) -> None:
    """What the standard lets a reader infer from the weights, some readers want in words."""
    model = onnx_model(program(of, matched=False), {})
    shapes = {tensor.name: list(tensor.dims) for tensor in model.graph.initializer}
    convolutions = [node for node in model.graph.node if node.op_type == "Conv"]
    assert len(convolutions) >= 4
    for node in convolutions:
        told = {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}
        assert told["kernel_shape"] == shapes[node.input[1]][2:]
        assert told.keys() == {"kernel_shape", "strides", "pads", "dilations", "group"}


@pytest.mark.parametrize("pooling", ["mean", "topk_max"])
@pytest.mark.parametrize("padding", PADDINGS)
@pytest.mark.parametrize("filter_name", [name for name in FILTER_NAMES if name != "NPR"])
def test_scores_agree_with_opencv(filter_name: str, padding: Padding, pooling: str) -> None:
    """OpenCV cuts nothing to a size that only the image decides: it reads neither NPR nor topk_mean."""
    cv2 = pytest.importorskip("cv2", reason="OpenCV is not installed")
    of, batch = program(detector(filter_name, padding=padding), pooling=pooling), images(count=1)
    network = cv2.dnn.readNetFromONNX(np.frombuffer(onnx_model(of, {}).SerializeToString(), np.uint8))
    network.setInput(batch.astype(np.float32), "image")
    wanted = run_onnx(of, batch)
    for name in ("patch_map", "image_score"):
        np.testing.assert_allclose(network.forward(name).ravel(), wanted[name].ravel(), rtol=1e-4, atol=1e-3)


def test_decision_lies_at_the_threshold() -> None:
    of = program(detector())
    score = float(run_onnx(of, images(count=1))["image_score"][0])
    for shift, fake in ((-1e-3, True), (1e-3, False)):
        of.threshold = score + shift
        assert run_onnx(of, images(count=1))["is_fake"][0] == fake


def test_a_student_without_teacher_has_no_aligned_map() -> None:
    assert set(run_onnx(program(detector(), matched=False), images())) == {"patch_map", "image_score", "is_fake"}


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(sorted(WIDE_BOTTLENECKS)), st.integers(33, 90), st.integers(33, 90))
def test_aligned_map_needs_no_crop(field: int, height: int, width: int) -> None:
    """The program leaves out the crop of `align`; this is why it may."""
    student, teacher = TinyLaDeDa(4).geometry, LaDeDa(field, width=1, depths=(1, 1, 1, 1)).geometry
    matching = alignment(student, teacher)
    patch_map = torch.rand(1, 1, student.cells(height), student.cells(width))
    cut = align(patch_map, matching, (teacher.cells(height), teacher.cells(width)))
    assert tuple(cut.shape[2:]) == tuple(matching.whole_cells(cells) for cells in patch_map.shape[2:])
