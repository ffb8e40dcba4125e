"""A teacher whose logits run from -1190 to +8, as observed, teaches as well as the same teacher from -6 to +6."""

import math
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.control import RunControl
from engine.events import FinalEvaluated, PatchMapsSaved, StepDone, StepSkipped, TeacherChecked
from engine.run.preflight import check
from engine.settings.toml_file import quoted
from engine.training.losses import bernoulli_kl
from tests.engine.conftest import MakeSettings, TinyData
from tests.engine.helpers.running import Recorder, carried_out


def with_range(data: TinyData, path: Path, checked: TeacherChecked, low: float, high: float) -> str:
    """The tiny teacher with its logits shifted and scaled to [low, high], as the override that chooses it."""
    scale = (high - low) / (checked.logit_max - checked.logit_min)
    state = torch.load(data.teacher, weights_only=True)
    state["fc.weight"] *= scale
    state["fc.bias"] = scale * state["fc.bias"] + high - scale * checked.logit_max
    torch.save(state, path)
    return f"teacher.checkpoint={quoted(path)}"


def test_a_teacher_from_minus_1190_to_8_teaches_as_well_as_a_narrow_one(
    tiny_data: TinyData, tiny_settings: MakeSettings, tmp_path: Path
) -> None:
    before = Recorder()
    check(tiny_settings(), RunControl(), before)
    (reference,) = before.of(TeacherChecked)
    aucs = []
    for low, high in ((-6.0, 6.0), (-1190.0, 8.0)):
        chosen = with_range(tiny_data, tmp_path / "teacher.pth", reference, low, high)
        settings = tiny_settings(chosen, "stage2.epochs=8")
        result, recorder = carried_out(settings)
        (checked,) = recorder.of(TeacherChecked)
        assert (checked.logit_min, checked.logit_max) == pytest.approx((low, high), abs=0.1)
        steps = recorder.of(StepDone)
        assert all(math.isfinite(v) for step in steps for v in (step.loss, step.grad_norm, *step.parts.values()))
        assert not recorder.of(StepSkipped)
        assert all(step.teacher_std is not None and step.teacher_std < 6 for step in steps)
        aucs.append(recorder.of(FinalEvaluated)[-1].student["validation"].auc)
        assert result.run is not None
        for saved in recorder.of(PatchMapsSaved):
            with np.load(result.run / saved.path) as maps:
                student = torch.from_numpy(maps["student"]).requires_grad_()
                loss = bernoulli_kl(student, torch.from_numpy(maps["teacher"]), settings.loss.temperature)
                (gradient,) = torch.autograd.grad(loss * student.numel(), student)
            assert gradient.abs().max().item() <= settings.loss.temperature * (1 + 1e-6)
    narrow, wide = aucs
    assert narrow is not None and narrow > 0.8
    assert wide == pytest.approx(narrow, abs=0.01)
