"""What all stages of a run share, built once by prepare and handed down."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor

from engine.advice.guard import Guard
from engine.control import RunControl, RunPhase
from engine.data.batches.loader import ImageLoader
from engine.data.listing.entries import ImageEntry
from engine.data.listing.left_out import also_unreadable
from engine.data.scan.scan import LISTED
from engine.data.stores.caches import Caches
from engine.evaluation.batch_clock import BatchClock, seconds_of_a_pass
from engine.events import Alert, DataScanned, Emit, PhaseChanged, Progress, StudentTimed
from engine.events.progress import ReportProgress, progress_reporter
from engine.machine.processes import World
from engine.machine.processor import usable_processors
from engine.machine.watch import MachineWatch
from engine.models.detector import PatchDetector
from engine.models.geometry import Alignment
from engine.models.student import draw_weights, largest_logit, refresh_statistics
from engine.run_folder.folder import RunFolder
from engine.settings import CONTROL_STAGE, RunSettings
from engine.teacher.calibration import Calibration
from engine.teacher.teacher import Teacher
from engine.training.losses import DistillationLoss
from engine.training.optimiser import train_only

STATISTICS_EPOCH = 0  # BatchNorm statistics are always taken over the same training batches


@dataclass(slots=True)
class RunContext:
    """Settings, networks, images and the way out; ``emit`` records an event and passes it on.

    During a run the settings are asked for here alone, since `adopt` may change them between two batches.
    """

    settings: RunSettings
    control: RunControl
    emit: Emit
    folder: RunFolder
    device: torch.device
    student: PatchDetector
    teacher: Teacher | None
    alignment: Alignment | None
    taught: ImageLoader  # training images, also those without a label where a teacher speaks of them
    alone: ImageLoader  # training images of which labels alone are learned
    validation: ImageLoader
    patch_images: ImageLoader  # a few fixed validation images, for the eye
    test: ImageLoader | None
    data_fingerprint: str
    found: DataScanned
    machine: MachineWatch
    guard: Guard
    caches: Caches
    world: World
    first: Mapping[str, Tensor]  # the student's state at the beginning of the run
    fitted: Calibration | None = None  # of the teacher, whether scale matching uses it or not
    teacher_auc: float | None = None
    given: Mapping[str, Tensor] | None = None  # the state of the student's checkpoint, where there is one
    own_range: float = 0.0  # size of the largest patch logit that a given head, where it is kept, begins with
    unreadable_told: int = 0
    stage: int = 1  # the one that is under way

    @property
    def loss(self) -> DistillationLoss:
        """The loss as the settings have it now, in this stage."""
        return DistillationLoss(self.settings.in_stage(self.stage).loss, self.settings.student, self.own_range)

    @property
    def asked(self) -> Teacher | None:
        """The teacher, where this stage imitates one."""
        return self.teacher if self.settings.in_stage(self.stage).loss.imitates else None

    @property
    def train(self) -> ImageLoader:
        """The training images of this stage."""
        return self.alone if self.stage == CONTROL_STAGE else self.taught

    def adopt(self, settings: RunSettings) -> None:
        """Go on with other settings; the teacher's calibration follows at once."""
        self.settings = settings
        self.match_scale()

    def begin_again(self) -> None:
        """Give the student the weights that the run began with."""
        self.student.network.load_state_dict(self.first)
        self.fit_statistics()

    def renew_student(self, seed: int) -> None:
        """Give the student its first weights: those it was given, else new random ones drawn from the seed."""
        if self.given is None:
            draw_weights(self.student, seed)
        else:
            self.student.network.load_state_dict(self.given)
        self.fit_statistics()

    def fit_statistics(self) -> None:
        """Take the BatchNorm statistics that training will replace from its images, before anything reads them.

        Of random weights all: 0 and 1 fit nothing. Of a given student those that stage 2 trains: else stage 1 would
        fit the head to features of the file's old statistics, which are gone from the first validation of stage 2 on.
        """
        stage2 = self.settings.stage2
        if self.given is None or stage2.enabled:
            train_only(self.student.network, "all" if self.given is None else stage2.trainable)
            clock = BatchClock(lambda clock: self._tell_times(clock, clock.use_s))
            refresh_statistics(self.student, clock.over(self.statistics_batches()), self.world)
            if clock.batches and clock.last is not None:
                self._tell_times(clock, seconds_of_a_pass(self.student, clock.last))

    def _tell_times(self, clock: BatchClock, forward_s: float) -> None:
        self.emit(
            StudentTimed(
                batches=clock.batches,
                forward_s=forward_s,
                loading_s=max(0.0, clock.whole_s - forward_s),
                cache_bytes_per_s=self.caches.pictures.bytes_per_s(),
                processors=usable_processors(),
            )
        )

    def measure_range(self) -> None:
        """Set the wall beyond what a given student's logits begin with, unless stage 1 solves for another head."""
        stage1 = self.settings.stage1
        if self.given is not None and not (stage1.enabled and stage1.optimiser == "solver"):
            self.own_range = largest_logit(self.student, self.statistics_batches(), self.world)

    def match_scale(self) -> None:
        """Let the teacher's targets be calibrated, or raw where scale matching is off."""
        if self.teacher is not None:
            self.teacher.calibration = self.fitted if self.settings.loss.enable_scale_matching else None

    def close(self) -> None:
        """End the loaders' threads."""
        for loader in (self.taught, self.alone, self.validation, self.patch_images, self.test):
            if loader is not None:
                loader.close()

    def statistics_batches(self) -> Iterator[Tensor]:
        """Training images (B, 3, H, W) from which BatchNorm statistics are taken anew; tells how far it has come."""
        count = min(self.settings.student.statistics_batches, self.train.steps_per_epoch)
        for done, batch in enumerate(self.train.training_batches(STATISTICS_EPOCH, count=count), start=1):
            yield batch.images.to(self.device)
            self.emit(Progress(task="statistics", done=done, total=count, unit="batches"))

    def tell_unreadable(self) -> None:
        """Say again what was found in the folders where images since proved unreadable: the scan reads headers only."""
        splits = ("train", self.taught), ("train", self.alone), ("validation", self.validation), ("test", self.test)
        loaders = [(name, loader) for name, loader in splits if loader is not None]
        for _, loader in loaders:
            loader.unite_unreadable()
        count = sum(len(loader.unreadable) for _, loader in loaders)
        if count > self.unreadable_told:
            self.unreadable_told = count
            met: dict[str, dict[Path, tuple[ImageEntry, str]]] = {name: {} for name, _ in loaders}
            for name, loader in loaders:
                met[name] |= {image.path: (image, why) for image, why in loader.met_unreadable()}
            listed = {name: [*images.values()] for name, images in met.items()}
            self.emit(replace(also_unreadable(self.found, listed, LISTED), time_s=time.time()))

    def tell_machine(self, stage: int, step: int) -> None:
        """Say how the computer does, if that was long ago."""
        report = self.machine.report(stage, step)
        if report is not None:
            self.emit(report)

    def tell_caches(self) -> None:
        """Say that a cache on disk cannot be used; the run goes on without it."""
        for problem in self.caches.new_problems():
            alert = Alert(
                rule="cache",
                severity="warning",
                stage=0,
                step=0,
                message=problem.message,
                cause="The folder is read-only, its disk is full or gone, or something damaged the file.",
                remedy=problem.remedy,
            )
            self.emit(alert)

    def phase(self, phase: RunPhase, text: str = "") -> None:
        """Say what the run does now."""
        self.emit(PhaseChanged(phase=phase, text=text))

    def progress(self, task: str) -> ReportProgress:
        """A reporter of (done, total) for a piece of work."""
        return progress_reporter(self.emit, task)
