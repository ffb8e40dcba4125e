"""The student as it is built, evaluated with fresh statistics, and published for strict loaders elsewhere."""

from pathlib import Path

import pytest
import torch
from torch import Tensor, nn

from engine.models.detector import PatchDetector
from engine.models.loading.recognition import load_checkpoint, load_detector
from engine.models.student import build_student, evaluated_copy, publishable_state, refresh_statistics
from engine.models.tiny_ladeda import TinyLaDeDa
from engine.settings import RunSettings, StudentSettings
from engine.training.optimiser import train_only

BATCH_NORM = ("weight", "bias", "running_mean", "running_var", "num_batches_tracked")
PUBLISHED_KEYS = [
    "conv1.weight",
    "conv2.weight",
    *(f"bn1.{name}" for name in BATCH_NORM),
    "layer1.0.conv1.weight",
    *(f"layer1.0.bn1.{name}" for name in BATCH_NORM),
    "layer1.0.conv2.weight",
    *(f"layer1.0.bn2.{name}" for name in BATCH_NORM),
    "fc.weight",
    "fc.bias",
]


def batches(count: int = 3, seed: int = 0) -> list[Tensor]:
    """Images whose contrast varies, so that statistics of 0 and 1 do not fit."""
    generator = torch.Generator().manual_seed(seed)
    noise = torch.randint(0, 256, (count, 8, 3, 24, 24), generator=generator)
    return list(((noise - 128) * torch.linspace(0.1, 1, 8).view(8, 1, 1, 1) + 128).to(torch.uint8))


@pytest.fixture
def student() -> PatchDetector:
    return build_student(StudentSettings(), seed=0)


def buffers(detector: PatchDetector) -> dict[str, Tensor]:
    return {name: value.clone() for name, value in detector.named_buffers() if "running" in name}


def test_one_seed_one_student_and_nothing_else_is_drawn_from(student: PatchDetector) -> None:
    torch.manual_seed(5)
    expected = torch.rand(1)
    torch.manual_seed(5)
    same, other = build_student(StudentSettings(), 0), build_student(StudentSettings(), 1)
    assert torch.equal(torch.rand(1), expected)
    weights = [detector.state_dict()["network.conv2.weight"] for detector in (student, same, other)]
    assert torch.equal(weights[0], weights[1])
    assert not torch.equal(weights[0], weights[2])


def test_the_default_student_is_the_published_one(student: PatchDetector) -> None:
    assert sum(p.numel() for p in student.network.parameters()) == 1297
    assert student.filter_name == "right_diag"
    wide = build_student(StudentSettings(width=16, input_filter="NPR"), 0)
    assert wide.network.fc.in_features == 16
    assert wide.filter_name == "NPR"


def test_statistics_become_the_average_over_the_batches(student: PatchDetector) -> None:
    student.train()
    for _ in range(5):
        student(batches(1, seed=9)[0])  # what was there before must not count
    refresh_statistics(student, batches())
    network = student.network
    assert isinstance(network, TinyLaDeDa)
    with torch.no_grad():
        inputs = [network.conv2(network.conv1(student.prepare(batch))) for batch in batches()]
    mean = torch.stack([x.mean((0, 2, 3)) for x in inputs]).mean(0)
    var = torch.stack([x.var((0, 2, 3)) for x in inputs]).mean(0)
    assert network.bn1.running_mean is not None and network.bn1.running_var is not None
    torch.testing.assert_close(network.bn1.running_mean, mean, rtol=1e-4, atol=1e-5)
    torch.testing.assert_close(network.bn1.running_var, var, rtol=1e-4, atol=1e-5)


def test_afterwards_it_evaluates_what_was_trained(student: PatchDetector) -> None:
    """The published momentum of 0.001 leaves the evaluated network behind the trained one."""
    batch = batches(1)[0]
    student.train()
    for _ in range(20):
        trained = student(batch).mean((1, 2, 3))
    student.eval()
    lagging = student(batch).mean((1, 2, 3))
    gap = refresh_statistics(student, [batch])
    fresh = student(batch).mean((1, 2, 3))
    spread = trained.std()
    assert (lagging - trained).abs().mean() > 0.5 * spread
    assert (fresh - trained).abs().mean() < 0.05 * spread
    assert gap is not None and gap < 0.05


