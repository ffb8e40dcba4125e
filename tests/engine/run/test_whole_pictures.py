"""Runs on crops judge whole pictures; what began otherwise goes on as it was."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.control import RunControl
from engine.evaluation.evaluate import Judge
from engine.evaluation.metrics import scores
from engine.events import DataScanned, FinalEvaluated, RunStarted, TeacherChecked, Validated
from engine.models.loading.recognition import load_detector
from engine.models.loading.weights_file import METADATA_KEY
from engine.models.tiny_ladeda import TinyLaDeDa
from engine.run_folder.checkpoint import load_last, save_checkpoint
from engine.settings import RunSettings, StudentSettings
from engine.trained.inspection import inspect
from engine.trained.opened import open_trained
from engine.training.batch_loss import BatchArithmetic, BatchInputs
from tests.engine.helpers.prepared_run import prepared
from tests.engine.helpers.running import carried_out, stage_end, stopped
from tests.engine.helpers.tiny_data import MakeSettings, TinyData, settings_for

CROPS = ("data.view=crop", "data.size=32")


@pytest.fixture
def crops(tiny_data: TinyData, tmp_path: Path) -> RunSettings:
    return settings_for(tiny_data, tmp_path, *CROPS, "stage2.epochs=1")


def test_validation_and_final_evaluation_judge_whole_pictures(crops: RunSettings) -> None:
    result, recorder = carried_out(crops)
    assert result.run is not None and result.weights is not None
    trained = open_trained(result.run, RunControl(), lambda _event: None)
    assert trained.data is not None
    entries = trained.data.validation
    found = [inspect(entry.path, trained.student).score for entry in entries]  # each whole, and alone
    (final,) = recorder.of(FinalEvaluated)
    assert final.student["validation"] == scores(entries.labels.astype(np.float64), np.array(found))
    batch = next(trained.loader(entries, RunControl()).judged_batches())
    assert batch.images.shape == (10, 3, 64, 64), "not the crop"
    logits, maps = trained.student.judged(batch.images)
    assert maps.shape == (10, 1, 29, 29), "without the rim"
    torch.testing.assert_close(logits, maps.mean((1, 2, 3)))


def test_the_teacher_is_checked_on_whole_pictures(crops: RunSettings, tiny_settings: MakeSettings) -> None:
    """Of tiles as large as the picture both views are the same."""
    whole = [event.scores for event in carried_out(crops)[1].of(TeacherChecked)]
    resized = tiny_settings("data.view=crop", "data.size=64", "stage2.epochs=1", "output.name=other")
    assert whole[0].auc == pytest.approx(carried_out(resized)[1].of(TeacherChecked)[0].scores.auc, abs=1e-6)


def test_a_run_says_what_it_judges_in_part(tiny_data: TinyData, tmp_path: Path) -> None:
    limited = settings_for(tiny_data, tmp_path, *CROPS, "data.judged_megapixels=0.002", "stage2.epochs=1")
    _, recorder = carried_out(limited)
    said = {event.judged_in_part for event in recorder.of(DataScanned)}
    assert said == {
        "20 validation or test images are larger than 0.002 megapixels: during the run the middle 0.002 megapixels are "
        "judged (data.judged_megapixels)."
    }
    assert {
        event.judged_in_part for event in carried_out(settings_for(tiny_data, tmp_path / "b"))[1].of(DataScanned)
    } == {""}


def test_the_score_of_training_is_that_of_use(crops: RunSettings) -> None:
    with prepared(crops) as run:
        batch = next(run.train.training_batches(0))
        assert run.teacher is not None
        target = run.teacher.targets(batch.images, batch)
        run.student.eval()
        arithmetic = BatchArithmetic(run.student, run.loss, run.alignment, run.world, half=False)
        inputs = BatchInputs(batch.images, batch.labels, batch.labelled, target)
        found = arithmetic(inputs, ["task"], {"task": 1.0})
        with torch.no_grad():
            logits = Judge(run.student, StudentSettings())(batch.images)
        wanted = torch.nn.functional.binary_cross_entropy_with_logits(logits, batch.labels)
        torch.testing.assert_close(found.parts["task"].detach(), wanted)
        assert found.patch_logits.shape[2:] == (13, 13), "without the rim"


def test_a_run_of_an_older_version_goes_on_as_it_was(crops: RunSettings) -> None:
    folder = stopped(crops, stage_end(1))
    former = load_last(folder / "checkpoints")
    assert former is not None
    assert former.filter_padding == "none"
    save_checkpoint(replace(former, filter_padding="zeros"), folder / "checkpoints")  # as if it were absent
    result, recorder = carried_out(crops, folder)
    assert recorder.of(RunStarted)[0].changed_settings == ()
    assert recorder.of(Validated) and result.weights is not None
    assert load_detector(result.weights).padding == "zeros"
    assert 'judged = "middle"' in (folder / "settings.toml").read_text(encoding="utf-8")
    assert carried_out(crops, folder)[1].of(RunStarted), "again"


@pytest.mark.parametrize(
    ("notes", "said"), [({}, True), ({"filter_padding": "none"}, False), ({"filter": "NPR"}, False)]
)
def test_words_for_the_rim_only_where_it_counts(notes: dict[str, str], said: bool, tmp_path: Path) -> None:
    state = TinyLaDeDa().state_dict()
    vars(state)["_metadata"] = {METADATA_KEY: notes}
    torch.save(state, tmp_path / "noted.pth")
    assert bool(load_detector(tmp_path / "noted.pth").rim_words) is said
