"""Stage 1 on features in memory, by steps and by the solver: two of the ways that `speed` measures."""

from dataclasses import replace
from pathlib import Path

import torch
from torch import nn

from engine.machine.allocator import keep_freed_memory
from engine.models.detector import PatchDetector
from engine.models.geometry import align, alignment
from engine.models.ladeda import LaDeDa
from engine.models.tiny_ladeda import TinyLaDeDa
from engine.settings import LossSettings, StudentSettings
from engine.training.head_solver import HeadFeatures, loss_of, minimise, thinned
from engine.training.losses import DistillationLoss
from tests.bench.clock import Clock, Measured
from tests.bench.ways import BATCH, LABELS, files_of, pixels_of
from tests.engine.helpers.gradients import clip_gradients

IMAGES = 2048


def head_by_steps(folder: Path, device: torch.device) -> Measured:
    """Stage 1 by steps: one pass over the features of all images in memory, in batches, with AdamW."""
    keep_freed_memory()
    features, loss, clock = (
        _features(folder, device),
        DistillationLoss(LossSettings(), StudentSettings()),
        Clock(device),
    )
    head = nn.Linear(features.means.shape[1], 1).to(device)
    optimiser = torch.optim.AdamW(head.parameters())
    assert features.target is not None
    for number in range(3):
        for place in torch.split(torch.arange(len(features.labels), device=device), BATCH):
            chosen = (features.cells, features.means, features.target, features.labels, features.labelled)
            optimiser.zero_grad(set_to_none=True)
            torch.autograd.backward(loss_of(head, HeadFeatures(*(values[place] for values in chosen)), loss))
            clip_gradients(list(head.parameters()), 1.0, 0.5)
            optimiser.step()
        clock.step(counts=number > 0)
    return clock.measured(len(features.labels))


def head_solved(folder: Path, device: torch.device) -> Measured:
    """Stage 1 whole by the solver, from a random head, thinning of the same features included."""
    keep_freed_memory()
    features, loss, clock = (
        _features(folder, device),
        DistillationLoss(LossSettings(), StudentSettings()),
        Clock(device),
    )
    assert features.target is not None
    for number in range(3):
        head = nn.Linear(features.means.shape[1], 1).to(device)
        thin = replace(features, cells=thinned(features.cells), target=thinned(features.target))
        minimise(head, thin, loss, lambda: None)
        clock.step(counts=number > 0)
    return clock.measured(len(features.labels))


@torch.no_grad()
def _features(folder: Path, device: torch.device) -> HeadFeatures:
    """What the head reads of 2,048 pictures, the images turned and shifted; a random network is the teacher."""
    torch.manual_seed(0)
    student, other = (PatchDetector(TinyLaDeDa(), "right_diag").to(device).train() for _ in range(2))
    matching = alignment(student.geometry, LaDeDa(9, 4, (1, 1, 1, 1)).geometry)
    images, rows = pixels_of(files_of(folder)[:BATCH]).to(device), []
    for shift in range(IMAGES // BATCH):
        shifted = images.roll((7 * shift, 13 * shift), (2, 3))
        features = student.network.features(student.prepare(shifted))
        cells = align(features, matching, (31, 31))
        rows.append((cells, features.mean((2, 3)), 10 * align(other(shifted), matching, (31, 31))))
    cells, means, target = (torch.cat(values) for values in zip(*rows, strict=True))
    return HeadFeatures(
        cells, means, target, LABELS.repeat(len(rows)).to(device), torch.ones(len(means), device=device)
    )
