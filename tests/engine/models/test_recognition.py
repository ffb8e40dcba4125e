"""Checkpoints as people have them: recognised whatever wraps them."""

import json
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

import pytest
import safetensors.torch
import torch
from torch import Tensor

from engine.errors import CheckpointError
from engine.models.ladeda import WIDE_BOTTLENECKS, LaDeDa
from engine.models.loading.recognition import build_network, load_checkpoint, load_detector, recognise
from engine.models.tiny_ladeda import TinyLaDeDa
from tests.engine.helpers.reference import REFERENCE, needs_reference


@pytest.fixture
def state() -> dict[str, Tensor]:
    return TinyLaDeDa().state_dict()


def assert_loads(path: Path, state: dict[str, Tensor]) -> None:
    loaded = load_checkpoint(path).state_dict
    assert set(loaded) == set(state)
    assert all(torch.equal(loaded[name], state[name]) for name in state)


@pytest.mark.parametrize("field", WIDE_BOTTLENECKS)
@pytest.mark.parametrize(("width", "depths"), [(4, (1, 1, 1, 1)), (6, (3, 4, 6, 3)), (64, (3, 4, 6, 3))])
def test_ladeda_is_recognised(field: int, width: int, depths: tuple[int, ...]) -> None:
    with torch.device("meta"):
        network = LaDeDa(field, width, depths)
    found = recognise(network.state_dict())
    assert (found.family, found.receptive_field, found.width) == ("LaDeDa", field, width)
    assert found.arguments["depths"] == depths
    assert found.parameters == sum(parameter.numel() for parameter in network.parameters())


@pytest.mark.parametrize("width", [1, 8, 32])
def test_tiny_ladeda_is_recognised(width: int) -> None:
    network = TinyLaDeDa(width)
    found = recognise(network.state_dict())
    assert (found.family, found.receptive_field, found.width) == ("Tiny-LaDeDa", 5, width)
    assert found.parameters == sum(parameter.numel() for parameter in network.parameters())
    build_network(found).load_state_dict(network.state_dict())


def test_a_head_like_student_with_a_second_block_is_not_tiny(state: dict[str, Tensor]) -> None:
    extra = {name.replace("layer1.0", "layer1.1"): tensor for name, tensor in state.items()}
    with pytest.raises(CheckpointError, match="not a LaDeDa or Tiny-LaDeDa"):
        recognise(state | extra)


@needs_reference
@pytest.mark.parametrize("name", ["WildRF", "ForenSynth"])
def test_published_students_load(name: str) -> None:
    path = REFERENCE / "tiny_ladeda" / f"{name}_Tiny_LaDeDa.pth"
    loaded = load_checkpoint(path)
    assert (loaded.recognised.family, loaded.recognised.parameters) == ("Tiny-LaDeDa", 1_297)
    assert load_detector(path).filter_name == "right_diag"


@needs_reference
def test_published_teacher_is_recognised() -> None:
    shapes = json.loads((REFERENCE / "ladeda9" / "state_dict.json").read_text(encoding="utf-8"))
    found = recognise({name: torch.empty(shape, device="meta") for name, shape in shapes.items()})
    assert (found.family, found.receptive_field, found.width) == ("LaDeDa", 9, 64)
    assert found.parameters == 13_641_793


Wrapping = Callable[[dict[str, Tensor]], object]
WRAPPINGS: dict[str, Wrapping] = {
    "bare": lambda state: state,
    "ordered": OrderedDict,
    "model": lambda state: {"model": state, "epoch": 3, "optimizer": {"state": {0: {"step": torch.ones(1)}}}},
    "state_dict": lambda state: {"state_dict": state, "accuracy": 0.5},
    "net": lambda state: {"net": state},
    "student": lambda state: {"student": state},
    "teacher": lambda state: {"teacher": state},
    "unusual name": lambda state: {"weights_of_epoch_7": state},
    "twice": lambda state: {"checkpoint": {"model": state}},
    "module.": lambda state: {f"module.{name}": tensor for name, tensor in state.items()},
    "model.": lambda state: {f"model.{name}": tensor for name, tensor in state.items()},
    "_orig_mod.module.": lambda state: {f"_orig_mod.module.{name}": t for name, t in state.items()},
    "averaged": lambda state: {
        "n_averaged": torch.tensor(3),
        **{f"module.{name}": t for name, t in state.items()},
    },
    "nested and prefixed": lambda state: {"state_dict": {f"net.{name}": t for name, t in state.items()}},
    "beside a foreign network": lambda state: {
        "model": {"conv1.weight": torch.zeros(64, 3, 7, 7)},
        "student": state,
    },
}


