"""On a CUDA card: whole runs, graphs against single operations, the teacher's float16, full memory."""

from pathlib import Path

import pytest
import torch
from torch import Tensor

from engine.control import FinishReason, RunControl
from engine.events import FinalEvaluated, MachineReport, RunStarted, StepDone
from engine.machine.computer import Computer, look_at
from engine.machine.device import choose_device
from engine.run.run import run
from engine.run_folder.checkpoint import load_last
from engine.settings import MachineSettings, TeacherSettings
from engine.teacher.maps import as_many_as_fit
from engine.teacher.teacher import load_teacher
from tests.engine.helpers.pictures import images_of
from tests.engine.helpers.running import Recorder, at_step, carried_out, stopped
from tests.engine.helpers.tiny_data import MakeSettings, TinyData

pytestmark = pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA card, and --card")
CUDA, CPU = "machine.device=cuda", "machine.device=cpu"
LIBRARIES = 2**28  # bytes that cuBLAS keeps until the program ends, of each stream: 64 MiB on an H100, else 8 MiB


@pytest.fixture
def card() -> torch.device:
    return choose_device(MachineSettings(device="cuda"))


def test_a_whole_run_says_which_card_it_uses_and_ends_as_on_the_processor(tiny_settings: MakeSettings) -> None:
    result, on_card = carried_out(tiny_settings(CUDA, "output.name=card"))
    _, on_cpu = carried_out(tiny_settings(CPU, "output.name=processor"))
    assert on_card.of(RunStarted)[0].device == torch.cuda.get_device_name()
    found, expected = (r.of(FinalEvaluated)[-1].student["validation"].auc for r in (on_card, on_cpu))
    assert found == pytest.approx(expected, abs=0.05)
    for one, other in zip(on_card.of(StepDone)[:8], on_cpu.of(StepDone)[:8], strict=True):
        assert one.loss == pytest.approx(other.loss, rel=0.02)
    assert result.run is not None
    weights = torch.load(result.run / "student.pth", weights_only=True)
    assert all(value.device.type == "cpu" for value in weights.values())


def test_the_card_is_named_before_a_run_and_its_memory_told_during_it(tiny_settings: MakeSettings) -> None:
    assert look_at(MachineSettings()) == Computer(torch.cuda.get_device_name())
    _, recorder = carried_out(tiny_settings(CUDA))
    for report in recorder.of(MachineReport):
        assert report.gpu_used_mb is not None and report.gpu_whole_mb is not None
        assert 0 < report.gpu_used_mb <= report.gpu_whole_mb


def test_a_finished_run_leaves_nothing_on_the_card_but_working_space_of_libraries(tiny_settings: MakeSettings) -> None:
    left = []
    for name in ("first", "second", "third"):
        carried_out(tiny_settings(CUDA, f"output.name={name}"))
        left.append(torch.cuda.memory_reserved())
    assert left[0] < LIBRARIES
    assert left[1:] == left[:1] * 2


@pytest.mark.parametrize(("first", "then"), [(CUDA, CUDA), (CUDA, CPU), (CPU, CUDA)])
@pytest.mark.parametrize("optimiser", ["adamw", "sgd"])
def test_a_run_goes_on_wherever_it_is_resumed(
    tiny_settings: MakeSettings, first: str, then: str, optimiser: str
) -> None:
    recipe = (f"stage2.optimiser={optimiser}", "stage2.ema_decay=0.8", "stage2.epochs=3")
    folder = stopped(tiny_settings(first, *recipe), at_step(6))
    former = load_last(folder / "checkpoints")
    assert former is not None
    result, _ = carried_out(tiny_settings(then, *recipe), folder)
    assert result.run == folder


def test_runs_with_and_without_graphs_agree(tiny_settings: MakeSettings) -> None:
    recipe = (CUDA, "stage2.epochs=4")
    _, with_graphs = carried_out(tiny_settings(*recipe, "output.name=graphs"))
    _, without = carried_out(tiny_settings(*recipe, "machine.cuda_graphs=false", "output.name=single"))
    pairs = zip(with_graphs.of(StepDone), without.of(StepDone), strict=True)
    assert all(one.loss == pytest.approx(other.loss, rel=0.05, abs=0.01) for one, other in pairs)


@torch.no_grad()
def test_the_teacher_in_float16_is_within_its_tolerance(tiny_data: TinyData, card: torch.device) -> None:
    teacher = load_teacher(TeacherSettings(checkpoint=tiny_data.teacher), card)
    images = images_of(8).to(card)
    exact = teacher.detector(images)
    assert float((teacher.maps(images) - exact).abs().mean()) < 0.02 * float(exact.std())


@torch.no_grad()
def test_a_teacher_beyond_float16_is_asked_in_float32(tiny_data: TinyData, tmp_path: Path, card: torch.device) -> None:
    state = torch.load(tiny_data.teacher, weights_only=True)
    state["fc.weight"] *= 1e6
    torch.save(state, tmp_path / "large.pth")
    teacher = load_teacher(TeacherSettings(checkpoint=tmp_path / "large.pth"), card)
    images = images_of(2).to(card)
    torch.testing.assert_close(teacher.maps(images), teacher.detector(images), rtol=1e-3, atol=1.0)


def test_a_full_card_ends_the_run_with_the_reason_and_it_goes_on_later(tiny_settings: MakeSettings) -> None:
    settings = tiny_settings(CUDA)
    at_third = Recorder(at_step(3), lambda: torch.empty(2**50, dtype=torch.uint8, device="cuda"))
    result = run(settings, RunControl(), at_third)
    assert result.state is FinishReason.FAILED
    assert result.error is not None
    assert "The GPU's memory is full" in result.error.message
    assert "gpu memory" in [event.failure for event in at_third.of(MachineReport)]
    assert torch.cuda.memory_reserved() < LIBRARIES
    assert result.run is not None
    carried_out(settings, result.run)


def test_fewer_images_at_a_time_where_the_memory_holds_no_more(card: torch.device) -> None:
    room = 2**28
    torch.cuda.empty_cache()
    torch.cuda.set_per_process_memory_fraction(room / torch.cuda.get_device_properties(card).total_memory)
    try:
        images = list(images_of(32).to(card))
        maps, together = as_many_as_fit(lambda some: _hungry(some, room // 12), images, 32)
        assert len(maps) == 32
        assert 1 <= together <= 8
    finally:
        torch.cuda.set_per_process_memory_fraction(1.0)
        torch.cuda.empty_cache()


def _hungry(images: Tensor, bytes_each: int) -> Tensor:
    """Takes so much memory for each image while it computes."""
    taken = torch.empty(len(images) * bytes_each, dtype=torch.uint8, device=images.device)
    return images[:, :1].float() + 0 * taken[0]
