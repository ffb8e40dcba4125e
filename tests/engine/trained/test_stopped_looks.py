"""Looks into pictures with a wide network: told tile by tile, and ended within a layer of a tile."""

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from engine.control import RunControl, StopRequestedError
from engine.events import Event, Progress
from engine.models.detector import PatchDetector
from engine.models.ladeda import LaDeDa
from engine.models.tiling import SIDE, watched
from engine.models.tiny_ladeda import TinyLaDeDa
from engine.settings import TeacherSettings
from engine.teacher.teacher import Teacher, load_teacher
from engine.trained.inspection import STUDENT_LOOKS, TEACHER_LOOKS, inspect
from engine.trained.scoring import Scorer, load_scorer, scored_batches


@pytest.fixture(scope="module")
def student(tmp_path_factory: pytest.TempPathFactory) -> Scorer:
    torch.manual_seed(0)
    path = tmp_path_factory.mktemp("student") / "student.pth"
    torch.save(TinyLaDeDa().state_dict(), path)
    return load_scorer(path, "NPR", view="crop")


@pytest.fixture(scope="module")
def teacher(tmp_path_factory: pytest.TempPathFactory) -> Teacher:
    torch.manual_seed(0)
    path = tmp_path_factory.mktemp("teacher") / "teacher.pth"
    torch.save(LaDeDa(9, width=4, depths=(1, 1, 1, 1)).state_dict(), path)
    return load_teacher(TeacherSettings(checkpoint=path, input_filter="NPR"), torch.device("cpu"))


@pytest.fixture(scope="module")
def photograph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pixels = np.random.default_rng(0).integers(0, 256, (2 * SIDE + 40, 2 * SIDE, 3), np.uint8)
    path = tmp_path_factory.mktemp("photo") / "photo.bmp"
    Image.fromarray(pixels).save(path)
    return path


def test_every_tile_of_both_networks_is_told(student: Scorer, teacher: Teacher, photograph: Path) -> None:
    events: list[Event] = []
    found = inspect(photograph, student, teacher, RunControl(), events.append)
    for task in (STUDENT_LOOKS, TEACHER_LOOKS):
        told = [(e.done, e.total, e.unit) for e in events if isinstance(e, Progress) and e.task == task]
        assert len(told) > 1
        assert told == [(n + 1, len(told), "tiles") for n in range(len(told))]
    again = inspect(photograph, student, teacher)
    np.testing.assert_array_equal(found.student, again.student)
    assert found.teacher_score == again.teacher_score


def test_a_small_picture_is_not_counted(student: Scorer, teacher: Teacher, tmp_path: Path) -> None:
    Image.new("RGB", (64, 64)).save(tmp_path / "small.png")
    events: list[Event] = []
    inspect(tmp_path / "small.png", student, teacher, RunControl(), events.append)
    assert events == []


@pytest.mark.parametrize("task", [STUDENT_LOOKS, TEACHER_LOOKS])
def test_a_stop_is_heard_before_the_next_tile(student: Scorer, teacher: Teacher, photograph: Path, task: str) -> None:
    control, told = RunControl(), list[str]()

    def stop(event: Event) -> None:
        assert isinstance(event, Progress)
        told.append(event.task)
        if event.task == task:
            control.stop()

    with pytest.raises(StopRequestedError):
        inspect(photograph, student, teacher, control, stop)
    assert told.count(task) == 1
    assert np.isfinite(inspect(photograph, student, teacher).score), "and the networks work as before"


def test_a_stop_is_heard_between_two_layers_of_one_tile() -> None:
    detector = PatchDetector(LaDeDa(9, width=4, depths=(1, 1, 1, 1)), "NPR").eval()
    control, layers = RunControl(), 0

    def stop(*_: object) -> None:
        nonlocal layers
        layers += 1
        control.stop()

    first = next(module for module in detector.network.modules() if isinstance(module, torch.nn.Conv2d))
    first.register_forward_hook(stop)
    with watched(detector, control), torch.no_grad(), pytest.raises(StopRequestedError):
        detector(torch.zeros(1, 3, 64, 64, dtype=torch.uint8))
    assert layers == 1


def test_scoring_one_large_picture_can_be_stopped(student: Scorer, photograph: Path) -> None:
    control, tiles = RunControl(), 0

    def stop(*_: object) -> None:
        nonlocal tiles
        tiles += 1
        control.stop()

    handle = student.detector.register_forward_hook(stop)
    try:
        with pytest.raises(StopRequestedError):
            list(scored_batches(student, [photograph], control))
    finally:
        handle.remove()
    assert tiles == 1
