"""A network that is new to the program is recognised, laid over a teacher and exported from what it says of itself."""

from pathlib import Path
from typing import get_args

import numpy as np
import onnx
import pytest
import torch

from engine.export.formats import SUFFIXES, Payload, encoded
from engine.export.program import DetectorProgram
from engine.models.detector import PatchDetector
from engine.models.geometry import PatchGeometry, alignment
from engine.models.loading.recognition import load_detector, recognise
from engine.models.registry import families, family
from engine.models.student import build_student, refresh_statistics
from engine.packages.onnx_runtime import import_onnxruntime
from engine.settings import RunSettings, StudentSettings
from engine.settings.network_modules import DEFAULT_STUDENT, STUDENT_NETWORKS, network_modules
from installer.contents import HIDDEN_IMPORTS
from tests.engine.helpers.toy_network import Toy


@pytest.fixture
def student(monkeypatch: pytest.MonkeyPatch) -> PatchDetector:
    """A new student of the toy network, which is listed for the duration of the test."""
    monkeypatch.setitem(STUDENT_NETWORKS, "Toy", Toy.__module__)
    student = build_student(StudentSettings().model_copy(update={"network": "Toy", "width": 6}), seed=0)
    refresh_statistics(student, [torch.from_numpy(images())])
    return student.requires_grad_(False)


def images() -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (4, 3, 41, 30), dtype=np.uint8)


def onnx_outputs(model: bytes) -> dict[str, np.ndarray]:
    session = import_onnxruntime().InferenceSession(model, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    return dict(zip(names, session.run(names, {"image": images()}), strict=True))


def test_every_listed_network_declares_itself_and_is_packed() -> None:
    assert [known.name for known in families()] == list(network_modules())
    assert set(network_modules().values()) <= set(HIDDEN_IMPORTS)
    for name in STUDENT_NETWORKS:
        assert recognise(family(name).build(width=4).state_dict()).family == name


def test_the_setting_offers_what_is_listed() -> None:
    field = StudentSettings.model_fields["network"]
    assert get_args(field.annotation) == tuple(STUDENT_NETWORKS)
    assert RunSettings().student.network == DEFAULT_STUDENT


def test_a_new_network_is_recognised_with_its_geometry(student: PatchDetector, tmp_path: Path) -> None:
    assert isinstance(student.network, Toy)
    assert student.filter_name == "x_grad"
    assert student.network.geometry == PatchGeometry(field=5, stride=2)
    assert student.geometry == PatchGeometry(field=5, stride=2, offset=2, reach=1)  # without the rim
    torch.save(student.network.state_dict(), tmp_path / "toy.pth")
    again = load_detector(tmp_path / "toy.pth")
    batch = torch.from_numpy(images())
    assert (str(recognise(student.network.state_dict())), again.filter_name) == (
        "Toy, receptive field 5, width 6",
        "x_grad",
    )
    assert torch.equal(again.network(student.prepare(batch)), student(batch))
    assert student(batch).shape[2:] == (student.geometry.cells(41), student.geometry.cells(30))


def test_a_new_network_leaves_in_every_format(student: PatchDetector, tmp_path: Path) -> None:
    matching = alignment(student.geometry, PatchGeometry(field=9, stride=8))
    program = DetectorProgram(student, StudentSettings(), 0.1, matching).eval()
    notes = {"filter": "x_grad", "filter_padding": "none"}
    files = {name: encoded(name, Payload(program, notes, [images()])) for name in SUFFIXES}
    wanted = program(torch.from_numpy(images()))
    found = onnx_outputs(files["onnx"])
    assert found.keys() == wanted.keys()
    for name, value in wanted.items():
        np.testing.assert_allclose(found[name], value.numpy(), rtol=1e-4, atol=1e-5, err_msg=name)
    int8 = onnx.load_from_string(files["onnx-int8"])
    assert sum(tensor.data_type == onnx.TensorProto.INT8 and len(tensor.dims) == 4 for tensor in int8.graph.initializer)
    spread = wanted["patch_map"].numpy()
    assert np.abs(onnx_outputs(files["onnx-int8"])["patch_map"] - spread).max() < 0.2 * spread.std()
    for name in ("pth", "safetensors"):
        (tmp_path / name).write_bytes(files[name])
        assert torch.equal(load_detector(tmp_path / name)(torch.from_numpy(images())), wanted["patch_map"])
