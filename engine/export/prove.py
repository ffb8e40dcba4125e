"""The clean process of a proof: loads an exported file as its user would, runs it on given images, and measures.

`prove KIND FILE FOLDER PARENT` reads the folder's images (batch-*.npy, probe.npy; uint8 (B, 3, H, W)) and writes
result.npz: scores, the outputs for the probe, and latency_ms. ONNX files are run without PyTorch in the process. All
run on one thread: several that wait for each other on a busy computer would be what is measured. It ends with the
process PARENT.
"""

import os
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import psutil
from numpy.typing import NDArray

from engine.files import is_unfinished
from engine.packages.onnx_runtime import import_onnxruntime

Outputs = dict[str, NDArray[np.generic]]
Runner = Callable[[NDArray[np.uint8]], Outputs]
LOOK_EVERY_S = 1.0
WARM_UP, MOST_REPEATS, MOST_SECONDS = 3, 100, 1.0


def prove(kind: str, file: Path, folder: Path) -> int:
    """Exit code 0 with result.npz written, or 1 with the reason in failure.txt."""
    try:
        run = _RUNNERS[kind](file)
        batches = sorted(folder.glob("batch-*.npy"))
        scores = np.concatenate([run(np.load(batch))["image_score"] for batch in batches])
        probe = run(np.load(folder / "probe.npy"))
        latency = latency_ms(run, np.load(batches[0])[:1])
        np.savez(folder / "result.npz", scores=scores, latency_ms=latency, **probe)  # type: ignore[arg-type]
    except Exception as error:  # noqa: BLE001  whatever it is, whoever asked for the proof must learn it
        (folder / "failure.txt").write_text(f"{type(error).__name__}: {error}", encoding="utf-8")
        return 1
    return 0


def end_with(parent: int, folder: Path, file: Path) -> None:
    """End this process where the one that asks is gone, and take its folder and the file, which nobody wants, away."""

    def watch() -> None:
        while _lives(parent):
            time.sleep(LOOK_EVERY_S)
        shutil.rmtree(folder, ignore_errors=True)
        if is_unfinished(file):
            file.unlink(missing_ok=True)
        os._exit(1)

    threading.Thread(target=watch, daemon=True, name="parent's death").start()


def _lives(process: int) -> bool:
    try:
        return psutil.Process(process).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def latency_ms(run: Runner, image: NDArray[np.uint8]) -> float:
    """Median time of one image at a time."""
    for _ in range(WARM_UP):
        run(image)
    times: list[float] = []
    end = time.perf_counter() + MOST_SECONDS
    while len(times) < MOST_REPEATS and time.perf_counter() < end:
        before = time.perf_counter()
        run(image)
        times.append(time.perf_counter() - before)
    return float(np.median(times)) * 1000


def onnx_runner(model: bytes) -> Runner:
    """An ONNX model under ONNX Runtime on one thread of the processor."""
    onnxruntime = import_onnxruntime()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    return lambda images: dict(zip(names, session.run(names, {"image": images}), strict=True))


def _onnx_file(file: Path) -> Runner:
    return onnx_runner(file.read_bytes())


def _torch_export(file: Path) -> Runner:
    import io

    import torch

    torch.set_num_threads(1)
    program = torch.export.load(io.BytesIO(file.read_bytes())).module()

    def run(images: NDArray[np.uint8]) -> Outputs:
        with torch.no_grad():
            return {name: value.numpy() for name, value in program(torch.from_numpy(images)).items()}

    return run


def _weights(file: Path) -> Runner:
    import torch

    from engine.models.loading.recognition import build_detector, load_checkpoint
    from engine.models.pooling import pool

    torch.set_num_threads(1)
    loaded = load_checkpoint(file)
    detector, notes = build_detector(loaded), loaded.metadata

    def run(images: NDArray[np.uint8]) -> Outputs:
        with torch.no_grad():
            patch_map = detector(torch.from_numpy(images))
            score = pool(patch_map, notes["pooling"], notes["topk_ratio"], notes["topk_minimum"])
        return {"image_score": score.numpy(), "patch_map": patch_map.numpy()}

    return run


_RUNNERS: dict[str, Callable[[Path], Runner]] = {
    "pth": _weights,
    "safetensors": _weights,
    "torch-export": _torch_export,
    "onnx": _onnx_file,
    "onnx-int8": _onnx_file,
}
