"""The audit of the loss sees a term that cannot teach, whatever its value, and how far weights could have gone."""

import math
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch import nn
from torch.nn import functional

from engine.events import Alert, StageStarted, StepDone
from engine.health import HealthMonitor
from engine.models.ladeda import LaDeDa
from engine.models.tiny_ladeda import TinyLaDeDa
from engine.settings import LossSettings, RunSettings, StudentSettings
from engine.settings.toml_file import quoted
from engine.training.losses import DistillationLoss
from engine.training.term_audit import longest_step, term_gradients
from tests.engine.helpers.running import carried_out
from tests.engine.helpers.tiny_data import MakeSettings


def test_a_softmax_over_one_channel_has_no_gradient() -> None:
    """The replaced system's imitation loss: log-softmax over a single channel is 0 everywhere."""
    logits = torch.randn(2, 1, 6, 6, requires_grad=True)
    dead = functional.kl_div(functional.log_softmax(logits, 1), torch.ones_like(logits), reduction="batchmean")
    alive = logits.square().mean()
    gradients = term_gradients({"patch": dead, "task": alive}, {"patch": 0.3, "task": 0.7}, logits)
    assert gradients["patch"] == 0
    assert gradients["task"] == pytest.approx(0.7 * 2 * float(logits.detach().norm()) / logits.numel())


def test_a_term_that_does_not_know_the_student_has_no_gradient() -> None:
    logits = torch.randn(2, 1, 6, 6, requires_grad=True)
    constant, elsewhere = torch.tensor(3.0), torch.tensor(2.0, requires_grad=True) * 2
    assert term_gradients({"a": constant, "b": elsewhere}, {"a": 1.0, "b": 1.0}, logits) == {"a": 0.0, "b": 0.0}


def test_the_gradients_of_the_terms_add_up_to_the_loss_own() -> None:
    logits = torch.randn(3, 1, 8, 8, requires_grad=True)
    loss = DistillationLoss(LossSettings(alpha_distill=0.0), StudentSettings())
    terms = loss(logits, None, None, torch.tensor([0.0, 1.0, 1.0]), torch.ones(3, dtype=torch.bool))
    gradients = term_gradients(terms.parts, terms.weights, logits)
    torch.autograd.backward(terms.total)
    assert logits.grad is not None
    assert gradients["task"] == pytest.approx(float(logits.grad.norm()))
    assert gradients["saturation"] == 0


def stepped(optimiser: torch.optim.Optimizer, weights: nn.Parameter, gradient: torch.Tensor, steps: int) -> float:
    """How far the weights have gone after steps with one gradient, as a share of what was allowed."""
    start, allowed = weights.detach().clone(), 0.0
    for _ in range(steps):
        weights.grad = gradient.clone()
        optimiser.step()
        allowed += longest_step(optimiser, float(gradient.norm()))
    return float((weights.detach() - start).norm()) / allowed


@pytest.mark.parametrize("steps", [1, 50])
def test_no_optimiser_goes_further_than_is_allowed(steps: int) -> None:
    gradient = torch.randn(20, generator=torch.Generator().manual_seed(0))
    weights = [nn.Parameter(torch.zeros(20)) for _ in range(3)]
    optimisers = (
        torch.optim.SGD([weights[0]], lr=0.1),
        torch.optim.SGD([weights[1]], lr=0.1, momentum=0.9, nesterov=True),
        torch.optim.AdamW([weights[2]], lr=0.1, weight_decay=0.0),
    )
    for optimiser, moved in zip(optimisers, weights, strict=True):
        assert 0.1 < stepped(optimiser, moved, gradient, steps) <= 1 + 1e-5


def test_a_run_reports_the_audit_now_and_then(tiny_settings: MakeSettings) -> None:
    _, recorder = carried_out(tiny_settings("stage2.epochs=15", "health.window=20"))
    reports = recorder.of(StepDone)
    audited = [report for report in reports if report.gradients]
    assert [report.step for report in audited] == [1, 20, 40, 60]
    assert all(report.gradients.keys() == report.parts.keys() for report in audited)
    assert all(report.gradients["task"] > 0 for report in audited)
    late = reports[-1]
    assert late.movement is not None
    assert late.movement_allowed is not None
    assert late.movement < late.movement_allowed


def test_a_map_of_one_cell_has_no_spread_and_harms_no_run(tiny_settings: MakeSettings, tmp_path: Path) -> None:
    one_cell = tmp_path / "teacher.pth"
    torch.save(LaDeDa(33, width=4, depths=(1, 1, 1, 1)).state_dict(), one_cell)
    teacher = (f"teacher.checkpoint={quoted(one_cell)}", "teacher.accept_weak=true")
    _, recorder = carried_out(tiny_settings("data.size=40", "stage2.epochs=1", *teacher))
    assert {report.teacher_std for report in recorder.of(StepDone)} == {0.0}
    assert not [alert for alert in recorder.of(Alert) if alert.rule == "not_finite"]


def test_a_head_that_starts_at_zero_has_no_relative_movement(tiny_settings: MakeSettings, tmp_path: Path) -> None:
    network = TinyLaDeDa()
    for parameter in network.fc.parameters():
        nn.init.zeros_(parameter)
    zero = tmp_path / "zero.pth"
    torch.save(network.state_dict(), zero)
    head = ("stage1.optimiser=sgd", "stage1.epochs=15", "stage1.validate_every=15", "stage2.enabled=false")
    _, recorder = carried_out(tiny_settings(f"student.checkpoint={quoted(zero)}", *head))
    reports = recorder.of(StepDone)
    assert reports[-1].step == 60
    assert {report.movement for report in reports} == {None}


REPORT = StepDone(
    stage=2, epoch=1, step=10, epoch_step=10, loss=0.9, parts={"task": 0.6, "patch": 0.3},
    weights={"task": 0.7, "patch": 0.3}, grad_norm=0.4, grad_norm_clipped=0.4, clipped_share=0.0, head_lr=1e-2,
    backbone_lr=1e-2, student_std=1.0, teacher_std=1.0, student_saturated=0.0, teacher_saturated=0.0, movement=1.0,
    images_per_s=100.0, data_share=0.0,
)  # fmt: skip


@pytest.mark.parametrize(("gradient", "fires"), [(0.0, True), (0.2, False), (math.nan, False)])
def test_a_term_with_a_value_but_no_gradient_is_silent(gradient: float, fires: bool) -> None:
    monitor, settings = HealthMonitor(), RunSettings()
    begin = {"stage": 2, "epochs": 9, "steps_per_epoch": 99, "step": 0, "trainable_parameters": 9}
    monitor.observe(StageStarted(**begin, trainable="all", optimiser="adamw"), settings)  # type: ignore[arg-type]
    alerts = []
    for number in range(1, 7):
        audit = {"task": 0.5, "patch": gradient} if number % 5 == 0 else {}
        alerts += monitor.observe(replace(REPORT, step=10 * number, gradients=audit), settings)
    assert [alert.rule for alert in alerts] == ["silent_term"] * fires
    assert all("patch" in alert.message for alert in alerts)
