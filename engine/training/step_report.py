"""Gathers what happens in steps and reports it now and then; values leave the device on reporting steps only."""

import math
import time
from collections.abc import Iterator

import torch
from torch import Tensor
from torch.optim import Optimizer

from engine.data.batches.loader import Batch
from engine.events import StepDone
from engine.run_folder.training_state import TrainingState
from engine.training.context import RunContext
from engine.training.losses import LossTerms
from engine.training.term_audit import longest_step, term_gradients

MOVEMENT_STEPS = 1000
MOVEMENT_LEAST_STEPS = 50  # fewer say little about a thousand


class StepMeter:
    """Fed by the loop batch by batch; emits a StepDone after the first step of a stage and every ``report_every``."""

    def __init__(self, run: RunContext, state: TrainingState) -> None:
        self._run, self._state = run, state
        self._parameters = [p for p in run.student.network.parameters() if p.requires_grad]
        self._start, self._start_step = self._snapshot(), state.stage_step
        self._allowed = 0.0
        self._gradients: dict[str, float] = {}
        self._last: tuple[LossTerms, Tensor, Tensor | None] | None = None
        self._reset()

    def waiting(self, batches: Iterator[Batch]) -> Iterator[Batch]:
        """The same batches, with the time spent waiting for them measured."""
        while True:
            before = time.perf_counter()
            batch = next(batches, None)
            self._waited_s += time.perf_counter() - before
            if batch is None:
                return
            yield batch

    def batch(
        self, labels: Tensor, labelled: Tensor, terms: LossTerms, patch_logits: Tensor, target: Tensor | None
    ) -> None:
        """Count a batch and remember the newest figures."""
        self._images += len(labels)
        self._batches += 1
        known = labels[labelled]
        self._one_class += len(known) > 0 and bool((known == known[0]).all())
        self._last = (terms.detached(), patch_logits.detach(), target)
        if self.is_audited(self._state.stage_step + 1):
            self._gradients = term_gradients(terms.parts, terms.weights, patch_logits)

    def step(self, optimiser: Optimizer, norm: float, clipped: float) -> None:
        """Count a step; report if it is time to."""
        self._steps += 1
        self._clipped += clipped < norm * (1 - 1e-6)
        if math.isfinite(clipped):
            self._allowed += longest_step(optimiser, clipped)
        if self.is_reported(self._state.stage_step):
            self._report(optimiser, norm, clipped)
            self._reset()

    def is_reported(self, step: int) -> bool:
        """Whether the figures of this step of the stage, counted from 1, are reported."""
        return step == 1 or step % self._run.settings.output.report_every == 0

    def is_audited(self, step: int) -> bool:
        """Whether the terms' gradients are looked at, as costly as a loss: first, then once a window of the rules."""
        settings = self._run.settings
        reports = max(1, settings.health.window // settings.output.report_every)
        return step == 1 or step % (reports * settings.output.report_every) == 0

    def _report(self, optimiser: Optimizer, norm: float, clipped: float) -> None:
        assert self._last is not None
        terms, patch_logits, target = self._last
        limit = self._run.settings.health.saturation_logit
        own_limit = max(limit, self._run.own_range)
        seconds = max(time.perf_counter() - self._since, 1e-9)
        rates = {group["part"]: float(group["lr"]) for group in optimiser.param_groups}
        self._run.emit(
            StepDone(
                stage=self._state.stage,
                epoch=self._state.epoch + 1,
                step=self._state.step,
                epoch_step=self._state.batch,
                loss=float(terms.total),
                parts={name: float(part) for name, part in terms.parts.items()},
                weights=dict(terms.weights),
                grad_norm=norm,
                grad_norm_clipped=clipped,
                clipped_share=self._clipped / self._steps,
                head_lr=rates.get("head", 0.0),
                backbone_lr=rates.get("backbone", 0.0),
                student_std=_spread(patch_logits),
                teacher_std=None if target is None else _spread(target),
                student_saturated=_share_beyond(patch_logits, own_limit),
                teacher_saturated=None if target is None else _share_beyond(target, limit),
                movement_allowed=self._per_thousand_steps(self._allowed),
                movement=self._movement(),
                images_per_s=self._images / seconds,
                data_share=min(1.0, self._waited_s / seconds),
                one_class_share=self._one_class / self._batches,
                gradients=self._gradients,
            )
        )

    def _movement(self) -> float | None:
        """Relative L2 distance that the trained weights have gone, scaled to 1,000 steps."""
        now = self._snapshot()
        movement = self._per_thousand_steps(float(torch.linalg.vector_norm(now - self._start)))
        if self._state.stage_step - self._start_step >= MOVEMENT_STEPS:
            self._start, self._start_step, self._allowed = now, self._state.stage_step, 0.0
        return movement

    def _per_thousand_steps(self, distance: float) -> float | None:
        """A distance since the start in the weights' length there, scaled; None while it would say little."""
        steps = self._state.stage_step - self._start_step
        if steps < MOVEMENT_LEAST_STEPS:
            return None
        length = float(torch.linalg.vector_norm(self._start))
        return distance / length * MOVEMENT_STEPS / steps if length > 0 else None

    def _snapshot(self) -> Tensor:
        return torch.cat([p.detach().flatten() for p in self._parameters])

    def _reset(self) -> None:
        self._since = time.perf_counter()
        self._waited_s = 0.0
        self._images = self._batches = self._one_class = self._steps = self._clipped = 0
        self._last = None
        self._gradients = {}


def _spread(maps: Tensor) -> float:
    """Mean over images of the standard deviation over cells, as in the loss; 0 for a map of one cell."""
    return float(maps.flatten(1).std(1, correction=0).mean())


def _share_beyond(maps: Tensor, limit: float) -> float:
    return float((maps.abs() > limit).float().mean())
