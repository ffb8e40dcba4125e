"""What each command of the command line does; every one returns the object that ``--json`` prints."""

import os
from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from engine.advice.acting import set_in_vain
from engine.cli.console import FAILURE, INTERRUPTED, SUCCESS, Console, FailedRunError
from engine.cli.export_commands import export_student, report
from engine.cli.findings import CommandFindings
from engine.cli.queue_commands import change_queue, compare
from engine.cli.score_commands import evaluate, score
from engine.cli.selftest import run_checks
from engine.cli.sentences import number
from engine.cli.teacher_commands import fit, try_teacher, worth
from engine.control import FinishReason, RunControl
from engine.data.classes.class_lines import HOW_TO_PASTE, class_lines
from engine.data.classes.folder_tree import choices_of, proposed, undecided, walk
from engine.data.classes.found_classes import find_classes
from engine.data.stores.caches import cache_bytes, cache_folder, clear_caches
from engine.demo.drills.runner import run_drills
from engine.demo.training import run_demo
from engine.events import (
    DataScanned,
    ShortcutsAudited,
    TeacherChecked,
)
from engine.number_words import exact
from engine.run import preflight
from engine.run.range_test import range_test
from engine.run.replay import replay
from engine.run.run import RunResult
from engine.run.together import run_together
from engine.run_folder.folder import not_a_run
from engine.run_folder.support_file import write_support_file
from engine.settings import DataSettings, MachineSettings
from engine.settings.toml_file import load_settings

CommandFunction = Callable[[Namespace, RunControl, Console], tuple[int, dict[str, Any]]]


def train(arguments: Namespace, control: RunControl, console: Console) -> tuple[int, dict[str, Any]]:
    """Train as a settings file says."""
    found, settings = CommandFindings(console), load_settings(arguments.settings, arguments.set)
    worth_of_teacher = None
    if arguments.try_teacher:
        settings, worth_of_teacher = try_teacher(settings, control, console)
    code, outcome = _ended(run_together(settings, control, found), console, found)
    return code, outcome | ({"worth": worth_of_teacher} if worth_of_teacher else {})


def resume(arguments: Namespace, control: RunControl, console: Console) -> tuple[int, dict[str, Any]]:
    """Go on with a run from its last checkpoint."""
    if not os.path.isfile(arguments.run / "settings.toml"):  # noqa: PTH113 (Path.is_file raises for long names)
        raise not_a_run(arguments.run)
    settings = load_settings(arguments.run / "settings.toml", arguments.set)
    found = CommandFindings(console)
    return _ended(run_together(settings, control, found, resume=arguments.run), console, found)


def check(arguments: Namespace, control: RunControl, console: Console) -> tuple[int, dict[str, Any]]:
    """Everything that a run would meet, without training; or the classes of its folders, for the settings file."""
    if arguments.propose:
        return _proposed(load_settings(arguments.settings, arguments.set).data, control, console)
    found, settings = CommandFindings(console), load_settings(arguments.settings, arguments.set)
    problems, in_vain = preflight.check(settings, control, found), set_in_vain(settings)
    for name, when in in_vain.items():
        console.say(f"NOTE {name}: out of use now; it acts only when {when}.")
    for problem in problems:
        console.say(f"{problem.severity.upper()} {problem.setting}: {problem.message} {problem.remedy}".rstrip())
    console.say(found.summary(problems))
    failed = any(problem.severity == "error" for problem in problems)
    return (FAILURE if failed else SUCCESS), {
        "problems": [asdict(problem) for problem in problems],
        "out_of_use": in_vain,
        "alerts": found.alerts,
        "data": found.newest(DataScanned),
        "shortcuts": found.newest(ShortcutsAudited),
        "teacher": found.newest(TeacherChecked),
    }


def _proposed(data: DataSettings, control: RunControl, console: Console) -> tuple[int, dict[str, Any]]:
    folders = find_classes(data, control)
    chosen = choices_of(folders)
    taken = proposed(folders, chosen)
    left = undecided(folders, taken | chosen)
    lines = class_lines(folders)
    for line in (HOW_TO_PASTE, "", *lines.splitlines()):
        console.say(line)
    return SUCCESS, {
        "classes": chosen | taken,
        "proposed": taken,
        "undecided": list(dict.fromkeys(folder.path for folder in left)),
        "folders": [
            {"folder": f.place, "path": f.path, "class": kind, "images": f.images, "formats": f.formats, "size": f.size}
            for f, kind in walk(folders, taken | chosen)
        ],
        "toml": lines,
    }


def lr_range(arguments: Namespace, control: RunControl, console: Console) -> tuple[int, dict[str, Any]]:
    """Which learning rate stage 2 should take, from short bursts at each."""
    found = range_test(load_settings(arguments.settings, arguments.set), control, console)
    for rate, loss in zip(found.learning_rates, found.losses, strict=True):
        console.say(f"{exact(rate):>8}  {number(loss)}{'  take this' if rate == found.suggested else ''}")
    if found.suggested is None:
        console.say("At none of these rates did the loss fall. Check the teacher and the labels.")
    return SUCCESS, asdict(found)


