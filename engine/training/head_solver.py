"""Stage 1 at once: on a frozen backbone the head is a few numbers, found by L-BFGS on features computed once."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.control import RunPhase, StopRequestedError
from engine.data.batches.loader import Batch
from engine.errors import TrainingError
from engine.events import Progress, StageFinished, StageStarted
from engine.models.geometry import align
from engine.run_folder.training_state import TrainingState
from engine.training.context import RunContext
from engine.training.losses import DistillationLoss
from engine.training.optimiser import train_only
from engine.training.saving import save_state
from engine.training.validation import validate

ITERATIONS = 100
SMALLEST_CHANGE = 1e-7  # of the loss or a weight: below it float32 rounds, and the line search tries in vain
BLOCK = 4  # student cells averaged together where there is no teacher to align with
MOST_CELLS = 16  # per side of an image: neighbours say nearly the same, and a head is few numbers
POOLED_BYTES = 128 * 2**20  # of features of all cells, where pooling picks some; beyond it fewer images are taken


@dataclass(frozen=True, slots=True)
class HeadFeatures:
    """What the head reads, per image: aligned cells (N, C, h, w), their mean over all cells (N, C), and the targets.

    ``pooled`` are all cells of the student's own map (N, C, H W), where pooling picks the largest logits among them.
    """

    cells: Tensor
    means: Tensor
    target: Tensor | None  # (N, 1, h, w)
    labels: Tensor
    labelled: Tensor
    pooled: Tensor | None = None


def solve_head(run: RunContext, state: TrainingState) -> None:
    """Solve, validate, save; a stop leaves the head as it was, to be solved again from the start."""
    network, run.stage = run.student.network, state.stage
    train_only(network, "head")
    run.phase(RunPhase.STAGE1, "computing features once")
    size = sum(p.numel() for p in network.fc.parameters())
    run.emit(
        StageStarted(
            stage=1,
            epochs=1,
            steps_per_epoch=1,
            step=state.step,
            trainable_parameters=size,
            trainable="head",
            optimiser="solver",
            batches_per_epoch=run.train.steps_per_epoch,
        )
    )
    before = {name: value.clone() for name, value in network.fc.state_dict().items()}
    try:
        loss = fit_head(run)
        state.epoch = 1
        validate(run, state, run.student)
    except StopRequestedError:
        network.fc.load_state_dict(before)
        state.epoch = 0
        save_state(run, state)
        raise
    run.emit(StageFinished(stage=1, step=state.step, reason="solved", loss=loss))


def fit_head(run: RunContext) -> float:
    """Give the student's head its best numbers by the loss of the stage that is under way; returns that loss."""
    return minimise(run.student.network.fc, collect(run), run.loss, run.control.check)


@torch.no_grad()
def collect(run: RunContext) -> HeadFeatures:
    """The features of training images as they are in the first epoch, of all processes."""
    run.student.eval()
    rows: list[HeadFeatures] = []
    count = math.ceil(_images(run) / run.settings.data.batch_size)
    for done, batch in enumerate(run.train.training_batches(0, count=count), start=1):
        rows.append(_features(run, batch))
        run.emit(Progress(task="features", done=done, total=min(count, run.train.steps_per_epoch), unit="batches"))
    return HeadFeatures(
        torch.cat([row.cells for row in rows]).contiguous(),
        torch.cat([row.means for row in rows]),
        _joined([row.target for row in rows]),
        torch.cat([row.labels for row in rows]).to(run.device),
        torch.cat([row.labelled for row in rows]).to(run.device),
        _joined([row.pooled for row in rows]),
    )


def _images(run: RunContext) -> int:
    """How many images are looked at: fewer where their single cells would not fit into memory."""
    wanted, network = run.settings.stage1.solver_images, run.student.network
    if run.settings.student.pooling == "mean":
        return wanted
    cells = network.geometry.cells(run.settings.data.size) ** 2
    fitting = POOLED_BYTES // (cells * network.fc.in_features * torch.float32.itemsize)
    return min(wanted, max(run.settings.data.batch_size, fitting))


