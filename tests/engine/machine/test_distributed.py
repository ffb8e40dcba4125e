"""Two real processes, connected on this computer, train what one trains alone."""

import shutil
import signal
import socket
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
import torch

from engine.events import DataScanned, FinalEvaluated, RunFinished, StepDone, Validated
from engine.run_folder.event_log import read_events
from engine.settings import RunSettings
from engine.settings.toml_file import dump_settings, quoted
from tests.engine.helpers.processes import CommandProcess
from tests.engine.helpers.running import carried_out, elsewhere
from tests.engine.helpers.tiny_data import MakeSettings, TinyData, settings_for, write_images

pytestmark = pytest.mark.timeout(400)  # each process imports torch, on a machine that may be busy
SMALL = (
    "stage1.solver_images=32",
    "degradations.strength=own",
    "degradations.jpeg_probability=0.3",
    "degradations.teacher=seen",
    "data.label_fraction=0.7",
    "data.batch_size=13",
    "stage2.optimiser=sgd",  # AdamW's first steps make much of gradients that are nearly 0
    "stage2.head_lr=0.1",
    "stage2.backbone_lr=0.1",
    "loss.gradient_clip_norm=0",
)


def start(folder: Path, *commands: Sequence[str]) -> list[CommandProcess]:
    """A command in each process as torchrun starts them."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    common = {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(port), "TORCHELASTIC_RUN_ID": "test"}
    common |= {"WORLD_SIZE": str(len(commands)), "OMP_NUM_THREADS": "1"}
    return [
        CommandProcess(
            folder, command, common | {"RANK": str(rank), "LOCAL_RANK": str(rank)}, folder / f"{port}-{rank}.txt"
        )
        for rank, command in enumerate(commands)
    ]


def launch(folder: Path, *commands: Sequence[str]) -> tuple[list[int | None], list[str]]:
    """Exit codes of `start`'s processes and what each printed."""
    return ended(start(folder, *commands))


def ended(started: list[CommandProcess]) -> tuple[list[int | None], list[str]]:
    codes, printed = zip(*[process.end(timeout_s=300) for process in started], strict=True)
    return list(codes), list(printed)


def settings_file(folder: Path, settings: RunSettings) -> Path:
    folder.mkdir()
    file = folder / "settings.toml"
    file.write_text(dump_settings(elsewhere(settings, folder)), encoding="utf-8")
    return file


def assert_same(one: Path, other: Path, head_atol: float = 2e-4) -> None:
    """Equal weights, losses and figures, within the rounding of sums in another order."""
    first, second = (torch.load(run / "student.pth", weights_only=True) for run in (one, other))
    assert first.keys() == second.keys()
    for name, value in first.items():
        atol = head_atol if name.startswith("fc.") else 2e-4
        assert torch.allclose(second[name], value, rtol=2e-3, atol=atol), (name, (second[name] - value).abs().max())
    steps, together = ([e for e in read_events(run) if isinstance(e, StepDone)] for run in (one, other))
    assert [step.loss for step in together] == pytest.approx([step.loss for step in steps], rel=1e-3)
    assert [step.grad_norm for step in together] == pytest.approx([step.grad_norm for step in steps], rel=2e-2)
    for kind in (Validated, FinalEvaluated):
        assert sum(isinstance(event, kind) for event in read_events(other)) == sum(
            isinstance(event, kind) for event in read_events(one)
        )
    aucs = [[event.scores.auc for event in read_events(run) if isinstance(event, Validated)] for run in (one, other)]
    assert aucs[1] == pytest.approx(aucs[0], abs=0.011)  # one pair of images in another order: 1 of 100


@pytest.mark.parametrize(("stage_left_out", "head_atol"), [("stage1", 1e-5), ("stage2", 5e-3)])
def test_two_processes_train_what_one_trains(
    tiny_settings: MakeSettings, tmp_path: Path, stage_left_out: str, head_atol: float
) -> None:
    """Each stage by itself: the solver's minimum is flat in places, and steps that begin elsewhere go elsewhere."""
    write_images(tmp_path / "unlabelled", {"others": 30})  # more than half of all
    others = f"data.unlabelled={quoted(tmp_path / 'unlabelled')}"
    alike = ("control.when=always", "stage2.epochs=1", f"{stage_left_out}.enabled=false", others)
    settings = tiny_settings(*SMALL, *alike)
    alone, _ = carried_out(elsewhere(settings, tmp_path / "alone"))
    assert alone.run is not None
    file = settings_file(tmp_path / "two", settings)
    codes, printed = launch(tmp_path, *[("train", str(file))] * 2)
    assert codes == [0, 0], printed
    assert printed[1] == "", "only the first process tells"
    assert_same(alone.run, tmp_path / "two" / "run", head_atol)
    kinds = [type(event) for event in read_events(tmp_path / "two" / "run")]
    assert kinds.count(DataScanned) == kinds.count(RunFinished) == 1