@pytest.mark.parametrize("wrap", WRAPPINGS.values(), ids=WRAPPINGS)
@pytest.mark.parametrize("new_format", [True, False])
def test_wrapped_weights_load(tmp_path: Path, state: dict[str, Tensor], wrap: Wrapping, new_format: bool) -> None:
    path = tmp_path / "Gewichte 模型.pth"
    torch.save(wrap(state), path, _use_new_zipfile_serialization=new_format)
    assert_loads(path, state)


def test_student_is_taken_before_its_teacher(tmp_path: Path, state: dict[str, Tensor]) -> None:
    teacher = LaDeDa(9, 4, (1, 1, 1, 1)).state_dict()
    torch.save({"teacher": teacher, "student": state}, tmp_path / "run.pth")
    assert load_checkpoint(tmp_path / "run.pth").recognised.family == "Tiny-LaDeDa"


@pytest.mark.parametrize("name", ["weights.safetensors", "weights.pth"])
def test_safetensors_load_with_their_notes(tmp_path: Path, state: dict[str, Tensor], name: str) -> None:
    notes = {"filter": "x_grad", "pooling": {"method": "mean"}}
    safetensors.torch.save_file(state, tmp_path / name, metadata={"patchdistill": json.dumps(notes)})
    assert_loads(tmp_path / name, state)
    assert load_checkpoint(tmp_path / name).metadata == notes
    assert load_detector(tmp_path / name).filter_name == "x_grad"


def test_notes_decide_filter_and_normalisation_unless_told(tmp_path: Path, state: dict[str, Tensor]) -> None:
    path = tmp_path / "student.pth"
    torch.save({"state_dict": state, "patchdistill": {"filter": "NPR", "normalisation": "half"}}, path)
    noted, told = load_detector(path), load_detector(path, "y_grad", "none")
    assert (noted.filter_name, noted.normalisation) == ("NPR", "half")
    assert (told.filter_name, told.normalisation) == ("y_grad", "none")
    assert not noted.training
    torch.save({"state_dict": state, "patchdistill": {"filter": ["NPR"]}}, path)
    with pytest.raises(CheckpointError, match="unknown filter"):
        load_detector(path)


def test_usual_filters_and_the_hash(tmp_path: Path, state: dict[str, Tensor]) -> None:
    teacher_path, student_path = tmp_path / "teacher.pth", tmp_path / "student.pth"
    teacher = LaDeDa(17, 4, (1, 2, 1, 1))
    torch.save(teacher.state_dict(), teacher_path)
    torch.save(state, student_path)
    detector = load_detector(teacher_path)
    assert (detector.filter_name, detector.normalisation) == ("NPR", "imagenet")
    images = torch.randint(0, 256, (1, 3, 40, 40), dtype=torch.uint8)
    assert torch.equal(detector.network(detector.prepare(images)), teacher.eval()(detector.prepare(images)))
    assert load_detector(student_path).filter_name == "right_diag"
    hashes = [load_checkpoint(path).sha256 for path in (teacher_path, student_path, student_path)]
    assert hashes[0] != hashes[1] == hashes[2]


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16, torch.float64, torch.float8_e4m3fn])
def test_weights_of_other_precision_load(tmp_path: Path, state: dict[str, Tensor], dtype: torch.dtype) -> None:
    half = {name: t.to(dtype) if t.is_floating_point() else t for name, t in state.items()}
    torch.save(half, tmp_path / "half.pth")
    assert load_detector(tmp_path / "half.pth").network.fc.weight.dtype == torch.float32
