"""Tries pictures without a label: tiles by the demo's unseen generator, which the teacher alone says something about.

    python -m tests.bench.unlabelled [--epochs 20] [--seeds 3]

824 such tiles, real and fake, of the training photographs are mixed in; every labelled tile is seen as often as without
them, so there are more steps. Prints the AUC of labels only, of imitation that never fades, and of that with the tiles.
"""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import astuple
from pathlib import Path
from typing import Any
from unittest.mock import patch

from engine.data.batches.loader import ImageLoader
from engine.data.listing.entries import ImageEntry
from engine.data.listing.image_list import ImageList
from engine.demo.images import SPLITS, TILE, DemoSplit, build_demo_data
from tests.bench.recipes import NEVER, RECIPES, TITLES, WORK, cell, line
from tests.bench.trainings import Bench, Figures, Training

HIDDEN = "unlabelled"  # the source folder of these tiles
TILES = DemoSplit(f"train/{HIDDEN}", "train/*.webp", "transposed", "unseen", tiles=412, offset=TILE // 2)


class HidingLoader(ImageLoader):
    """Keeps to itself what the labels of some images are."""

    def __init__(self, entries: Sequence[ImageEntry], *arguments: Any, **named: Any) -> None:
        super().__init__(entries, *arguments, **named)
        self._labelled = self._labelled & self.entries.of_origin(lambda origin: origin.source != HIDDEN, bool)


def without_hidden(images: Sequence[ImageEntry], _share: float, _seed: int) -> ImageList:
    """The images whose labels may be used."""
    listed = ImageList.of(images)
    return listed.take(listed.of_origin(lambda origin: origin.source != HIDDEN, bool).nonzero()[0])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--first-seed", type=int, default=3)
    parser.add_argument("--work", type=Path, default=WORK)
    arguments = parser.parse_args()
    seeds = range(arguments.first_seed, arguments.first_seed + arguments.seeds)

    def measured(bench: Bench, recipe: str) -> list[Figures]:
        return [bench.trained(Training(RECIPES[recipe], arguments.epochs, seed)) for seed in seeds]

    bench = Bench(build_demo_data(), arguments.work)
    found = {recipe: measured(bench, recipe) for recipe in ("labels only", NEVER)}
    mixed = Bench(build_demo_data(splits=(*SPLITS, TILES)), arguments.work)
    with (
        patch("engine.run.prepare.ImageLoader", HidingLoader),
        patch("engine.run.prepare.labelled_entries", without_hidden),
    ):
        found[f"{NEVER}, with {2 * TILES.tiles} unlabelled tiles"] = measured(mixed, NEVER)
    print(table(found))


def table(found: Mapping[str, Sequence[Figures]]) -> str:
    """A Markdown row for each way."""
    titles = ("recipe", *TITLES)
    rows = ((name, *map(cell, zip(*map(astuple, figures), strict=True))) for name, figures in found.items())
    return "\n".join((line(titles), "|---" * len(titles) + "|", *map(line, rows)))


if __name__ == "__main__":
    main()
