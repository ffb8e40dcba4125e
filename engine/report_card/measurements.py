"""Everything that a report card says, measured anew from the run's folder, its images and its networks."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from engine.control import RunControl
from engine.data.listing.entries import ImageEntry
from engine.data.scan.related import belonging_together, related_to_first
from engine.data.scan.scan import fingerprint
from engine.errors import DataError
from engine.evaluation.evaluate import Evaluation
from engine.evaluation.judgement import Judgement
from engine.evaluation.judging import judgement_on
from engine.evaluation.metrics import scores
from engine.evaluation.reliability import Interval, intervals
from engine.events import Emit, Event, Scores, StepDone
from engine.export.record import read_record
from engine.files import read_text, why_unreadable
from engine.machine.device import choose_device
from engine.parser_errors import TEXT_ERRORS
from engine.report_card.robustness import Robustness, measure
from engine.run_folder.event_log import read_events
from engine.run_folder.folder import lines_words
from engine.run_folder.summaries import RunSummary, summarise
from engine.settings.toml_file import load_settings
from engine.trained.comparison import Comparison, compare
from engine.trained.heatmaps import overlay
from engine.trained.inspection import inspect
from engine.trained.opened import CPU, TrainedStudent, open_trained

MISTAKES = 6
MOST_REPORTS = 6000
THUMBNAIL = 168
FEWEST_FOR_INTERVALS = 10  # images of a class: few that are all right would look like certainty
FEWEST_GROUPS = 5  # of a class, likewise: of three photographs hardly more than three samples can be drawn
ALL = "all images"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table of figures: who, on which images, how good, and how sure that is; ``overall``: on all.

    ``groups``: how many photographs, videos or groups of a CSV the images are of.
    """

    who: str
    images: str
    scores: Scores
    intervals: dict[str, Interval]
    groups: int
    overall: bool = False


@dataclass(frozen=True, slots=True)
class Mistake:
    """An image on which the student is most surely wrong: small copies of the picture and its map, (H, W, 3)."""

    path: Path
    label: int
    logit: float
    picture: np.ndarray
    heatmap: np.ndarray


@dataclass(frozen=True, slots=True)
class Figures:
    """What the sections are written from; comparisons by split, validation first."""

    student: TrainedStudent
    run: Path
    summary: RunSummary
    events: tuple[Event, ...]
    environment: dict[str, str]
    comparisons: dict[str, Comparison]
    rows: dict[str, list[Row]]
    judgement: Judgement
    robustness_images: int
    robustness: list[Robustness]
    fingerprints: dict[str, str]
    shared: int  # test images that show what a validation image shows
    mistakes: list[Mistake]
    exports: list[dict[str, Any]]
    remark: str = ""  # what of the run's events could not be read

    @property
    def threshold(self) -> float:
        """The logit above which a picture is called fake, unless another is chosen."""
        return self.judgement.threshold

    @property
    def judged_on(self) -> str:
        """The split whose figures come first: test, on which nothing was chosen, where it has both classes."""
        test = self.comparisons.get("test")
        return "test" if test is not None and test.student.overall.auc is not None else "validation"

    @property
    def validation(self) -> Comparison:
        """Student and teacher on the validation images."""
        return self.comparisons["validation"]


def measured(run: Path, control: RunControl, emit: Emit) -> Figures:
    """Open the run and measure; raises what `open_trained` raises."""
    device = choose_device(load_settings(run / "settings.toml").machine) if run.is_dir() else CPU
    student = open_trained(run, control, emit, device=device)
    if student.run is None:
        raise DataError(f"{run} is not a run's folder, and a report card is about a run.", "Choose a run's folder.")
    if student.data is None:
        raise DataError(
            f"A report card measures the student on its run's images. {student.remarks[-1]}",
            "Bring the images back, or write their place into settings.toml in the run's folder.",
        )
    splits = {"validation": student.data.validation, "test": student.data.test}
    comparisons = {name: compare(student, entries, control, emit, name) for name, entries in splits.items() if entries}
    validation = comparisons["validation"].student
    judgement = judgement_on(validation)
    images, robustness = measure(student, student.data.validation, control, emit)
    passed_over: list[int] = []
    events = few_reports(read_events(student.run, passed_over=passed_over))
    return Figures(
        student=student,
        run=student.run,
        summary=summarise(student.run),
        events=events,
        remark=lines_words(passed_over),
        environment=environment(student.run),
        comparisons=comparisons,
        rows={name: rows(comparison) for name, comparison in comparisons.items()},
        judgement=judgement,
        robustness_images=images,
        robustness=robustness,
        fingerprints={
            name: fingerprint(entries)
            for name, entries in (
                ("train", student.data.train),
                *splits.items(),
                ("pictures without labels", student.data.unlabelled),
            )
            if entries
        },
        shared=related_to_first((student.data.validation, student.data.test), 0).count,
        mistakes=[mistake(student, *found) for found in worst_mistakes(validation, judgement.threshold)],
        exports=read_record(student.run),
    )


