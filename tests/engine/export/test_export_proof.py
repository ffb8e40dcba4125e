"""Exports of a real run, each proven in a clean process, and loaded here as its user would."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
import safetensors
import torch

from engine.control import RunControl, StopRequestedError
from engine.errors import CheckpointError, ExportError, RunFolderError, SettingsError, StorageError
from engine.evaluation.judgement import noted_judgement
from engine.export import FORMATS
from engine.export.exporting import ExportOutcome, export, possible_formats
from engine.export.proof import ProofImages
from engine.export.record import ExportedFile, read_record
from engine.files import atomic_write, sha256_of
from engine.models.loading.recognition import load_checkpoint, load_detector
from engine.models.loading.weights_file import METADATA_KEY
from engine.models.tiny_ladeda import TinyLaDeDa
from engine.packages.onnx_runtime import import_onnxruntime
from engine.trained.scoring import load_scorer
from tests.engine.helpers.reference import REFERENCE, arrays, batch, needs_reference
from tests.engine.helpers.running import carried_out
from tests.engine.helpers.tiny_data import TinyData, settings_for

JUDGED = ("threshold", "probability", "false_alarms")
PROBE = np.random.default_rng(5).integers(0, 256, (2, 3, 64, 64), dtype=np.uint8)


def exported(source: Path, *formats: str, output: Path | None = None, **options: bool) -> ExportOutcome:
    return export(source, formats or None, output, RunControl(), lambda _event: None, **options)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def run(tiny_data: TinyData, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished run on learnable images."""
    result, _ = carried_out(settings_for(tiny_data, tmp_path_factory.mktemp("runs"), "stage2.epochs=4"))
    assert result.run is not None
    return result.run


@pytest.fixture(scope="module")
def outcome(run: Path, tmp_path_factory: pytest.TempPathFactory) -> ExportOutcome:
    """All formats of that run, into a folder whose name is hard to write."""
    return exported(run, output=tmp_path_factory.mktemp("out") / "für später 他", accept_weak=True)


def of(outcome: ExportOutcome, name: str) -> ExportedFile:
    return next(item for item in outcome.exported if item.format == name)


def student_scores(run: Path, images: np.ndarray) -> np.ndarray:
    scorer = load_scorer(run / "student.pth", device=torch.device("cpu"))
    with torch.no_grad():
        return scorer.image_logits(torch.from_numpy(images)).numpy()


def session(path: Path) -> Any:
    return import_onnxruntime().InferenceSession(path.read_bytes(), providers=["CPUExecutionProvider"])


def test_scores_are_judged_as_the_run_notes(outcome: ExportOutcome, run: Path) -> None:
    """The run's validation is the export's, so both say the same; 10 of each class are just enough for a scale."""
    assert outcome.judgement == load_scorer(run / "student.pth").judgement
    assert outcome.judgement is not None
    assert outcome.judgement.scale.method != ""
    assert [alarms.rate for alarms in outcome.judgement.false_alarms] == [0.05, 0.01]


def test_every_format_is_proven(outcome: ExportOutcome) -> None:
    assert [item.format for item in outcome.exported] == list(FORMATS), outcome.failed
    for item in outcome.exported:
        assert item.proof.images == 20
        assert item.file.stat().st_size == item.bytes
        assert sha256_of(item.file) == item.sha256
        assert item.proof.latency_ms > 0
        assert item.proof.auc_before is not None
        if item.format != "onnx-int8":
            assert item.proof.largest_difference <= 1e-4
            assert item.proof.auc_after == pytest.approx(item.proof.auc_before, abs=5e-5)
    assert not list(of(outcome, "pth").file.parent.glob(".*"))  # nothing temporary is left


def test_pth_has_the_published_keys_and_nothing_else(outcome: ExportOutcome) -> None:
    state = torch.load(of(outcome, "pth").file, weights_only=True)
    network = TinyLaDeDa()
    network.load_state_dict(state, strict=True)
    assert list(state) == list(network.state_dict())
    assert all(isinstance(value, torch.Tensor) for value in state.values())


def test_safetensors_carries_its_notes(outcome: ExportOutcome, run: Path) -> None:
    item = of(outcome, "safetensors")
    with safetensors.safe_open(item.file, "pt") as file:
        notes = json.loads(file.metadata()["patchdistill"])
    assert notes["filter"] == "right_diag"
    assert noted_judgement("it", notes) == outcome.judgement == load_scorer(item.file).judgement
    assert notes["weights_sha256"] == sha256_of(run / "student.pth")
    assert load_checkpoint(item.file).metadata == load_checkpoint(of(outcome, "pth").file).metadata


def test_receivers_of_torch_files_read_the_notes_as_the_guide_says(outcome: ExportOutcome) -> None:
    beside = {f"{METADATA_KEY}.json": ""}
    torch.export.load(of(outcome, "torch-export").file, extra_files=beside)
    notes = torch.load(of(outcome, "pth").file, weights_only=True)._metadata[METADATA_KEY]
    assert json.loads(beside[f"{METADATA_KEY}.json"]) == notes
    assert noted_judgement("it", notes) == outcome.judgement
    assert {"view", "size", "normalisation", "filter", "pooling", "topk_ratio", "topk_minimum"} <= set(notes)