def test_the_published_momentum_and_eval_mode_are_restored(student: PatchDetector) -> None:
    momenta = [m.momentum for m in student.modules() if isinstance(m, nn.BatchNorm2d)]
    refresh_statistics(student, batches())
    assert [m.momentum for m in student.modules() if isinstance(m, nn.BatchNorm2d)] == momenta
    assert momenta[0] == 0.001
    assert not any(module.training for module in student.modules())


@pytest.mark.parametrize(("trainable", "kept"), [("head", {"bn1", "layer1"}), ("layer1", {"bn1"}), ("all", set())])
def test_frozen_layers_keep_their_statistics(student: PatchDetector, trainable: str, kept: set[str]) -> None:
    refresh_statistics(student, batches(seed=3))
    before = buffers(student)
    train_only(student.network, trainable)
    refresh_statistics(student, batches())
    after = buffers(student)
    same = {name.split(".")[1] for name in before if torch.equal(before[name], after[name])}
    assert same == kept


def test_a_copy_is_evaluated_and_the_original_untouched(student: PatchDetector) -> None:
    student.train()
    before = {name: value.clone() for name, value in student.state_dict().items()}
    duplicate, gap = evaluated_copy(student, batches())
    assert student.training
    assert all(torch.equal(before[name], value) for name, value in student.state_dict().items())
    assert not duplicate.training
    assert not torch.equal(buffers(duplicate)["network.bn1.running_mean"], before["network.bn1.running_mean"])
    assert gap is not None and gap >= 0


def saved(student: PatchDetector, path: Path, settings: RunSettings) -> Path:
    torch.save(publishable_state(student, settings, {"epoch": 7}), path)
    return path


def test_a_published_student_loads_strictly_under_the_published_keys(student: PatchDetector, tmp_path: Path) -> None:
    refresh_statistics(student, batches())
    state = torch.load(saved(student, tmp_path / "student.pth", RunSettings()), weights_only=True)
    assert list(state) == PUBLISHED_KEYS
    elsewhere = TinyLaDeDa().eval()
    elsewhere.load_state_dict(state, strict=True)
    prepared = student.prepare(batches()[0])
    assert torch.equal(elsewhere(prepared), student.network(prepared))


def test_its_notes_come_back(student: PatchDetector, tmp_path: Path) -> None:
    settings = RunSettings.model_validate(
        {"student": {"pooling": "topk_mean", "topk_ratio": 0.2}, "data": {"view": "crop", "size": 96}}
    )
    unusual = PatchDetector(student.network, "y_grad", "half", "none")
    path = saved(unusual, tmp_path / "student.pth", settings)
    assert load_checkpoint(path).metadata == {
        "filter": "y_grad",
        "filter_padding": "none",
        "normalisation": "half",
        "pooling": "topk_mean",
        "topk_ratio": 0.2,
        "topk_minimum": 5,
        "view": "crop",
        "size": 96,
        "epoch": 7,
    }
    again = load_detector(path)
    assert (again.filter_name, again.normalisation, again.padding) == ("y_grad", "half", "none")


def test_a_published_student_is_a_start_for_another_run(student: PatchDetector, tmp_path: Path) -> None:
    path = saved(student, tmp_path / "student.pth", RunSettings())
    again = build_student(StudentSettings(checkpoint=path), seed=9)
    assert all(torch.equal(value, again.state_dict()[name]) for name, value in student.state_dict().items())


def test_what_is_published_does_not_change_when_training_goes_on(student: PatchDetector) -> None:
    state = publishable_state(student, RunSettings(), {})
    before = state["fc.weight"].clone()
    with torch.no_grad():
        student.network.fc.weight.add_(1)
    assert torch.equal(state["fc.weight"], before)
    assert all(value.is_contiguous() for value in state.values())
