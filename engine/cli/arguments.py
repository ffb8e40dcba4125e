"""The command line's words."""

import argparse
from pathlib import Path
from typing import NoReturn

from engine.errors import Problem, SettingsError
from engine.export import FORMATS


class Parser(argparse.ArgumentParser):
    """Raises SettingsError for wrong words instead of ending the program, so that they too can be told as JSON."""

    def error(self, message: str) -> NoReturn:
        """Called by argparse."""
        raise SettingsError([Problem("", f"{message[:1].upper()}{message[1:]}.", f"See {self.prog} --help.")])


def make_parser() -> argparse.ArgumentParser:
    """Parser of all sub-commands; without one, the window opens."""
    parser = Parser(
        prog="patchdistill",
        description="Trains a tiny deepfake-image detector from a large one. Without a command, the window opens.",
    )
    parser.add_argument("--version", action="store_true", help="print the version and leave")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    common = Parser(add_help=False)
    common.add_argument("--json", action="store_true", help="print one JSON object as the last line")
    with_set = Parser(add_help=False)
    with_set.add_argument("--set", action="append", default=[], metavar="section.key=value", help="change a setting")

    demo = commands.add_parser("demo", parents=[common, with_set], help="train on the demo's photographs, both stages")
    demo.add_argument("--output", type=Path, help="folder for the demo's runs")
    for name, text in (
        ("check", "look at settings, images and teacher without training"),
        ("train", "train a student"),
        ("lr-range", "try learning rates for stage 2 in short bursts"),
    ):
        command = commands.add_parser(name, parents=[common, with_set], help=text)
        command.add_argument("settings", type=Path, metavar="SETTINGS", help="settings file (TOML)")
    resume = commands.add_parser("resume", parents=[common, with_set], help="go on with a stopped run")
    resume.add_argument("run", type=Path, metavar="RUN", help="run folder")
    again = commands.add_parser("replay", parents=[common], help="compute a kept step again and compare the bits")
    again.add_argument("incident", type=Path, metavar="INCIDENT", help="a file in the folder incidents of a run")
    evaluate = commands.add_parser("evaluate", parents=[common], help="figures of a checkpoint on labelled images")
    evaluate.add_argument("weights", type=Path, metavar="WEIGHTS", help="student or teacher checkpoint")
    evaluate.add_argument("--data", type=Path, required=True, metavar="DIR", help="labelled folder or CSV")
    score = commands.add_parser("score", parents=[common], help="score images; above 0.5 means fake")
    score.add_argument("weights", type=Path, metavar="WEIGHTS", help="student or teacher checkpoint")
    score.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="images and folders")
    score.add_argument("--csv", type=Path, metavar="FILE", help="write path, logit, probability and decision")
    score.add_argument("--heatmaps", type=Path, metavar="DIR", help="write a picture of the patch map for each image")
    for command in (evaluate, score):
        command.add_argument("--filter", help="input filter, where the checkpoint does not say")
        command.add_argument("--size", type=int, help="input size in pixels, where the checkpoint does not say")
        command.add_argument("--view", choices=("resize", "crop"), help="view, where the checkpoint does not say")
    _add_leaving(commands, common)
    cache = commands.add_parser("cache", parents=[common], help="what decoded images and teacher maps take on disk")
    cache.add_argument("--folder", type=Path, metavar="DIR", help="cache folder, if a run's settings name one")
    cache.add_argument("--clear", action="store_true", help="delete them; they are made again when they are needed")
    drill = commands.add_parser("drill", parents=[common, with_set], help="provoke each failure in the demo's run")
    drill.add_argument("--only", nargs="+", default=[], metavar="NAME", help="drills to do (default: all)")
    commands.add_parser("selftest", parents=[common], help="check that the program works on this computer")
    return parser


def _add_leaving(commands: "argparse._SubParsersAction[Parser]", common: Parser) -> None:
    """The commands by which a student leaves; `prove` is what `export` starts, and nobody else."""
    export = commands.add_parser("export", parents=[common], help="write a proven student for use elsewhere")
    export.add_argument("source", type=Path, metavar="RUN_OR_WEIGHTS", help="run folder, or a file of weights")
    export.add_argument(
        "--format",
        metavar="NAMES",
        help=f"formats, separated by commas: {', '.join(FORMATS)} (default: all)",
    )
    export.add_argument("--output", type=Path, metavar="DIR", help="folder for the files (exports, beside the weights)")
    export.add_argument("--overwrite", action="store_true", help="replace files that are there already")
    export.add_argument("--data", type=Path, metavar="DIR", help="labelled images to prove on, instead of the run's")
    export.add_argument("--accept-weak", action="store_true", help="export a student that hardly tells real from fake")
    export.add_argument(
        "--accept-suspect", action="store_true", help="export a student that was kept while its run was ill"
    )
    report = commands.add_parser("report", parents=[common], help="write a run's report card, one HTML file")
    report.add_argument("run", type=Path, metavar="RUN", help="run folder")
    report.add_argument("--output", type=Path, metavar="FILE", help="where to (report.html in the run's folder)")
    prove = commands.add_parser("prove")
    for name, kind in (("kind", str), ("file", Path), ("folder", Path)):
        prove.add_argument(name, type=kind)
