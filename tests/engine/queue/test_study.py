"""The table of a study, and the size of the students in it."""

from pathlib import Path

import pytest
import torch

from engine.export.onnx_graph import onnx_model
from engine.export.program import DetectorProgram
from engine.models.student import build_student
from engine.queue.entries import QueueEntry
from engine.queue.grid import control_of, grid_settings
from engine.queue.network_size import multiply_adds, network_size
from engine.queue.queue_folder import Queue
from engine.queue.study import Spread, add_study, readable, study_table
from engine.settings import RunSettings, StudentSettings

BASE = RunSettings()


def entry(number: int, seed: int, auc: dict[str, float], state: str = "finished") -> QueueEntry:
    values = {"number": number, "name": str(number), "seed": seed, "state": state, "auc": auc, "seconds": 2.0 * number}
    return QueueEntry.model_validate(values)


def test_runs_that_differ_in_the_seed_alone_make_one_row() -> None:
    settings = grid_settings(BASE, {"stage2.epochs": [4, 8]}, [0, 1], "x")
    entries = [
        entry(1, 0, {"validation": 0.9, "validation/a": 0.9, "test": 0.8, "test/a": 0.8}),
        entry(2, 1, {"validation": 0.94, "test": 0.7, "test/a": 0.7}),
        entry(3, 0, {}, "failed"),
        entry(4, 1, {}, "waiting"),
    ]
    table = study_table(list(zip(entries, settings, strict=True)))
    assert table.names == ("stage2.epochs",)
    assert table.sources == ("validation", "test/a")
    assert not table.of_networks
    first, second = table.rows
    assert (first.values, first.done, first.failed) == ({"stage2.epochs": 4}, 2, 0)
    validation = first.auc["validation"]
    assert validation == Spread(validation.mean, 0.9, 0.94, 2)
    assert validation.mean == pytest.approx(0.92)
    assert first.seconds == Spread(3.0, 2.0, 4.0, 2)
    assert first.best is not None and first.best.number == 2
    assert (second.done, second.failed, second.best, second.seconds, second.auc) == (0, 1, None, None, {})


def test_a_test_of_several_sources_is_told_as_a_whole_and_by_source() -> None:
    found = entry(1, 0, {"validation": 0.9, "test": 0.8, "test/a": 0.9, "test/b": 0.7})
    assert study_table([(found, BASE)]).sources == ("validation", "test", "test/a", "test/b")
    assert study_table([]).rows == ()


def test_a_run_and_its_control_are_two_rows() -> None:
    table = study_table([(entry(1, 0, {}), BASE), (entry(2, 0, {}), control_of(BASE))])
    assert table.names == ("loss.alpha_distill", "loss.alpha_task")
    assert [row.values["loss.alpha_distill"] for row in table.rows] == [0.3, 0]


def test_a_study_that_is_asked_for_again_adds_only_what_is_new(tmp_path: Path) -> None:
    queue = Queue(tmp_path)
    assert len(add_study(queue, "w", grid_settings(BASE, {"student.width": [4, 8]}, [0], "w"))) == 2
    assert len(add_study(queue, "w", grid_settings(BASE, {"student.width": [4, 8]}, [0, 1], "w"))) == 2
    assert add_study(queue, "w", grid_settings(BASE, {"student.width": [8, 4]}, [1, 0], "w")) == []
    queue.file_of(2).write_text("width = [", encoding="utf-8")
    table = study_table(readable(queue, queue.entries()))
    assert table.of_networks
    assert sum(len(row.entries) for row in table.rows) == 3  # the queue says what is wrong with the fourth


def test_the_published_student_has_its_size() -> None:
    size = network_size(StudentSettings(), side=32)
    assert size.parameters == 1297
    assert size.ms is not None and size.ms > 0
    assert network_size(StudentSettings(), side=32, timed=False).ms is None


def test_multiply_adds_are_those_of_the_exported_graph() -> None:
    """Counted once more, from the ONNX model's convolutions and the shapes that PyTorch gives."""
    for width in (4, 8):
        detector = build_student(StudentSettings(width=width), 0).eval().requires_grad_(False)
        model = onnx_model(DetectorProgram(detector, StudentSettings(width=width), 0.0), {})
        shapes = {tensor.name: tensor.dims for tensor in model.graph.initializer}
        learned = [n for n in model.graph.node if n.op_type == "Conv" and n.name != "filtered"]
        cells = detector.prepare(torch.zeros(1, 3, 64, 64, dtype=torch.uint8)).shape[-1]
        total = 0
        for node in learned:
            out, depth, kernel, _ = shapes[node.input[1]]
            stride = next(a.ints[0] for a in node.attribute if a.name == "strides")
            cells = (cells - kernel) // stride + 1
            total += cells**2 * out * depth * kernel**2
        assert multiply_adds(detector, 64) == total
