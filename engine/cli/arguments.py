"""The command line's words."""

import argparse
import math
import sys
from pathlib import Path
from typing import NoReturn, TypeAlias, get_args

from engine.errors import Problem, SettingsError
from engine.export import FORMATS
from engine.settings.base import FilterName, NormalisationName


class Parser(argparse.ArgumentParser):
    """Raises SettingsError for wrong words instead of ending the program, so that they too can be told as JSON."""

    def error(self, message: str) -> NoReturn:
        """Called by argparse."""
        raise SettingsError([Problem("", f"{message[:1].upper()}{message[1:]}.", f"See {self.prog} --help.")])


QUEUE_ACTIONS = ("list", "add", "control", "move", "remove", "again", "run")
Commands: TypeAlias = "argparse._SubParsersAction[Parser]"


def make_parser() -> argparse.ArgumentParser:
    """Parser of all sub-commands; without one, the window opens."""
    parser = Parser(
        prog=_as_typed(),
        description="Trains a tiny deepfake-image detector from a large one. Without a command, the window opens.",
    )
    parser.add_argument("--version", action="store_true", help="print the version and leave")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    common = Parser(add_help=False)
    common.add_argument("--json", action="store_true", help="print one JSON object as the last line")
    with_set = Parser(add_help=False)
    with_set.add_argument("--set", action="append", default=[], metavar="section.key=value", help="change a setting")

    demo = _add(commands, "demo", "train on the demo's photographs, with the teacher and without", common, with_set)
    demo.add_argument("--output", type=_path, metavar="DIR", help="folder for the demo's runs")
    _add_reading_settings(commands, common, with_set)
    resume = _add(commands, "resume", "go on with a stopped, failed or interrupted run", common, with_set)
    resume.add_argument("run", type=_path, metavar="RUN", help="run folder")
    again = _add(commands, "replay", "compute a kept step again and compare the bits", common)
    again.add_argument("incident", type=_path, metavar="INCIDENT", help="a file in the folder incidents of a run")
    score = _add_judging(commands, common)
    for command in (score, *_add_leaving(commands, common)):
        command.add_argument("--overwrite", action="store_true", help="replace files that are there already")
    cache = _add(commands, "cache", "say what decoded images and teacher maps take on disk, or delete them", common)
    cache.add_argument("--folder", type=_path, metavar="DIR", help="cache folder, if a run's settings name one")
    cache.add_argument("--clear", action="store_true", help="delete them; they are made again when they are needed")
    drill = _add(commands, "drill", "provoke each failure in the demo's run", common, with_set)
    drill.add_argument("--only", nargs="+", default=[], metavar="NAME", help="drills to do (default: all)")
    _add_queue(commands, common, with_set)
    support = _add(commands, "support", "write versions, logs and a run's settings and events into one zip", common)
    support.add_argument("run", type=_path, nargs="?", metavar="RUN", help="run folder")
    support.add_argument("--output", type=_path, metavar="FILE", help="zip to write (default: here, named by the time)")
    support.add_argument("--overwrite", action="store_true", help="replace a file that is there already")
    _add(commands, "selftest", "check that the program works on this computer", common)
    return parser


def _add_reading_settings(commands: Commands, common: Parser, with_set: Parser) -> None:
    """Those that are given a settings file."""
    for name, text in (
        ("check", "look at settings, images and teacher without training"),
        ("train", "train a student"),
        ("lr-range", "try learning rates for stage 2 in short bursts"),
        ("fit-teacher", "fit the head of a teacher that is at chance to your images"),
        ("worth", "say whether the teacher will help, from short trainings"),
    ):
        command = _add(commands, name, text, common, with_set)
        command.add_argument("settings", type=_path, metavar="SETTINGS", help="settings file (TOML)")
    commands.choices["check"].add_argument(
        "--propose",
        action="store_true",
        help="only print lines for the settings file that say which folders are real, fake or left out",
    )
    commands.choices["train"].add_argument(
        "--try-teacher", action="store_true", help="first try it, and learn from labels only where it costs"
    )
    worth = commands.choices["worth"]
    worth.add_argument("--seeds", type=_count, metavar="NUMBER", help="pairs of short trainings (default: 3)")
    worth.add_argument("--steps", type=_count, metavar="NUMBER", help="steps of each (default: 320)")
    fit = commands.choices["fit-teacher"]
    fit.add_argument("--output", type=_path, metavar="FILE", help="file to write (default: beside it, named -fitted)")
    fit.add_argument(
        "--images", type=_count, metavar="NUMBER", help="training images to fit to, at most (default: 5000)"
    )
    fit.add_argument("--overwrite", action="store_true", help="replace a file that is there already")


