"""Images that vanish and numbers that are not finite in the middle of a run: left out, told, and only so many."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from engine.control import FinishReason, RunControl
from engine.data.batches.order import epoch_order, sample
from engine.data.listing.entries import ImageEntry
from engine.errors import (
    DataError,
    TrainingError,
)
from engine.events import (
    Alert,
    DataScanned,
    Event,
    PatchMapsSaved,
    Progress,
    StageStarted,
    StepDone,
    StepSkipped,
    Validated,
)
from engine.run.prepare import PATCH_IMAGES
from engine.run.run import RunResult, run
from engine.run_folder.checkpoint import load_last
from tests.engine.helpers.running import AT_ONCE, Recorder, carried_out, difference, failed, outcome_of
from tests.engine.helpers.spoilt_maps import SpoilsMaps
from tests.engine.helpers.tiny_data import MakeSettings, TinyData, settings_for, write_images


def data_of_one_test(tmp_path: Path, tiny_data: TinyData) -> TinyData:
    write_images(tmp_path / "data")
    return TinyData(tmp_path / "data", tiny_data.teacher, tiny_data.ignorant)


def remove(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink()


def batch_files(data: TinyData, seed: int, epoch: int, number: int, size: int = 10) -> list[Path]:
    """The files of a training batch."""
    entries = sorted((data.folder / "train").rglob("*.png"), key=lambda path: path.as_posix())
    order = epoch_order(len(entries), seed, epoch)
    return [entries[i] for i in order[number * size : (number + 1) * size]]


NOTHING_CACHED = (
    "data.decoded_cache_mb=0",
    "data.decoded_disk_mb=0",
    "student.statistics_batches=1",
    "stage1.enabled=false",
)


def test_images_that_vanish_are_left_out_counted_and_listed(tiny_data: TinyData, tmp_path: Path) -> None:
    data = data_of_one_test(tmp_path, tiny_data)
    gone = [*batch_files(data, 0, 0, 2)[:1], *sorted((data.folder / "val").rglob("*.png"))[:1]]
    recorder = Recorder(lambda event: isinstance(event, StageStarted), partial(remove, gone))
    result = run(settings_for(data, tmp_path, *NOTHING_CACHED, "data.max_unreadable=0.2"), RunControl(), recorder)
    assert result.state is FinishReason.FINISHED, result.error
    assert [event.step for event in recorder.of(StepDone)] == list(range(1, 9))
    assert {event.scores.images for event in recorder.of(Validated)} == {19}
    found = recorder.of(DataScanned)
    assert found[0].unreadable_count == 0
    assert found[-1].unreadable_count == 2
    assert {item.partition(": ")[0] for item in found[-1].unreadable} == {str(path) for path in gone}
    assert any(alert.rule == "data_unreadable" for alert in recorder.of(Alert))


def test_one_vanished_validation_image_is_below_the_limit_though_it_is_shown(
    tiny_data: TinyData, tmp_path: Path
) -> None:
    """Four images are kept for the eye: one of them missing is a quarter of these, but a twentieth of all."""
    data = data_of_one_test(tmp_path, tiny_data)
    entries = [
        ImageEntry(path, int(path.parent.name == "fake"), "all", "")
        for path in sorted((data.folder / "val").rglob("*.png"), key=lambda path: path.as_posix())
    ]
    shown = sample(tuple(entries), PATCH_IMAGES, 0)[0].path
    settings = settings_for(data, tmp_path, *NOTHING_CACHED, "data.max_unreadable=0.05", "stage2.epochs=1", AT_ONCE)
    recorder = Recorder(lambda event: isinstance(event, StageStarted), shown.unlink)
    result = run(settings, RunControl(), recorder)
    assert result.state is FinishReason.FINISHED, result.error
    maps = np.load(tmp_path / "run" / recorder.of(PatchMapsSaved)[0].path)
    assert len(maps["student"]) == 3


def test_too_many_vanished_images_end_the_run_with_the_reason(tiny_data: TinyData, tmp_path: Path) -> None:
    data = data_of_one_test(tmp_path, tiny_data)
    gone = batch_files(data, 0, 1, 2)
    images = {path: path.read_bytes() for path in gone}

    settings = settings_for(data, tmp_path, *NOTHING_CACHED)
    recorder = Recorder(lambda event: isinstance(event, Validated), partial(remove, gone))  # later, they are read ahead
    result = run(settings, RunControl(), recorder)
    assert isinstance(result.error, DataError)
    assert "the file does not exist" in recorder.finished.message
    assert "data.max_unreadable" in recorder.finished.remedy
    former = load_last(tmp_path / "run" / "checkpoints")
    assert former is not None
    assert (former.state.epoch, former.state.batch) == (1, 2), "what was trained is kept"
    for path, image in images.items():
        path.write_bytes(image)
    ends = [outcome_of(carried_out(settings, folder)[0]) for folder in (None, tmp_path / "run")]
    assert difference(ends[0], ends[1]) == ""


def test_a_whole_batch_that_vanishes_is_passed_over_and_the_position_stays_right(
    tiny_data: TinyData, tmp_path: Path
) -> None:
    data = data_of_one_test(tmp_path, tiny_data)
    gone = batch_files(data, 0, 0, 1)
    settings = settings_for(data, tmp_path, *NOTHING_CACHED, "data.max_unreadable=0.5")
    watched = Recorder(lambda event: isinstance(event, StageStarted), partial(remove, gone))
    control = RunControl()
    positions: list[tuple[int, int]] = []

    def emit(event: Event) -> None:
        watched(event)
        if isinstance(event, Progress) and event.task == "epoch":
            positions.append((event.done, event.total))
            if len(positions) == 2:
                control.stop()

    result = run(settings, control, emit)
    assert result.state is FinishReason.STOPPED, result.error
    assert positions == [(1, 4), (3, 4)]
    former = load_last(tmp_path / "run" / "checkpoints")
    assert former is not None
    assert (former.state.batch, former.state.stage_step) == (3, 2)


def test_a_step_that_is_not_finite_is_left_out(tiny_settings: MakeSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    SpoilsMaps(monkeypatch, {2})
    result, recorder = carried_out(tiny_settings("stage1.enabled=false", "stage2.epochs=1", AT_ONCE))
    skipped = recorder.of(StepSkipped)
    assert [event.step for event in skipped] == [1]
    assert skipped[0].reason.startswith("the loss term patch, ")
    assert skipped[0].reason.endswith("variance is not a number")
    weights = outcome_weights(result)
    assert all(bool(torch.isfinite(value).all()) for value in weights.values())
    assert recorder.of(Validated)[0].scores.auc is not None
    monkeypatch.undo()
    clean = carried_out(tiny_settings("stage1.enabled=false", "stage2.epochs=1", AT_ONCE))[0]
    assert difference(weights, outcome_weights(clean)), "the step was applied in the clean run"


def outcome_weights(result: RunResult) -> dict[str, Tensor]:
    weights: dict[str, Tensor] = outcome_of(result)["student"]
    return weights


def test_one_bad_batch_of_several_spoils_the_step_for_all(
    tiny_settings: MakeSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    SpoilsMaps(monkeypatch, {1})
    settings = tiny_settings("stage1.enabled=false", "stage2.accumulate=2")
    result, recorder = carried_out(settings)
    assert [event.step for event in recorder.of(StepSkipped)] == [0]
    assert all(bool(torch.isfinite(value).all()) for value in outcome_weights(result).values())


def test_after_too_many_bad_steps_the_run_fails_with_sound_weights(
    tiny_settings: MakeSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    SpoilsMaps(monkeypatch, set(range(6, 100)))  # in the second epoch: 4 steps and the maps for the eye come before
    settings = tiny_settings("stage1.enabled=false", "health.nonfinite_limit=2")
    result, recorder = failed(settings)
    assert isinstance(result.error, TrainingError)
    assert len(recorder.of(StepSkipped)) == 3
    assert result.run is not None
    assert result.weights is not None
    former = load_last(result.run / "checkpoints")
    assert former is not None
    assert former.state.epoch == 1
    assert all(bool(torch.isfinite(value).all()) for value in former.student.values())
    monkeypatch.undo()
    again = carried_out(settings, result.run)[0]
    whole = carried_out(settings)[0]
    assert difference(outcome_weights(again), outcome_weights(whole)) == ""
