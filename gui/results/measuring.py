"""What no event tells of a student, measured on the run's images by the report card's functions, in task threads."""

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.control import RunControl
from engine.errors import DataError
from engine.events import Emit
from engine.settings.toml_file import load_settings
from gui.words.translation import tr

if TYPE_CHECKING:
    from engine.evaluation.evaluate import Evaluation
    from engine.evaluation.judgement import Judgement
    from engine.report_card.curves import Agreement, Confusion, Points
    from engine.trained.opened import TrainedStudent

MOST_COMPARED = 300  # images that the teacher is asked about here: it may take a hundred times as long as the student
MOST_MEGAPIXELS = 40  # of them together, where whole pictures are judged: of large photographs a few must do
LEAST_COMPARED = 8
MOST_MISTAKES = 12


@dataclass(frozen=True, slots=True)
class StudentFound:
    """The student on the images of the split ``judged_on``, decided at the threshold that validation chose.

    ``said`` and ``corrected`` are points of the reliability diagram before and after calibration, with their ECE.
    """

    judged_on: str
    threshold: float
    probability: float  # at the threshold
    confusion: "Confusion"
    roc: "Points"
    said: "Points"
    corrected: "Points"
    errors: tuple[float | None, float | None]
    intervals: dict[tuple[str, str], tuple[float, float]]  # of the AUC, by split and source
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MistakeFound:
    """An image on which the student is most surely wrong: its label, probability of fake, and (H, W, 3) pictures."""

    path: Path
    label: int
    probability: float
    picture: NDArray[np.uint8]
    heatmap: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class TeacherFound:
    """How far the student does as its teacher on some of the images, and the teacher's own ROC on them."""

    agreement: "Agreement"
    roc: "Points"


class Measurement:
    """One run's student, opened once; the parts are asked for one after the other, by one thread at a time."""

    def __init__(self, run: Path) -> None:
        self.run = run
        self._opened: TrainedStudent | None = None
        self._judged: Evaluation | None = None
        self._judgement: Judgement | None = None

    def student(self, control: RunControl, emit: Emit) -> StudentFound:
        """Score the student on validation and test; raises what `open_trained` raises, DataError without images."""
        from engine.evaluation.judging import judgement_on
        from engine.machine.device import choose_device
        from engine.trained.comparison import compare
        from engine.trained.opened import open_trained

        device = choose_device(load_settings(self.run / "settings.toml").machine)
        opened = self._opened = open_trained(self.run, control, emit, device=device)
        if opened.data is None:
            lead = tr("What follows is measured on the run's images.")
            raise DataError(f"{lead} {opened.remarks[-1]}", tr("Bring them back."))
        alone = replace(opened, teacher=None)
        splits = {"validation": opened.data.validation, "test": opened.data.test}
        found = {name: compare(alone, images, control, emit, name) for name, images in splits.items() if images}
        self._judgement = judgement_on(found["validation"].student)
        return self._told({name: comparison.student for name, comparison in found.items()})

    def mistakes(self, control: RunControl, _emit: Emit) -> tuple[MistakeFound, ...]:
        """The surest mistakes, worst first; pictures that are gone meanwhile are passed over."""
        from engine.report_card.measurements import mistake, worst_mistakes

        assert self._opened is not None
        assert self._judged is not None
        assert self._judgement is not None
        found = []
        for entry, logit in worst_mistakes(self._judged, self._judgement.threshold, MOST_MISTAKES):
            control.check()
            try:
                seen = mistake(self._opened, entry, logit)
            except DataError:
                continue
            chance = self._judgement.scale.probability(logit)
            found.append(MistakeFound(seen.path, seen.label, chance, seen.picture, seen.heatmap))
        return tuple(found)

    def teacher(self, control: RunControl, emit: Emit) -> TeacherFound | None:
        """Student and teacher on at most 300 of the images, fewer of large ones; None without a teacher."""
        from engine.data.batches.order import sample
        from engine.report_card.curves import agreement, has_both, roc
        from engine.trained.comparison import compare

        assert self._opened is not None
        assert self._judged is not None
        if self._opened.teacher is None:
            return None
        entries, count = self._judged.entries, self._affordable(control)
        chosen = entries if len(entries) <= count else sample(entries, count, 0)
        both = compare(self._opened, chosen, control, emit, "teacher")
        found = agreement(both)
        if found is None or both.teacher is None:
            return None
        return TeacherFound(found, roc(both.teacher) if has_both(both.teacher) else ())

    def _affordable(self, control: RunControl) -> int:
        """How many images the teacher is asked about, by the size of some."""
        from engine.data.batches.order import sample
        from engine.data.images.decoding import UnreadableImageError, read_header

        assert self._opened is not None
        assert self._judged is not None
        settings, sizes = self._opened.settings.data, []
        if settings.view == "resize":
            return MOST_COMPARED
        for entry in sample(self._judged.entries, LEAST_COMPARED, 0):
            control.check()
            with suppress(UnreadableImageError):
                header = read_header(entry.path, settings.max_megapixels)
                sizes.append(header.width * header.height / 1e6)
        typical = max(float(np.mean(sizes)), 1e-3) if sizes else 1.0
        return min(MOST_COMPARED, max(LEAST_COMPARED, int(MOST_MEGAPIXELS / typical)))

    def _told(self, evaluations: "dict[str, Evaluation]") -> StudentFound:
        from engine.evaluation.reliability import expected_calibration_error
        from engine.report_card.curves import confusion, has_both, reliability_points, roc

        assert self._opened is not None
        assert self._judgement is not None
        name = "test" if "test" in evaluations and has_both(evaluations["test"]) else "validation"
        judged = self._judged = evaluations[name]
        threshold, scale = self._judgement.threshold, self._judgement.scale
        labels, plain, scaled = judged.labels, judged.logits, scale.scaled(judged.logits)
        return StudentFound(
            name,
            threshold,
            scale.probability(threshold),
            confusion(judged, threshold),
            roc(judged) if has_both(judged) else (),
            reliability_points(labels, plain),
            reliability_points(labels, scaled),
            (expected_calibration_error(labels, plain), expected_calibration_error(labels, scaled)),
            {key: interval for split, e in evaluations.items() for key, interval in _intervals(split, e).items()},
            self._opened.remarks,
        )


def _intervals(split: str, evaluation: "Evaluation") -> dict[tuple[str, str], tuple[float, float]]:
    """Intervals of the AUC by source, under the names of the table of figures."""
    from engine.report_card.measurements import rows
    from engine.trained.comparison import Comparison
    from gui.results.figures import ALL

    found = rows(Comparison(evaluation))
    return {
        (split, ALL if row.overall else row.images): row.intervals["auc"] for row in found if "auc" in row.intervals
    }
