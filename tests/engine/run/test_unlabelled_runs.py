"""Runs with pictures without labels: the teacher alone says something of them, and labels alone do without."""

from pathlib import Path

import pytest
import torch

from engine.data.listing.left_out import UNLABELLED
from engine.events import DataScanned, Progress, StageStarted, StepDone
from engine.queue.grid import control_of
from engine.run_folder.control_run import is_control
from engine.settings.toml_file import quoted
from engine.training.losses import task
from tests.engine.conftest import MakeSettings, write_images
from tests.engine.helpers.running import carried_out, difference, outcome_of

PICTURES = 50  # beside 40 with labels


@pytest.fixture
def more(tmp_path: Path) -> Path:
    write_images(tmp_path / "more", {"others": PICTURES // 2})
    return tmp_path / "more"


def test_the_teacher_is_asked_about_each_and_half_of_every_batch_has_labels(
    tiny_settings: MakeSettings, more: Path
) -> None:
    broken = more / "others/real/00.png"
    broken.write_bytes(broken.read_bytes()[:-2000])  # its header can be read
    settings = tiny_settings(f"data.unlabelled={quoted(more)}", "stage2.epochs=1", "data.jpeg_probability=0.5")
    _, recorder = carried_out(settings)
    first, last = recorder.of(DataScanned)[0], recorder.of(DataScanned)[-1]
    assert [split.images for split in first.splits] == [40, 20, PICTURES]
    assert (last.splits[-1].name, last.splits[-1].unlabelled) == (UNLABELLED, PICTURES - 1)
    assert last.splits[-1].sources["all"][UNLABELLED] == PICTURES - 1
    assert last.splits[:-1] == first.splits[:-1]
    assert [(item.class_name, item.count) for item in last.left_out] == [("", 1)]
    asked = [event for event in recorder.of(Progress) if event.task == "teacher maps"]
    assert (asked[-1].done, asked[-1].total) == (40 + PICTURES - 1, 40 + PICTURES)
    assert recorder.of(StageStarted)[-1].steps_per_epoch == 9
    steps = recorder.of(StepDone)
    assert all(step.parts["task"] > 0 and step.parts["image"] > 0 for step in steps)
    assert {step.one_class_share for step in steps} == {0.0, 1.0}, "five labels, by chance of one class"


def test_labels_alone_do_without_them(tiny_settings: MakeSettings, more: Path, tmp_path: Path) -> None:
    alone = ("loss.alpha_distill=0", "loss.alpha_task=1", "stage2.epochs=1")
    ends = []
    for name, unlabelled in (("with", f"data.unlabelled={quoted(more)}"), ("without", "data.unlabelled=")):
        settings = tiny_settings(*alone, unlabelled, f"output.folder={quoted(tmp_path / name)}")
        ends.append(outcome_of(carried_out(settings)[0]))
    assert difference(ends[0], ends[1]) == ""


def test_a_control_run_has_the_steps_of_its_twin(tiny_settings: MakeSettings, more: Path) -> None:
    lacking = ("data.label_fraction=0.5", f"data.unlabelled={quoted(more)}")
    settings = tiny_settings(*lacking, "stage1.enabled=false", "stage2.epochs=1")
    twin = control_of(settings)
    assert is_control(twin, settings)
    found = [carried_out(one)[1] for one in (settings, twin)]
    assert len({(e.of(StageStarted)[-1].steps_per_epoch, e.finished.step) for e in found}) == 1
    assert {step.parts["task"] > 0 for step in found[1].of(StepDone)} == {True}


def test_a_missing_label_says_nothing_whatever_stands_for_it() -> None:
    logits, labelled = torch.randn(6), torch.tensor([True, True, False, False, False, False])
    values = [task(logits, torch.tensor([0.0, 1.0, *[other] * 4]), labelled) for other in (-1.0, 0.0, 1.0)]
    assert values[0] == values[1] == values[2] == task(logits[:2], torch.tensor([0.0, 1.0]), labelled[:2])
