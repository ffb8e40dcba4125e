"""A drive, share or folder of images that vanishes holds the run; it goes on when it is back, to the same bits."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from engine.control import FinishReason, RunControl
from engine.data.images import absent_folders
from engine.data.images.absent_folders import Patience, absent_folder
from engine.errors import DataError
from engine.events import DataScanned, Event, PhaseChanged
from engine.run.run import RunResult, run
from engine.run_folder.event_log import read_events
from engine.settings import RunSettings
from tests.engine.conftest import TinyData, settings_for
from tests.engine.helpers.running import (
    Recorder,
    Reference,
    When,
    at_step,
    difference,
    finish_and_compare,
    in_phase,
    in_task,
    outcome_of,
)

FROM_FILES = ("data.decoded_cache_mb=0", "data.decoded_disk_mb=0")
MOMENTS: dict[str, When] = {
    "scan": in_task("scan"),
    "shortcut audit": in_task("shortcut audit"),
    "teacher check": in_task("teacher check"),
    "stage 2": at_step(2),
    "validation": in_task("validation"),
    "final evaluation": in_phase("evaluating"),
}


class Drive:
    """Images that are pulled out at a moment of a run; what comes of it when the run says that it waits."""

    def __init__(self, data: TinyData, place: Path) -> None:
        self.folder, self.away = place / "share" / "images", place / "unplugged"
        shutil.copytree(data.folder, self.folder)
        self.control = RunControl()

    def settings(self, data: TinyData, runs: Path) -> RunSettings:
        return settings_for(replace(data, folder=self.folder), runs, *FROM_FILES)

    def pull_out(self) -> None:
        self.folder.parent.rename(self.away)

    def plug_in(self) -> None:
        self.away.rename(self.folder.parent)


@pytest.fixture
def drive(tiny_data: TinyData, tmp_path: Path) -> Drive:
    return Drive(tiny_data, tmp_path)


def is_paused(event: Event) -> bool:
    return isinstance(event, PhaseChanged) and event.phase == "paused"


def run_until_failed(settings: RunSettings, recorder: Recorder) -> tuple[RunResult, Recorder]:
    result = run(settings, RunControl(), recorder)
    assert result.state is FinishReason.FAILED
    return result, recorder


def test_it_is_waited_for(drive: Drive, tiny_data: TinyData, solved: Reference, tmp_path: Path) -> None:
    moments = [Recorder(when, drive.pull_out) for when in MOMENTS.values()]

    def emit(event: Event) -> None:
        for moment in moments:
            moment(event)
        if is_paused(event):
            drive.plug_in()

    result = run(drive.settings(tiny_data, tmp_path), drive.control, emit)
    assert result.state is FinishReason.FINISHED, result.error
    assert difference(outcome_of(result), solved.end) == ""
    assert result.run is not None
    kept = list(read_events(result.run))
    phases = [event for event in kept if isinstance(event, PhaseChanged)]
    pauses = [number for number, event in enumerate(phases) if is_paused(event)]
    assert len(pauses) == len(MOMENTS)
    for number in pauses:
        before, pause, after = phases[number - 1 : number + 2]
        assert (before.phase, before.text) == (after.phase, after.text)
        assert str(drive.folder.parent) in pause.text
    assert all(event.unreadable_count == 0 for event in kept if isinstance(event, DataScanned))


def test_a_stop_ends_the_wait(drive: Drive, tiny_data: TinyData, solved: Reference, tmp_path: Path) -> None:
    pulled, stopped = Recorder(at_step(2), drive.pull_out), Recorder(is_paused, drive.control.stop)

    def emit(event: Event) -> None:
        pulled(event)
        stopped(event)

    settings = drive.settings(tiny_data, tmp_path)
    result = run(settings, drive.control, emit)
    assert (result.state, stopped.happened) == (FinishReason.STOPPED, True), result.error
    assert result.run is not None
    drive.plug_in()
    finish_and_compare(result.run, Reference(settings, solved.end, 0))


def test_it_is_not_waited_for_without_end(
    drive: Drive, tiny_data: TinyData, solved: Reference, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(absent_folders, "AWAY_S", 0.3)
    settings = drive.settings(tiny_data, tmp_path)
    result, recorder = run_until_failed(settings, Recorder(at_step(2), drive.pull_out))
    assert result.run is not None
    assert str(drive.folder.parent) in recorder.finished.message
    assert "resume" in recorder.finished.remedy.lower()
    drive.plug_in()
    finish_and_compare(result.run, Reference(settings, solved.end, 0))


def test_time_in_a_pause_by_hand_is_not_waited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(absent_folders, "AWAY_S", 0.0)
    control, pause = RunControl(), list[str | None]()
    control.tell_pauses(pause.append)
    control.pause()
    looks = Patience(tmp_path / "gone" / "a.png", control)
    assert not any(looks.has_ended() for _ in range(3))
    control.resume()
    with pytest.raises(DataError, match="gone"):
        [looks.has_ended() for _ in range(3)]


def test_without_anybody_who_is_told_nothing_is_waited_for() -> None:
    assert not RunControl().await_return("away", lambda: False)


def test_what_is_waited_for_and_a_pause_by_hand_are_told_in_turn() -> None:
    control, told = RunControl(), list[str | None]()

    def tell(why: str | None) -> None:
        told.append(why)
        if why == "":
            control.resume()

    control.tell_pauses(tell)
    control.pause()
    assert control.await_return("away", lambda: bool(told))
    control.check()
    assert told == ["away", "", None]


def test_which_folder_is_away(tmp_path: Path) -> None:
    picture = tmp_path / "drive" / "real" / "a.png"
    assert absent_folder(picture) == tmp_path / "drive"
    picture.parent.mkdir(parents=True)
    assert absent_folder(picture) == picture.parent  # as where a share was
    picture.touch()
    assert absent_folder(picture) is None
    assert absent_folder(picture.with_name("b.png")) is None
