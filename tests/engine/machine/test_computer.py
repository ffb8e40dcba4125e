"""The computer around a run: its sleep, its memory and its graphics card, each said in words and never fatal."""

import logging
import sys
from pathlib import Path

import pytest
import torch

from engine.events import MachineTrouble, to_json
from engine.machine import gpu, memory
from engine.machine.awake import SuspensionWatch, kept_awake, suspended_s
from engine.machine.device import describe
from engine.machine.gpu import GraphicsCard
from engine.machine.processor import processor_name
from engine.run_folder.event_log import read_events
from engine.settings import RunSettings
from engine.settings.toml_file import load_settings
from tests.engine.helpers.running import carried_out
from tests.engine.helpers.tiny_data import MakeSettings

OLD = GraphicsCard("GeForce GTX 1070", "471.41", (11, 4))
NEW = GraphicsCard("GeForce RTX 4090", "580.88", (13, 0))


def test_a_clock_of_suspension_stands_still_while_the_computer_is_awake() -> None:
    watch = SuspensionWatch()
    assert suspended_s() >= -0.1
    assert watch.slept_s() == 0


def test_sleep_is_told_once_and_a_jitter_of_the_clocks_is_not() -> None:
    times = iter((100.0, 100.02, 3700.0, 3700.01))
    watch = SuspensionWatch(lambda: next(times))
    assert watch.slept_s() == 0
    assert watch.slept_s() == pytest.approx(3600)
    assert watch.slept_s() == 0


def test_a_run_that_slept_says_so_in_its_events(tiny_settings: MakeSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [0]

    def clock() -> float:
        asked[0] += 1
        return 7200.0 if asked[0] > 12 else 0.0

    monkeypatch.setattr("engine.run.run.SuspensionWatch", lambda: SuspensionWatch(clock))
    result, _ = carried_out(tiny_settings("machine.keep_awake=false"))
    assert result.run is not None
    (told,) = [event for event in read_events(result.run) if isinstance(event, MachineTrouble)]
    assert (told.what, told.seconds) == ("suspended", 7200)
    assert "2.0 hours" in told.message


def test_the_threads_of_one_run_are_not_those_of_the_next(tiny_settings: MakeSettings) -> None:
    """Of two runs in one window, the first of which names a number."""
    usual = torch.get_num_threads()
    carried_out(tiny_settings(f"machine.threads={usual + 1}", "stage2.enabled=false"))
    assert torch.get_num_threads() == usual + 1
    carried_out(tiny_settings("stage2.enabled=false", "output.name=next"))
    assert torch.get_num_threads() == usual


def test_being_kept_awake_is_granted_or_refused_but_never_fails(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    with caplog.at_level(logging.INFO), kept_awake(True) as awake:
        pass
    assert awake is not ("not kept awake" in caplog.text)
    with kept_awake(False) as not_wanted:
        assert not_wanted


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always somebody to ask")
def test_where_no_desktop_sends_the_computer_to_sleep_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    with kept_awake(True) as awake:
        assert awake


def wanting(batch: int, *overrides: str) -> RunSettings:
    return load_settings(None, ["loss.alpha_distill=0", "loss.alpha_task=1", f"data.batch_size={batch}", *overrides])


def test_a_step_that_does_not_fit_is_an_error_and_caches_that_do_not_are_a_warning() -> None:
    settings = wanting(16, "data.decoded_cache_mb=1000")
    step = memory.step_bytes(settings)
    assert list(memory.memory_problems(settings, step + memory.cache_bytes(settings))) == []
    (warning,) = memory.memory_problems(settings, step + 1)
    (error,) = memory.memory_problems(settings, step - 1)
    assert (warning.setting, warning.severity) == ("data.decoded_cache_mb", "warning")
    assert (error.setting, error.severity) == ("data.batch_size", "error")
    assert "batch size" in error.remedy


def test_a_teacher_and_larger_batches_need_more(tmp_path: Path) -> None:
    teacher = tmp_path / "teacher.pth"
    teacher.write_bytes(bytes(1000))
    alone, taught = wanting(16), load_settings(None, [f"teacher.checkpoint={teacher}"])
    assert memory.step_bytes(wanting(32)) > memory.step_bytes(alone)
    assert memory.step_bytes(taught) > memory.step_bytes(alone)
    assert memory.cache_bytes(taught) > memory.cache_bytes(alone)


def test_what_is_left_falls_when_memory_is_taken() -> None:
    def falls() -> bool:
        before = memory.free_bytes()
        taken = b"x" * memory.GIB
        return memory.GIB / 2 < before - memory.free_bytes() < len(taken) * 2

    assert any(falls() for _ in range(5))  # other programs take and give, too


@pytest.mark.parametrize(
    ("card", "needed", "words"),
    [
        (NEW, None, "computes on the processor only"),
        (OLD, "12.8", "too old: version 471.41 serves CUDA 11.4, and this program needs CUDA 12.8"),
        (NEW, "12.8", "PyTorch says: no kernel image"),
    ],
)
def test_a_card_that_is_not_used_is_named_with_the_reason(card: GraphicsCard, needed: str | None, words: str) -> None:
    message, remedy = gpu.explain(card, needed, "no kernel\n  image")
    assert card.name in message
    assert words in message
    assert remedy.startswith("Install")


def test_a_run_on_the_processor_beside_a_card_says_why(
    tiny_settings: MakeSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gpu, "find_card", lambda: NEW)
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    _, recorder = carried_out(tiny_settings())
    told = {event.what: event for event in recorder.of(MachineTrouble)}
    assert NEW.name in told["gpu_unused"].message
    assert "machine_trouble" in to_json(told["gpu_unused"])


@pytest.mark.skipif(not Path("/proc/cpuinfo").is_file(), reason="Linux says it there")
def test_the_processor_is_named_as_people_know_it() -> None:
    told = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    assert processor_name()
    if "model name" in told:
        assert processor_name() in " ".join(told.split())
    assert processor_name() in describe(torch.device("cpu"))


@pytest.mark.windows
@pytest.mark.skipif(sys.platform != "win32", reason="Windows names it in the registry")
def test_windows_names_the_processor() -> None:
    assert processor_name()
