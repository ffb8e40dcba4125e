"""Measures scanning a million images: entries a second, peak memory, and whether time grows in proportion.

python -m tests.bench.scan [--images 1000000] [--folder DIR]   (Linux and macOS; about 4 KB of disk an image)

The images are distinct files of equal size, the hardest case for the search for duplicates. Each scan runs in a process
of its own, on a tenth of them and on all, as folders and as a CSV. The files were just written, so the disk itself is
not measured; time is the processor's.
"""

import argparse
import io
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from PIL import Image

PARTS = 10
PER_FOLDER = 1000


@dataclass(frozen=True)
class Measured:
    """One scan: images found, processor seconds to scan and to prepare loaders, peak memory before and after."""

    images: int
    scan_s: float
    prepare_s: float
    before_mib: float
    peak_mib: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; exit code 1 where memory passes 1 GiB or time is far from linear."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--images", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, help="where the images are made, and left")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        folder: Path = options.folder or Path(temporary)
        began = time.perf_counter()
        parts = [make_part(folder / f"part{number}", options.images // PARTS, number) for number in range(PARTS)]
        print(f"{options.images:,} images made in {time.perf_counter() - began:.0f} s", flush=True)
        return report(folder, parts)


def report(folder: Path, parts: list[Path]) -> int:
    """Scan a part and the whole, both ways."""
    reached = True
    print(f"{'':<10}{'images':>10}{'images/s':>10}{'us/image':>10}{'prepare s':>11}{'before MiB':>12}{'peak MiB':>10}")
    for kind in ("folders", "CSV"):
        few, many = (
            in_own_process([make_csv(folder / f"{len(some)}.csv", some)] if kind == "CSV" else some)
            for some in (parts[:1], parts)
        )
        for row in (few, many):
            rate = row.images / row.scan_s
            print(
                f"{kind:<10}{row.images:>10,}{rate:>10,.0f}{1e6 / rate:>10.1f}{row.prepare_s:>11.1f}"
                f"{row.before_mib:>12.0f}{row.peak_mib:>10.0f}",
                flush=True,
            )
        ratio = (many.scan_s / many.images) / (few.scan_s / few.images)
        print(f"{'':<10}time per image, all against a tenth: {ratio:.2f}", flush=True)
        reached = reached and many.peak_mib <= 1024 and ratio < 1.5
    return 0 if reached else 1


def make_part(part: Path, images: int, number: int) -> Path:
    """train|val x real|fake in folders of a thousand, unless it is there already."""
    if part.exists():
        return part
    buffer = io.BytesIO()
    Image.new("RGB", (12, 12)).save(buffer, "PNG")
    for index in range(images):
        split = "val" if index % 5 == 0 else "train"
        name = ("real", "fake")[index % 2]
        folder = part / split / name / f"{index // PER_FOLDER:05}"
        if not folder.exists():
            folder.mkdir(parents=True)
        serial = (number * images + index).to_bytes(8, "little")
        (folder / f"image_{index:07}.png").write_bytes(buffer.getvalue() + serial)
    return part


def make_csv(file: Path, parts: list[Path]) -> Path:
    """The same images as a list."""
    with file.open("w", encoding="utf-8") as stream:
        stream.write("path,label,split\n")
        stream.writelines(_rows(file.parent, parts))
    return file


def _rows(root: Path, parts: list[Path]) -> Iterator[str]:
    for part in parts:
        for split in ("train", "val"):
            for name in ("real", "fake"):
                for folder in sorted((part / split / name).iterdir()):
                    for path in sorted(folder.iterdir()):
                        yield f"{path.relative_to(root)},{name},{split}\n"


def in_own_process(roots: list[Path]) -> Measured:
    """A scan in a fresh process, whose peak memory is its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measure, roots).result()


def measure(roots: list[Path]) -> Measured:
    """Scan, then what a run does with all entries before its first batch."""
    from engine.control import RunControl
    from engine.data.batches.loader import ImageLoader
    from engine.data.batches.order import sample
    from engine.data.scan.scan import fingerprint, scan
    from engine.settings.data import DataSettings

    settings = DataSettings(train=tuple(roots))
    before, began = peak_mib(), time.process_time()
    found = scan(settings, 0, RunControl(), lambda done, total: None)
    scanned = time.process_time()
    fingerprint(found.train + found.validation)
    sample(found.train, 512, 0)
    loader = ImageLoader(found.train, settings, seed=0)
    next(loader.training_batches(epoch=0))
    prepared = time.process_time()
    images = len(found.train) + len(found.validation)
    return Measured(images, scanned - began, prepared - scanned, before, peak_mib())


def peak_mib() -> float:
    """The most memory this process has held."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


if __name__ == "__main__":
    sys.exit(main())
