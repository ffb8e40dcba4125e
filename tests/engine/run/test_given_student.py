"""A student that the user gives: never thrown away, its own range no fault, its statistics fit for its training."""

from pathlib import Path

import pytest
import torch

from engine.advice.offers import remedies_for
from engine.control import RunControl
from engine.errors import TrainingError
from engine.events import Alert, RemedyApplied, RolledBack, StageStarted, StepDone
from engine.models.student import evaluated_copy, largest_logit
from engine.models.tiny_ladeda import TinyLaDeDa
from engine.remedies.new_beginning import new_weights
from engine.run.run import run
from engine.run_folder.checkpoint import load_last
from engine.settings.changes import with_changes
from engine.settings.presets import preset_settings
from engine.settings.toml_file import load_settings, quoted
from tests.engine.helpers.prepared_run import prepared
from tests.engine.helpers.reference import REFERENCE, needs_reference
from tests.engine.helpers.running import Recorder, at_step, carried_out, difference, failed, outcome, stopped
from tests.engine.helpers.tiny_data import MakeSettings

PUBLISHED = tuple(REFERENCE / "tiny_ladeda" / f"{name}_Tiny_LaDeDa.pth" for name in ("ForenSynth", "WildRF"))
HEAD_KEPT = ("stage1.enabled=false", "stage2.optimiser=sgd", "stage2.head_lr=5e-5", "stage2.backbone_lr=5e-6")


def given(path: Path) -> str:
    return f"student.checkpoint={quoted(path)}"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A student of someone's own."""
    torch.manual_seed(5)
    torch.save(TinyLaDeDa().state_dict(), tmp_path / "own.pth")
    return tmp_path / "own.pth"


@pytest.fixture
def wide(own: Path, tmp_path: Path) -> Path:
    """One whose patch logits lie in the hundreds, as those of published students do."""
    state = torch.load(own, weights_only=True)
    state["fc.weight"] *= 1000
    torch.save(state, tmp_path / "wide.pth")
    return tmp_path / "wide.pth"


def test_a_new_beginning_goes_back_to_the_given_student_with_shorter_steps(
    own: Path, tiny_settings: MakeSettings
) -> None:
    settings = tiny_settings(given(own), "stage1.enabled=false")
    first = stopped(settings, lambda event: isinstance(event, StageStarted))
    control = RunControl()
    asked = new_weights(settings, "stage2", "Why.")
    recorder = Recorder(at_step(3), lambda: control.request(asked))
    began: list[dict[str, torch.Tensor]] = []

    def emit(event: object) -> None:
        recorder(event)  # type: ignore[arg-type]
        if isinstance(event, RemedyApplied):
            former = load_last(Path(recorder.events[0].run) / "checkpoints")  # type: ignore[attr-defined]
            assert former is not None
            began.append(former.student)

    run(settings.model_copy(update={"output": settings.output.model_copy(update={"name": "b"})}), control, emit)
    (back,) = recorder.of(RolledBack)
    assert (back.to_step, back.stage, back.given, back.beginning) == (0, 1, True, " with the given student")
    former = load_last(first / "checkpoints")
    assert former is not None
    assert difference(began[0], former.student) == "", "as the run began"
    (applied,) = recorder.of(RemedyApplied)
    assert applied.changes == {"stage2.head_lr": (0.01, 0.001), "stage2.backbone_lr": (0.01, 0.001)}
    assert applied.start == "new_weights"
    assert recorder.finished.reason == "finished"


def test_a_given_student_that_is_dead_stops_an_unattended_run_and_is_not_replaced(
    tiny_settings: MakeSettings, tmp_path: Path
) -> None:
    state = TinyLaDeDa().state_dict()
    state["layer1.0.bn2.weight"], state["layer1.0.bn2.bias"] = torch.zeros(8), -torch.ones(8)
    torch.save(state, tmp_path / "dead.pth")
    unattended = ("health.policy=automatic", "stage1.enabled=false", "stage2.epochs=12", "output.report_every=2")
    result, recorder = failed(tiny_settings(*unattended, given(tmp_path / "dead.pth")))
    assert isinstance(result.error, TrainingError)
    backs = recorder.of(RolledBack)
    assert [back.rung for back in backs] == ["weights", "renew", "rate", ""]
    assert backs[1].given
    assert result.run is not None
    former = load_last(result.run / "checkpoints")
    assert former is not None
    assert torch.equal(former.student["conv1.weight"], state["conv1.weight"])