def replay_step(arguments: Namespace, control: RunControl, console: Console) -> tuple[int, dict[str, Any]]:
    """Compute the step of an incident again."""
    found = replay(arguments.incident, control, console)
    console.say(f"{found.message} (step {found.step})")
    console.say(f"Loss then {found.loss_then:.9g}, now {found.loss:.9g}.")
    same = "the same bits" if found.equal else "other bits"
    device = "" if found.exact else " It was computed on another device, where a CPU cannot have the same bits."
    console.say(f"Loss and gradients have {same}.{device}")
    return (SUCCESS if found.equal or not found.exact else FAILURE), asdict(found)


def demo(arguments: Namespace, control: RunControl, console: Console) -> tuple[int, dict[str, Any]]:
    """Train on the demo's photographs: distilled, and from labels only as the control."""
    found = CommandFindings(console)
    outcome = run_demo(arguments.output, arguments.set, control, found)
    if outcome.failed is not None:
        return _ended(outcome.failed, console, found)
    console.say()
    console.say(f"{'':<28}{'validation AUC':>16}{'unseen generator AUC':>22}")
    names = (("teacher", "Teacher"), ("student", "Student, distilled"), ("labels_only", "Student, labels only"))
    for key, title in names:
        figures = outcome.figures[key]
        console.say(f"{title:<28}{number(figures['auc']):>16}{number(figures['unseen_auc']):>22}")
    console.say(f"Weights: {outcome.figures['weights']}")
    console.say(found.summary())
    return SUCCESS, outcome.figures | {"alerts": found.alerts, "shortcuts": found.newest(ShortcutsAudited)}


def drill(arguments: Namespace, control: RunControl, console: Console) -> tuple[int, dict[str, Any]]:
    """The demo's run with each failure switched on."""
    outcomes = run_drills(arguments.only, control, console, arguments.set)
    passed = sum(outcome.passed for outcome in outcomes)
    console.say(f"{passed} of {len(outcomes)} drills ended as they should.")
    return (SUCCESS if passed == len(outcomes) else FAILURE), {"drills": [asdict(outcome) for outcome in outcomes]}


def selftest(_: Namespace, control: RunControl, console: Console) -> tuple[int, dict[str, Any]]:
    """Whether the program works on this computer."""
    checks = run_checks(control)
    for item in checks:
        console.say(f"{'ok    ' if item.ok else 'FAILED'}  {item.name}: {item.detail}")
    return (SUCCESS if all(item.ok for item in checks) else FAILURE), {"checks": [asdict(item) for item in checks]}


def cache(arguments: Namespace, _: RunControl, console: Console) -> tuple[int, dict[str, Any]]:
    """What the caches take on disk; deletes them where told to."""
    folder = cache_folder(MachineSettings(cache_folder=arguments.folder))
    held = cache_bytes(folder)
    if arguments.clear:
        clear_caches(folder)
    deed = "deleted" if arguments.clear else "kept"
    for name, size in held.items():
        console.say(f"{name.capitalize()} {deed}: {size / 1e6:,.1f} MB")
    console.say(f"Cache folder: {folder}")
    return SUCCESS, {"folder": str(folder), "bytes": held, "cleared": arguments.clear}


def support(arguments: Namespace, _: RunControl, console: Console) -> tuple[int, dict[str, Any]]:
    """One zip for whoever is asked for help."""
    target = arguments.output or Path(f"patchdistill-support-{datetime.now():%Y%m%d-%H%M%S}.zip")
    path = write_support_file(target, arguments.run, overwrite=arguments.overwrite)
    console.say(f"Support file: {path}. It holds no pictures; look into it before you pass it on.")
    return SUCCESS, {"support": str(path.absolute())}


COMMANDS: dict[str, CommandFunction] = {
    "train": train,
    "resume": resume,
    "replay": replay_step,
    "check": check,
    "lr-range": lr_range,
    "fit-teacher": fit,
    "worth": worth,
    "evaluate": evaluate,
    "score": score,
    "export": export_student,
    "report": report,
    "demo": demo,
    "cache": cache,
    "drill": drill,
    "queue": change_queue,
    "study": compare,
    "support": support,
    "selftest": selftest,
}


def _ended(result: RunResult, console: Console, found: CommandFindings) -> tuple[int, dict[str, Any]]:
    account = _account(result, found)
    if result.error is not None:
        raise FailedRunError(result.error, account)
    if result.state is FinishReason.STOPPED:
        console.say(f'Stopped and saved. Go on with: resume "{result.run}"')
    if found.alerts:  # of a run that has nothing to tell, nobody has looked at everything
        console.say(found.summary())
    return (INTERRUPTED if result.state is FinishReason.STOPPED else SUCCESS), account


def _account(result: RunResult, found: CommandFindings) -> dict[str, Any]:
    """What is known of a run, however it ended; without a folder it failed before it had one."""
    saved = result.run is not None and (result.run / "checkpoints" / "last.pt").is_file()
    return {
        "run": str(result.run) if result.run else None,
        "weights": str(result.weights) if result.weights else None,
        "state": str(result.state),
        "step": found.step,
        "resumable": saved and result.state is not FinishReason.FINISHED,
        "best": asdict(result.best) if result.best else None,
        "seconds": round(result.seconds, 2),
        "changes": found.changes,
        "alerts": found.alerts,
        "shortcuts": found.newest(ShortcutsAudited),
    }
