"""The engine in a thread of Qt: events arrive in their order, the last of a run is RunFinished, stopping works."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from engine.control import RunControl
from engine.errors import DataError, EngineError
from engine.events import Event, PhaseChanged, Progress, RunFinished, StepDone
from engine.qt_thread import EventBuffer, TaskThread, TrainingThread
from tests.engine.helpers.running import difference, outcome
from tests.engine.helpers.tiny_data import MakeSettings

LIMIT_MS = 60_000


def progress(task: str, done: int) -> Progress:
    return Progress(task=task, done=done, total=9)


def phase(name: str) -> PhaseChanged:
    return PhaseChanged(phase=name)


def test_events_come_once_and_in_their_order() -> None:
    buffer = EventBuffer()
    events: list[Event] = [phase("a"), phase("b")]
    for event in events:
        buffer.put(event)
    assert buffer.drain() == events
    assert buffer.drain() == []


def test_of_progress_in_a_row_the_newest_is_kept_at_its_place() -> None:
    buffer = EventBuffer()
    last = RunFinished(reason="finished", step=1, seconds=1.0)
    for event in (phase("a"), progress("x", 1), progress("x", 2), progress("y", 1), phase("b"), progress("x", 3), last):
        buffer.put(event)
    kept = buffer.drain()
    assert [type(event) for event in kept] == [PhaseChanged, Progress, Progress, PhaseChanged, Progress, RunFinished]
    counted = [(event.task, event.done) for event in kept if isinstance(event, Progress)]
    assert counted == [("x", 2), ("y", 1), ("x", 3)]
    assert kept[-1] is last


def test_a_long_task_nobody_watches_does_not_fill_the_memory() -> None:
    buffer = EventBuffer()
    for done in range(10_000):
        buffer.put(progress("scan", done))
    assert [event.done for event in buffer.drain() if isinstance(event, Progress)] == [9_999]


Start = Callable[[QThread], None]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts a thread, and lets none outlive the test."""
    threads: list[QThread] = []

    def begin(thread: QThread) -> None:
        threads.append(thread)
        thread.start()

    yield begin
    for thread in threads:
        if isinstance(thread, TrainingThread | TaskThread):
            thread.control.stop()
        assert thread.wait(LIMIT_MS)


def drained(qtbot: QtBot, thread: TrainingThread | TaskThread) -> list[Event]:
    """What a window sees that takes the events now and then."""
    events: list[Event] = []

    def finished() -> bool:
        events.extend(thread.drain())
        return thread.isFinished()

    qtbot.waitUntil(finished, timeout=LIMIT_MS)
    return events + thread.drain()


def test_a_run_in_a_thread(qtbot: QtBot, start: Start, tiny_settings: MakeSettings, tmp_path: Path) -> None:
    thread = TrainingThread(tiny_settings())
    start(thread)
    events = drained(qtbot, thread)
    assert [event.step for event in events if isinstance(event, StepDone)] == list(range(1, 9))
    ends = [event for event in events if isinstance(event, RunFinished)]
    assert ends == events[-1:]
    assert ends[0].reason == "finished"
    assert (tmp_path / "run" / "student.pth").is_file()


def test_stop_and_resume_in_threads(qtbot: QtBot, start: Start, tiny_settings: MakeSettings, tmp_path: Path) -> None:
    thread = TrainingThread(tiny_settings("stage2.epochs=1000"))
    start(thread)
    seen: list[Event] = []

    def training() -> bool:
        seen.extend(thread.drain())
        return any(isinstance(event, StepDone) for event in seen)

    qtbot.waitUntil(training, timeout=LIMIT_MS)
    thread.control.pause()
    thread.control.stop()
    last = drained(qtbot, thread)[-1]
    assert isinstance(last, RunFinished)
    assert last.reason == "stopped"
    epochs = outcome(tmp_path / "run")["state"]["epoch"] + 2
    again = TrainingThread(tiny_settings(f"stage2.epochs={epochs}"), resume=tmp_path / "run")
    start(again)
    last = drained(qtbot, again)[-1]
    assert isinstance(last, RunFinished)
    assert last.reason == "finished"


def test_a_thread_computes_what_the_command_line_does(
    qtbot: QtBot, start: Start, tiny_settings: MakeSettings, tmp_path: Path
) -> None:
    from engine.run.run import run

    thread = TrainingThread(tiny_settings("stage2.enabled=false"))
    start(thread)
    drained(qtbot, thread)
    result = run(tiny_settings("stage2.enabled=false"), RunControl(), lambda _event: None)
    assert result.run == tmp_path / "run (2)"
    assert difference(outcome(tmp_path / "run"), outcome(tmp_path / "run (2)")) == ""


def test_a_run_that_fails_ends_with_its_reason(qtbot: QtBot, start: Start, tiny_settings: MakeSettings) -> None:
    thread = TrainingThread(tiny_settings("data.train=absent"))
    start(thread)
    events = drained(qtbot, thread)
    assert [type(event) for event in events] == [RunFinished]
    assert isinstance(events[0], RunFinished)
    assert (events[0].reason, bool(events[0].remedy)) == ("failed", True)


def test_a_task_gives_its_result_and_its_events(qtbot: QtBot, start: Start) -> None:
    def task(_control: RunControl, emit: Callable[[Event], None]) -> object:
        emit(phase("preparing"))
        return 42

    thread = TaskThread(task)
    start(thread)
    assert [type(event) for event in drained(qtbot, thread)] == [PhaseChanged]
    assert (thread.result, thread.error, thread.stopped) == (42, None, False)


def test_a_task_can_be_stopped(qtbot: QtBot, start: Start) -> None:
    def task(control: RunControl, emit: Callable[[Event], None]) -> object:
        emit(phase("preparing"))
        while True:
            control.check()

    thread = TaskThread(task)
    start(thread)
    qtbot.waitUntil(lambda: bool(thread.drain()), timeout=LIMIT_MS)
    thread.control.stop()
    drained(qtbot, thread)
    assert (thread.result, thread.error, thread.stopped) == (None, None, True)


@pytest.mark.parametrize("error", [DataError("Nothing there.", "Look elsewhere."), ZeroDivisionError("made up")])
def test_a_task_that_fails_says_why(error: Exception, qtbot: QtBot, start: Start) -> None:
    def task(_control: RunControl, _emit: Callable[[Event], None]) -> object:
        raise error

    thread = TaskThread(task)
    start(thread)
    drained(qtbot, thread)
    assert isinstance(thread.error, EngineError)
    assert str(error) in thread.error.message
    assert thread.error.remedy
    assert (thread.result, thread.stopped) == (None, False)
