"""A run in a line and the runs of a folder: the newest first, dated by their start, and none hidden by another."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.control import RunControl, StopRequestedError
from engine.events import BestStudent, CheckpointSaved, PhaseChanged, RunFinished, RunStarted, Scores, Validated
from engine.run_folder.folder import RunFolder
from engine.run_folder.summaries import list_runs, summarise, unfinished_runs
from tests.engine.helpers.run_folders import settings, started


def validated(auc: float, *, best: bool, epoch: int) -> Validated:
    scores = Scores(images=2, auc=auc)
    return Validated(stage=2, epoch=epoch, step=epoch, loss=0.5, scores=scores, sources={}, teacher_auc=None, best=best)


def test_a_run_in_a_line(folder: RunFolder) -> None:
    folder.record(started())
    assert summarise(folder.path).state == "interrupted"
    for event in (validated(0.7, best=True, epoch=1), validated(0.6, best=False, epoch=2)):
        folder.record(event)
    folder.record(RunFinished(reason="stopped", step=2, seconds=1.0))
    summary = summarise(folder.path)
    assert (summary.state, summary.best, summary.started_s) == ("stopped", BestStudent(0.7, 2, 1), 1.0)
    folder.record(started(step=2))
    assert summarise(folder.path).state == "interrupted"


def test_a_run_is_dated_by_its_first_start_however_often_it_is_resumed(folder: RunFolder) -> None:
    for time_s in (100.0, 200.0, 300.0):
        folder.record(RunStarted(run="", device="", version="", step=int(time_s) - 100, time_s=time_s))
        assert summarise(folder.path).ended_s is None
        folder.record(RunFinished(reason="stopped", step=300, seconds=1.0, time_s=time_s + 50))
    summary = summarise(folder.path)
    assert (summary.started_s, summary.starts, summary.ended_s) == (100.0, 3, 350.0)


def test_runs_are_listed_newest_first_and_broken_ones_too(tmp_path: Path) -> None:
    for number, time_s in enumerate((5.0, 7.0, 6.0)):
        opened = RunFolder.create(settings(tmp_path, f"output.name=run{number}"))
        opened.record(RunStarted(run="", device="", version="", time_s=time_s))
        opened.close()
    (tmp_path / "run0" / "settings.toml").write_text("not TOML at all [", encoding="utf-8")
    (tmp_path / "no run").mkdir()
    runs = list_runs(tmp_path)
    assert [run.path.name for run in runs] == ["run1", "run2", "run0"]
    assert runs[-1].preset == "unreadable settings"
    assert list_runs(tmp_path / "absent") == []


def test_one_run_that_cannot_be_read_or_is_deleted_meanwhile_hides_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        RunFolder.create(settings(tmp_path, f"output.name=run{number}")).close()
    (tmp_path / "run1" / "events.jsonl").unlink()
    (tmp_path / "run1" / "events.jsonl").mkdir()

    def found_then_deleted(self: Path, pattern: str) -> Iterator[Path]:
        yield tmp_path / "gone" / "settings.toml"
        yield from (tmp_path / f"run{number}" / "settings.toml" for number in range(3))

    monkeypatch.setattr(Path, "glob", found_then_deleted)
    assert {run.path.name: run.state for run in list_runs(tmp_path)} == {
        "run0": "interrupted",
        "run1": "unreadable",
        "run2": "interrupted",
    }


class StoppedAtTheTenthLook(RunControl):
    looks = 0

    def check(self) -> None:
        self.looks += 1
        if self.looks == 10:
            self.stop()
        super().check()


def test_listing_runs_can_be_stopped_inside_a_long_one(folder: RunFolder) -> None:
    folder.record(started())
    for _ in range(2000):
        folder.record(PhaseChanged(phase="training", text=""))
    control = StoppedAtTheTenthLook()
    with pytest.raises(StopRequestedError):
        list_runs(folder.path.parent, control)


def test_runs_that_were_stopped_or_broken_off_can_go_on_from_their_last_checkpoint(tmp_path: Path) -> None:
    for name, ends in {"stopped": "stopped", "broken": None, "done": "finished", "unsaved": "stopped"}.items():
        opened = RunFolder.create(settings(tmp_path, f"output.name={name}"))
        opened.record(started())
        if name != "unsaved":
            opened.checkpoints.mkdir()
            (opened.checkpoints / "last.pt").touch()
            opened.record(CheckpointSaved(stage=2, step=138, name="last", path="last.pt"))
        if ends is not None:
            opened.record(RunFinished(reason=ends, step=140, seconds=1.0))
        opened.close()
    found = {run.path.name: (run.state, run.saved_step) for run in unfinished_runs(tmp_path)}
    assert found == {"stopped": ("stopped", 138), "broken": ("interrupted", 138)}
    assert unfinished_runs(tmp_path / "absent") == []
