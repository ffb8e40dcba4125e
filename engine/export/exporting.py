"""Exports a student in several formats; nothing gets its final name before it has been proven."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from engine import __version__
from engine.control import RunControl
from engine.data.batches.order import sample
from engine.errors import CheckpointError, EngineError, ExportError, Problem, SettingsError
from engine.evaluation.evaluate import Evaluation, evaluate
from engine.evaluation.judgement import Judgement
from engine.evaluation.judging import judgement_on
from engine.events import Emit, Progress
from engine.events.progress import progress_reporter
from engine.export import FORMATS
from engine.export.audit import LARGEST_AUC_LOSS, Audit, audit
from engine.export.formats import SUFFIXES, Payload, encoded
from engine.export.program import DetectorProgram
from engine.export.proof import Proof, ProofImages, made_up_images
from engine.export.record import ExportedFile, record
from engine.files import ABANDONED_S, atomic_write, refuse_existing, remove_unfinished, sha256_of
from engine.models.detector import PatchDetector
from engine.models.geometry import alignment
from engine.models.tiling import Tiling
from engine.number_words import figure
from engine.run_folder.folder import safe_name
from engine.run_folder.summaries import summarise
from engine.trained.opened import CPU, TrainedStudent, open_trained

PROOF_BYTES = 512 * 2**20  # of images; of a larger validation set a sample is proven
TRAINING_IMAGES = 128  # that the scales of INT8 are chosen from


@dataclass(frozen=True, slots=True)
class ExportOutcome:
    """What was written, what was not and why, and what validation says of scores (None: no images)."""

    student: TrainedStudent
    exported: tuple[ExportedFile, ...]
    failed: dict[str, EngineError]
    judgement: Judgement | None

    @property
    def threshold(self) -> float | None:
        """The default one, that was chosen on validation."""
        return self.judgement.threshold if self.judgement else None


def export(
    source: Path,
    formats: Sequence[str] | None,
    output: Path | None,
    control: RunControl,
    emit: Emit,
    *,
    images: Path | None = None,
    overwrite: bool = False,
    accept_weak: bool = False,
    accept_suspect: bool = False,
    filter_name: str | None = None,
    normalisation: str | None = None,
) -> ExportOutcome:
    """Export a run's best student, or any weights, as ``output``/NAME with each format's ending.

    Without ``formats`` in all that can be made. ``images`` (labelled) take the place of the run's; ``filter_name`` and
    ``normalisation`` are for weights that do not note them. Raises SettingsError for an unknown format, StorageError
    where a file is in the way, ExportError where the student is not fit to leave, and whatever opening the run raises;
    a format that fails by itself is in the outcome's ``failed``.
    """
    if unknown := [name for name in formats or () if name not in FORMATS]:
        message = f"There is no format {unknown[0] or 'without a name'}."
        raise SettingsError([Problem("--format", message, f"Take {', '.join(FORMATS)}.")])
    student = open_trained(source, control, emit, images, filter_name=filter_name, normalisation=normalisation)
    refuse_suspect(student, accept_suspect)
    formats = possible_formats(student) if formats is None else formats
    folder = output or student.weights.parent / "exports"
    files = {name: folder / f"{safe_name(student.name)}{SUFFIXES[name]}" for name in dict.fromkeys(formats)}
    refuse_existing(files.values(), overwrite)
    remove_unfinished(folder, older_than_s=ABANDONED_S)
    with ProofImages(student.student) as proof_images:
        validation = _validate(student, proof_images, control, emit)
        refuse_unfit(student, validation, proof_images, accept_weak)
        judgement = judgement_on(validation) if validation else None
        payload = _payload(student, validation, judgement, control, "onnx-int8" in files)
        outcome = ExportOutcome(student, *_write_all(files, payload, proof_images, control, emit), judgement)
    if student.run is not None and outcome.exported:
        record(student.run, outcome.exported)
    return outcome


def possible_formats(student: TrainedStudent) -> list[str]:
    """All, but INT8 only with training images, and torch.export only for networks that crop no shortcut."""
    missing = {"onnx-int8": student.data is None, "torch-export": student.student.detector.network.crops}
    return [name for name in FORMATS if not missing.get(name)]


def refuse_suspect(student: TrainedStudent, accept_suspect: bool) -> None:
    """Raise ExportError for a student that was kept while its run was ill, unless that is accepted."""
    if student.student.weights.metadata.get("suspect") and not accept_suspect:
        raise ExportError(
            "The best student of this run was kept while its weights were suspect: after an error (loss, collapse or "
            "numbers that were not finite) that had not been overcome, and there is no healthy one.",
            "Resume the run from its last healthy state, or accept a suspect student (--accept-suspect).",
        )


def refuse_unfit(
    student: TrainedStudent, validation: Evaluation | None, proof_images: ProofImages, accept_weak: bool
) -> None:
    """Raise ExportError for a student that is broken, has collapsed or, unless accepted, sees no signal."""
    scores = validation.logits if validation else proof_images.scores
    if not np.isfinite(scores).all():
        raise CheckpointError(
            "The student gives scores that are not finite: it is broken.", "Resume the run from a healthy checkpoint."
        )
    health = student.settings.health
    if proof_images.patch_spread < health.collapse_std:
        raise ExportError(
            f"The student has collapsed: its patch logits spread by only {figure(proof_images.patch_spread)} within an "
            "image, so it says the same everywhere.",
            "Train again with a higher variance_weight or alpha_task.",
        )
    auc = validation.overall.auc if validation else _known_auc(student)
    if auc is not None and auc <= health.no_signal_auc and not accept_weak:
        raise ExportError(
            f"The student's validation AUC is {auc:.3f}: it hardly tells real from fake.",
            "Train longer or with other settings, or accept a weak student (--accept-weak).",
        )


def _known_auc(student: TrainedStudent) -> float | None:
    """Of validation as the run found it or the weights note it, where there are no images to measure it on."""
    if student.run is not None:
        best = summarise(student.run).best
        return best.auc if best is not None else None
    noted = student.student.weights.metadata.get("validation_auc")
    return noted if isinstance(noted, float) else None


def _validate(student: TrainedStudent, proof_images: ProofImages, control: RunControl, emit: Emit) -> Evaluation | None:
    """Figures on all validation images, judged whole; made-up ones are proven where there are none.

    The proof takes as many of them as fit, and of each at most as many pixels as a crop has.
    """
    if student.data is None:
        size = student.settings.data.size
        proof_images.add(made_up_images(8, size, size))
        return None
    entries = student.data.validation

    data = student.settings.data
    evaluation = evaluate(
        student.student.image_logits,
        student.loader(entries, control, data.judging()),
        CPU,
        progress_reporter(emit, "validation"),
    )
    most = PROOF_BYTES // (3 * data.size**2)
    chosen = entries if len(entries) <= most else sample(entries, most, student.settings.seed)
    proof_images.add_all(student.loader(chosen, control, data.judging(data.size**2 / 1e6)))
    return evaluation


def _payload(
    student: TrainedStudent, validation: Evaluation | None, judgement: Judgement | None, control: RunControl, int8: bool
) -> Payload:
    matching = alignment(student.student.detector.geometry, student.teacher.geometry) if student.teacher else None
    decided_at = (judgement or student.student.judgement).threshold
    program = DetectorProgram(student.student.detector, student.student.pooling, decided_at, matching)
    program.eval().requires_grad_(False)
    training: list[np.ndarray] = []
    if int8 and student.data is not None:
        chosen = sample(student.data.train, TRAINING_IMAGES, student.settings.seed)
        training = [batch.images.numpy() for batch in student.loader(chosen, control).evaluation_batches()]
    return Payload(program, _notes(student, validation, judgement), training)


def _notes(student: TrainedStudent, validation: Evaluation | None, judgement: Judgement | None) -> dict[str, Any]:
    """What a user of the file must know, in plain values; what was not measured now stays as the weights note it."""
    scorer = student.student
    found: dict[str, Any] = {}
    if validation is not None and judgement is not None:
        found = judgement.notes() | {"validation_auc": validation.overall.auc}
    if student.teacher is not None:
        found["teacher_sha256"] = student.teacher.weights.sha256
    return {
        "validation_auc": None,
        "teacher_sha256": None,
        **scorer.weights.metadata,
        "filter": scorer.detector.filter_name,
        "filter_padding": scorer.detector.padding,
        "normalisation": scorer.detector.normalisation,
        "pooling": scorer.pooling.pooling,
        "topk_ratio": scorer.pooling.topk_ratio,
        "topk_minimum": scorer.pooling.topk_minimum,
        **scorer.view,
        **_patches(scorer.detector),
        "threshold": scorer.threshold,
        **found,
        "weights_sha256": scorer.weights.sha256,
        "made_by": f"PatchDistill {__version__}",
    }


def _patches(detector: PatchDetector) -> dict[str, int]:
    """Which pixels a patch sees, and where tiles of a large picture may begin, in pixels."""
    geometry, tiling = detector.geometry, Tiling.of(detector)
    return {
        "patch_field": geometry.field,
        "patch_stride": geometry.stride,
        "patch_offset": geometry.offset,
        "patch_reach": detector.filter.reach,
        "tile_grid": tiling.grid,
        "tile_lead": tiling.lead,
    }


def _write_all(
    files: dict[str, Path], payload: Payload, proof_images: ProofImages, control: RunControl, emit: Emit
) -> tuple[tuple[ExportedFile, ...], dict[str, EngineError]]:
    exported: list[ExportedFile] = []
    failed: dict[str, EngineError] = {}
    for number, (name, file) in enumerate(files.items()):
        emit(Progress(task=f"exporting {name}", done=number, total=len(files), unit="files"))
        try:
            exported.append(_write(name, file, payload, proof_images, control))
        except EngineError as error:
            failed[name] = error
    emit(Progress(task="exporting", done=len(files), total=len(files), unit="files"))
    return tuple(exported), failed


def _write(name: str, file: Path, payload: Payload, proof_images: ProofImages, control: RunControl) -> ExportedFile:
    """Encode, prove beside the target, and only then move into place."""
    with torch.no_grad():
        content = encoded(name, payload)
    found: list[tuple[Proof, Audit | None]] = []

    def verify(written: Path) -> None:
        answers = proof_images.ask(name, written, control)
        proof = proof_images.compare(answers)
        proof_images.refuse_broken(name, proof)
        if name == "onnx-int8":
            found.append((proof, _audited(proof_images, answers.scores, payload.program.threshold)))
        else:
            proof_images.refuse_different(name, proof)
            found.append((proof, None))

    atomic_write(file, lambda target: target.write(content), verify=verify)
    proof, audited = found[0]
    return ExportedFile(name, file, len(content), sha256_of(file), proof, audited)


def _audited(proof_images: ProofImages, scores: np.ndarray, threshold: float) -> Audit:
    """The audit of scores after quantisation; ExportError where it fails."""
    result = audit(proof_images.entries, proof_images.scores, scores, threshold)
    if not result.passed:
        loss = "unknown" if result.auc_loss is None else f"{result.auc_loss:.4f}"
        raise ExportError(
            f"INT8 failed its audit: it loses {loss} of AUC (allowed {LARGEST_AUC_LOSS}) and flips {result.flips} of "
            f"{result.images} decisions. Nothing was written.",
            "Use the ONNX file in float: it is as small and gives the student's own answers.",
        )
    return result
