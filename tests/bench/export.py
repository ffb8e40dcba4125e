"""Measures the exported student against the plain PyTorch student on this CPU, in one run and with equal threads.

    python -m tests.bench.export [--size 256] [--batch 1 16] [--seconds 4] [--weights FILE]

Prints a Markdown table: images per second (median of interleaved repeats) and how many times PyTorch's that is.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch

from engine.export.int8 import quantised
from engine.export.onnx_graph import onnx_model
from engine.export.program import DetectorProgram
from engine.export.proof import made_up_images
from engine.models.detector import PatchDetector
from engine.models.loading.recognition import load_detector
from engine.models.pooling import pool
from engine.models.tiny_ladeda import TinyLaDeDa
from engine.packages.onnx_runtime import import_onnxruntime
from engine.settings import StudentSettings

Runner = Callable[[np.ndarray], object]
PLAIN = "PyTorch, plain"


def runners(detector: PatchDetector) -> dict[str, Runner]:
    """The same student four times; all give the image score."""
    program = DetectorProgram(detector, StudentSettings(), 0.0).eval()
    model = onnx_model(program, {})
    any_size = torch.export.Dim.DYNAMIC
    example = torch.zeros(2, 3, 64, 72, dtype=torch.uint8)
    shapes = ({0: any_size, 2: any_size, 3: any_size},)
    exported = torch.export.export(program, (example,), dynamic_shapes=shapes).module()
    return {
        PLAIN: lambda images: pool(detector(torch.from_numpy(images)), "mean"),
        "torch.export": lambda images: exported(torch.from_numpy(images)),
        "ONNX": session(model.SerializeToString()),
        "ONNX, INT8": session(quantised(model, [made_up_images(8, 128, 128)]).SerializeToString()),
    }


def session(content: bytes) -> Runner:
    """As many threads as PyTorch has."""
    onnxruntime = import_onnxruntime()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = torch.get_num_threads()
    loaded = onnxruntime.InferenceSession(content, options, ["CPUExecutionProvider"])
    return lambda images: loaded.run(["image_score"], {"image": images})


def measure(tried: dict[str, Runner], images: np.ndarray, seconds: float) -> dict[str, float]:
    """Images per second of each, taking turns so that what else the machine does hits all alike."""
    times: dict[str, list[float]] = {name: [] for name in tried}
    for run in tried.values():
        run(images)
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        for name, run in tried.items():
            before = time.perf_counter()
            run(images)
            times[name].append(time.perf_counter() - before)
    return {name: len(images) / statistics.median(taken) for name, taken in times.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=256)
    parser.add_argument("--batch", type=int, nargs="+", default=[1, 16])
    parser.add_argument("--seconds", type=float, default=4)
    parser.add_argument("--weights", type=Path)
    arguments = parser.parse_args()
    torch.manual_seed(0)
    detector = load_detector(arguments.weights) if arguments.weights else PatchDetector(TinyLaDeDa(), "right_diag")
    tried = runners(detector.eval().requires_grad_(False))
    print(f"{torch.get_num_threads()} threads, {arguments.size} x {arguments.size} pixels\n")
    print("| student | batch | images/s | times plain |\n|---|---|---|---|")
    for batch in arguments.batch:
        found = measure(tried, made_up_images(batch, arguments.size, arguments.size), arguments.seconds)
        for name, rate in found.items():
            print(f"| {name} | {batch} | {rate:.0f} | {rate / found[PLAIN]:.2f} |", flush=True)


if __name__ == "__main__":
    with torch.no_grad():
        main()
