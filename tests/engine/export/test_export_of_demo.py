"""Every export of a student of a part of the demo, after one epoch: equal scores, equal AUC, a report card."""

from pathlib import Path

import pytest

from engine.control import FinishReason, RunControl
from engine.demo.training import demo_settings
from engine.evaluation.calibration import log_loss
from engine.evaluation.evaluate import evaluate
from engine.events import Event
from engine.export.exporting import ExportOutcome, export
from engine.export.record import read_record
from engine.report_card.card import write_report
from engine.run.run import run
from engine.trained.opened import open_trained
from tests.engine.helpers.small_demo import small_demo

FLOAT_FORMATS = ("pth", "safetensors", "torch-export", "onnx")
LARGEST_DIFFERENCE, LARGEST_INT8_LOSS = 1e-4, 0.005


def ignore(_event: Event) -> None:
    """Nobody watches."""


@pytest.fixture(scope="module")
def demo_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    data = small_demo(folder)
    place = f"output.folder='{folder.as_posix()}'"
    result = run(demo_settings(data, (place, "stage2.epochs=1", "stage2.warmup_epochs=0")), RunControl(), ignore)
    assert result.state is FinishReason.FINISHED, result.error
    assert result.run is not None
    return result.run


def exported(run: Path, name: str, output: Path | None = None) -> ExportOutcome:
    return export(run, [name], output, RunControl(), ignore, accept_weak=True)


def test_probabilities_are_truer_than_plain_sigmoids_on_an_unseen_generator(demo_run: Path) -> None:
    student = open_trained(demo_run, RunControl(), ignore)
    assert student.data is not None
    loader = student.loader(student.data.test, RunControl())
    found = evaluate(student.student.image_logits, loader, student.student.device, lambda _done, _total: None)
    scaled = student.student.judgement.scale.scaled(found.logits)
    assert log_loss(found.labels, scaled) <= log_loss(found.labels, found.logits) + 1e-9


@pytest.mark.parametrize("name", FLOAT_FORMATS)
def test_a_float_export_scores_as_the_student_does(demo_run: Path, name: str) -> None:
    (item,) = exported(demo_run, name).exported
    assert item.file.is_file()
    assert item.proof.largest_difference <= LARGEST_DIFFERENCE
    assert item.proof.auc_before is not None
    assert item.proof.auc_after == pytest.approx(item.proof.auc_before, abs=5e-5)


def test_int8_is_written_only_if_it_passed_its_audit(demo_run: Path) -> None:
    outcome = exported(demo_run, "onnx-int8")
    assert bool(outcome.exported) != ("onnx-int8" in outcome.failed)
    for item in outcome.exported:
        assert item.proof.auc_before is not None
        assert item.proof.auc_after is not None
        assert item.proof.auc_before - item.proof.auc_after <= LARGEST_INT8_LOSS


def test_the_report_card_needs_nothing_beside_itself(demo_run: Path, tmp_path: Path) -> None:
    exported(demo_run, "onnx", tmp_path)
    page = write_report(demo_run, None, RunControl(), ignore).read_text(encoding="utf-8")
    assert "<script src" not in page
    assert 'href="http' not in page
    assert all(item["sha256"] in page for item in read_record(demo_run))
