"""Proof of an exported file: a clean process loads it again, and its answers are compared with the student's own."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray

import engine
from engine.control import RunControl
from engine.data.batches.loader import ImageLoader
from engine.data.listing.entries import ImageEntry
from engine.errors import ExportError
from engine.evaluation.metrics import auc
from engine.files import storage_error, temporary_folder
from engine.number_words import figure
from engine.parser_errors import ARRAY_ERRORS
from engine.trained.scoring import Scorer

LARGEST_DIFFERENCE = 1e-4  # of an image's score
RELATIVE_DIFFERENCE = 1e-5  # of the largest score or patch, where that is above 10: 32 bits do not keep more
AUC_DIFFERENCE = 5e-5  # equal to 4 decimals
PROBE = (2, 67, 90)  # images of a size that nobody trains with
_CHECK_EVERY_S = 0.2

FloatArray = NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class FileAnswers:
    """What a file said in the clean process: scores (N,) of the images, patch map of the probe, ms per image."""

    scores: FloatArray
    probe_map: FloatArray
    latency_ms: float


@dataclass(frozen=True, slots=True)
class Proof:
    """Figures of a proof; AUCs are None without labels of both classes."""

    images: int
    largest_difference: float
    patch_difference: float
    auc_before: float | None
    auc_after: float | None
    latency_ms: float


class ProofImages:
    """Images in a temporary folder with what the student itself says of them; use it in a ``with``."""

    def __init__(self, student: Scorer) -> None:
        self._folder = temporary_folder("proof")
        self.folder = Path(self._folder.name)
        self._student = student
        self._parts: list[FloatArray] = []
        self._spreads: list[FloatArray] = []
        self.entries: list[ImageEntry] = []
        probe = made_up_images(*PROBE)
        self._keep("probe.npy", probe)
        with torch.no_grad():
            self._probe_map = student.detector(torch.from_numpy(probe)).numpy()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    @property
    def scores(self) -> FloatArray:
        """The student's own scores (N,)."""
        return np.concatenate(self._parts)

    @property
    def patch_spread(self) -> float:
        """Standard deviation of patch logits within an image, mean over images."""
        return float(np.concatenate(self._spreads).mean())

    def add(self, images: NDArray[np.uint8], entries: Sequence[ImageEntry] = ()) -> None:
        """A batch (B, 3, H, W), with entries where it has labels."""
        self._keep(f"batch-{len(self._parts):05d}.npy", images)
        batch = torch.from_numpy(images)
        with torch.no_grad():
            self._parts.append(self._student.image_logits(batch).numpy())
            self._spreads.append(self._student.detector(batch).flatten(1).std(dim=1).numpy())
        self.entries += entries

    def add_all(self, loader: ImageLoader) -> None:
        """Every image of a loader that can be read."""
        for batch in loader.judged_batches():
            self.add(batch.images.numpy(), [loader.entries[i] for i in batch.indices.tolist()])

    def _keep(self, name: str, images: NDArray[np.uint8]) -> None:
        try:
            np.save(self.folder / name, images)
        except OSError as error:
            raise storage_error(self.folder / name, error) from error

    def ask(self, kind: str, file: Path, control: RunControl) -> FileAnswers:
        """What the file says in a clean process; ExportError where it cannot be loaded or run there."""
        for name in ("result.npz", "failure.txt"):
            (self.folder / name).unlink(missing_ok=True)
        process = subprocess.Popen(
            [*_this_program(), "prove", kind, str(file), str(self.folder), str(os.getpid())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        said = _wait(process, control)
        result = self.folder / "result.npz"
        reason = self._reason(said, process.returncode)
        try:
            if process.returncode == 0:
                with np.load(result) as found:
                    return FileAnswers(found["scores"], found["patch_map"], float(found["latency_ms"]))
        except (OSError, *ARRAY_ERRORS) as error:
            reason = f"its answers cannot be read ({error})"
        raise ExportError(
            f"The {kind} file cannot be used in a process of its own: {reason}",
            "This is a fault of the program or of the computer; other formats may do.",
        )

    def compare(self, answers: FileAnswers) -> Proof:
        """The answers beside the student's own."""
        labels = [entry.label for entry in self.entries]
        return Proof(
            images=len(self.scores),
            largest_difference=_largest(answers.scores, self.scores),
            patch_difference=_largest(answers.probe_map, self._probe_map),
            auc_before=auc(labels, self.scores) if labels else None,
            auc_after=auc(labels, answers.scores) if labels else None,
            latency_ms=answers.latency_ms,
        )

    def refuse_broken(self, kind: str, proof: Proof) -> None:
        """Raise ExportError where the answers are not finite or of the wrong shape."""
        if not np.isfinite(proof.largest_difference + proof.patch_difference):
            raise ExportError(f"The {kind} file gives no usable answers.", "Nothing was written. Use another format.")

    def refuse_different(self, kind: str, proof: Proof) -> None:
        """Raise ExportError unless the file gives the student's own scores and AUC."""
        allowed, allowed_patch = (
            max(LARGEST_DIFFERENCE, RELATIVE_DIFFERENCE * float(np.abs(values).max()))
            for values in (self.scores, self._probe_map)
        )
        same_auc = abs((proof.auc_before or 0) - (proof.auc_after or 0)) < AUC_DIFFERENCE
        if proof.largest_difference <= allowed and proof.patch_difference <= allowed_patch and same_auc:
            return
        raise ExportError(
            f"The {kind} file does not give the student's own answers: scores differ by up to "
            f"{figure(proof.largest_difference)} (allowed {figure(allowed)}), patches by up to "
            f"{figure(proof.patch_difference)}, "
            f"AUC {proof.auc_before} became {proof.auc_after}.",
            "Nothing was written. This is a fault of the program; choose another format.",
        )

    def _reason(self, said: str, code: int) -> str:
        """The process's own, which a full disk may have kept it from writing; else the last that it said."""
        with contextlib.suppress(OSError):
            for line in (self.folder / "failure.txt").read_text(encoding="utf-8", errors="replace").splitlines():
                return line
        last = said.strip().splitlines()[-1:] or ["it said nothing"]
        return f"it ended with code {code} ({last[0]})"


def made_up_images(count: int, height: int, width: int) -> NDArray[np.uint8]:
    """Smooth colours under fine noise, (count, 3, height, width): nearer to pictures than noise alone."""
    rng = np.random.default_rng(0)
    rows, columns = (np.linspace(0, 3 * np.pi, side) for side in (height, width))
    phase = rng.uniform(0, 2 * np.pi, (2, count, 3, 1, 1))
    waves = np.sin(rows[:, None] + phase[0]) + np.sin(columns + phase[1])
    noise = rng.normal(0, 3, (count, 3, height, width))
    images: NDArray[np.uint8] = (128 + 50 * waves + noise).clip(0, 255).astype(np.uint8)
    return images


def _this_program() -> list[str]:
    """How this program is started: the frozen program itself, or Python with its main file."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, str(Path(engine.__file__).resolve().parents[1] / "main.py")]


def _wait(process: subprocess.Popen[bytes], control: RunControl) -> str:
    """What it said on its error stream; it is ended where ``control`` says stop."""
    try:
        while True:
            control.check()
            try:
                _, errors = process.communicate(timeout=_CHECK_EVERY_S)
            except subprocess.TimeoutExpired:
                continue
            return errors.decode("utf-8", errors="replace")
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()


def _largest(found: FloatArray, wanted: FloatArray) -> float:
    """Largest difference; infinite where the shapes differ or a number is not finite."""
    if found.shape != wanted.shape or not np.isfinite(found).all():
        return float("inf")
    return float(np.abs(found.astype(np.float64) - wanted).max())