def few_reports(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events, of a long run only every second, fourth ... report of a step: its curves have 300 points."""
    kept: list[Event] = []
    seen, held, every = 0, 0, 1
    for event in events:
        if isinstance(event, StepDone):
            seen += 1
            if (seen - 1) % every:
                continue
            held += 1
        kept.append(event)
        if held > MOST_REPORTS:
            reports = (event for event in kept if isinstance(event, StepDone))
            gone = set(map(id, islice(reports, 1, None, 2)))
            kept = [event for event in kept if id(event) not in gone]
            held, every = held - len(gone), 2 * every
    return tuple(kept)


def rows(comparison: Comparison) -> list[Row]:
    """Student and teacher, on all images and then by source (where there are several)."""
    found: list[Row] = []
    for who, evaluation in (("Student", comparison.student), ("Teacher", comparison.teacher)):
        if evaluation is None:
            continue
        sources = evaluation.places_by_source
        only = next(iter(sources)) if len(sources) == 1 else "all"
        alone = ALL if only == "all" else only
        groups = belonging_together(evaluation.entries)
        found.append(_row(who, alone, evaluation.labels, evaluation.logits, groups, overall=True))
        for name, places in sources.items() if len(sources) > 1 else ():
            found.append(_row(who, name, evaluation.labels[places], evaluation.logits[places], groups[places]))
    return found


def worst_mistakes(evaluation: Evaluation, threshold: float, count: int = MISTAKES) -> list[tuple[ImageEntry, float]]:
    """Images on the wrong side of the threshold, farthest first, with their logits."""
    beyond = evaluation.logits - threshold
    signed = np.where(evaluation.labels == 1, beyond, -beyond)
    order = [i for i in np.argsort(signed, kind="stable")[:count] if signed[i] < 0]
    return [(evaluation.entries[i], float(evaluation.logits[i])) for i in order]


def mistake(student: TrainedStudent, entry: ImageEntry, logit: float) -> Mistake:
    """An image with its student's map over it; DataError where it cannot be read (any more)."""
    found = inspect(entry.path, student.student)
    pictures = (found.image, overlay(found.image, found.student, found.geometry))
    return Mistake(entry.path, entry.label, logit, *(_thumbnail(picture) for picture in pictures))


def _row(
    who: str, images: str, labels: np.ndarray, logits: np.ndarray, groups: np.ndarray, *, overall: bool = False
) -> Row:
    classes = [groups[labels == label] for label in np.unique(labels)]
    fewest = min(map(len, classes), default=0)
    fewest_groups = min((len(np.unique(groups_of_class)) for groups_of_class in classes), default=0)
    enough = fewest >= FEWEST_FOR_INTERVALS and fewest_groups >= FEWEST_GROUPS
    found = intervals(labels, logits, groups) if enough else {}
    return Row(who, images, scores(labels, logits), found, len(np.unique(groups)), overall)


def _thumbnail(pixels: np.ndarray) -> np.ndarray:
    method = Image.Resampling.NEAREST if max(pixels.shape[:2]) < THUMBNAIL else Image.Resampling.LANCZOS
    scale = THUMBNAIL / max(pixels.shape[:2])
    height, width = (max(1, round(side * scale)) for side in pixels.shape[:2])
    return np.asarray(Image.fromarray(pixels).resize((width, height), method))


def environment(run: Path) -> dict[str, str]:
    """What the run's folder notes of program and computer; where that cannot be read, this is said instead."""
    path = run / "environment.json"
    if not path.is_file():
        return {}
    try:
        found = json.loads(read_text(path))
        return {str(name): str(value) for name, value in found.items()}
    except OSError as error:
        return {"Program and packages": f"{path.name} cannot be read: {why_unreadable(error)}"}
    except (*TEXT_ERRORS, AttributeError):  # the last where it holds something else than names and values
        return {"Program and packages": f"{path.name} is damaged"}
