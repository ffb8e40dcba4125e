"""The teacher's check: what it reports, whom it refuses and why, and that a teacher never learns."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch import Tensor

from engine.control import FinishReason, RunControl
from engine.data.batches.loader import ImageLoader
from engine.data.batches.order import sample
from engine.errors import CheckpointError, TeacherError
from engine.events import Event, Scores, TeacherChecked, TeacherView, Validated
from engine.models.loading.recognition import load_checkpoint
from engine.run.prepare import scan_images
from engine.run.run import run
from engine.settings import HealthSettings, TeacherSettings
from engine.settings.toml_file import quoted
from engine.teacher.calibration import Calibration, choose
from engine.teacher.check import check_teacher, collect_maps, refuse_weak
from engine.teacher.teacher import Teacher, load_teacher
from tests.engine.conftest import PER_CLASS, SIDE, MakeSettings, TinyData
from tests.engine.helpers.health_streams import TEACHER
from tests.engine.helpers.running import Recorder, carried_out

CPU = torch.device("cpu")
SHORT = ("stage1.enabled=false", "stage2.epochs=1", "stage2.warmup_epochs=0.5")


def images(count: int = 4, seed: int = 0) -> Tensor:
    generator = torch.Generator().manual_seed(seed)
    return torch.randint(0, 256, (count, 3, 40, 48), dtype=torch.uint8, generator=generator)


def with_head(data: TinyData, path: Path, scale: float) -> str:
    """The tiny teacher with its logits scaled, as the override that chooses it."""
    state = torch.load(data.teacher, weights_only=True)
    state["fc.weight"] *= scale
    state["fc.bias"] *= scale
    torch.save(state, path)
    return f"teacher.checkpoint={quoted(path)}"


@pytest.fixture
def teacher(tiny_data: TinyData) -> Teacher:
    return load_teacher(TeacherSettings(checkpoint=tiny_data.teacher), CPU)


def test_the_check_reports_what_the_teacher_is(tiny_data: TinyData, tiny_settings: MakeSettings) -> None:
    settings = tiny_settings("teacher.calibration_images=32")
    events: list[Event] = []
    control = RunControl()
    data = scan_images(settings, control, events.append)
    teacher = load_teacher(settings.teacher, CPU)
    checked = check_teacher(teacher, data, settings, CPU, control, events.append)
    assert events[-1] is checked
    assert checked.architecture == "LaDeDa, receptive field 9, width 4"
    assert checked.parameters == sum(p.numel() for p in teacher.detector.network.parameters())
    assert checked.scores.images == 2 * PER_CLASS["val"]
    assert checked.scores.auc is not None and checked.scores.auc > 0.6
    assert sum(checked.histogram_counts) == 32 * teacher.geometry.cells(SIDE) ** 2
    assert (checked.histogram_edges[0], checked.histogram_edges[-1]) == (checked.logit_min, checked.logit_max)
    assert teacher.calibration is not None
    assert checked.calibration.items() >= teacher.calibration.as_dict().items()
    assert checked.calibration["raw_auc"] == pytest.approx(checked.calibrated_auc, abs=0.1)


def test_the_calibration_knows_the_labels_that_may_be_used_and_no_others(tiny_settings: MakeSettings) -> None:
    settings = tiny_settings("teacher.calibration_images=32", "data.label_fraction=0.3")
    data = scan_images(settings, RunControl(), lambda event: None)
    teacher = load_teacher(settings.teacher, CPU)
    checked = check_teacher(teacher, data, settings, CPU, RunControl(), lambda event: None)
    allowed = ImageLoader(data.train, settings.data, settings.seed)
    logits = collect_maps(load_teacher(settings.teacher, CPU), allowed, CPU)
    assert len(logits.maps) == round(0.3 * 2 * PER_CLASS["train"])
    expected = choose(logits.maps, logits.labels)
    assert checked.calibrated_auc == expected.auc
    assert checked.calibration["a"] == pytest.approx(expected.calibration.a)
    assert sum(checked.histogram_counts) == len(logits.maps) * teacher.geometry.cells(SIDE) ** 2


def test_the_image_score_is_the_published_one(teacher: Teacher) -> None:
    network = teacher.detector.network
    features = network.features(teacher.detector.prepare(images())).mean((2, 3))
    torch.testing.assert_close(teacher.image_logits(images()), network.fc(features).squeeze(1), rtol=1e-4, atol=1e-3)


def test_a_teacher_never_learns(teacher: Teacher) -> None:
    before = {name: value.clone() for name, value in teacher.detector.state_dict().items()}
    targets = teacher.targets(images())
    assert not targets.requires_grad
    assert not any(p.requires_grad for p in teacher.detector.parameters())
    assert not any(module.training for module in teacher.detector.modules())
    assert all(torch.equal(before[name], value) for name, value in teacher.detector.state_dict().items())


def test_targets_are_calibrated_maps_and_raw_ones_without_calibration(teacher: Teacher) -> None:
    raw = teacher.maps(images())
    torch.testing.assert_close(teacher.targets(images()), raw, rtol=1e-5, atol=1e-3)
    teacher.calibration = Calibration("asinh", 0.0, 50.0, -1, 1, a=2.0, b=0.5)
    torch.testing.assert_close(teacher.targets(images()), (2 * torch.asinh(raw / 50) + 0.5).clamp(-6, 6))


@pytest.mark.parametrize("filter_name", ["NPR", "raw", "x_grad"])
def test_filter_and_normalisation_are_the_settings_where_they_say(tiny_data: TinyData, filter_name: str) -> None:
    chosen = TeacherSettings.model_validate(
        {"checkpoint": tiny_data.teacher, "input_filter": filter_name, "normalisation": "half"}
    )
    teacher = load_teacher(chosen, CPU)
    assert (teacher.detector.filter_name, teacher.detector.normalisation) == (filter_name, "half")


def test_without_a_word_of_settings_or_file_they_are_the_published_ones(teacher: Teacher) -> None:
    assert (teacher.detector.filter_name, teacher.detector.normalisation) == ("NPR", "imagenet")


def with_auc(auc: float | None, *views: TeacherView) -> TeacherChecked:
    return replace(TEACHER, scores=Scores(images=10, auc=auc), views=views)


@pytest.mark.parametrize("auc", [None, 0.6, 0.61, 1.0])
def test_a_teacher_that_knows_enough_is_taken(auc: float | None) -> None:
    refuse_weak(with_auc(auc), TeacherSettings(), HealthSettings())


@pytest.mark.parametrize(
    ("auc", "message"), [(0.599, "hardly tells"), (0.5, "hardly tells"), (0.4, "hardly tells"), (0.39, "swapped")]
)
def test_a_teacher_that_does_not_is_refused_unless_told_otherwise(auc: float, message: str) -> None:
    with pytest.raises(TeacherError, match=message) as caught:
        refuse_weak(with_auc(auc), TeacherSettings(), HealthSettings())
    assert f"{auc:.3f}" in caught.value.message
    assert "accept_weak" in caught.value.remedy
    refuse_weak(with_auc(auc), TeacherSettings(accept_weak=True), HealthSettings())


@pytest.mark.parametrize(("swapped_auc", "message"), [(0.2, "hardly tells"), (0.45, "swapped")])
def test_labels_look_swapped_below_the_limit_that_the_rule_has_too(swapped_auc: float, message: str) -> None:
    health = HealthSettings(swapped_auc=swapped_auc)
    with pytest.raises(TeacherError, match=message):
        refuse_weak(with_auc(0.42), TeacherSettings(), health)


def test_the_least_auc_is_a_setting() -> None:
    with pytest.raises(TeacherError, match=r"below 0\.9"):
        refuse_weak(with_auc(0.85), TeacherSettings(min_auc=0.9), HealthSettings())


@pytest.mark.parametrize(
    ("scale", "message"), [(0.0, "hardly tells real from fake"), (-1.0, "real and fake look swapped")]
)
def test_a_run_with_a_bad_teacher_ends_before_it_trains_unless_told_otherwise(
    scale: float, message: str, tiny_data: TinyData, tiny_settings: MakeSettings, tmp_path: Path
) -> None:
    chosen = with_head(tiny_data, tmp_path / "teacher.pth", scale)
    recorder = Recorder()
    result = run(tiny_settings(*SHORT, chosen), RunControl(), recorder)
    assert result.state is FinishReason.FAILED
    assert isinstance(result.error, TeacherError)
    assert message in recorder.finished.message
    assert recorder.of(TeacherChecked)
    assert not recorder.of(Validated)
    carried_out(tiny_settings(*SHORT, chosen, "teacher.accept_weak=true"))


def test_a_teacher_whose_logits_overflow_is_refused_whatever_is_accepted(
    tiny_data: TinyData, tiny_settings: MakeSettings, tmp_path: Path
) -> None:
    state = torch.load(tiny_data.teacher, weights_only=True)
    state["fc.weight"] *= 3e38 / state["fc.weight"].abs().max()
    torch.save(state, tmp_path / "teacher.pth")
    chosen = f"teacher.checkpoint={quoted(tmp_path / 'teacher.pth')}"
    result = run(tiny_settings(*SHORT, chosen, "teacher.accept_weak=true"), RunControl(), Recorder())
    assert isinstance(result.error, TeacherError)
    assert "NaN or infinite" in result.error.message


def test_a_broken_file_is_refused(tiny_data: TinyData, tmp_path: Path) -> None:
    with_head(tiny_data, tmp_path / "teacher.pth", float("nan"))
    with pytest.raises(CheckpointError, match="not finite"):
        load_checkpoint(tmp_path / "teacher.pth")


def test_a_damaged_image_among_the_few_of_a_sample_does_not_end_the_check(
    tiny_data: TinyData, tiny_settings: MakeSettings, tmp_path: Path
) -> None:
    """The sample of 16 has more than 5 % that cannot be read, the training images have not."""
    folder = Path(shutil.copytree(tiny_data.folder, tmp_path / "data"))
    settings = tiny_settings(
        f"data.train=[{quoted(folder)}]", "teacher.calibration_images=16", "data.max_unreadable=0.05"
    )
    data = scan_images(settings, RunControl(), lambda _: None)
    drawn = sample(data.train, 16, settings.seed)
    drawn[0].path.write_bytes(drawn[0].path.read_bytes()[:200])
    teacher = load_teacher(settings.teacher, CPU)
    assert check_teacher(teacher, data, settings, CPU, RunControl(), lambda _: None).scores.auc is not None
    for entry in drawn:
        entry.path.unlink()
    with pytest.raises(TeacherError, match="None of the training images"):
        check_teacher(load_teacher(settings.teacher, CPU), data, settings, CPU, RunControl(), lambda _: None)
