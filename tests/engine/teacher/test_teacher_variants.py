"""The filter and normalisation that a teacher was trained with are recognised from what its first layer remembers."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from engine.control import RunControl, StopRequestedError
from engine.data.batches.loader import ImageLoader
from engine.events import TeacherChecked, TeacherVariant, from_json, to_json
from engine.models.filters import FILTER_NAMES, NORMALISATION_NAMES, InputFilter, Normalisation
from engine.run.prepare import scan_images
from engine.teacher.check import check_teacher
from engine.teacher.teacher import load_teacher
from engine.teacher.variants import gaussian_divergence, try_variants
from tests.engine.helpers.command_line import Run, told, write_settings
from tests.engine.helpers.health_streams import TEACHER, alerts_of
from tests.engine.helpers.running import Recorder
from tests.engine.helpers.tiny_data import MakeSettings, TinyData

CPU = torch.device("cpu")


def checked(settings: MakeSettings, *overrides: str) -> tuple[TeacherChecked, Recorder]:
    chosen = settings("teacher.accept_weak=true", *overrides)
    data = scan_images(chosen, RunControl(), lambda _: None)
    recorder = Recorder()
    check_teacher(load_teacher(chosen.teacher, CPU), data, chosen, CPU, RunControl(), recorder)
    return recorder.of(TeacherChecked)[0], recorder


def test_the_right_variant_fits_best_and_costs_nothing_more(tiny_settings: MakeSettings) -> None:
    event, _ = checked(tiny_settings)
    assert (event.variants[0].input_filter, event.variants[0].normalisation) == ("NPR", "imagenet")
    assert event.variants[0].chosen
    assert all(variant.auc is None for variant in event.variants)
    assert len(event.variants) == len(FILTER_NAMES) * len(NORMALISATION_NAMES)
    assert from_json(to_json(event)) == event


@pytest.mark.parametrize("wrong", ["teacher.input_filter=x_grad", "teacher.normalisation=half"])
def test_a_wrong_variant_is_seen_and_the_right_one_named(tiny_settings: MakeSettings, wrong: str) -> None:
    event, _ = checked(tiny_settings, wrong)
    own = next(variant for variant in event.variants if variant.chosen)
    right = next(v for v in event.variants if (v.input_filter, v.normalisation) == ("NPR", "imagenet"))
    assert own.auc is not None
    assert right.auc is not None
    assert right.auc >= own.auc
    assert right.mismatch < 0.2 * own.mismatch


def test_trying_can_be_stopped(tiny_settings: MakeSettings) -> None:
    settings = tiny_settings()
    data = scan_images(settings, RunControl(), lambda _: None)
    batch = next(ImageLoader(data.validation, settings.data, 0).evaluation_batches())
    control = RunControl()
    control.stop()
    with pytest.raises(StopRequestedError):
        try_variants(load_teacher(settings.teacher, CPU), [batch.images], batch.labels, settings.teacher, control)


def test_the_divergence_is_zero_only_for_equal_distributions() -> None:
    mean, var = torch.tensor([0.0, 2.0]), torch.tensor([1.0, 3.0])
    assert torch.equal(gaussian_divergence(mean, var, mean, var), torch.zeros(2))
    other = gaussian_divergence(mean, var, mean + 1, 2 * var)
    assert bool((other > 0).all())
    torch.testing.assert_close(other, gaussian_divergence(mean + 1, 2 * var, mean, var))


def test_two_thirds_of_the_npr_residual_is_a_normalisation() -> None:
    image = torch.randint(0, 256, (1, 3, 17, 12), dtype=torch.uint8, generator=torch.Generator().manual_seed(0))
    residual = InputFilter("NPR")(Normalisation("imagenet")(image))
    scaled = InputFilter("NPR")(Normalisation("imagenet_two_thirds")(image))
    torch.testing.assert_close(scaled, residual * 2 / 3)


FED = TeacherVariant(
    input_filter="NPR",
    normalisation="imagenet_two_thirds",
    mismatch=0.02,
    auc=0.98,
    real_accuracy=0.82,
    fake_accuracy=0.98,
)
AS_SET = replace(
    FED, normalisation="imagenet", mismatch=0.4, auc=0.98, real_accuracy=0.96, fake_accuracy=0.82, chosen=True
)


@pytest.mark.parametrize("auc", [0.98, 0.96, 1.0])
def test_a_way_that_fits_better_is_named_though_the_auc_is_the_same(auc: float) -> None:
    """A wrong scale may leave the order of the images as it was, and move the decisions alone."""
    ((_, alert),) = alerts_of([replace(TEACHER, variants=(replace(FED, auc=auc), AS_SET))])
    assert alert.rule == "teacher_variant"
    assert "82 % of real, 98 % of fake images right) with the input filter NPR" in alert.message
    assert "96 % of real, 82 % of fake images right) with NPR and imagenet, which are set" in alert.message
    assert "fits far better" in alert.message


@pytest.mark.parametrize(
    "changed",
    [
        {"mismatch": 0.1},  # fits no more than half as badly
        {"auc": 0.9},  # it fits, yet it is worse
    ],
)
def test_a_way_that_hardly_fits_better_or_is_worse_is_not_named(changed: dict[str, Any]) -> None:
    assert alerts_of([replace(TEACHER, variants=(replace(FED, **changed), AS_SET))]) == []


def test_a_teacher_whose_layers_fit_as_it_is_fed_is_left_in_peace() -> None:
    own = replace(AS_SET, mismatch=0.05)
    assert alerts_of([replace(TEACHER, variants=(replace(FED, mismatch=0.001), own))]) == []


def test_the_scale_of_a_teacher_is_recognised_and_said_with_its_decisions(
    command: Run, tiny_data: TinyData, tmp_path: Path
) -> None:
    state = torch.load(tiny_data.teacher, weights_only=True)
    state["conv1.weight"] *= 1.5
    torch.save(state, tmp_path / "scaled.pth")
    changes = (f"teacher.checkpoint={(tmp_path / 'scaled.pth').as_posix()}", "teacher.accept_weak=true")
    done = command("check", write_settings(tmp_path, tiny_data), *told(*changes))
    assert "Alert, warning: On a sample of the validation images" in done.err
    assert "the input filter NPR and the normalisation imagenet_two_thirds" in done.err
    assert re.search(
        r"fed with NPR, imagenet_two_thirds \(mismatch \S+\): AUC \S+, accuracy \S+ real, \S+ fake", done.err
    )
    assert "fed with NPR, imagenet (which is set)" in done.err
