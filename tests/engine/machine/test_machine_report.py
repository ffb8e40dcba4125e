"""What a run says of the computer: a look at its start, and what the computer failed to give among the alerts."""

import errno
import os
from pathlib import Path

import pytest
import torch

from engine.control import FinishReason, RunControl
from engine.errors import EngineError
from engine.events import Alert, Event, MachineFailure, MachineReport, RunFinished, StepDone
from engine.machine.device import explain, failure_of
from engine.machine.memory import MIB
from engine.machine.watch import INTERVAL_S, MachineWatch, machine_report
from engine.run.run import run
from engine.run_folder.event_log import read_events
from tests.engine.conftest import MakeSettings
from tests.engine.helpers.running import Recorder, carried_out


def commit_limit() -> OSError:
    error = OSError("The paging file is too small for this operation to complete")
    error.winerror = 1455  # type: ignore[attr-defined, unused-ignore]
    return error


BROKEN: list[tuple[Exception, MachineFailure, str]] = [
    (commit_limit(), "page file", "page_file"),
    (torch.OutOfMemoryError("CUDA out of memory"), "gpu memory", "gpu_memory"),
    (MemoryError(), "memory", "memory_low"),
    (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "disk", "disk_low"),
]


@pytest.mark.parametrize(("error", "failure", "rule"), BROKEN, ids=[case[1] for case in BROKEN])
def test_what_the_computer_fails_to_give_is_an_alert_and_the_last_word(
    error: Exception, failure: MachineFailure, rule: str, tiny_settings: MakeSettings
) -> None:
    recorder = Recorder()

    def fail(event: Event) -> None:
        recorder(event)
        if isinstance(event, StepDone) and event.step == 3:
            raise error

    result = run(tiny_settings(), RunControl(), fail)
    assert result.state is FinishReason.FAILED
    assert recorder.of(MachineReport)[-1].failure == failure
    assert recorder.of(Alert)[-1].rule == rule
    assert recorder.finished.message == explain(error).message
    assert result.run is not None
    assert [type(event) for event in read_events(result.run)][-3:] == [MachineReport, Alert, RunFinished]


def test_a_failure_is_known_by_what_it_was_raised_from() -> None:
    outer = EngineError("It could not be written.", "Free some space.")
    outer.__cause__ = OSError(errno.ENOSPC, "full")
    assert failure_of(outer) == "disk"
    assert failure_of(EngineError("Labels are unclear.", "Name them.")) == ""
    assert failure_of(OSError(errno.EACCES, "no")) == ""


def test_a_run_looks_at_the_computer_once_before_it_starts(tiny_settings: MakeSettings) -> None:
    _, recorder = carried_out(tiny_settings())
    first = recorder.of(MachineReport)[0]
    assert (first.stage, first.step, first.failure) == (0, 0, "")
    assert first.disk_free_mb is not None and first.disk_free_mb > 0
    assert first.memory_free_mb is not None and first.memory_free_mb > 0


def test_the_next_look_is_due_half_a_minute_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watch, now = MachineWatch(tmp_path), [0.0]
    monkeypatch.setattr("engine.machine.watch.time.monotonic", lambda: now[0])
    seen = []
    for second in range(0, 100, 10):
        now[0] = float(second)
        seen += [second] if watch.report(2, second) is not None else []
    assert seen == [0, int(INTERVAL_S), int(2 * INTERVAL_S), int(3 * INTERVAL_S)]


def test_a_disk_that_is_gone_is_not_known(tmp_path: Path) -> None:
    report = MachineWatch(tmp_path / "gone").report(2, 7)
    assert report is not None
    assert report.disk_free_mb is None


def test_memory_of_the_gpu_is_told_only_where_one_is_in_use(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("torch.cuda.is_initialized", lambda: False)
    assert machine_report(tmp_path, 1, 1).gpu_used_mb is None
    monkeypatch.setattr("torch.cuda.is_initialized", lambda: True)
    monkeypatch.setattr("torch.cuda.mem_get_info", lambda: (2 * MIB, 8 * MIB))
    report = machine_report(tmp_path, 1, 1)
    assert (report.gpu_used_mb, report.gpu_whole_mb) == (6, 8)
    monkeypatch.setattr("torch.cuda.mem_get_info", lost)
    assert machine_report(tmp_path, 1, 1).gpu_used_mb is None


def lost() -> tuple[int, int]:
    raise RuntimeError("CUDA error: unspecified launch failure")
