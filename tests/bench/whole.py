"""Measures what a whole photograph costs beside as many pixels in pictures of 256 x 256, for several sizes of tiles.

    python -m tests.bench.whole [--megapixels 24] [--teacher] [--threads 2] [--repeats 5]

Prints a Markdown table: for each side of a tile the median, over repeats that take turns, of the photograph's time
divided by that of its pixels in batches of 16 small pictures, measured right before and after it.
"""

import argparse
import statistics
import time
from collections.abc import Callable

import torch
from torch import Tensor

from engine.models.detector import PatchDetector
from engine.models.folding import folded
from engine.models.ladeda import LaDeDa
from engine.models.pooling import pool
from engine.models.tiling import SIDE, Tiling
from engine.models.tiny_ladeda import TinyLaDeDa

SMALL, BATCH = 256, 16
SIDES = (128, 256, 384, 512, 768, 1024, 2048)


def detector(*, teacher: bool) -> PatchDetector:
    """The published architectures; the teacher as it is asked, with BatchNorm folded in."""
    if teacher:
        return PatchDetector(folded(LaDeDa(9).eval()), "NPR").eval()
    return PatchDetector(TinyLaDeDa(), "right_diag", padding="none").eval()


def pixels(count: int, height: int, width: int) -> Tensor:
    """As decoded pictures lie in memory."""
    return torch.randint(0, 256, (count, height, width, 3), dtype=torch.uint8).permute(0, 3, 1, 2)


def seconds(work: Callable[[], object]) -> float:
    """How long it takes once."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


@torch.inference_mode()
def measure(of: PatchDetector, megapixels: float, repeats: int) -> dict[int, float]:
    """Side of a tile -> photograph's time over its pixels' time in small pictures."""
    height = round((megapixels * 1e6 / 1.5) ** 0.5)
    photograph, batch = pixels(1, height, round(height * 1.5)), pixels(BATCH, SMALL, SMALL)
    batches = photograph[0, 0].numel() / (BATCH * SMALL**2)
    ratios: dict[int, list[float]] = {side: [] for side in SIDES}
    of(batch)
    for _ in range(repeats):
        for side, found in ratios.items():
            tiling = Tiling.of(of, side, at_once=1)
            small = statistics.median(seconds(lambda: pool(of(batch), "mean")) for _ in range(5))
            took = seconds(lambda tiling=tiling: pool(tiling(of, photograph), "mean"))  # type: ignore[misc]
            again = statistics.median(seconds(lambda: pool(of(batch), "mean")) for _ in range(5))
            found.append(took / (batches * (small + again) / 2))
    return {side: statistics.median(found) for side, found in ratios.items()}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megapixels", type=float, default=24.0)
    parser.add_argument("--teacher", action="store_true")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--repeats", type=int, default=5)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    found = measure(detector(teacher=arguments.teacher), arguments.megapixels, arguments.repeats)
    print("| tile | times the time of small pictures |\n|---|---|")
    for side, ratio in found.items():
        print(f"| {side} px{' (used)' if side == SIDE else ''} | {ratio:.2f} |")


if __name__ == "__main__":
    main()
