"""Compares recipes on the demo's data, or on a set of one's own, at several lengths.

    python -m tests.bench.recipes [--epochs 20 8 60] [--seeds 5] [--only NAME ...] [--write]
    python -m tests.bench.recipes --set FOLDER --teachers better --first-seed 0 --only NAME ...

Prints Markdown tables: mean and range over seeds of the AUC on validation images and on those of the unseen generator,
sound, as JPEG once more, and blurred before that. The figures of each training are kept in the folder WORK as soon as
it is done, so a command that was stopped goes on, and a part can be measured with --only. Each training takes one
thread. What the program does by default is chosen on a set that `tests.bench.other_set` builds, with seeds 0 to 2, and
the table is made on the demo's with seeds from 3 on.
"""

import argparse
import multiprocessing
import os
import statistics
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import suppress
from dataclasses import astuple, dataclass
from pathlib import Path

import platformdirs

from engine.demo.images import DemoData, build_demo_data
from engine.demo.training import LABELS_ONLY
from engine.number_words import percent
from tests.bench.readme import write_table
from tests.bench.trainings import REPLACED, Bench, Figures, NotMeasuredError, Training

SPAWN = multiprocessing.get_context("spawn")  # torch computes in threads, which a fork would lose
SHARES = (0.1, 0.02)  # of the labels
SHORT = 8  # epochs at which few labels and recipes that hardly learn are tried
SEEDS = {60: 3}  # at most: the longest trainings are too slow for more
DEFAULT, NEVER = "**recommended**", "never fading"
WORK = platformdirs.user_cache_path("PatchDistill", appauthor=False) / "bench"
NO_FADE = "loss.distill_fade='none'"
TO_ZERO = ("loss.distill_fade='cosine'", "loss.distill_floor=0")
RECIPES: dict[str, tuple[str, ...]] = {
    "labels only": LABELS_ONLY,
    DEFAULT: (),
    "fading to 0": TO_ZERO,
    NEVER: (NO_FADE,),
    "never fading, alpha_distill 1": (NO_FADE, "loss.alpha_distill=1"),
}
CANDIDATES: dict[str, tuple[str, ...]] = {
    "fading to a third": ("loss.distill_fade='cosine'", "loss.distill_floor=0.33"),
}
HARDLY_LEARN: dict[str, tuple[str, ...]] = {
    "raw MSE, Adam 2e-4 (the paper's)": (
        "loss.alpha_distill=1",
        "loss.alpha_task=0",
        "loss.use_kl_loss=false",
        "loss.enable_scale_matching=false",
        "loss.relation_weight=0",
        "loss.variance_weight=0",
        "loss.saturation_weight=0",
        "loss.gradient_clip_norm=0",
        "loss.gradient_clip_value=0",
        "stage1.enabled=false",
        "stage2.head_lr=2e-4",
        "stage2.backbone_lr=2e-4",
        "stage2.weight_decay=0",
        "stage2.schedule='constant'",
        "stage2.warmup_epochs=0",
    ),
    "conservative preset, from random weights": ("preset='conservative'",),
}
HARDLY_LEARN[REPLACED] = ()
TABLE = {**RECIPES, **HARDLY_LEARN}
ALL = {**TABLE, **CANDIDATES}
FEW = (*list(RECIPES)[:4], *CANDIDATES)  # those that few labels are tried with
TITLES = ("validation", "unseen generator", "the same, JPEG 85", "blurred, then JPEG 85")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: one recipe at one length, with a share of the labels."""

    name: str
    epochs: int
    labels: float = 1.0


Measured = dict[Row, list[Figures]]  # one for each seed


def main() -> None:
    arguments = _arguments()
    data = [DemoData(arguments.set, arguments.set / f"{name}.safetensors") for name in arguments.teachers]
    texts = [_measured(each, arguments) for each in data or [build_demo_data()]]
    print("\n\n".join(text for tables in texts for text in tables if text))
    if arguments.write:
        for name, text in zip(("recipes", "recipes_few_labels"), texts[0], strict=True):
            if text:
                write_table(name, text)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--epochs", type=int, nargs="+", default=[20, 8, 60])
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--first-seed", type=int, default=3)
    parser.add_argument("--only", nargs="*", choices=ALL, default=list(TABLE), metavar="NAME")
    parser.add_argument("--labels", type=float, nargs="*", default=SHARES, metavar="SHARE", help="few labels, too")
    parser.add_argument("--set", type=Path, metavar="FOLDER", help="instead of the demo's data")
    parser.add_argument("--teachers", nargs="*", default=[], metavar="NAME", help="of --set: weaker, better, demo")
    parser.add_argument("--work", type=Path, default=WORK)
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    parser.add_argument("--kept", action="store_true", help="train nothing: only what was measured before")
    parser.add_argument("--write", action="store_true", help="put the tables into README.md")
    return parser.parse_args()


def _measured(data: DemoData, arguments: argparse.Namespace) -> list[str]:
    """The tables of one set and teacher; the one with few labels only where their length is asked for."""
    lengths = [(name, epochs) for epochs in arguments.epochs for name in arguments.only]
    rows = [Row(name, epochs) for name, epochs in lengths if epochs == SHORT or name not in HARDLY_LEARN]
    short = [row.name for row in rows if row.epochs == SHORT and row.name in FEW]
    few = [Row(name, SHORT, share) for name in short for share in arguments.labels]
    prepared = (data, arguments.work, not arguments.kept)
    with ProcessPoolExecutor(arguments.processes, SPAWN, _prepare, prepared) as pool:
        jobs: dict[Row, list[Future[Figures]]] = {}
        for row in (*rows, *few):
            seeds = range(arguments.first_seed, arguments.first_seed + min(arguments.seeds, SEEDS.get(row.epochs, 99)))
            jobs[row] = [pool.submit(_measure, row, seed) for seed in seeds]
        teacher = pool.submit(_measure_teacher).result()
        measured = {row: found for row, asked in jobs.items() if (found := list(_found(asked)))}
    rows = sorted((row for row in rows if row in measured), key=lambda row: row.epochs)
    return [table(teacher, measured, rows), few_labels(measured, [row for row in few if row in measured])]


def _found(jobs: Iterable[Future[Figures]]) -> Iterator[Figures]:
    """The figures of all that was measured."""
    for job in jobs:
        with suppress(NotMeasuredError):
            yield job.result()


class _Own:
    """What a process prepares once for all its trainings."""

    bench: Bench


def _prepare(data: DemoData, work: Path, measures: bool) -> None:
    _Own.bench = Bench(data, work, measures=measures)


def _measure(row: Row, seed: int) -> Figures:
    if row.name == REPLACED:
        return _Own.bench.replaced(row.epochs, seed)
    return _Own.bench.trained(Training(ALL[row.name], row.epochs, seed, row.labels))


def _measure_teacher() -> Figures:
    return _Own.bench.teacher()


def table(teacher: Figures, measured: Measured, rows: Sequence[Row]) -> str:
    """A Markdown row for the teacher, then for each recipe at each length."""
    titles = ("recipe", "epochs", "seeds", *TITLES)
    lines = [
        line(titles),
        "|---" * len(titles) + "|",
        line(["teacher", "", "", *map("{:.3f}".format, astuple(teacher))]),
    ]
    for row in rows:
        cells = map(cell, zip(*map(astuple, measured[row]), strict=True))
        lines.append(line([row.name, str(row.epochs), str(len(measured[row])), *cells]))
    return "\n".join(lines)


def few_labels(measured: Measured, rows: Sequence[Row]) -> str:
    """A Markdown row for each recipe: AUC on validation images, by share of labels; empty without rows."""
    if not rows:
        return ""
    shares = list(dict.fromkeys(row.labels for row in rows))
    titles = ["recipe", *(f"{percent(share)} labels" for share in shares)]
    lines = [line(titles), "|---" * len(titles) + "|"]
    for name in dict.fromkeys(row.name for row in rows):
        columns = [[figures.validation for figures in measured.get(Row(name, SHORT, share), [])] for share in shares]
        lines.append(line([name, *(cell(values) if values else "" for values in columns)]))
    return "\n".join(lines)


def line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def cell(values: Sequence[float]) -> str:
    return f"{statistics.mean(values):.3f} ({min(values):.3f}-{max(values):.3f})"


if __name__ == "__main__":
    main()
