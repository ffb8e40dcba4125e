"""The same faults in real runs: what was wrong there would be seen in events, checkpoints and weights here."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from engine.control import FinishReason, RunControl
from engine.data.scan.scan import scan
from engine.errors import TrainingError
from engine.events import (
    Alert,
    CheckpointSaved,
    DataScanned,
    Event,
    FinalEvaluated,
    PatchMapsSaved,
    StepDone,
    StepSkipped,
    TeacherChecked,
    Validated,
)
from engine.models.loading.recognition import load_detector
from engine.models.student import build_student, refresh_statistics
from engine.run.run import run
from engine.settings import RunSettings
from engine.settings.toml_file import quoted
from engine.trained.scoring import load_scorer, score_images
from tests.engine.conftest import PER_CLASS, MakeSettings, TinyData, settings_for, write_images
from tests.engine.helpers.running import Recorder, carried_out

TRAINABLE = ("weight", "bias")


@dataclass(frozen=True)
class Finished:
    """A run through both stages, in steps, and every checkpoint as it lay on disk when it was announced."""

    settings: RunSettings
    recorder: Recorder
    checkpoints: list[dict[str, Any]]
    folder: Path

    def at(self, stage: int, epoch: int) -> dict[str, Any]:
        """The checkpoint after an epoch of a stage."""
        found = [c for c in self.checkpoints if (c["state"]["stage"], c["state"]["epoch"]) == (stage, epoch)]
        return found[-1]


@pytest.fixture(scope="module")
def finished(tiny_data: TinyData, tmp_path_factory: pytest.TempPathFactory) -> Finished:
    """Stage 1 at a rate too small to change any order, so that its plateau must fire; then stage 2."""
    folder = tmp_path_factory.mktemp("faults")
    settings = settings_for(
        tiny_data,
        folder,
        "stage1.optimiser=sgd",
        "stage1.epochs=4",
        "stage1.head_lr=1e-7",
        "stage1.plateau_patience=1",
        "stage2.epochs=2",
        "stage2.warmup_epochs=0.5",
        "student.statistics_batches=4",
    )
    checkpoints: list[dict[str, Any]] = []

    def snapshot(event: Event) -> None:
        recorder(event)
        if isinstance(event, CheckpointSaved) and event.name == "last":
            checkpoints.append(torch.load(event.path, weights_only=True))

    recorder = Recorder()
    result = run(settings, RunControl(), snapshot)
    assert result.state is FinishReason.FINISHED, result.error
    assert result.run is not None
    return Finished(settings, recorder, checkpoints, result.run)


def noise(seed: int, *shape: int) -> Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


# 1. Softmax over a channel axis of size 1: log-softmax is 0 everywhere, and so were the loss and its gradient.


def test_fault_1_in_a_run_no_enabled_term_is_silent(finished: Finished) -> None:
    steps = finished.recorder.of(StepDone)
    for name in ("task", "patch", "relation"):
        assert all(step.weights[name] > 0 and step.parts[name] > 0 for step in steps), name
    assert not [alert for alert in finished.recorder.of(Alert) if alert.rule == "silent_term"]


# 2. Scale matching was per batch, on the student only, and clamped to a factor of 10.


def test_fault_2_the_teacher_is_calibrated_once_for_the_run(finished: Finished) -> None:
    (checked,) = finished.recorder.of(TeacherChecked)
    calibrations = [checkpoint["calibration"] for checkpoint in finished.checkpoints]
    assert len(calibrations) > 6
    assert all(calibration == calibrations[0] for calibration in calibrations)
    assert checked.calibration.items() >= calibrations[0].items()


def test_fault_2_the_targets_fit_however_far_the_teachers_logits_reach(finished: Finished) -> None:
    (checked,) = finished.recorder.of(TeacherChecked)
    assert checked.logit_min < -600  # a factor of 10 would leave targets of -60
    for saved in finished.recorder.of(PatchMapsSaved):
        with np.load(finished.folder / saved.path) as maps:
            assert np.abs(maps["teacher"]).max() <= 6
            assert maps["teacher"].std() > 0.5


# 3. val_auc was filled with accuracy; the term against collapse was never called.


def test_fault_3_a_runs_auc_is_that_of_the_student_it_kept(tmp_path: Path, tiny_settings: MakeSettings) -> None:
    write_images(tmp_path / "rare", {"train": 10, "val": 18})
    for surplus in sorted((tmp_path / "rare" / "val" / "fake").iterdir())[3:]:
        surplus.unlink()
    settings = tiny_settings(f"data.train={quoted(tmp_path / 'rare')}", "stage2.enabled=false", "loss.alpha_distill=0")
    result, recorder = carried_out(settings)
    assert result.weights is not None
    found = score_images(load_scorer(result.weights), [tmp_path / "rare" / "val"], RunControl(), lambda event: None)
    scored = [(Path(picture.path), picture.logit or 0.0) for picture in found]
    by_class = [[logit for path, logit in scored if path.parent.name == name] for name in ("real", "fake")]
    wins = [fake > real for fake in by_class[1] for real in by_class[0]]
    right = [logit <= 0 for logit in by_class[0]] + [logit > 0 for logit in by_class[1]]
    validated, final = recorder.of(Validated)[-1].scores, recorder.of(FinalEvaluated)[-1].student["validation"]
    assert len(wins) == 54
    for figures in (validated, final):
        assert figures.auc == pytest.approx(np.mean(wins))
        assert figures.accuracy == pytest.approx(np.mean(right))
    assert validated.auc != validated.accuracy
    assert result.best is not None and result.best.auc == validated.auc


def test_fault_3_the_term_against_collapse_is_called(finished: Finished) -> None:
    assert all("variance" in step.parts and step.weights["variance"] > 0 for step in finished.recorder.of(StepDone))


# 4. Stage 1 put frozen BatchNorm in train mode, so the frozen backbone drifted.


def test_fault_4_stage_1_changes_the_head_and_nothing_else(finished: Finished) -> None:
    before, after = finished.checkpoints[0], finished.at(1, 4)
    changed = {name for name, value in before["student"].items() if not torch.equal(value, after["student"][name])}
    assert changed == {"fc.weight", "fc.bias"}


# 5. The plateau could never fire, warm-up began at 0 and lengthened the stage, value clipping did nothing.


def test_fault_5_the_plateau_fires_within_stage_1(finished: Finished) -> None:
    rates = {step.epoch: step.head_lr for step in finished.recorder.of(StepDone) if step.stage == 1}
    assert rates[2] == pytest.approx(1e-7)
    assert rates[3] == pytest.approx(1e-7 / 3)
    assert rates[4] == pytest.approx(1e-7 / 9)


def test_fault_5_warm_up_begins_above_zero_and_is_part_of_the_stage(finished: Finished) -> None:
    steps = [step for step in finished.recorder.of(StepDone) if step.stage == 2]
    stage = finished.settings.stage2
    assert len(steps) == stage.epochs * 2 * PER_CLASS["train"] // finished.settings.data.batch_size
    assert steps[0].head_lr == pytest.approx(0.01 * stage.head_lr)
    assert max(step.head_lr for step in steps) == pytest.approx(stage.head_lr)


# 6. The recommended learning rates barely moved the network.


def test_fault_6_the_default_moves_the_backbone(finished: Finished) -> None:
    before, after = finished.checkpoints[0]["student"], finished.at(2, 2)["student"]
    weights = [n for n in before if n.endswith(TRAINABLE) and not n.startswith("fc")]
    moved = torch.cat([(after[n] - before[n]).flatten() for n in weights]).norm()
    length = torch.cat([before[n].flatten() for n in weights]).norm()
    assert moved / length > 1e-2  # in 8 steps; the old recipe takes more than 1,000


# 7. Checkpoints lacked what decides the rest of the run, stage 1 saved none, a NaN fell back to another loss.


def test_fault_7_every_epoch_of_both_stages_leaves_all_that_resuming_needs(finished: Finished) -> None:
    positions = {(c["state"]["stage"], c["state"]["epoch"]) for c in finished.checkpoints}
    assert positions >= {(1, 0), (1, 1), (1, 2), (1, 3), (1, 4), (2, 0), (2, 1), (2, 2)}
    schedule = finished.at(1, 4)["state"]
    assert schedule["plateau"]["factor"] == pytest.approx(1 / 27)
    assert (schedule["stage_step"], schedule["batch"]) == (16, 0)
    optimiser = finished.at(2, 1)["optimiser"]
    moments = [state["exp_avg"] for state in optimiser["state"].values()]
    assert len(moments) == len([n for n in finished.at(2, 1)["student"] if n.endswith(TRAINABLE)])
    assert all(m.abs().max() > 0 for m in moments)
    for checkpoint in finished.checkpoints:
        assert all(checkpoint[name] for name in ("student", "settings", "data_fingerprint", "teacher_sha256"))


def test_fault_7_a_step_that_is_no_number_is_left_out_and_said_never_replaced(
    tiny_data: TinyData, tiny_settings: MakeSettings, tmp_path: Path
) -> None:
    state = torch.load(tiny_data.teacher, weights_only=True)
    state["fc.weight"] *= 1e25  # finite, but its square is not
    state["fc.bias"] *= 1e25
    torch.save(state, tmp_path / "teacher.pth")
    settings = tiny_settings(
        f"teacher.checkpoint={quoted(tmp_path / 'teacher.pth')}",
        "loss.enable_scale_matching=false",
        "loss.use_kl_loss=false",
        "stage1.enabled=false",
    )
    first: list[dict[str, Any]] = []

    def snapshot(event: Event) -> None:
        recorder(event)
        if isinstance(event, CheckpointSaved) and not first:
            first.append(torch.load(event.path, weights_only=True)["student"])

    recorder = Recorder()
    result = run(settings, RunControl(), snapshot)
    skipped = recorder.of(StepSkipped)
    assert result.state is FinishReason.FAILED
    assert isinstance(result.error, TrainingError)
    assert len(skipped) == settings.health.nonfinite_limit + 1
    assert all("patch" in event.reason for event in skipped)
    assert [alert.rule for alert in recorder.of(Alert)].count("not_finite") > 0
    assert result.run is not None
    last = torch.load(result.run / "checkpoints" / "last.pt", weights_only=True)["student"]
    assert all(torch.equal(last[name], value) for name, value in first[0].items() if name.endswith(TRAINABLE))


# 8. Labels came from the alphabet: real/fake gave fake = 0, 0_real/1_fake gave fake = 1.


def test_fault_8_the_mapping_is_shown_before_anything_is_trained(finished: Finished) -> None:
    kinds = [type(event) for event in finished.recorder.events]
    (scanned,) = finished.recorder.of(DataScanned)
    assert scanned.mapping == {"real": 0, "fake": 1}
    assert kinds.index(DataScanned) < kinds.index(StepDone)


# 9. The running statistics lag behind, so that the network that is evaluated is not the one that was trained.


def test_fault_9_the_student_that_is_kept_scores_alike_in_training_and_in_evaluation(finished: Finished) -> None:
    scorer = load_scorer(finished.folder / "student.pth")
    data = scan(finished.settings.data, 0, RunControl(), lambda done, total: None)
    batch = next(scorer.loader(data.train, RunControl(), batch_size=40).evaluation_batches())
    kept, lagging = load_detector(finished.folder / "student.pth"), build_student(finished.settings.student, 0)
    lagging.network.load_state_dict(finished.at(2, 2)["student"])
    gaps = []
    with torch.no_grad():
        for detector in (kept, lagging.eval()):
            evaluated = detector(batch.images).mean((1, 2, 3))
            refresh_statistics(detector, [batch.images])
            trained = detector(batch.images).mean((1, 2, 3))
            gaps.append(((evaluated - trained).abs().mean() / trained.std()).item())
    assert gaps[0] < 0.3
    assert gaps[1] > 2 * gaps[0]  # what would be evaluated without re-estimation


def test_fault_9_every_validation_says_how_far_apart_they_are(finished: Finished) -> None:
    gaps = [event.statistics_gap for event in finished.recorder.of(Validated) if event.stage == 2]
    assert gaps and all(gap is not None and gap < 0.5 for gap in gaps)
