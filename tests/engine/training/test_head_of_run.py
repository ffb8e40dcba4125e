"""Stage 1 solved within a run: what the solver makes least is the loss that training computes, for every pooling."""

import pytest
import torch

from engine.events import StageFinished
from engine.machine.processes import ALONE
from engine.training import head_solver
from engine.training.batch_loss import BatchArithmetic, BatchInputs
from engine.training.context import RunContext
from engine.training.head_solver import collect, minimise
from engine.training.losses import enabled
from engine.training.optimiser import train_only
from tests.engine.helpers.prepared_run import prepared
from tests.engine.helpers.running import carried_out
from tests.engine.helpers.tiny_data import MakeSettings

POOLINGS = ("mean", "topk_mean", "topk_max")
LABELS_ONLY = ("loss.alpha_distill=0", "loss.alpha_task=1")
NO_WALL = "loss.saturation_weight=0"  # with the mean it is looked at on averages of cells, which hide the farthest
CHANCE = 0.6931


@torch.no_grad()
def training_loss(run: RunContext) -> float:
    """The mean over an epoch's batches of the loss that a step would compute, the backbone being frozen."""
    train_only(run.student.network, "head")
    arithmetic = BatchArithmetic(run.student.train(), run.loss, run.alignment, ALONE, half=False)
    losses = []
    for batch in run.train.training_batches(0):
        target = run.teacher.targets(batch.images, batch) if run.teacher is not None else None
        weights = run.loss.weights(1.0, with_teacher=target is not None)
        inputs = BatchInputs(batch.images, batch.labels, batch.labelled, target)
        losses.append(float(arithmetic(inputs, enabled(weights), weights).total))
    return sum(losses) / len(losses)


@pytest.mark.parametrize("pooling", POOLINGS)
@pytest.mark.parametrize("taught", [True, False], ids=["taught", "labels only"])
def test_what_the_solver_reports_is_the_loss_that_training_computes(
    pooling: str, taught: bool, tiny_settings: MakeSettings
) -> None:
    with prepared(tiny_settings(f"student.pooling={pooling}", *(() if taught else (*LABELS_ONLY, NO_WALL)))) as run:
        before = training_loss(run)
        least = minimise(run.student.network.fc, collect(run), run.loss, lambda: None)
        assert training_loss(run) == pytest.approx(least, abs=2e-3)
        assert least < before
        assert taught or least < CHANCE + 1e-3


@pytest.mark.parametrize("pooling", POOLINGS)
def test_a_head_that_cannot_be_bettered_is_kept(pooling: str, tiny_settings: MakeSettings) -> None:
    with prepared(tiny_settings(f"student.pooling={pooling}", *LABELS_ONLY)) as run:
        features = collect(run)
        found = [minimise(run.student.network.fc, features, run.loss, lambda: None) for _ in range(3)]
        assert found == sorted(found, reverse=True)


def test_single_cells_are_kept_within_bounds(tiny_settings: MakeSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    with prepared(tiny_settings("student.pooling=topk_mean", *LABELS_ONLY)) as run:
        pooled = collect(run).pooled
        assert pooled is not None
        assert pooled.shape == (40, 8, 29 * 29)
        monkeypatch.setattr(head_solver, "POOLED_BYTES", pooled.nbytes // 2)
        assert len(collect(run).labels) == 20
        monkeypatch.setattr(head_solver, "POOLED_BYTES", 0)
        assert len(collect(run).labels) == 10, "a batch at least"


def test_the_least_loss_is_told(tiny_settings: MakeSettings) -> None:
    _, recorder = carried_out(tiny_settings("stage2.enabled=false"))
    (finished,) = recorder.of(StageFinished)
    assert finished.loss is not None
    assert 0 < finished.loss < 2