def _features(run: RunContext, batch: Batch) -> HeadFeatures:
    images = batch.images.to(run.device)
    features = run.student.network.features(run.student.prepare(images))
    target = run.asked.targets(images, batch) if run.asked else None
    if run.alignment is not None and target is not None:
        cells = align(features, run.alignment, (target.shape[2], target.shape[3]))
    else:
        cells = functional.avg_pool2d(features, BLOCK)
    gather = run.world.gather
    return HeadFeatures(
        gather(thinned(cells)),
        gather(features.mean((2, 3))),
        None if target is None else gather(thinned(target)),
        gather(batch.labels),
        gather(batch.labelled),
        None if run.settings.student.pooling == "mean" else gather(features.flatten(2)),
    )


def _joined(parts: list[Tensor | None]) -> Tensor | None:
    there = [part for part in parts if part is not None]
    return torch.cat(there) if there else None


def thinned(maps: Tensor) -> Tensor:
    """(B, C, h, w) to at most MOST_CELLS x MOST_CELLS cells of each map, evenly spread."""
    rows, columns = (math.ceil(side / MOST_CELLS) for side in maps.shape[-2:])
    return maps[..., ::rows, ::columns].contiguous()


def minimise(head: nn.Linear, features: HeadFeatures, loss: DistillationLoss, check: Callable[[], None]) -> float:
    """Give the head the numbers of the least loss on the features, which is returned; never a worse one than before.

    ``check`` is called before every evaluation of the loss, and may raise to break off. TrainingError where the
    numbers are not finite.
    """
    parameters = list(head.parameters())
    before, first = {name: value.clone() for name, value in head.state_dict().items()}, _value(head, features, loss)
    optimiser = torch.optim.LBFGS(
        parameters, max_iter=ITERATIONS, tolerance_change=SMALLEST_CHANGE, line_search_fn="strong_wolfe"
    )

    def closure() -> float:
        check()
        optimiser.zero_grad()
        total = loss_of(head, features, loss)
        _require_finite(total)
        torch.autograd.backward(total)
        return float(total.detach())

    optimiser.step(closure)  # type: ignore[no-untyped-call]
    _require_finite(*parameters)
    if (least := _value(head, features, loss)) <= first:
        return least
    head.load_state_dict(before)
    return first


@torch.no_grad()
def _value(head: nn.Linear, features: HeadFeatures, loss: DistillationLoss) -> float:
    return float(loss_of(head, features, loss))


def loss_of(head: nn.Linear, features: HeadFeatures, loss: DistillationLoss) -> Tensor:
    """The loss of a head (C to 1) on the features, a scalar with gradient: what a batch of these images would have.

    Maps are compared on thinned ones. What an image is judged by is exact: the mean of its cells' logits is the head's
    answer to their mean, and where pooling picks cells, it picks from all of them.
    """
    # A product of matrices takes half as long as a convolution to one channel.
    maps = (head.weight @ features.cells.flatten(2) + head.bias).view(-1, 1, *features.cells.shape[2:])
    aligned = maps if features.target is not None else None
    targets = (features.target, features.labels, features.labelled)
    if loss.student.pooling == "mean":
        return loss(maps, aligned, *targets, image_logits=head(features.means).squeeze(1)).total
    assert features.pooled is not None
    every = (head.weight @ features.pooled + head.bias).unsqueeze(-1)
    return loss(every, aligned, *targets).total


def _require_finite(*values: Tensor) -> None:
    if not all(bool(torch.isfinite(value).all()) for value in values):
        raise TrainingError(
            "Solving for the head did not give finite numbers, so stage 1 cannot finish.",
            'Check the teacher, or set stage1.optimiser = "adamw".',
        )