@pytest.mark.parametrize("size", [(64, 64), (51, 90)])
def test_torch_export_runs_at_any_size(outcome: ExportOutcome, run: Path, size: tuple[int, int]) -> None:
    images = torch.randint(0, 256, (3, 3, *size), dtype=torch.uint8, generator=torch.Generator().manual_seed(0))
    with of(outcome, "torch-export").file.open("rb") as file:  # by its name, torch finds no such file on Windows
        found = torch.export.load(file).module()(images)
    np.testing.assert_allclose(found["image_score"].numpy(), student_scores(run, images.numpy()), atol=1e-5)
    assert found["aligned_map"].shape[2:] == ((size[0] - 9) // 8 + 1, (size[1] - 9) // 8 + 1)


def test_onnx_says_what_the_student_says(outcome: ExportOutcome, run: Path) -> None:
    model = session(of(outcome, "onnx").file)
    score, fake = model.run(["image_score", "is_fake"], {"image": PROBE})
    np.testing.assert_allclose(score, student_scores(run, PROBE), atol=1e-5)
    assert outcome.threshold is not None
    assert fake.tolist() == (score > np.float32(outcome.threshold)).tolist()
    notes = model.get_modelmeta().custom_metadata_map
    assert float(notes["threshold"]) == outcome.threshold
    assert noted_judgement("it", {name: json.loads(notes[name]) for name in JUDGED}) == outcome.judgement
    assert (notes["view"], notes["size"], notes["pooling"]) == ("resize", "64", "mean")


def test_int8_computes_in_integers_and_passes_its_audit(outcome: ExportOutcome) -> None:
    item = of(outcome, "onnx-int8")
    weights = {t.name: t.data_type for t in onnx.load(item.file).graph.initializer if t.name.endswith("integers")}
    assert weights["layer1.0.conv1.weight.integers"] == onnx.TensorProto.INT8
    assert weights["layer1.0.conv2.weight.integers"] == onnx.TensorProto.INT8
    assert item.audit is not None
    assert item.audit.passed
    assert item.audit.images == 20
    assert list(item.audit.auc_loss_by_source) == ["all"]
    changes = [abs(image.after - image.before) for image in item.audit.worst]
    assert changes == sorted(changes, reverse=True)
    assert changes[0] == pytest.approx(item.proof.largest_difference, rel=1e-5)
    assert 0 < changes[0] < 0.5


def test_the_run_remembers_what_left(outcome: ExportOutcome, run: Path) -> None:
    recorded = read_record(run)
    assert {item["sha256"] for item in recorded} >= {item.sha256 for item in outcome.exported}


def test_exports_in_the_runs_folder_are_found_where_it_has_moved(run: Path, tmp_path: Path) -> None:
    moved = Path(shutil.copytree(run, tmp_path / "first")).rename(tmp_path / "moved")
    (moved / "exports.json").unlink(missing_ok=True)
    exported(moved, "pth", output=tmp_path, accept_weak=True)
    exported(moved, "pth", accept_weak=True)
    again = moved.rename(tmp_path / "again")
    assert [Path(item["file"]) for item in read_record(again)] == [tmp_path / "moved.pth", again / "exports/moved.pth"]
    assert Path(read_record(again)[1]["file"]).is_file()


def test_nothing_is_overwritten_unless_told(outcome: ExportOutcome, run: Path) -> None:
    there = of(outcome, "onnx").file
    with pytest.raises(StorageError, match="already exist"):
        exported(run, "pth", "onnx", output=there.parent, accept_weak=True)
    there.write_bytes(b"old")
    again = exported(run, "onnx", output=there.parent, overwrite=True, accept_weak=True)
    assert again.exported[0].sha256 == sha256_of(there)


def damaged(run: Path, tmp_path: Path, change: Callable[[dict[str, torch.Tensor]], object]) -> Path:
    """A copy of the run whose student was changed."""
    copy = Path(shutil.copytree(run, tmp_path / "copy"))
    state = torch.load(copy / "student.pth", weights_only=True)
    change(state)
    torch.save(state, copy / "student.pth")
    return copy


def test_a_collapsed_student_does_not_leave(run: Path, tmp_path: Path) -> None:
    copy = damaged(run, tmp_path, lambda state: state["fc.weight"].zero_())
    with pytest.raises(ExportError, match="collapsed"):
        exported(copy, "pth", output=tmp_path / "out", accept_weak=True)
    assert not (tmp_path / "out").exists()


def test_a_student_that_is_not_finite_does_not_leave(run: Path, tmp_path: Path) -> None:
    copy = damaged(run, tmp_path, lambda state: state["fc.weight"].fill_(float("nan")))
    with pytest.raises(CheckpointError):
        exported(copy, "pth", output=tmp_path / "out")


def test_a_student_whose_scores_overflow_does_not_leave(run: Path, tmp_path: Path) -> None:
    copy = damaged(run, tmp_path, lambda state: state["fc.weight"].fill_(3e38))
    with pytest.raises(CheckpointError, match="not finite"):
        exported(copy, "pth", output=tmp_path / "out")


def test_an_export_that_is_exported_again_keeps_its_threshold(outcome: ExportOutcome, tmp_path: Path) -> None:
    """Without images nothing is measured anew: what the file notes still holds, for decisions too."""
    again = exported(of(outcome, "pth").file, "onnx", "safetensors", output=tmp_path)
    assert outcome.threshold is not None
    assert np.float32(outcome.threshold) == threshold(of(again, "onnx").file) != 0
    notes, noted = (load_checkpoint(of(found, "safetensors").file).metadata for found in (outcome, again))
    for name in ("threshold", "threshold_chosen", "probability", "false_alarms", "validation_auc", "teacher_sha256"):
        assert noted[name] == notes[name] is not None, name


def threshold(model: Path) -> np.float32:
    """The constant that decisions are made with."""
    constants = {item.name: onnx.numpy_helper.to_array(item) for item in onnx.load(model).graph.initializer}
    return np.float32(constants["threshold"])


def test_a_student_without_signal_does_not_leave_unless_accepted(run: Path, tmp_path: Path) -> None:
    copy = damaged(run, tmp_path, lambda state: state["fc.weight"].neg_())
    with pytest.raises(ExportError, match="hardly tells"):
        exported(copy, "onnx", output=tmp_path / "out")
    assert exported(copy, "onnx", output=tmp_path / "out", accept_weak=True).exported


def test_a_file_that_answers_otherwise_never_gets_its_name(run: Path, outcome: ExportOutcome, tmp_path: Path) -> None:
    """The proof of one student on the file of another, whose head was nudged a little."""
    copy = damaged(run, tmp_path, lambda state: state["fc.bias"].add_(0.001))
    other = load_scorer(copy / "student.pth", device=torch.device("cpu"))
    target = tmp_path / "student.onnx"
    with ProofImages(other) as images:
        images.add(PROBE)

        def verify(path: Path) -> None:
            images.refuse_different("onnx", images.compare(images.ask("onnx", path, RunControl())))

        with pytest.raises(ExportError, match="own answers"):
            atomic_write(target, lambda file: file.write(of(outcome, "onnx").file.read_bytes()), verify=verify)
    assert list(tmp_path.iterdir()) == [copy]


def test_a_file_that_cannot_be_loaded_says_so(run: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.onnx").write_bytes(b"no model")
    with ProofImages(load_scorer(run / "student.pth", device=torch.device("cpu"))) as images:
        images.add(PROBE)
        with pytest.raises(ExportError, match="cannot be used in a process of its own"):
            images.ask("onnx", tmp_path / "broken.onnx", RunControl())
        control = RunControl()
        control.stop()
        with pytest.raises(StopRequestedError):
            images.ask("onnx", tmp_path / "broken.onnx", control)


def test_what_cannot_be_made_is_said_and_the_rest_is_written(tiny_data: TinyData, tmp_path: Path) -> None:
    """A teacher without images: no INT8, no torch.export; but ONNX."""
    outcome = exported(tiny_data.teacher, "torch-export", "onnx-int8", "onnx", output=tmp_path)
    assert [item.format for item in outcome.exported] == ["onnx"]
    assert {name: error.kind for name, error in outcome.failed.items()} == {
        "torch-export": "export",
        "onnx-int8": "export",
    }
    assert possible_formats(outcome.student) == ["pth", "safetensors", "onnx"]
    assert [path.name for path in tmp_path.iterdir()] == ["teacher.onnx"]


def test_wrong_words(run: Path, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no format tflite"):
        exported(run, "tflite")
    with pytest.raises(RunFolderError, match="not a run folder"):
        exported(tmp_path, "pth")


@needs_reference
@pytest.mark.golden
@pytest.mark.parametrize("name", ["WildRF", "ForenSynth"])
def test_published_checkpoints_leave_and_come_back(name: str, tmp_path: Path) -> None:
    source = REFERENCE / "tiny_ladeda" / f"{name}_Tiny_LaDeDa.pth"
    golden = arrays("tiny_ladeda/golden.npz")
    crop = next(key.removeprefix("in_") for key in golden if key.startswith("in_"))
    outcome = exported(source, "safetensors", "onnx", output=tmp_path)
    assert not outcome.failed
    image = batch(golden[f"in_{crop}"])
    wanted = golden[f"{name}_{crop}_patch"]
    with torch.no_grad():
        came_back = load_detector(of(outcome, "safetensors").file)(image)[0, 0].numpy()
    found = session(of(outcome, "onnx").file).run(["patch_map"], {"image": image.numpy()})[0][0, 0]
    tolerance = 1e-5 * float(np.abs(wanted).max())
    np.testing.assert_allclose(came_back, wanted, rtol=0, atol=tolerance)
    np.testing.assert_allclose(found, wanted, rtol=0, atol=tolerance)
    assert float(found.mean()) == pytest.approx(float(wanted.mean()), rel=1e-6, abs=1e-4)
    original = load_checkpoint(source).state_dict
    for key, value in load_checkpoint(of(outcome, "safetensors").file).state_dict.items():
        assert torch.equal(value, original[key]), key
