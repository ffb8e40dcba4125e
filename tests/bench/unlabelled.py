"""Tries pictures without labels, on the demo's tiles and with its teacher.

    python -m tests.bench.unlabelled few [--labels 0.05] [--epochs 8] [--seeds 3] [--only NAME ...]
    python -m tests.bench.unlabelled unseen [--epochs 8] [--seeds 1]

few: a share of the training tiles keep their labels, the rest lie in a list without labels. Beside it, with as many
steps: labels only, of these tiles and of all; and imitation on these tiles alone.
unseen: 824 tiles by the demo's unseen generator, real and fake, of the training photographs are added without labels,
and there are as many more steps. Beside it labels only, and imitation without these tiles.

Prints a Markdown table: mean and range over seeds of the AUC, as in tests.bench.recipes.
"""

import argparse
import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from engine.data.batches.order import labelled_subset
from engine.data.listing.image_list import ImageList
from engine.demo.images import SPLITS, TILE, DemoData, DemoSplit, build_demo_data
from engine.demo.training import LABELS_ONLY
from engine.settings.toml_file import quoted
from tests.bench.recipes import NO_FADE, TITLES, WORK, cell, line
from tests.bench.trainings import Bench, Figures

HIDDEN = "unlabelled"
TILES = DemoSplit(HIDDEN, "train/*.webp", "transposed", "unseen", tiles=412, offset=TILE // 2)
BATCH = 16


@dataclass(frozen=True, slots=True)
class Way:
    """A training: its own settings, and how many pictures an epoch of it has."""

    overrides: tuple[str, ...]
    images: int


def few(bench: Bench, share: float) -> dict[str, Way]:
    """What is compared where a share of the labels is there; the tiles are the same for all seeds."""
    images = bench.train_images
    keeps = labelled_subset(images.labels.astype("float32"), share, 0)
    own, rest = (bench.work / f"{name}-{share:g}.csv" for name in ("labelled", HIDDEN))
    _write(own, images.take(keeps))
    _write(rest, images.take(~keeps))
    data = bench.data.folder
    judged = (f"data.validation=[{quoted(data / 'val')}]", f"data.test=[{quoted(data / 'test')}]")
    labelled = (*judged, f"data.train=[{quoted(own)}]")
    both = (*labelled, f"data.unlabelled=[{quoted(rest)}]")
    count = int(keeps.sum())
    return {
        "labels only, all labels": Way(LABELS_ONLY, len(images)),
        f"labels only, {share:.0%} of the labels": Way((*labelled, *LABELS_ONLY), count),
        "distilled on these alone": Way(labelled, count),
        "distilled, the rest without labels": Way(both, len(images)),
        "the same, never fading": Way((*both, NO_FADE), len(images)),
        "the same, never fading, alpha_distill 1": Way((*both, NO_FADE, "loss.alpha_distill=1"), len(images)),
        "the same, three quarters without labels": Way((*both, "data.unlabelled_share=0.75"), len(images)),
        "the same, a quarter without labels": Way((*both, "data.unlabelled_share=0.25"), len(images)),
    }


def unseen(bench: Bench, tiles: Path) -> dict[str, Way]:
    """What is compared where the unseen generator's pictures are at hand."""
    images, more = len(bench.train_images), 2 * TILES.tiles
    added = (f"data.unlabelled=[{quoted(tiles)}]", NO_FADE)
    return {
        "labels only": Way(LABELS_ONLY, images),
        "distilled, never fading": Way((NO_FADE,), images),
        f"the same, and {more} tiles without labels": Way(added, images + more),
    }


def overrides(way: Way, epochs: int, seed: int, most: int) -> tuple[str, ...]:
    """Settings of as many steps, warm-up and validations as ``epochs`` passes over ``most`` pictures have."""
    passes = max(1, _steps(most) / _steps(way.images))
    told = (f"seed={seed}", f"stage2.epochs={round(epochs * passes)}", f"stage2.validate_every={round(passes)}")
    return (*told, f"stage2.warmup_epochs={passes:.2f}", *way.overrides)


def _steps(images: int) -> int:
    """Of an epoch, as the loader has them."""
    full, rest = divmod(images, BATCH)
    return full + (rest >= 2)


def measured(bench: Bench, ways: Mapping[str, Way], epochs: int, seeds: Iterable[int]) -> dict[str, list[Figures]]:
    """The figures of every way, one for each seed."""
    most = len(bench.train_images)
    found: dict[str, list[Figures]] = {name: [] for name in ways}
    for seed in seeds:
        for name, way in ways.items():
            told = overrides(way, epochs, seed, most)
            found[name].append(bench.told(f"{name}, {epochs} epochs, seed {seed}", told))
    return found


def table(found: Mapping[str, Sequence[Figures]]) -> str:
    """A Markdown row for each way."""
    titles = ("recipe", *TITLES)
    rows = ((name, *map(cell, zip(*map(astuple, figures), strict=True))) for name, figures in found.items())
    return "\n".join((line(titles), "|---" * len(titles) + "|", *map(line, rows)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("few", "unseen"))
    parser.add_argument("--labels", type=float, default=0.05, help="share of the labels that is there")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--first-seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", metavar="TEXT", help="recipes whose name has this in it")
    parser.add_argument("--work", type=Path, default=WORK)
    arguments = parser.parse_args()
    bench = Bench(build_demo_data(), arguments.work)
    ways = few(bench, arguments.labels) if arguments.what == "few" else unseen(bench, _tiles().folder / HIDDEN)
    ways = {name: way for name, way in ways.items() if not arguments.only or any(o in name for o in arguments.only)}
    seeds = range(arguments.first_seed, arguments.first_seed + arguments.seeds)
    print(table(measured(bench, ways, arguments.epochs, seeds)))


def _tiles() -> DemoData:
    return build_demo_data(splits=(*SPLITS, TILES))


def _write(path: Path, images: ImageList) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("path", "label"))
        rows.writerows((images.path(i), ("real", "fake")[label]) for i, label in enumerate(images.labels.tolist()))


if __name__ == "__main__":
    main()
