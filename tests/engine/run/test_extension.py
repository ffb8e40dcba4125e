"""Settings that move the schedule on a resume: the rate's jump is told, and more epochs may go on at the last rate."""

from pathlib import Path

import pytest
import torch

from engine.advice.offers import remedies_for
from engine.events import Alert, StepDone
from tests.engine.helpers.running import Recorder, carried_out, copied
from tests.engine.helpers.tiny_data import MakeSettings, TinyData, settings_for

RULE = "learning_rate_jump"


@pytest.fixture(scope="module")
def finished(tiny_data: TinyData, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of two epochs with cosine, at its end."""
    result, _ = carried_out(settings_for(tiny_data, tmp_path_factory.mktemp("finished")))
    assert result.run is not None
    return result.run


@pytest.fixture
def go_on(finished: Path, tiny_settings: MakeSettings, tmp_path: Path) -> "GoOn":
    return GoOn(copied(finished, tmp_path.name), tiny_settings)


class GoOn:
    """Resumes a copy of the finished run with other settings."""

    def __init__(self, folder: Path, settings: MakeSettings) -> None:
        self.folder, self._settings = folder, settings

    def __call__(self, *changes: str) -> Recorder:
        return carried_out(self._settings(*changes), self.folder)[1]


def jumps(recorder: Recorder) -> list[Alert]:
    return [alert for alert in recorder.of(Alert) if alert.rule == RULE]


def rates(recorder: Recorder) -> list[float]:
    return [event.head_lr for event in recorder.of(StepDone)]


def test_more_epochs_stretch_the_schedule_and_the_jump_is_told(go_on: GoOn) -> None:
    recorder = go_on("stage2.epochs=4")
    (alert,) = jumps(recorder)
    first = rates(recorder)[0]
    assert 5e-3 < first < 1e-2
    assert alert.message.startswith(f"The learning rate of the head goes on at {first:.3g}")
    assert "had come to 0.001." in alert.message
    (remedy,) = remedies_for(RULE, go_on._settings("stage2.epochs=4"), 2, alert.subject)
    assert remedy.changes == {"stage2.extension": "floor"}


def test_more_epochs_may_go_on_at_the_rate_that_the_schedule_ended_with(go_on: GoOn) -> None:
    recorder = go_on("stage2.epochs=3", "stage2.extension=floor")
    assert jumps(recorder) == []
    assert rates(recorder) == pytest.approx([0.001] * 4)
    assert rates(go_on("stage2.epochs=4", "stage2.extension=floor")) == pytest.approx([0.001] * 4)


def test_a_checkpoint_that_does_not_note_what_was_planned_tells_it_by_its_settings(go_on: GoOn) -> None:
    for path in (go_on.folder / "checkpoints").glob("*.pt"):
        content = torch.load(path, weights_only=True)
        del content["state"]["planned_epochs"]
        torch.save(content, path)
    assert rates(go_on("stage2.epochs=3", "stage2.extension=floor")) == pytest.approx([0.001] * 4)


def test_another_schedule_is_told_and_another_rate_of_the_users_own_is_not(go_on: GoOn) -> None:
    (alert,) = jumps(go_on("stage2.epochs=3", "stage2.schedule=constant"))
    assert alert.value == pytest.approx(10)
    assert alert.subject == "", "more epochs alone are not to blame"
    assert jumps(go_on("stage2.epochs=4", "stage2.schedule=constant", "stage2.head_lr=0.001")) == []
