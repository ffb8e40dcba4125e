"""Tells a run's events on a terminal: sentences, and a progress bar with images per second and time left."""

import sys
from collections.abc import Mapping
from typing import Any, TextIO

from tqdm import tqdm

from engine.events import (
    Alert,
    DataScanned,
    Event,
    PhaseChanged,
    Progress,
    RunFinished,
    RunStarted,
    Scores,
    StageStarted,
    StepDone,
    StepSkipped,
    TeacherChecked,
    Validated,
)

EXAMPLES = 5


class Console:
    """Writes for people to ``stream`` (None in a windowed program: then it is silent). Call it with each event."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self._bar: tqdm[Any] | None = None
        self._task = ""
        self._figures: dict[str, str] = {}

    def __call__(self, event: Event) -> None:
        """Tell an event."""
        if isinstance(event, Progress):
            self._progress(event)
        elif isinstance(event, StepDone):
            self._figures = {"loss": f"{event.loss:.3f}", "images/s": f"{event.images_per_s:.0f}"}
        else:
            for line in _lines(event):
                self.say(line)

    def say(self, line: str = "") -> None:
        """A line of text above the progress bar."""
        if self._stream is None:
            return
        self.close_bar()
        print(line, file=self._stream, flush=True)

    def table(self, title: str, rows: Mapping[str, Scores]) -> None:
        """Scores, a row each."""
        self.say(f"{title:<28}{'images':>8}{'AUC':>8}{'AP':>8}{'acc.':>8}{'real':>8}{'fake':>8}{'EER':>8}")
        for name, row in rows.items():
            figures = (row.auc, row.ap, row.accuracy, row.real_accuracy, row.fake_accuracy, row.eer)
            self.say(f"{name:<28}{row.images:>8}" + "".join(f"{_number(value):>8}" for value in figures))

    def close_bar(self) -> None:
        """Leave the bar's line."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def _progress(self, event: Progress) -> None:
        if self._stream is None:
            return
        if self._bar is None or self._task != event.task or event.done < self._bar.n:
            self.close_bar()
            self._task = event.task
            self._bar = tqdm(
                total=event.total,
                desc=event.task,
                unit=f" {event.unit}",
                file=self._stream,
                leave=False,
                dynamic_ncols=True,
                ascii=True,
                mininterval=0.5,
            )
        self._bar.set_postfix(self._figures if event.unit == "batches" else {}, refresh=False)
        self._bar.update(event.done - self._bar.n)


def standard_stream(name: str) -> TextIO | None:
    """stdout or stderr, made unable to fail on a letter that the console lacks; None in a windowed program."""
    stream: TextIO | None = getattr(sys, name)
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
    return stream


def _lines(event: Event) -> list[str]:
    """What people read of an event."""
    if isinstance(event, RunStarted):
        start = f"from step {event.step}" if event.step else "from the start"
        changed = f"; changed settings: {', '.join(event.changed_settings)}" if event.changed_settings else ""
        return [f"Run {event.run} on {event.device}, {start}{changed}"]
    if isinstance(event, PhaseChanged):
        return [f"[{event.phase}] {event.text}".rstrip()]
    if isinstance(event, DataScanned):
        return _data_lines(event)
    if isinstance(event, TeacherChecked):
        return [
            f"Teacher {event.architecture} ({event.parameters:,} parameters): validation AUC {_number(event.scores.auc)}, "
            f"patch logits {event.logit_min:.4g} to {event.logit_max:.4g}, calibration {event.calibration['method']}"
        ]
    if isinstance(event, StageStarted):
        return [
            f"Stage {event.stage}: {event.epochs} epochs of {event.steps_per_epoch} steps, {event.optimiser} on "
            f"{event.trainable} ({event.trainable_parameters:,} parameters)"
        ]
    if isinstance(event, StepSkipped):
        return [f"Step {event.step} was left out: {event.reason}"]
    if isinstance(event, Validated):
        teacher = f" (teacher {event.teacher_auc:.4f})" if event.teacher_auc is not None else ""
        best = "  best so far" if event.best else ""
        return [f"Stage {event.stage}, epoch {event.epoch}: validation AUC {_number(event.scores.auc)}{teacher}{best}"]
    if isinstance(event, Alert):
        return [f"{event.severity.upper()}: {event.message} {event.remedy}"]
    if isinstance(event, RunFinished) and event.reason != "failed":
        return [f"Run {event.reason} at step {event.step} after {event.seconds:.0f} s"]
    return []


def _data_lines(event: DataScanned) -> list[str]:
    names = ", ".join(f"{name} = {('real', 'fake')[label]}" for name, label in event.mapping.items())
    lines = [f"Labels: {names}"]
    lines += [
        f"{split.name.capitalize()}: {split.real} real, {split.fake} fake, sources: {', '.join(split.sources)}"
        for split in event.splits
    ]
    if event.unreadable_count:
        lines.append(f"Left out, unreadable: {event.unreadable_count}")
        lines += [f"  {item}" for item in event.unreadable[:EXAMPLES]]
    if event.duplicate_count:
        lines.append(f"The same image in training and validation: {event.duplicate_count}")
        lines += [f"  {a} = {b}" for a, b in event.duplicates[:EXAMPLES]]
    return lines


def _number(value: float | None) -> str:
    return "undefined" if value is None else f"{value:.4f}"
