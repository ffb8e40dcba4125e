"""Stage 1 at once: on a frozen backbone the head is a few numbers, found by L-BFGS on features computed once."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.checkpoint import TrainingState
from engine.context import RunContext
from engine.control import RunPhase, StopRequestedError
from engine.errors import TrainingError
from engine.events import Progress, StageFinished, StageStarted
from engine.geometry import align
from engine.losses import DistillationLoss
from engine.saving import save_state
from engine.stages import train_only
from engine.validation import validate

ITERATIONS = 100
SMALLEST_CHANGE = 1e-7  # of the loss or a weight: below it float32 rounds, and the line search tries in vain
BLOCK = 4  # student cells averaged together where there is no teacher to align with
MOST_CELLS = 16  # per side of an image: neighbours say nearly the same, and a head is few numbers


@dataclass(frozen=True, slots=True)
class HeadFeatures:
    """What the head reads, per image: aligned cells (N, C, h, w), their mean over all cells (N, C), and the targets."""

    cells: Tensor
    means: Tensor
    target: Tensor | None  # (N, 1, h, w)
    labels: Tensor
    labelled: Tensor


def solve_head(run: RunContext, state: TrainingState) -> None:
    """Solve, validate, save; a stop leaves the head as it was, to be solved again from the start."""
    network = run.student.network
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
        minimise(network.fc, _collect(run), run.loss, run.control.check)
        state.epoch = 1
        validate(run, state, run.student)
    except StopRequestedError:
        network.fc.load_state_dict(before)
        state.epoch = 0
        save_state(run, state)
        raise
    run.emit(StageFinished(stage=1, step=state.step, reason="solved"))


@torch.no_grad()
def _collect(run: RunContext) -> HeadFeatures:
    run.student.eval()
    wanted = run.settings.stage1.solver_images
    rows: list[tuple[Tensor, Tensor, Tensor | None, Tensor, Tensor]] = []
    count = math.ceil(wanted / run.settings.data.batch_size)
    for done, batch in enumerate(run.train.training_batches(0, count=count), start=1):
        images = batch.images.to(run.device)
        features = run.student.network.features(run.student.prepare(images))
        target = run.teacher.targets(images, batch) if run.teacher else None
        if run.alignment is not None and target is not None:
            cells = align(features, run.alignment, (target.shape[2], target.shape[3]))
        else:
            cells = functional.avg_pool2d(features, BLOCK)
        gather = run.world.gather
        rows.append(
            (
                gather(thinned(cells)),
                gather(features.mean((2, 3))),
                None if target is None else gather(thinned(target)),
                gather(batch.labels),
                gather(batch.labelled),
            )
        )
        run.emit(Progress(task="features", done=done, total=min(count, run.train.steps_per_epoch), unit="batches"))
    all_cells, means, targets, labels, labelled = zip(*rows, strict=True)
    taught = [target for target in targets if target is not None]
    return HeadFeatures(
        torch.cat(all_cells).contiguous(),
        torch.cat(means),
        torch.cat(taught) if taught else None,
        torch.cat(labels).to(run.device),
        torch.cat(labelled).to(run.device),
    )


def thinned(maps: Tensor) -> Tensor:
    """(B, C, h, w) to at most MOST_CELLS x MOST_CELLS cells of each map, evenly spread."""
    rows, columns = (math.ceil(side / MOST_CELLS) for side in maps.shape[-2:])
    return maps[..., ::rows, ::columns].contiguous()


def minimise(head: nn.Linear, features: HeadFeatures, loss: DistillationLoss, check: Callable[[], None]) -> None:
    """Give the head the numbers of the least loss on the features; TrainingError where they are not finite.

    ``check`` is called before every evaluation of the loss, and may raise to break off.
    """
    parameters = list(head.parameters())
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


def loss_of(head: nn.Linear, features: HeadFeatures, loss: DistillationLoss) -> Tensor:
    """The loss of a head (C to 1) on the features, a scalar with gradient."""
    # A product of matrices takes half as long as a convolution to one channel.
    maps = (head.weight @ features.cells.flatten(2) + head.bias).view(-1, 1, *features.cells.shape[2:])
    image_logits = head(features.means).squeeze(1) if loss.student.pooling == "mean" else None
    aligned = maps if features.target is not None else None
    return loss(maps, aligned, features.target, features.labels, features.labelled, image_logits=image_logits).total


def _require_finite(*values: Tensor) -> None:
    if not all(bool(torch.isfinite(value).all()) for value in values):
        raise TrainingError(
            "Solving for the head did not give finite numbers, so stage 1 cannot finish.",
            'Check the teacher, or set stage1.optimiser = "adamw".',
        )