def test_a_run_of_one_goes_on_in_two(tiny_settings: MakeSettings, tmp_path: Path) -> None:
    settings = tiny_settings(*SMALL, "stage2.epochs=1")
    longer = tiny_settings(*SMALL, "stage2.epochs=2")
    carried_out(elsewhere(settings, tmp_path / "two"))
    carried_out(elsewhere(settings, tmp_path / "alone"))
    carried_out(elsewhere(longer, tmp_path / "alone"), tmp_path / "alone" / "run")
    codes, printed = launch(tmp_path, *[("resume", str(tmp_path / "two" / "run"), "--set", "stage2.epochs=2")] * 2)
    assert codes == [0, 0], printed
    assert_same(tmp_path / "alone" / "run", tmp_path / "two" / "run")


def test_unreadable_images_of_all_processes_are_told_and_limited(tiny_data: TinyData, tmp_path: Path) -> None:
    """Of a batch of 10, the first process reads the first half, the other one the second."""
    data = TinyData(Path(shutil.copytree(tiny_data.folder, tmp_path / "data")), tiny_data.teacher, tiny_data.ignorant)
    for number in ("00", "05", "06"):
        image = data.folder / "val" / "real" / f"{number}.png"
        image.write_bytes(image.read_bytes()[:-2000])
    settings = settings_for(data, tmp_path, "stage1.enabled=false", "stage2.epochs=1", "data.max_unreadable=0.2")
    codes, printed = launch(tmp_path, *[("train", str(settings_file(tmp_path / "two", settings)))] * 2)
    assert codes == [0, 0], printed
    run = tmp_path / "two" / "run"
    assert [event.unreadable_count for event in read_events(run) if isinstance(event, DataScanned)] == [0, 3]
    changes = ("--set", "data.max_unreadable=0.1", "--set", "stage2.epochs=2")
    codes, printed = launch(tmp_path, *[("resume", str(run), *changes)] * 2)
    assert codes == [1, 1], printed
    assert all("ERROR: 3 of 20 images cannot be read, more than the 10 %" in text for text in printed), printed
    assert [event for event in read_events(run) if isinstance(event, StepDone)][-1].epoch == 2, "at the validation"


@pytest.mark.skipif(sys.platform == "win32", reason="torchrun's Ctrl-C is a signal that Windows lacks")
def test_a_stop_saves_in_all_and_is_resumed(tiny_settings: MakeSettings, tmp_path: Path) -> None:
    file = settings_file(tmp_path / "two", tiny_settings(*SMALL, "stage2.epochs=5000"))
    run = tmp_path / "two" / "run"
    started = start(tmp_path, *[("train", str(file))] * 2)
    while all(process.runs for process in started):
        time.sleep(0.1)
        if run.exists() and any(isinstance(event, StepDone) for event in read_events(run)):
            break
    for process in reversed(started):  # the first to hear of it is not the one that keeps the run
        process.send_signal(signal.SIGINT)
    codes, printed = ended(started)
    assert codes == [130, 130], printed
    assert "Traceback" not in "".join(printed)
    last = [event for event in read_events(run) if isinstance(event, StepDone)][-1]
    codes, printed = launch(tmp_path, *[("resume", str(run), "--set", f"stage2.epochs={last.epoch + 1}")] * 2)
    assert codes == [0, 0], printed
    assert [event.reason for event in read_events(run) if isinstance(event, RunFinished)] == ["stopped", "finished"]
    assert [event for event in read_events(run) if isinstance(event, StepDone)][-1].step > last.step


def test_a_process_that_fails_ends_all_with_a_sentence(tiny_settings: MakeSettings, tmp_path: Path) -> None:
    file = settings_file(tmp_path / "two", tiny_settings())
    train = ("train", str(file))
    codes, printed = launch(tmp_path, train, (*train, "--set", 'data.train=["/nowhere"]'))
    assert codes == [1, 1]
    assert "ERROR: Another process of this run has ended" in printed[0]
    assert "ERROR: data.train: There is no /nowhere" in printed[1]
    assert "Traceback" not in "".join(printed)


def test_processes_that_see_different_images_are_refused(tiny_data: TinyData, tmp_path: Path) -> None:
    settings = settings_for(tiny_data, tmp_path, "loss.alpha_distill=0")
    fewer = Path(shutil.copytree(tiny_data.folder, tmp_path / "fewer"))
    (fewer / "train" / "real" / "00.png").unlink()
    train = ("train", str(settings_file(tmp_path / "two", settings)))
    codes, printed = launch(tmp_path, train, (*train, "--set", f"data.train=[{quoted(fewer)}]"))
    assert codes == [1, 1]
    assert all("ERROR: The processes of this run do not see the same images" in text for text in printed), printed
