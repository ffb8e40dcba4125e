"""The only training loop, for all stages: a step can be left out, a batch can be the last before a stop."""

import math
import time
from collections.abc import Sequence
from itertools import islice
from typing import Any, cast

import torch
from torch import Tensor
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from engine.control import RunPhase, StopRequestedError
from engine.data.batches.loader import Batch
from engine.errors import DataError, TrainingError
from engine.events import Progress, StageFinished, StageStarted, StepSkipped
from engine.models.detector import PatchDetector
from engine.models.network import PatchNetwork
from engine.run_folder.checkpoint import Checkpoint, damaged_state
from engine.run_folder.training_state import TrainingState
from engine.settings import CONTROL_STAGE, StageSettings
from engine.settings.toml_file import parse_settings
from engine.torch_file import READER_ERRORS
from engine.training.batch_loss import BatchArithmetic, BatchInputs
from engine.training.changes import leave_if_due
from engine.training.context import RunContext
from engine.training.incident import IncidentRecorder
from engine.training.losses import LossTerms, enabled
from engine.training.optimiser import bounded, make_optimiser, set_learning_rates, train_only
from engine.training.saving import save_state
from engine.training.schedule import average_decay, fade_at, is_over, lr_factor, schedule_epochs
from engine.training.step_graph import StepGraphs
from engine.training.step_report import StepMeter
from engine.training.validation import validate

PHASES = {1: RunPhase.STAGE1, 2: RunPhase.STAGE2, CONTROL_STAGE: RunPhase.STAGE3}


