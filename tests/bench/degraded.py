"""Measures what degraded training images bring, by what the teacher is asked about, on pictures that lost something.

    python -m tests.bench.degraded [--seeds 3 4] [--epochs 8] [--only NAME ...]

Trains the demo's student from labels and with its teacher, and prints a Markdown table: the mean AUC over seeds on the
validation images and on those of the unseen generator, clean, as JPEG, as WebP and at half their size, and the
processor seconds of a training that finds the maps of clean pictures kept. The figures of each training are kept in the
folder WORK as soon as it is done.
"""

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from PIL import Image

from engine.control import RunControl
from engine.data.batches.loader import ImageLoader
from engine.data.images.decoding import Pixels, decode
from engine.data.images.degradations import Degradation, degraded
from engine.data.listing.entries import ImageEntry
from engine.data.scan.scan import scan, scan_test
from engine.demo.images import build_demo_data
from engine.demo.training import LABELS_ONLY, demo_settings
from engine.evaluation.evaluate import Judge, evaluate
from engine.models.loading.recognition import load_detector
from engine.report_card.robustness import scaled
from engine.run.run import run
from engine.settings.toml_file import quoted
from tests.bench.recipes import WORK, line

DAMAGES: dict[str, Callable[[Pixels], Pixels]] = {
    "clean": lambda pixels: pixels,
    "JPEG 85": lambda pixels: degraded(pixels, Degradation(jpeg_quality=85)),
    "JPEG 70": lambda pixels: degraded(pixels, Degradation(jpeg_quality=70)),
    "half size": lambda pixels: scaled(pixels, 0.5),
    "WebP 80": lambda pixels: degraded(pixels, Degradation(webp_quality=80)),
}
HALF = (
    "degradations.strength=own",
    "degradations.share=0.5",
    "degradations.jpeg_probability=1",
    "degradations.blur_probability=0.5",
)
CLEAN, SEEN = "degradations.teacher=clean", "degradations.teacher=seen"
ARMS: dict[str, tuple[str, ...]] = {
    "labels only": LABELS_ONLY,
    "labels only, degraded": (*LABELS_ONLY, *HALF),
    "labels only, web": (*LABELS_ONLY, "degradations.strength=web"),
    "ours": (),
    "ours, degraded, clean": (*HALF, CLEAN),
    "ours, degraded, seen": (*HALF, SEEN),
    "ours, degraded, seen, 4 views": (*HALF, SEEN, "degradations.views=4"),
    "ours, web, clean": ("degradations.strength=web", CLEAN),
    "ours, web, seen, 4 views": ("degradations.strength=web", SEEN, "degradations.views=4"),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, nargs="+", default=[3, 4])
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--only", nargs="*", choices=ARMS, default=list(ARMS), metavar="NAME")
    parser.add_argument("--work", type=Path, default=WORK / "degraded")
    arguments = parser.parse_args()
    bench = DegradedBench(arguments.work)
    titles = [f"{split}, {name}" for split in bench.judged for name in DAMAGES]
    print(line(["training", *titles, "seconds"]))
    print("|---" * (len(titles) + 2) + "|")
    for name in arguments.only:
        found = [bench.figures(name, arguments.epochs, seed) for seed in arguments.seeds]
        means = [statistics.mean(column) for column in zip(*found, strict=True)]
        print(line([name, *map("{:.3f}".format, means[:-1]), f"{means[-1]:.0f}"]), flush=True)


class DegradedBench:
    """The demo's images, damaged copies of those that are judged, and the figures that were measured before."""

    def __init__(self, work: Path) -> None:
        torch.set_num_threads(1)
        self.data, self.work = build_demo_data(), work
        work.mkdir(parents=True, exist_ok=True)
        self.settings = demo_settings(self.data)
        scanned = scan(self.settings.data, 0, RunControl(), lambda _done, _total: None)
        self.judged = {"validation": scanned.validation, "unseen": scanned.test}
        self._kept = work / f"{self.data.folder.name}.jsonl"

    def figures(self, name: str, epochs: int, seed: int) -> list[float]:
        """AUC of each split and damage, then the seconds of the training."""
        key = f"{name}, {epochs} epochs, seed {seed}: {' '.join(ARMS[name])}"
        lines = self._kept.read_text(encoding="utf-8").splitlines() if self._kept.exists() else []
        known: dict[str, list[float]] = dict(map(json.loads, lines))
        if key not in known:
            known[key] = self._measured(name, epochs, seed)
            with self._kept.open("a", encoding="utf-8") as file:
                file.write(json.dumps([key, known[key]]) + "\n")
        return known[key]

    def _measured(self, name: str, epochs: int, seed: int) -> list[float]:
        with tempfile.TemporaryDirectory() as place:
            settings = demo_settings(
                self.data,
                (
                    f"output.folder={quoted(Path(place))}",
                    f"machine.cache_folder={quoted(self.work / 'caches')}",
                    f"stage2.epochs={epochs}",
                    f"seed={seed}",
                    *ARMS[name],
                ),
            )
            began = time.process_time()
            result = run(settings, RunControl(), lambda _event: None)
            seconds = time.process_time() - began
            if result.error is not None or result.weights is None:
                raise SystemExit(f"{name}: {result.error}")
            judge = Judge(load_detector(result.weights), settings.student)
        images = [self._damaged(split, damage) for split in self.judged for damage in DAMAGES]
        return [*(self._auc(judge, each) for each in images), seconds]

    def _auc(self, judge: Judge, images: Sequence[ImageEntry]) -> float:
        loader = ImageLoader(images, self.settings.data, 0)
        return evaluate(judge, loader, torch.device("cpu"), lambda _done, _total: None).overall.auc or 0.0

    def _damaged(self, split: str, damage: str) -> Sequence[ImageEntry]:
        """Copies that were damaged once and lose nothing more."""
        folder = self.work / self.data.folder.name / split / damage
        if not folder.exists():
            folder.parent.mkdir(parents=True, exist_ok=True)
            aside = Path(tempfile.mkdtemp(dir=self.work))
            for number, image in enumerate(self.judged[split]):
                path = aside / ("fake" if image.label else "real") / f"{number:05}.png"
                path.parent.mkdir(exist_ok=True)
                Image.fromarray(DAMAGES[damage](decode(image.path, 100))).save(path)
            aside.replace(folder)
        settings = self.settings.data.model_copy(update={"test": (folder,)})
        return scan_test(settings, RunControl(), lambda _done, _total: None).test


if __name__ == "__main__":
    main()
