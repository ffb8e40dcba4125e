"""Everything wrong with settings that can be seen without opening an image; no torch, so that a form can ask often."""

import math
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from engine.advice.degradation_problems import degradation_problems
from engine.advice.synced_folder import placeholder_problems, synced_folder_problems
from engine.errors import Problem
from engine.machine.memory import free_bytes, memory_problems
from engine.number_words import exact, figure
from engine.remedies.usual_rates import rates_far_too_high, usual_rates
from engine.settings import RunSettings, Stage2Settings, StageSettings
from engine.settings.names import value_of
from engine.settings.toml_file import PATH_SETTINGS

TYPICAL_WEIGHT_NORM = 4.0
STEPS_LOOKED_AHEAD = 1000


Question = Callable[[Path], bool]


def at_once(question: Question, path: Path) -> bool | None:
    """The system's answer about a path, however long it takes."""
    return question(path)


def find_problems(settings: RunSettings, ask: Callable[[Question, Path], bool | None] = at_once) -> list[Problem]:
    """Errors stop a run from starting; warnings are for the user to judge.

    ``ask`` puts a question about a path, and gives None where no answer came in time.
    """
    places = [problem for problem in _places(settings, ask) if problem is not None]
    found = [*places, *_data(settings), *_networks(settings), *_names(settings), *_loss(settings), *_stages(settings)]
    return [
        *found,
        *degradation_problems(settings),
        *synced_folder_problems(settings.output),
        *placeholder_problems(settings.data, ask),
        *memory_problems(settings, free_bytes()),
    ]


def _data(settings: RunSettings) -> Iterator[Problem]:
    data = settings.data
    if not data.train:
        yield Problem("data.train", "No training images are chosen.", "Choose a folder with real and fake images.")
    if data.unlabelled and not settings.loss.imitates:
        yield Problem(
            "data.unlabelled",
            "Pictures without labels teach by imitation alone, and its weight is 0: they are not used.",
            "Raise loss.alpha_distill and choose a teacher, or take these folders out.",
            "warning",
        )


def _places(settings: RunSettings, ask: Callable[[Question, Path], bool | None]) -> Iterator[Problem | None]:
    """What is chosen and not there; os.path, as Path.exists raises for a name that is too long."""
    for name in ("train", "validation", "test", "unlabelled"):
        for path in getattr(settings.data, name):
            again = "Check the path, or choose the folder again."
            yield _absent(f"data.{name}", path, ask(os.path.exists, path), f"There is no {path}.", again)
    for name in ("teacher", "student"):
        path = getattr(settings, name).checkpoint
        if path is not None:
            again = "Check the path, or choose it again."
            there = ask(os.path.isfile, path)
            yield _absent(f"{name}.checkpoint", path, there, f"There is no file {path}.", again)


def _absent(setting: str, path: Path, there: bool | None, absent: str, again: str) -> Problem | None:
    if there is None:
        remedy = "See whether that disk or share can be reached; a run would wait for it."
        return Problem(setting, f"{path} does not answer.", remedy, "warning")
    return None if there else Problem(setting, absent, again)


def _networks(settings: RunSettings) -> Iterator[Problem]:
    if settings.teacher.checkpoint is None and settings.loss.imitates:
        yield Problem(
            "teacher.checkpoint",
            "No teacher is chosen, and alpha_distill asks for one.",
            "Choose a teacher checkpoint, or set loss.alpha_distill to 0 to train from labels only. No teacher? One "
            "that was trained elsewhere can be fitted to your images (command fit-teacher; see the guide).",
        )


def _names(settings: RunSettings) -> Iterator[Problem]:
    for name in PATH_SETTINGS:
        value = value_of(settings, name)
        text = "".join(map(str, value if isinstance(value, tuple) else (value,)))
        if text != text.encode("utf-8", "replace").decode():
            yield Problem(
                name,
                "A name in this path holds what is no letter of Unicode, so the run could not keep its settings.",
                "Rename that file or folder.",
            )