class StageLoop:
    """One stage of a run: construct, then `train` once."""

    def __init__(self, run: RunContext, state: TrainingState, former: Checkpoint | None) -> None:
        self.run, self.state, run.stage = run, state, state.stage
        self.stage = stage = run.settings.stage(state.stage)
        self.network = run.student.network
        self.parameters = list(self.network.parameters())
        train_only(self.network, stage.trainable)
        self.optimiser = make_optimiser(self.network, stage)
        self.average = self._make_average()
        self.steps_per_epoch = stage.steps_per_epoch(run.train.steps_per_epoch)
        if former is not None:
            self._go_on_from(former)
        self.factor_before = self._plan(former)
        self.meter = StepMeter(run, state)
        on_gpu = run.device.type == "cuda"
        self.arithmetic = BatchArithmetic(run.student, run.loss, run.alignment, run.world, half=stage.amp and on_gpu)
        graphs_wanted = on_gpu and run.world.size == 1 and run.settings.machine.cuda_graphs
        self.graphs = StepGraphs(self.arithmetic, self.network, wanted=graphs_wanted)
        self.incidents = IncidentRecorder(run, state, self.optimiser)
        self.saved_at = time.monotonic()

    def train(self) -> None:
        """Train to the end of the stage; the state is saved before StopRequestedError and DataError leave."""
        self._announce()
        try:
            while not is_over(self.stage, self.state.epoch, self.state.plateau):
                self._train_epoch()
                self._finish_epoch()
        except (StopRequestedError, DataError):
            self.save()
            raise
        reason = "done" if self.state.epoch >= self.stage.epochs else "early stop"
        self.run.emit(StageFinished(stage=self.state.stage, step=self.state.step, reason=reason))

    def _train_epoch(self) -> None:
        run, state = self.run, self.state
        run.student.train()
        batches = run.train.training_batches(state.epoch, state.batch)
        while True:
            leave_if_due(run, state, self.save)
            if not (group := list(islice(self.meter.waiting(batches), self.stage.accumulate))):
                return
            self._step(group)
            state.batch = group[-1].number + 1
            run.emit(Progress(task="epoch", done=state.batch, total=run.train.steps_per_epoch, unit="batches"))
            run.tell_machine(state.stage, state.step)
            run.control.agree()
            if time.monotonic() - self.saved_at > 60 * run.settings.output.save_every_minutes:
                self.save()

    def _step(self, group: list[Batch]) -> None:
        """One optimiser step over the batches of a group, left out if anything in it is not finite."""
        if self.state.passes_over():
            self._count()
            return
        self.incidents.before_step(is_reported=self.meter.is_reported(self.state.stage_step + 1))
        terms, norm, clipped = self.gradients(group)
        if self._finite(terms, norm):
            self.optimiser.step()
            if self.average is not None:
                self.average.update_parameters(self.network)
            self.state.skipped_in_row = 0
        self._count()
        self.meter.step(self.optimiser, norm, clipped)
        self.incidents.after_step(group, terms)

    def gradients(self, group: list[Batch]) -> tuple[LossTerms, float, float]:
        """Gradients of a group, clipped; returns the last batch's loss and the norm before and after."""
        self._set_rates()
        self.optimiser.zero_grad(set_to_none=True)
        for batch in group:
            terms, norms = self._differentiate(batch, len(group))
        if norms is None:
            self.run.world.add_gradients(self.parameters)
            norms = bounded([p.grad for p in self.parameters if p.grad is not None], *self._bounds)
        before, after = norms.tolist()
        return terms, before, after

    def _count(self) -> None:
        self.state.step += 1
        self.state.stage_step += 1

    @property
    def _bounds(self) -> tuple[float, float]:
        bounds = self.run.settings.loss
        return bounds.gradient_clip_value, bounds.gradient_clip_norm

    def _differentiate(self, batch: Batch, batches: int) -> tuple[LossTerms, Tensor | None]:
        """The loss of one of the step's batches; its gradients are added to the parameters'.

        Their norms, if they are bounded already.
        """
        run = self.run
        inputs = self._inputs(batch)
        weights = run.loss.weights(self._fade(), with_teacher=inputs.target is not None)
        whole_step = batches == 1 and not self.meter.is_audited(self.state.stage_step + 1)
        played = self.graphs(inputs, weights, self._bounds) if whole_step else None
        found = played.found if played else self.arithmetic(inputs, enabled(weights), weights)
        terms = LossTerms(found.total, found.parts, weights)
        told = batch if run.world.size == 1 else found  # what is off the card needs no waiting for it
        self.meter.batch(told.labels, told.labelled, terms, found.patch_logits, found.target)
        if played is None:
            torch.autograd.backward(terms.total / batches)
        return terms, played.norms if played else None

    def _inputs(self, batch: Batch) -> BatchInputs:
        run = self.run
        images, labels, labelled = (value.to(run.device) for value in (batch.images, batch.labels, batch.labelled))
        target = run.asked.targets(images, batch) if run.asked is not None else None
        return BatchInputs(images, labels, labelled, target)

    def _fade(self) -> float:
        if self.state.stage == 1:
            return 1.0
        epochs = schedule_epochs(self.stage, self.state.planned_epochs)
        share = self.state.stage_step / max(1, epochs * self.steps_per_epoch)
        loss, labelled = self.run.settings.loss, self.run.train.labelled_share
        return fade_at(loss, min(share, 1.0), self.state.outrun_factor, labelled)

    def _plan(self, former: Checkpoint | None) -> float | None:
        """Note the planned epochs of the stage; the learning-rate factor as it was before the settings changed."""
        state, before = self.state, None
        if former is not None and former.settings and state.stage_step > 0:
            before = parse_settings(former.settings).stage(state.stage)
        if state.planned_epochs == 0 or state.stage_step == 0:
            state.planned_epochs = (before or self.stage).epochs
        return None if before is None or before == self.stage else self._factor(before)

    def _factor(self, stage: StageSettings) -> float:
        state = self.state
        return lr_factor(stage, state.stage_step, self.steps_per_epoch, state.plateau.factor, state.planned_epochs)

    def _set_rates(self) -> None:
        set_learning_rates(self.optimiser, self._factor(self.stage))

    def _finite(self, terms: LossTerms, norm: float) -> bool:
        if math.isfinite(norm) and bool(torch.isfinite(terms.total)):
            return True
        state, health = self.state, self.run.settings.health
        bad = [name for name, part in terms.parts.items() if not bool(torch.isfinite(part))]
        reason = f"the loss term {', '.join(bad)} is not a number" if bad else "the gradient is not a number"
        state.skipped_in_row += 1
        self.run.emit(StepSkipped(stage=state.stage, step=state.step, reason=reason))
        if state.skipped_in_row > health.nonfinite_limit and health.policy != "automatic":
            raise TrainingError(
                f"{state.skipped_in_row} steps in a row could not be used because {reason}; none was applied, so the "
                "weights are still sound.",
                "Lower the learning rate, and check the teacher and the images of these steps. The run can be resumed.",
            )
        return False

    def _finish_epoch(self) -> None:
        """Validate if it is due, let the plateau schedule and early stop see it, and save."""
        state, stage = self.state, self.stage
        due = (state.epoch + 1) % stage.validate_every == 0 or state.epoch + 1 == stage.epochs
        if due:
            state.epoch += 1
            try:
                auc = validate(self.run, state, self.evaluated())
            except (StopRequestedError, DataError):
                state.epoch -= 1  # a validation that did not end is made again
                raise
            state.plateau.update(auc, stage.plateau_patience)
        else:
            state.epoch += 1
        state.batch = 0
        self.save()

    def _make_average(self) -> AveragedModel | None:
        if self.stage.ema_decay == 0:
            return None

        def take_in(average: Sequence[Tensor], weights: Sequence[Tensor], updates: Tensor | int) -> None:
            decay = average_decay(self.stage, self.state.stage_step)
            get_ema_multi_avg_fn(decay)(average, weights, updates)  # type: ignore[no-untyped-call]

        return AveragedModel(self.network, multi_avg_fn=take_in)

    def _go_on_from(self, former: Checkpoint) -> None:
        """Optimiser and average as they were; RunFolderError where they are not those of this stage."""
        try:
            if former.optimiser is not None and self.state.stage_step > 0:
                self._restore(former.optimiser)
            if former.average is not None and self.average is not None:
                self.average.load_state_dict(former.average)
        except READER_ERRORS as error:
            raise damaged_state("optimiser or average") from error

    def _restore(self, saved: dict[str, Any]) -> None:
        """Learning rates, momentum and decay are as the settings say now."""
        groups = self.optimiser.param_groups
        kept = ("params", "lr")
        wanted = [{name: value for name, value in group.items() if name not in kept} for group in groups]
        then_and_now = [then | now for then, now in zip(saved["param_groups"], wanted, strict=True)]
        self.optimiser.load_state_dict(saved | {"param_groups": then_and_now})

    def _announce(self) -> None:
        run, state, stage = self.run, self.state, self.stage
        run.phase(self.phase)
        run.emit(
            StageStarted(
                stage=state.stage,
                epochs=stage.epochs,
                steps_per_epoch=self.steps_per_epoch,
                step=state.step,
                trainable_parameters=sum(p.numel() for p in self.network.parameters() if p.requires_grad),
                trainable=stage.trainable,
                optimiser=stage.optimiser,
                lr_factor=self._factor(stage),
                lr_factor_before=self.factor_before,
                planned_epochs=state.planned_epochs,
                batches_per_epoch=run.train.steps_per_epoch,
                own_range=run.own_range,
            )
        )

    def save(self) -> None:
        """Write a resumable checkpoint."""
        save_state(self.run, self.state, self.optimiser.state_dict(), self.average)
        self.saved_at = time.monotonic()

    def evaluated(self) -> PatchDetector:
        """The detector that is validated and kept: the average of the weights where there is one."""
        if self.average is None:
            return self.run.student
        network = cast(PatchNetwork, self.average.module)
        student = self.run.student
        detector = PatchDetector(network, student.filter_name, student.normalisation, student.padding)
        return detector.to(self.run.device)

    @property
    def phase(self) -> RunPhase:
        """The phase that users see during this stage."""
        return PHASES[self.state.stage]