def test_who_gives_a_student_is_offered_it_again_or_a_random_one_in_another_run() -> None:
    settings = with_changes(preset_settings("recommended"), {"student.checkpoint": Path("own.pth")})
    again, other = remedies_for("mode_collapse", settings)[-2:]
    assert again.label == "Start again from the given student, with shorter steps"
    assert (again.start, set(again.changes)) == ("new_weights", {"stage2.head_lr", "stage2.backbone_lr"})
    assert (other.start, other.changes) == ("new_run", {"student.checkpoint": None})
    assert remedies_for("mode_collapse", preset_settings("recommended"))[-1].label == "Start again from new weights"


@needs_reference
@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_the_conservative_preset_does_not_explode_on_a_published_student(
    path: Path, tiny_settings: MakeSettings
) -> None:
    _, recorder = carried_out(tiny_settings("preset=conservative", given(path), "stage2.warmup_epochs=0"))
    losses = [event.loss for event in recorder.of(StepDone)]
    assert losses[0] < 3
    assert losses[-1] < 3
    assert not {"loss_explosion", "saturation_student"} & {alert.rule for alert in recorder.of(Alert)}


def test_the_wall_stands_beyond_what_a_given_student_begins_with(wide: Path, tiny_settings: MakeSettings) -> None:
    _, recorder = carried_out(tiny_settings(given(wide), *HEAD_KEPT))
    first = recorder.of(StepDone)[0]
    (stage,) = recorder.of(StageStarted)
    assert stage.own_range > 100
    assert first.student_std > 10
    assert first.parts["saturation"] < 0.01 * stage.own_range**2, "at most a few cells of this very batch"
    assert "saturation_student" not in {alert.rule for alert in recorder.of(Alert)}


def test_the_wall_stays_where_it_was_when_the_run_goes_on(wide: Path, tiny_settings: MakeSettings) -> None:
    changes = (given(wide), *HEAD_KEPT, "stage2.head_lr=1e-2", "stage2.backbone_lr=1e-2")
    whole, _ = carried_out(tiny_settings(*changes, "output.name=whole"))
    parts = stopped(tiny_settings(*changes), at_step(5))
    carried_out(load_settings(parts / "settings.toml"), parts)
    assert whole.run is not None
    assert difference(outcome(parts), outcome(whole.run)) == ""
    former = load_last(parts / "checkpoints")
    assert former is not None
    assert former.own_range > 100


def test_a_random_student_and_one_whose_head_is_solved_for_keep_the_usual_wall(
    own: Path, tiny_settings: MakeSettings
) -> None:
    for changes in ((), (given(own),)):
        with prepared(tiny_settings(*changes, f"output.name=run{len(changes)}")) as context:
            assert context.loss.wall == 20


def test_the_wall_is_as_far_as_the_largest_logit(wide: Path, tiny_settings: MakeSettings) -> None:
    with prepared(tiny_settings(given(wide), *HEAD_KEPT)) as context:
        images = torch.cat(list(context.statistics_batches()))
        with torch.no_grad():
            largest = float(context.student.eval()(images).abs().max())
        assert context.loss.wall == pytest.approx(largest)
        assert largest_logit(context.student, []) == 0


@pytest.mark.parametrize("trainable", ["layer1", "all"])
def test_stage_1_solves_on_the_statistics_that_stage_2_evaluates_with(
    trainable: str, own: Path, tiny_settings: MakeSettings
) -> None:
    with prepared(tiny_settings(given(own), f"stage2.trainable={trainable}")) as context:
        student = context.student
        again, _ = evaluated_copy(student, context.statistics_batches())
        for name, value in again.network.state_dict().items():
            assert torch.equal(value, student.network.state_dict()[name]), name
        file = torch.load(own, weights_only=True)
        stem_kept = torch.equal(student.network.state_dict()["bn1.running_mean"], file["bn1.running_mean"])
        assert stem_kept == (trainable == "layer1"), "frozen statistics are the file's"


def test_statistics_that_no_stage_replaces_stay_the_files(own: Path, tiny_settings: MakeSettings) -> None:
    result, _ = carried_out(tiny_settings(given(own), "stage2.enabled=false"))
    assert result.weights is not None
    file, kept = (torch.load(path, weights_only=True) for path in (own, result.weights))
    assert all(torch.equal(kept[name], file[name]) for name in file if not name.startswith("fc."))