def _loss(settings: RunSettings) -> Iterator[Problem]:
    loss = settings.loss
    if not loss.imitates and loss.alpha_task == 0:
        yield Problem("loss.alpha_task", "Both weights are 0: nothing would be learned.", "Raise one of them.")
    if loss.imitates and not loss.enable_scale_matching:
        yield Problem(
            "loss.enable_scale_matching",
            "Raw teacher logits may lie between -1190 and +8, far from the student's: the loss may explode.",
            "Switch scale matching on.",
            "warning",
        )


def _stages(settings: RunSettings) -> Iterator[Problem]:
    if not (settings.stage1.enabled or settings.stage2.enabled):
        yield Problem("stage2.enabled", "Both stages are switched off: nothing would be trained.", "Switch one on.")
    elif settings.student.checkpoint is None:
        yield from _random_backbone(settings.stage2)
    for name, stage in (("stage1", settings.stage1), ("stage2", settings.stage2)):
        if stage.enabled and stage.optimiser != "solver":
            yield from _stage(name, stage, settings)


def _random_backbone(stage2: Stage2Settings) -> Iterator[Problem]:
    """Settings that leave layers of a randomly initialised student untrained."""
    begin = "choose a student checkpoint to start from."
    if not stage2.enabled:
        yield Problem(
            "stage2.enabled",
            "Without stage 2 only the last layer is trained, on features of random weights: the student tells real "
            "from fake far less well than it could.",
            f"Switch stage 2 on, or {begin}",
            "warning",
        )
    elif stage2.trainable != "all":
        yield Problem(
            "stage2.trainable",
            "The layers that are not trained keep their random weights, so the student ends clearly worse.",
            f"Train all, or {begin}",
            "warning",
        )


def _stage(name: str, stage: StageSettings, settings: RunSettings) -> Iterator[Problem]:
    if stage.warmup_epochs >= stage.epochs:
        yield Problem(
            f"{name}.warmup_epochs",
            f"Warm-up takes {exact(stage.warmup_epochs)} of {stage.epochs:,} epochs, so the full learning rate is "
            "never used.",
            "Shorten the warm-up, or train longer.",
            "warning",
        )
    validations = math.ceil(stage.epochs / stage.validate_every)
    if stage.schedule == "plateau" and stage.plateau_patience >= validations - 1:  # the first only sets the best AUC
        yield Problem(
            f"{name}.plateau_patience",
            f"The stage has {validations} validations: a patience of {stage.plateau_patience} cannot run out before it "
            "ends, so the learning rate would never fall.",
            "Lower the patience, validate more often, or take another schedule.",
            "warning",
        )
    if name == "stage2":
        yield from _rates(name, stage, settings)


def _rates(name: str, stage: StageSettings, settings: RunSettings) -> Iterator[Problem]:
    """Learning rates of stage 2 that are known to lead nowhere, or too far."""
    norm = settings.loss.gradient_clip_norm
    if stage.optimiser == "sgd" and norm > 0:
        reach = stage.backbone_lr * norm / (1 - stage.momentum) * STEPS_LOOKED_AHEAD
        if reach / TYPICAL_WEIGHT_NORM < settings.health.movement_min:
            yield Problem(
                f"{name}.backbone_lr",
                f"With this learning rate and clipping the backbone can move at most {figure(reach)} in 1,000 steps, "
                f"against a weight norm near {exact(TYPICAL_WEIGHT_NORM)}: it hardly learns.",
                "Raise the learning rate, or choose the recommended preset.",
                "warning",
            )
            return
    usual = usual_rates(settings, name)
    for rate, times in rates_far_too_high(settings, name).items():
        yield Problem(
            f"{name}.{rate}",
            f"This is {figure(times)} times the learning rate at which this optimiser usually learns, "
            f"{exact(usual[rate])}: the student may end clearly worse, with no other warning, or collapse.",
            f"Take {exact(usual[rate])}, or the rate that the learning-rate test names.",
            "warning",
        )