def _add_judging(commands: Commands, common: Parser) -> Parser:
    """evaluate and score; returns the latter, which writes files."""
    evaluate = _add(commands, "evaluate", "figures of a checkpoint on labelled images", common)
    evaluate.add_argument("weights", type=_path, metavar="WEIGHTS", help="student or teacher checkpoint")
    evaluate.add_argument("--data", type=_path, required=True, metavar="DIR", help="labelled folder or CSV")
    evaluate.add_argument("--real", nargs="+", metavar="NAME", help="folders or labels that mean a real photograph")
    evaluate.add_argument("--fake", nargs="+", metavar="NAME", help="folders or labels that mean a generated picture")
    score = _add(commands, "score", "probability of being fake, for images and folders", common)
    score.add_argument("weights", type=_path, metavar="WEIGHTS", help="student or teacher checkpoint")
    score.add_argument("paths", type=_path, nargs="+", metavar="PATH", help="images and folders")
    score.add_argument("--csv", type=_path, metavar="FILE", help="write path, logit, probability and decision")
    limit = score.add_mutually_exclusive_group()
    limit.add_argument("--threshold", type=_number, metavar="LOGIT", help="call fake what lies above this logit")
    limit.add_argument(
        "--false-alarms",
        type=_number,
        metavar="SHARE",
        help="take the threshold that the checkpoint notes for this share of real pictures called fake: 0.05 or 0.01",
    )
    score.add_argument(
        "--heatmaps",
        type=_path,
        metavar="DIR",
        help="write a picture of each image's patch map: cat.png for cat.jpg, cat (2).png for another cat",
    )
    for command in (evaluate, score):
        _add_input(command)
        command.add_argument("--size", type=int, help="input size in pixels, if not the one that the checkpoint notes")
        command.add_argument(
            "--view",
            choices=("resize", "crop"),
            help="view, if not the one that the checkpoint notes: scaled to the size, or at the picture's own size",
        )
    return score


def _add(commands: Commands, name: str, text: str, *parents: Parser) -> Parser:
    """A command, with its words in the list of commands and in its own help."""
    return commands.add_parser(name, parents=parents, help=text, description=f"{text[0].upper()}{text[1:]}.")


def _add_queue(commands: Commands, common: Parser, with_set: Parser) -> None:
    """The commands that do runs one after the other."""
    queue = _add(commands, "queue", "keep a list of runs to do, and do them one after the other", common, with_set)
    queue.add_argument("action", nargs="?", default="list", choices=QUEUE_ACTIONS, help="what to do (default: list)")
    queue.add_argument("what", nargs="*", metavar="SETTINGS_OR_NUMBER", help="settings files to add, or entries")
    queue.add_argument("--to", type=int, metavar="PLACE", help="with move: the entry's new place, counted from 1")
    study = _add(
        commands, "study", "train with several values of settings and several seeds, and compare", common, with_set
    )
    study.add_argument(
        "settings", type=_path, nargs="?", metavar="SETTINGS", help="settings file (TOML); none: table only"
    )
    study.add_argument(
        "--vary", action="append", default=[], metavar="section.key=VALUE,VALUE", help="a setting and its values"
    )
    study.add_argument("--seeds", type=int, nargs="+", metavar="SEED", help="seeds (default: that of the settings)")
    study.add_argument("--control", action="store_true", help="beside each run the same from labels only")
    study.add_argument("--name", metavar="NAME", help="name of the study (default: that of the settings file)")
    study.add_argument("--add-only", action="store_true", help="put the runs into the queue without running them")
    for command in (queue, study):
        command.add_argument("--queue", type=_path, metavar="DIR", help="folder of the queue (default: the window's)")


def _add_input(command: Parser) -> None:
    """How a network's images are prepared, for weights that do not note it."""
    filters, normalisations = (", ".join(get_args(names)) for names in (FilterName, NormalisationName))
    command.add_argument("--filter", help=f"input filter, if not the one that the checkpoint notes: {filters}")
    command.add_argument(
        "--normalisation", help=f"scaling of pixels before it, if not the one that is noted: {normalisations}"
    )


def _add_leaving(commands: Commands, common: Parser) -> tuple[Parser, Parser]:
    """The commands by which a student leaves."""
    export = _add(commands, "export", "write a proven student for use elsewhere", common)
    export.add_argument("source", type=_path, metavar="RUN_OR_WEIGHTS", help="run folder, or a file of weights")
    export.add_argument(
        "--format",
        metavar="NAMES",
        help=f"formats, separated by commas: {', '.join(FORMATS)} (default: all)",
    )
    export.add_argument(
        "--output", type=_path, metavar="DIR", help="folder for the files (default: exports, beside the weights)"
    )
    export.add_argument("--data", type=_path, metavar="DIR", help="labelled images to prove on, instead of the run's")
    _add_input(export)
    export.add_argument("--accept-weak", action="store_true", help="export a student that hardly tells real from fake")
    export.add_argument(
        "--accept-suspect", action="store_true", help="export a student that was kept while its run was ill"
    )
    report = _add(commands, "report", "write a run's report card, one HTML file", common)
    report.add_argument("run", type=_path, metavar="RUN", help="run folder")
    report.add_argument(
        "--output", type=_path, metavar="FILE", help="file to write (default: report.html in the run's folder, anew)"
    )
    return export, report


def _path(text: str) -> Path:
    """A path as typed; an empty one, such as a variable that is not set, would be the present folder."""
    if not text.strip():
        raise argparse.ArgumentTypeError("the path is empty")
    return Path(text)


def _number(text: str) -> float:
    """A finite number."""
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise argparse.ArgumentTypeError(f"{text!r} is no number")
    return number


def _count(text: str) -> int:
    """A whole number above 1."""
    if not text.isdecimal() or int(text) < 2:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number above 1")
    return int(text)


def _as_typed() -> str:
    """How users call the program, so that they can type what a message tells them."""
    return Path(sys.executable).stem if getattr(sys, "frozen", False) else "python main.py"
