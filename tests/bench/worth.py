"""What teachers are worth on the demo's tiles, and whether the short test before a run says so.

    python -m tests.bench.worth [--seeds 3] [--trials 2] [--kept] [--write]

The demo's teacher, and two that know less than the student becomes: Tiny-LaDeDas of width 4 that learned from labels
for one and for three epochs. With each, students are trained for as many steps as 8 epochs have, and beside them from
labels only, from the same weights on the same batches; figures are of the last step, not of the best epoch. Then the
short test, as the command `worth` does it, on seeds of its own. What is measured is kept in the folder WORK at once,
so a command that was stopped goes on; --kept shows only that.
"""

import argparse
import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import torch

from engine.control import RunControl
from engine.demo.images import DemoData, build_demo_data
from engine.demo.training import LABELS_ONLY, demo_settings
from engine.evaluation.evaluate import Judge, evaluate
from engine.run.bursts import throw_away_run
from engine.run.run import run
from engine.run.teacher_worth import SEEDS, STEPS, ShortTrainings, judged_pair, worth_of
from engine.settings.toml_file import quoted
from engine.training.context import RunContext
from tests.bench.readme import write_table
from tests.bench.recipes import WORK, cell, line

LONG = 552  # steps of 8 epochs
FIRST_SEED, FIRST_TRIAL = 1, 11  # no long training has the seed of a short one
NARROW = ("student.width=4", "seed=99", *LABELS_ONLY)
CONTROL, GOOD = "labels only", "distilled, the demo's teacher (0.980)"
WEAKER = {
    "distilled, weakest teacher (0.728)": ("stage2.epochs=1", "stage2.warmup_epochs=0.3"),
    "distilled, weaker teacher (0.900)": ("stage2.epochs=3",),
}


@dataclass(frozen=True, slots=True)
class Place:
    """The demo's data, and where things are kept."""

    data: DemoData
    work: Path

    def told(self, teacher: Path) -> tuple[str, ...]:
        """Overrides of every run."""
        caches = f"machine.cache_folder={quoted(self.work / 'caches')}"
        return f"teacher.checkpoint={quoted(teacher)}", caches, "teacher.accept_weak=true"

    def weaker(self, length: tuple[str, ...]) -> Path:
        """A narrow teacher, trained where it is not there yet."""
        kept = self.work / f"{length[0].replace('=', '-')}.pth"
        if not kept.exists():
            places = (f"output.folder={quoted(self.work / kept.stem)}", *self.told(self.data.teacher))
            found = run(demo_settings(self.data, (*places, *NARROW, *length)), RunControl(), lambda _event: None)
            assert found.weights is not None
            shutil.copyfile(found.weights, kept)
        return kept

    @contextmanager
    def opened(self, teacher: Path) -> Iterator[RunContext]:
        """A run with that teacher, ready to be trained on and thrown away."""
        settings = demo_settings(self.data, self.told(teacher))
        warmup = {"warmup_epochs": settings.stage2.warmup_epochs / settings.stage2.epochs}
        with throw_away_run(settings, "bench", RunControl(), lambda _event: None, warmup) as context:
            yield context


class Kept:
    """Figures by name, in a JSON-lines file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        self.found: dict[str, list[float]] = {record["of"]: record["figures"] for record in map(json.loads, lines)}

    def measure(self, of: str, measure: Callable[[], Iterable[float]]) -> None:
        """Measure what is not there yet."""
        if of in self.found:
            return
        self.found[of] = list(measure())
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"of": of, "figures": self.found[of]}) + "\n")
        print(of, self.found[of], flush=True)

    def seeds(self, of: str) -> list[list[float]]:
        """The figures of each seed that was measured."""
        return [figures for name, figures in self.found.items() if name.startswith(f"{of}, seed ")]


def measure(place: Place, kept: Kept, seeds: int, trials: int) -> None:
    """All trainings, the short ones first."""
    weaker = {name: place.weaker(length) for name, length in WEAKER.items()}
    for name, teacher in (weaker | {GOOD: place.data.teacher}).items():
        with place.opened(teacher) as context:
            for trial in range(trials):
                first = FIRST_TRIAL + SEEDS * trial
                kept.measure(f"test, {name}, seed {first}", partial(_test, context, first))
            for seed in range(FIRST_SEED, FIRST_SEED + seeds):
                kept.measure(f"{name}, seed {seed}", partial(_long, context, seed, with_teacher=True))
                kept.measure(f"{CONTROL}, seed {seed}", partial(_long, context, seed, with_teacher=False))


def _long(context: RunContext, seed: int, *, with_teacher: bool) -> list[float]:
    """AUC on validation and on the unseen generator."""
    student = ShortTrainings(context, LONG, 1, lambda _event: None).student(seed, with_teacher=with_teacher)
    judge = Judge(student, context.settings.student)
    assert context.test is not None
    found = (
        evaluate(judge, images, context.device, lambda _d, _t: None) for images in (context.validation, context.test)
    )
    return [result.overall.auc or 0.0 for result in found]


def _test(context: RunContext, first: int) -> list[float]:
    """Gain and its standard error, as the command has them."""
    trainings = ShortTrainings(context, STEPS, 2 * SEEDS, lambda _event: None)
    pairs = [judged_pair(trainings, first + number, context.validation) for number in range(SEEDS)]
    found = worth_of(pairs, STEPS, context.teacher_auc)
    return [found.gain, found.error]


def table(kept: Kept) -> str:
    """A Markdown row for each way, and what the test said before."""
    titles = ("", "validation", "unseen generator", "gain over its control", "the short test said")
    rows = [line(titles), "|---" * len(titles) + "|"]
    control = {name.rpartition(" ")[2]: figures for name, figures in kept.found.items() if name.startswith(CONTROL)}
    for name in (CONTROL, *WEAKER, GOOD):
        own = {of.rpartition(" ")[2]: figures for of, figures in kept.found.items() if of.startswith(f"{name}, seed ")}
        gains = [figures[0] - control[seed][0] for seed, figures in own.items() if name != CONTROL and seed in control]
        told = "; ".join(f"{gain:+.3f} +- {error:.3f}" for gain, error in kept.seeds(f"test, {name}"))
        columns = map(cell, zip(*own.values(), strict=True))
        rows.append(line((name, *columns, _gains(gains), told)))
    return "\n".join(rows)


def _gains(gains: list[float]) -> str:
    return ", ".join(f"{gain:+.3f}" for gain in gains)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--trials", type=int, default=2)
    parser.add_argument("--kept", action="store_true", help="train nothing: only what was measured before")
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    parser.add_argument("--work", type=Path, default=WORK)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    work = arguments.work / "worth"
    work.mkdir(parents=True, exist_ok=True)
    kept = Kept(work / "figures.jsonl")
    if not arguments.kept:
        measure(Place(build_demo_data(), work), kept, arguments.seeds, arguments.trials)
    text = table(kept)
    print(text)
    if arguments.write:
        write_table("worth", text)


if __name__ == "__main__":
    main()
