"""Stage 1 solved at once: the least loss on features in memory, found and not merely approached."""

import pytest
import torch
from torch import nn

from engine.control import StopRequestedError
from engine.errors import TrainingError
from engine.settings import LossSettings, StudentSettings
from engine.training.head_solver import MOST_CELLS, HeadFeatures, loss_of, minimise, thinned
from engine.training.losses import DistillationLoss

LOSS = DistillationLoss(LossSettings(), StudentSettings())


def features_of(count: int, *, seed: int = 0) -> HeadFeatures:
    """Features whose target is a known head's map, with noise, and whose labels follow the target."""
    random = torch.Generator().manual_seed(seed)
    cells = torch.rand((count, 8, 12, 12), generator=random) + torch.rand((count, 8, 1, 1), generator=random)
    wanted = torch.linspace(-2, 2, 8).view(1, 8, 1, 1)
    target = (wanted * cells).sum(1, keepdim=True) + torch.randn((count, 1, 12, 12), generator=random)
    labels = (target.mean((1, 2, 3)) > target.mean()).float()
    return HeadFeatures(cells, cells.mean((2, 3)), target, labels, torch.ones(count))


def head() -> nn.Linear:
    torch.manual_seed(1)
    return nn.Linear(8, 1)


def nothing() -> None:
    """What a run that nobody stops checks."""


def test_the_solution_is_where_no_small_change_of_any_number_helps() -> None:
    features, solved = features_of(64), head()
    before = float(loss_of(solved, features, LOSS).detach())
    minimise(solved, features, LOSS, nothing)
    least = float(loss_of(solved, features, LOSS).detach())
    assert least < before / 2
    for parameter in solved.parameters():
        for index in range(parameter.numel()):
            for change in (-0.02, 0.02):
                with torch.no_grad():
                    parameter.view(-1)[index] += change
                assert float(loss_of(solved, features, LOSS).detach()) > least
                with torch.no_grad():
                    parameter.view(-1)[index] -= change


def test_solving_without_a_teacher_separates_the_labels() -> None:
    full, solved = features_of(64), head()
    features = HeadFeatures(full.cells, full.means, None, full.labels, full.labelled)
    minimise(solved, features, LOSS, nothing)
    logits = solved(features.means).squeeze(1)
    assert bool(((logits > 0) == (features.labels == 1)).float().mean() > 0.9)


def test_a_stop_is_heard_between_two_evaluations() -> None:
    asked = iter([None, None, StopRequestedError()])

    def check() -> None:
        if (stop := next(asked)) is not None:
            raise stop

    with pytest.raises(StopRequestedError):
        minimise(head(), features_of(8), LOSS, check)


def test_features_that_are_no_numbers_are_an_error_in_words() -> None:
    features = features_of(8)
    features.cells[0, 0, 0, 0] = torch.nan
    with pytest.raises(TrainingError, match="finite"):
        minimise(head(), features, LOSS, nothing)


@pytest.mark.parametrize(("side", "kept"), [(5, 5), (MOST_CELLS, MOST_CELLS), (31, 16), (33, 11), (200, 16)])
def test_maps_are_thinned_evenly_and_small_ones_left_alone(side: int, kept: int) -> None:
    maps = torch.arange(side * side, dtype=torch.float32).view(1, 1, side, side)
    thin = thinned(maps)
    assert thin.shape == (1, 1, kept, kept)
    steps = thin[0, 0, 0].diff()
    assert bool((steps == steps[0]).all())
