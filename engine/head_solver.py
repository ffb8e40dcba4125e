"""Stage 1 at once: on a frozen backbone the head is a few numbers, found by L-BFGS on features computed once."""

import math
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from engine.checkpoint import TrainingState
from engine.context import RunContext
from engine.control import RunPhase, StopRequestedError
from engine.errors import TrainingError
from engine.events import Progress, StageFinished, StageStarted
from engine.geometry import align
from engine.saving import save_state
from engine.stages import train_only
from engine.validation import validate

ITERATIONS = 100
SMALLEST_CHANGE = 1e-7  # of the loss or a weight: below it float32 rounds, and the line search tries in vain
BLOCK = 4  # student cells averaged together where there is no teacher to align with


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
        )
    )
    before = {name: value.clone() for name, value in network.fc.state_dict().items()}
    try:
        _minimise(run, _collect(run))
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
        target = run.teacher.targets(images, batch.seen) if run.teacher else None
        if run.alignment is not None and target is not None:
            cells = align(features, run.alignment, (target.shape[2], target.shape[3]))
        else:
            cells = functional.avg_pool2d(features, BLOCK)
        gather = run.world.gather
        rows.append(
            (
                gather(cells),
                gather(features.mean((2, 3))),
                None if target is None else gather(target),
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


def _minimise(run: RunContext, features: HeadFeatures) -> None:
    head = run.student.network.fc
    parameters = list(head.parameters())
    optimiser = torch.optim.LBFGS(
        parameters, max_iter=ITERATIONS, tolerance_change=SMALLEST_CHANGE, line_search_fn="strong_wolfe"
    )
    size = features.cells.shape[2:]
    mean_pooling = run.settings.student.pooling == "mean"

    def closure() -> float:
        run.control.check()
        optimiser.zero_grad()
        # A product of matrices takes half as long as a convolution to one channel.
        maps = (head.weight @ features.cells.flatten(2) + head.bias).view(-1, 1, *size)
        image_logits = head(features.means).squeeze(1) if mean_pooling else None
        terms = run.loss(
            maps,
            maps if features.target is not None else None,
            features.target,
            features.labels,
            features.labelled,
            image_logits=image_logits,
        )
        torch.autograd.backward(terms.total)
        return float(terms.total.detach())

    loss = float(optimiser.step(closure))  # type: ignore[no-untyped-call]
    if not (math.isfinite(loss) and all(bool(torch.isfinite(p).all()) for p in parameters)):
        raise TrainingError(
            "Solving for the head did not give finite numbers, so stage 1 cannot finish.",
            'Check the teacher, or set stage1.optimiser = "adamw".',
        )
