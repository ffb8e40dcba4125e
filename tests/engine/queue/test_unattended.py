"""A queue that is run: one after the other, past a failure, after a kill, and on the command line."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.control import RunControl, StopRequestedError
from engine.events import QueueEntryEnded, QueueEntryStarted, RunFinished, RunStarted, StepDone
from engine.queue.queue_folder import Queue
from engine.queue.unattended import run_queue
from engine.run_folder.event_log import read_events
from tests.engine.conftest import MakeSettings, TinyData
from tests.engine.helpers.command_line import Run, told, write_settings
from tests.engine.helpers.running import Recorder

ROOT = Path(__file__).resolve().parents[3]
SHORT = ("loss.alpha_distill=0", "loss.alpha_task=1", "stage2.epochs=1", "stage2.warmup_epochs=0")


def note(queue: Queue, **changes: object) -> None:
    queue.change(lambda listed: listed.of([entry.model_copy(update=changes) for entry in listed.entries]))


def states(queue: Queue) -> list[str]:
    return [entry.state for entry in queue.entries()]


def test_one_failing_run_does_not_hold_the_next(tiny_settings: MakeSettings, tmp_path: Path) -> None:
    queue, recorder = Queue(tmp_path / "queue"), Recorder()
    gone = tiny_settings(*SHORT, f"data.train=['{(tmp_path / 'gone').as_posix()}']")
    queue.add([gone, *[tiny_settings(*SHORT, f"seed={seed}") for seed in (1, 2)]])
    queue.file_of(2).write_text("seed = = 1", encoding="utf-8")
    run_queue(queue, RunControl(), recorder)
    assert states(queue) == ["failed", "failed", "finished"]
    first, second, third = queue.entries()
    assert "gone" in first.message
    assert first.remedy
    assert "2.toml" in second.message and "line 1" in second.message
    assert third.run is not None and (third.run / "student.pth").is_file()
    assert third.auc["validation"] is not None
    assert third.seconds > 0
    assert [(event.number, event.left) for event in recorder.of(QueueEntryStarted)] == [(1, 3), (3, 1)]
    assert [event.reason for event in recorder.of(QueueEntryEnded)] == ["failed", "finished"]
    run_queue(queue, RunControl(), recorder)  # nothing is left to do
    assert len(recorder.of(QueueEntryStarted)) == 2


def test_a_stopped_queue_goes_on_with_the_run_that_was_stopped(tiny_settings: MakeSettings, tmp_path: Path) -> None:
    queue, control = Queue(tmp_path / "queue"), RunControl()
    queue.add([tiny_settings(*SHORT), tiny_settings(*SHORT, "seed=1")])
    recorder = Recorder(lambda event: isinstance(event, StepDone), control.stop)
    with pytest.raises(StopRequestedError):
        run_queue(queue, control, recorder)
    assert states(queue) == ["stopped", "waiting"]
    run = queue.entries()[0].run
    queue.remove([2])
    run_queue(queue, RunControl(), recorder)
    assert states(queue) == ["finished"]
    assert queue.entries()[0].run == run
    assert run is not None
    assert len([event for event in read_events(run) if isinstance(event, RunStarted)]) == 2


def test_a_run_that_was_killed_is_resumed_and_not_begun_again(tiny_settings: MakeSettings, tmp_path: Path) -> None:
    queue = Queue(tmp_path / "queue")
    queue.add([tiny_settings(*SHORT, "stage2.epochs=5")])
    program = subprocess.Popen(
        [sys.executable, "main.py", "queue", "run", "--queue", str(queue.folder)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    run = tmp_path / "run"
    wait_for((run / "checkpoints" / "last.pt").exists, program)
    assert states(queue) == ["running"]
    program.kill()
    program.wait()
    assert states(queue) == ["interrupted"]
    assert not any(isinstance(event, RunFinished) for event in read_events(run))
    run_queue(queue, RunControl(), lambda event: None)
    (entry,) = queue.entries()
    assert (entry.state, entry.run) == ("finished", run)
    assert not (tmp_path / "run (2)").exists()
    began = [event for event in read_events(run) if isinstance(event, RunStarted)]
    assert len(began) == 2


def test_what_the_queue_lost_of_a_run_is_looked_up_in_its_folder(tiny_settings: MakeSettings, tmp_path: Path) -> None:
    """A run whose folder is gone is begun anew; one that had finished before a power cut is not."""
    queue, recorder = Queue(tmp_path / "queue"), Recorder()
    queue.add([tiny_settings(*SHORT)])
    note(queue, state="stopped", run=tmp_path / "deleted")
    run_queue(queue, RunControl(), recorder)
    (done,) = queue.entries()
    assert done.run == tmp_path / "run"
    happened = len(recorder.events)
    note(queue, state="running", auc={}, seconds=0.0)
    run_queue(queue, RunControl(), recorder)
    assert queue.entries() == (done,)
    assert len(recorder.events) == happened
    events = tmp_path / "run" / "events.jsonl"
    text = events.read_text(encoding="utf-8")
    events.write_text(text.replace(f'"auc": {done.auc["validation"]}', '"auc": NaN'), encoding="utf-8")
    note(queue, state="running")
    run_queue(queue, RunControl(), recorder)
    assert queue.entries()[0].auc["validation"] is None  # damaged since; the list can be read all the same


def test_a_study_trains_its_grid_and_tells_a_table(command: Run, tiny_data: TinyData, tmp_path: Path) -> None:
    settings, place = write_settings(tmp_path, tiny_data), ("--queue", tmp_path / "queue")
    words = ("study", settings, *told(*SHORT), "--vary", "stage2.epochs=1,2", "--seeds", 3, 4, *place)
    added = command(*words, "--add-only")
    assert added.code == 0
    assert [entry["state"] for entry in added.data["entries"]] == ["waiting"] * 4
    outcome = command(*words)
    assert outcome.code == 0
    assert outcome.data.keys() == {"study", "queue", "settings", "sources", "rows", "entries"}
    assert (outcome.data["study"], outcome.data["settings"]) == ("settings", ["stage2.epochs"])
    assert outcome.data["sources"] == ["validation"]
    assert [row["values"] for row in outcome.data["rows"]] == [{"stage2.epochs": 1}, {"stage2.epochs": 2}]
    for row in outcome.data["rows"]:
        auc = row["auc"]["validation"]
        assert (row["seeds"], row["finished"], row["failed"], auc["count"]) == ([3, 4], 2, 0, 2)
        assert auc["low"] <= auc["mean"] <= auc["high"]
        assert row["seconds"]["mean"] > 0
        assert (Path(row["best"]) / "student.pth").is_file()
        assert row["size"] is None
    assert len(list(tmp_path.glob("settings, epochs *, seed *"))) == 4
    again = command("study", "--name", "settings", *place)
    assert again.data["rows"] == outcome.data["rows"]
    assert "stage2.epochs  runs" in again.err


def test_the_queue_is_kept_on_the_command_line(command: Run, tiny_data: TinyData, tmp_path: Path) -> None:
    settings, place = write_settings(tmp_path, tiny_data), ("--queue", tmp_path / "queue")

    def entries(*words: object) -> list[str]:
        outcome = command("queue", *words, *place)
        assert outcome.code == 0, outcome.err
        return [entry["name"] for entry in outcome.data["entries"]]

    assert entries() == []
    assert entries("add", settings, "--set", "output.name=a") == ["a"]
    assert entries("add", settings, "--set", "output.name=b") == ["a", "b"]
    assert entries("control", 1) == ["a", "a, labels only", "b"]
    assert entries("move", 2, "--to", 1) == ["b", "a", "a, labels only"]
    assert entries("remove", 3, 2) == ["a"]
    assert "entry 7" in command("queue", "again", 7, *place).failed_with("queue")
    assert "new place" in command("queue", "move", 1, *place).failed_with("settings")
    assert "no number" in command("queue", "remove", "a", *place).failed_with("settings")
    assert "No study" in command("study", *place).failed_with("settings")


def wait_for(happened: Callable[[], bool], program: subprocess.Popen[bytes]) -> None:
    """Until something is so, while the program lives."""
    end = time.monotonic() + 60
    while not happened():
        assert program.poll() is None, "it ended too early"
        assert time.monotonic() < end
        time.sleep(0.01)
