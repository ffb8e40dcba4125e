"""The commands about a teacher: fitting its head to images of one's own, and whether it is worth imitating."""

from argparse import Namespace
from dataclasses import asdict
from typing import Any

from engine.cli.console import SUCCESS, Console
from engine.control import RunControl
from engine.number_words import decimals
from engine.run.teacher_fitting import MOST_IMAGES, FittedTeacher, Ranking, fit_teacher, usual_path
from engine.run.teacher_worth import SEEDS, STEPS, teacher_worth
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
    seeds, steps = arguments.seeds or SEEDS, arguments.steps or STEPS
    found = teacher_worth(settings, control, console, steps=steps, seeds=seeds)
    console.say(f"{'validation AUC':<20}{'with teacher':>16}{'without':>16}")
    for number, (taught, alone) in enumerate(zip(found.with_teacher, found.without, strict=True)):
        console.say(f"{f'seed {settings.seed + number}':<20}{decimals(taught):>16}{decimals(alone):>16}")
    console.say(found.words)
    console.say(found.not_seen)
    return SUCCESS, asdict(found) | {"verdict": found.verdict, "words": found.words}


def _words(ranking: Ranking) -> str:
    between = "" if ranking.interval is None else f" ({decimals(ranking.interval[0])}-{decimals(ranking.interval[1])})"
    return "-" if ranking.auc is None else f"{decimals(ranking.auc)}{between}"


def _outcome(found: FittedTeacher) -> str:
    if found.path is None:
        return (
            "The fitted head is no better on the validation images than the teacher's own, so nothing was written. Its "
            "last layer tells nothing new about these images: choose another teacher, or train from labels only."
        )
    return (
        f"Fitted to {found.images:,} training images; the penalty was chosen on the validation images, whose figure is "
        f"a little too good for that. The new teacher: {found.path} (teacher.checkpoint). It knows your labels: beside "
        "them it brings only what its other layers saw elsewhere."
    )
