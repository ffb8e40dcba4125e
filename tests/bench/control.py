"""What a run delivers whose teacher may cost: the better of a distilled student and its own control, on the demo.

    python -m tests.bench.control [--seeds 1 2 3 4 5] [--kept] [--write]

Teachers: two that know less than the student becomes (Tiny-LaDeDas of width 4 that learned from labels for one and
for three epochs), the demo's, one of width 8 that learned for eight, and the demo's once more, whose head was lost
and fitted anew. With each and with none a student is trained for 8 epochs by the recommended preset, and judged on
validation and on the unseen generator. A run's stage 3 is its twin from labels only to the bit
(tests/engine/run/test_control_stage.py), so what a run delivers is put together from these trainings by the run's
own rules. Each training is kept in the folder WORK at once; --kept shows only that.
"""

import argparse
import shutil
import statistics
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import torch

from engine.control import RunControl
from engine.data.batches.loader import ImageLoader
from engine.data.scan.scan import scan
from engine.demo.images import build_demo_data
from engine.demo.training import LABELS_ONLY, demo_settings
from engine.evaluation.evaluate import Judge, evaluate
from engine.events import Event, Validated
from engine.models.loading.recognition import load_detector
from engine.run.run import run
from engine.settings import RunSettings
from engine.settings.toml_file import quoted
from engine.training.validation import is_above_teacher
from tests.bench.head_fit import fitted, spoilt
from tests.bench.readme import write_table
from tests.bench.recipes import WORK, cell, line
from tests.bench.worth import WEAKER, Kept, Place

CONTROL, IMAGES = "labels only", 500  # of validation
WIDER = ("student.width=8", "stage2.epochs=8")
TEACHERS: dict[str, tuple[str, ...]] = {
    "0.728 (width 4, 1 epoch)": next(iter(WEAKER.values())),
    "0.900 (width 4, 3 epochs)": list(WEAKER.values())[1],
    "0.980 (the demo's)": (),
    "0.996 (width 8, 8 epochs)": WIDER,
}
FITTED = "0.985 (the demo's, head fitted)"
MOST_TOLD = tuple(TEACHERS)[1:3]


@dataclass(frozen=True, slots=True)
class Student:
    """AUC of a student on validation and on the unseen generator, and its teacher's on validation (0: none)."""

    validation: float
    unseen: float
    teacher: float


class ControlBench:
    """Trains what is asked for on the demo's images, and judges the best student of each run."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.settings = demo_settings(place.data)
        scanned = scan(self.settings.data, 0, RunControl(), lambda _done, _total: None)
        self.judged = (scanned.validation, scanned.test)

    def trained(self, teacher: Path | None, seed: int) -> Iterable[float]:
        """Figures of the best student of a run."""
        taught: list[float] = [0.0]

        def keep(event: Event) -> None:
            if isinstance(event, Validated):
                taught.append(event.teacher_auc or 0.0)

        with tempfile.TemporaryDirectory() as folder:
            told = self.place.told(teacher or self.place.data.teacher)
            alone = () if teacher else LABELS_ONLY
            kept_in = f"output.folder={quoted(Path(folder))}"
            settings = demo_settings(self.place.data, (kept_in, f"seed={seed}", *told, *alone))
            result = run(settings, RunControl(), keep)
            if result.error is not None or result.weights is None:
                raise SystemExit(str(result.error))
            name = teacher.stem if teacher else "none"
            shutil.copyfile(result.weights, self.place.work / f"{name}, seed {seed}.student.pth")
            judge = Judge(load_detector(result.weights), settings.student)
        images = (ImageLoader(entries, self.settings.data, 0) for entries in self.judged)
        found = (evaluate(judge, each, torch.device("cpu"), lambda _done, _total: None) for each in images)
        return [*(each.overall.auc or 0.0 for each in found), taught[-1]]


def measure(place: Place, kept: Kept, seeds: Iterable[int]) -> None:
    """All trainings, one seed after the other; of the teachers that tell most first."""
    bench = ControlBench(place)
    teachers = {name: place.weaker(told) if told else place.data.teacher for name, told in TEACHERS.items()}
    teachers[FITTED] = fitted_teacher(place)
    for names in (MOST_TOLD, [name for name in teachers if name not in MOST_TOLD]):
        for seed in seeds:
            kept.measure(f"{CONTROL}, seed {seed}", partial(bench.trained, None, seed))
            for name in names:
                kept.measure(f"{name}, seed {seed}", partial(bench.trained, teachers[name], seed))


def fitted_teacher(place: Place) -> Path:
    """The demo's teacher with its head shuffled, which leaves it an AUC of 0.7, and then fitted to the images."""
    kept = place.work / "fitted.safetensors"
    if not kept.exists():
        with tempfile.TemporaryDirectory() as folder:
            _, shuffled = next(spoilt(place.data.teacher, Path(folder)))
            fitted(place.data, shuffled, kept, place.work / "caches")
    return kept


def delivered(taught: Student, control: Student) -> Student:
    """What the run would give, by its own rules."""
    is_due = RunSettings().control_is_due(taught.validation, taught.teacher)
    is_better = control.validation > taught.validation
    takes_its_place = is_better and is_above_teacher(control.validation, taught.teacher, IMAGES)
    return control if is_due and takes_its_place else taught


def table(kept: Kept) -> str:
    """A Markdown row for the control and for each teacher; costs are against the control of the same seed."""
    titles = ("teacher", "student", "seeds", "validation", "unseen generator", "costs on validation", "costs on unseen")
    rows = [line(titles), "|---" * len(titles) + "|"]
    controls = of_seeds(kept, CONTROL)
    rows.append(line(("none", CONTROL, str(len(controls)), *cells(controls.values()), "", "")))
    for name in (*TEACHERS, FITTED):
        if not (taught := of_seeds(kept, name)):
            continue
        given = {seed: delivered(student, controls[seed]) for seed, student in taught.items()}
        for what, students in (("distilled", taught), ("**delivered**", given)):
            costs = [
                (controls[s].validation - one.validation, controls[s].unseen - one.unseen)
                for s, one in students.items()
            ]
            told = map(signed, zip(*costs, strict=True))
            rows.append(line((name, what, str(len(students)), *cells(students.values()), *told)))
    return "\n".join(rows)


def of_seeds(kept: Kept, name: str) -> dict[str, Student]:
    """The students of a way by their seed."""
    return {
        of.rpartition(" ")[2]: Student(*figures)
        for of, figures in kept.found.items()
        if of.startswith(f"{name}, seed ")
    }


def cells(students: Iterable[Student]) -> Iterable[str]:
    """Mean and range on validation and unseen."""
    return map(cell, zip(*((one.validation, one.unseen) for one in students), strict=True))


def signed(costs: Sequence[float]) -> str:
    return f"{statistics.mean(costs):+.3f} ({min(costs):+.3f} to {max(costs):+.3f})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4, 5])
    parser.add_argument("--kept", action="store_true", help="train nothing: only what was measured before")
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    parser.add_argument("--work", type=Path, default=WORK)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    work = arguments.work / "control"
    work.mkdir(parents=True, exist_ok=True)
    kept = Kept(work / "figures.jsonl")
    if not arguments.kept:
        measure(Place(build_demo_data(), work), kept, arguments.seeds)
    text = table(kept)
    print(text)
    if arguments.write:
        write_table("control", text)


if __name__ == "__main__":
    main()
