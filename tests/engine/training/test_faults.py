"""The faults of the system that this one replaces, numbered as in the method, where no run is needed to see them."""

import math
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from engine.advice.problems import find_problems
from engine.evaluation.metrics import scores
from engine.models.student import build_student
from engine.run_folder.training_state import Plateau
from engine.settings import LossSettings, StudentSettings
from engine.settings.presets import preset_settings
from engine.training.losses import DistillationLoss, bernoulli_kl
from tests.engine.helpers.gradients import clip_gradients
from tests.engine.helpers.pictures import refused, run_scan, write_pictures

CONSERVATIVE = preset_settings("conservative")


def noise(seed: int, *shape: int) -> Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


# 1. Softmax over a channel axis of size 1: log-softmax is 0 everywhere, and so were the loss and its gradient.


def test_fault_1_a_softmax_over_one_channel_teaches_nothing_and_ours_does() -> None:
    target, temperature = 3 * noise(1, 2, 1, 4, 4), 4.0
    silent, ours = (noise(0, 2, 1, 4, 4).requires_grad_() for _ in range(2))
    log_p, log_q = (torch.log_softmax(z / temperature, dim=1) for z in (silent, target))
    (nothing,) = torch.autograd.grad((log_q.exp() * (log_q - log_p)).sum(), silent)
    loss = bernoulli_kl(ours, target, temperature)
    (gradient,) = torch.autograd.grad(loss * ours.numel(), ours)
    expected = temperature * (torch.sigmoid(ours / temperature) - torch.sigmoid(target / temperature))
    assert nothing.abs().max() == 0
    assert loss.item() > 0.1
    torch.testing.assert_close(gradient, expected.detach(), atol=1e-5, rtol=1e-5)
    assert 0 < gradient.abs().max().item() < temperature


def test_fault_1_imitation_alone_moves_every_weight_of_the_student() -> None:
    student = build_student(StudentSettings(), 0)
    student.train()
    maps = student(torch.randint(0, 256, (4, 3, 32, 32), dtype=torch.uint8))
    only = LossSettings(
        alpha_distill=1, alpha_task=0, relation_weight=0, image_weight=0, variance_weight=0, saturation_weight=0
    )
    labels = torch.zeros(4)
    terms = DistillationLoss(only, StudentSettings())(maps, maps, 3 * noise(1, *maps.shape), labels, labels.bool())
    assert list(terms.parts) == ["patch"]
    gradients = torch.autograd.grad(terms.total, list(student.network.parameters()))
    assert all(g.abs().max() > 0 for g in gradients)


# 2. Scale matching was per batch, on the student only, and clamped to a factor of 10.


def test_fault_2_the_students_own_scale_counts() -> None:
    target = 3 * noise(1, 2, 1, 4, 4)
    losses = [bernoulli_kl(scale * target, target, 4.0).item() for scale in (0.1, 1.0, 10.0)]
    assert losses[1] == pytest.approx(0, abs=1e-6)
    assert min(losses[0], losses[2]) > 0.1


# 3. val_auc was filled with accuracy; the term against collapse was never called.


def test_fault_3_auc_is_not_accuracy_where_one_class_is_rare() -> None:
    labels = np.repeat([0, 1], [90, 10])
    guess = scores(labels, np.full(100, -1.0))
    ranked = scores(labels, labels - 5.0)
    assert (guess.accuracy, guess.auc) == (0.9, 0.5)
    assert (ranked.accuracy, ranked.auc) == (0.9, 1.0)


def test_fault_3_the_term_against_collapse_pulls() -> None:
    target, labels = 3 * noise(1, 2, 1, 6, 6), torch.zeros(2)
    collapsed = (1e-2 * noise(0, 2, 1, 6, 6)).requires_grad_()
    terms = DistillationLoss(LossSettings(), StudentSettings())(collapsed, collapsed, target, labels, labels.bool())
    assert terms.parts["variance"].item() > 0.05


# 5. The plateau could never fire, warm-up began at 0 and lengthened the stage, value clipping did nothing.


def test_fault_5_default_patience_can_fire_and_the_old_one_is_pointed_out() -> None:
    stage, plateau = (
        CONSERVATIVE.stage1.model_copy(update={"optimiser": "sgd"}),
        Plateau(),
    )  # the solver has no patience
    for _ in range(stage.epochs - 1):
        plateau.update(0.5, stage.plateau_patience)
    assert plateau.factor < 1
    by_steps = CONSERVATIVE.model_copy(update={"stage1": stage})
    old = CONSERVATIVE.model_copy(update={"stage1": stage.model_copy(update={"plateau_patience": 5})})
    assert "stage1.plateau_patience" in {problem.setting for problem in find_problems(old)}
    assert "stage1.plateau_patience" not in {problem.setting for problem in find_problems(by_steps)}


def test_fault_5_both_clips_have_an_effect_at_their_defaults() -> None:
    loss = LossSettings()
    parameter = torch.nn.Parameter(torch.zeros(2))
    parameter.grad = torch.tensor([30.0, 0.5])
    before, after = clip_gradients([parameter], loss.gradient_clip_value, loss.gradient_clip_norm)
    assert before == pytest.approx(math.hypot(30, 0.5))
    assert after == pytest.approx(0.5)
    assert (parameter.grad[0] / parameter.grad[1]).item() == pytest.approx(2)  # 60 where the value's bound does nothing


# 6. The recommended learning rates barely moved the network.


def test_fault_6_learning_rates_that_move_nothing_are_pointed_out_before_the_run() -> None:
    problems = {problem.setting: problem for problem in find_problems(CONSERVATIVE)}
    assert problems["stage2.backbone_lr"].severity == "warning"
    assert "0.025" in problems["stage2.backbone_lr"].message
    for preset in ("recommended", "from_scratch"):
        settings = {problem.setting for problem in find_problems(preset_settings(preset))}
        assert "stage2.backbone_lr" not in settings


# 8. Labels came from the alphabet: real/fake gave fake = 0, 0_real/1_fake gave fake = 1.


@pytest.mark.parametrize("names", [("real", "fake"), ("0_real", "1_fake"), ("REAL", "Fake")])
def test_fault_8_real_is_0_whatever_the_alphabet_says(names: tuple[str, str], tmp_path: Path) -> None:
    write_pictures(tmp_path, [f"{name}/{number}.png" for name in names for number in range(6)])
    found = run_scan(tmp_path)
    assert found.event().mapping == {names[0]: 0, names[1]: 1}
    assert {(entry.path.parent.name, entry.label) for entry in (*found.train, *found.validation)} == {
        (names[0], 0),
        (names[1], 1),
    }


def test_fault_8_a_name_that_says_neither_is_refused_until_it_is_given_a_meaning(tmp_path: Path) -> None:
    write_pictures(tmp_path, [f"{name}/{number}.png" for name in ("nature", "ai") for number in range(6)])

    assert "ai, nature" in refused(tmp_path).message
    found = run_scan(tmp_path, real_names=("nature",), fake_names=("ai",))
    assert found.event().mapping == {"nature": 0, "ai": 1}
