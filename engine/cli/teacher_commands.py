"""The commands about a teacher: fitting its head to images of one's own, and whether it is worth imitating."""

import os
from argparse import Namespace
from dataclasses import asdict
from typing import Any

from engine.cli.console import SUCCESS, Console
from engine.control import RunControl
from engine.errors import Problem, SettingsError
from engine.number_words import decimals
from engine.run.teacher_fitting import MOST_IMAGES, FittedTeacher, Ranking, fit_teacher, usual_path
from engine.run.teacher_worth import SEEDS, STEPS, TeacherWorth, settled, teacher_worth
from engine.settings import RunSettings
from engine.settings.toml_file import load_settings


def fit(arguments: Namespace, control: RunControl, console: Console) -> tuple[int, dict[str, Any]]:
    """Fit a teacher's head to one's images, and say what that is worth."""
    settings = load_settings(arguments.settings, arguments.set)
    target = arguments.output or usual_path(settings)
    most = arguments.images or MOST_IMAGES
    found = fit_teacher(settings, target, control, console, most_images=most, overwrite=arguments.overwrite)
    console.say(f"{'AUC, with 95 % interval':<28}{'before':>24}{'after':>24}")
    for name, before in found.before.items():
        console.say(f"{name:<28}{_words(before):>24}{_words(found.after[name]):>24}")
    console.say(_outcome(found))
    weights = None if found.path is None else str(found.path.absolute())
    return SUCCESS, asdict(found) | {"path": weights}


def worth(arguments: Namespace, control: RunControl, console: Console) -> tuple[int, dict[str, Any]]:
    """Say what to expect of a teacher, from short trainings with it and without."""
    settings = load_settings(arguments.settings, arguments.set)
    found = teacher_worth(settings, control, console, steps=arguments.steps or STEPS, seeds=arguments.seeds or SEEDS)
    return SUCCESS, _told(found, settings, console)


def try_teacher(settings: RunSettings, control: RunControl, console: Console) -> tuple[RunSettings, dict[str, Any]]:
    """The settings to train with, and what was found: from labels only where the teacher is likely to cost."""
    if "TORCHELASTIC_RUN_ID" in os.environ:
        message = "A teacher is tried in one process, and torchrun started several."
        raise SettingsError([Problem("train --try-teacher", message, "Call worth first, without torchrun.")])
    found = teacher_worth(settings, control, console, steps=STEPS)
    told = _told(found, settings, console)
    chosen = settled(settings, found)
    console.say("Training goes on as set." if chosen == settings else "Training goes on from labels only.")
    return chosen, told


def _told(found: TeacherWorth, settings: RunSettings, console: Console) -> dict[str, Any]:
    console.say(f"{'validation AUC':<20}{'with teacher':>16}{'without':>16}")
    for number, (taught, alone) in enumerate(zip(found.with_teacher, found.without, strict=True)):
        console.say(f"{f'seed {settings.seed + number}':<20}{decimals(taught):>16}{decimals(alone):>16}")
    console.say(found.words)
    console.say(found.not_seen)
    return asdict(found) | {"verdict": found.verdict, "words": found.words}


def _words(ranking: Ranking) -> str:
    between = "" if ranking.interval is None else f" ({decimals(ranking.interval[0])}-{decimals(ranking.interval[1])})"
    return "-" if ranking.auc is None else f"{decimals(ranking.auc)}{between}"


def _outcome(found: FittedTeacher) -> str:
    if found.path is None:
        return (
            "On the validation images the fitted head is no better than the teacher's own, or still too near to chance "
            "to teach (teacher.min_auc), so nothing was written. What its last layer sees does not tell these images "
            "apart any better: choose another teacher, or train from labels only."
        )
    return (
        f"Fitted to {found.images:,} training images; the penalty was chosen on the validation images, whose figure is "
        f"a little too good for that. The new teacher: {found.path} (teacher.checkpoint). It knows your labels: beside "
        "them it brings only what its other layers saw elsewhere."
    )
