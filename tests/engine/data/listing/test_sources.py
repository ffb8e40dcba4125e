"""Folders that name generators become sources, and each source has figures of its own."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from engine.control import RunControl
from engine.data.listing.image_list import ImageListBuilder, Origin
from engine.data.listing.sources import generators, places_by_source
from engine.evaluation.evaluate import Evaluation
from engine.evaluation.metrics import auc
from engine.trained.scoring import evaluate_folder, load_scorer
from tests.engine.helpers.pictures import run_scan, write_pictures
from tests.engine.helpers.tiny_data import SIDE, TinyData

Places = Callable[[Iterable[str]], Path]


@pytest.fixture
def make(tmp_path: Path) -> Places:
    return partial(write_pictures, tmp_path / "data")


ALBUMS = [f"fake/album{n}" for n in range(8)]
MANY = [f"fake/net{chr(97 + n)}" for n in range(21)]


@pytest.mark.parametrize(
    ("folders", "sources"),
    [
        (["real", "fake/sd", "fake/gan"], {"all", "sd", "gan"}),
        (["real/00000", "real/01000", "fake/sd", "fake/gan"], {"all", "sd", "gan"}),
        (["real/ffhq", "real/coco", "fake/sd", "fake/gan"], {"all", "sd", "gan"}),
        (["real/cat", "real/dog", "fake/cat", "fake/dog"], {"cat", "dog"}),
        (["web/real", "web/fake/sd", "web/fake/gan"], {"web", "web/sd", "web/gan"}),
        (["real", "fake/sd/cat", "fake/sd/dog", "fake/gan/cat"], {"all", "sd", "gan"}),
        (["real", "fake/sd"], {"all"}),
        (["real", "fake", "fake/sd", "fake/gan"], {"all"}),
        (["real", *ALBUMS], {"all"}),
        (["real", "fake/000_003", "fake/003_000"], {"all"}),
        (["real", *MANY], {"all"}),
        (["real/sub", "fake/sub"], {"all"}),
    ],
)
def test_sources_of_a_layout(make: Places, folders: list[str], sources: set[str]) -> None:
    found = run_scan(make(f"{split}/{f}/{n}.png" for split in ("train", "val") for f in folders for n in range(3)))
    for images in (found.train, found.validation):
        assert {entry.source for entry in images} == sources


def test_generators_are_found_in_all_sets_together(make: Places) -> None:
    root = make(
        [f"{s}/real/{s}{n}.png" for s in ("train", "val", "test") for n in range(3)]
        + [f"{s}/fake/{g}/{s}{n}.png" for s, g in (("train", "sd"), ("val", "sd"), ("test", "flux")) for n in range(3)]
    )
    assert {entry.source for entry in run_scan(root).test} == {"all", "flux"}


def test_folders_in_both_classes_and_others_are_no_generators() -> None:
    assert generators({"cat", "dog"}, {"cat", "dog", "cow"}) == frozenset()
    assert generators({"sd/1", "gan/2"}, {""}) == {"sd", "gan"}


def test_fakes_of_a_generator_are_judged_beside_the_reals() -> None:
    images = ImageListBuilder()
    for source, label, count in (("all", 0, 4), ("sd", 1, 3), ("gan", 1, 2), ("web", 0, 2), ("web/sd", 1, 1)):
        images.add(Origin(f"{source}/{label}", label, source), [f"{n}" for n in range(count)], [1] * count)
    entries = images.built()
    logits = np.random.default_rng(0).normal(size=len(entries))
    found = Evaluation(entries, entries.labels.astype(np.float64), logits)
    places = {name: chosen.tolist() for name, chosen in places_by_source(entries).items()}
    assert places == {
        "gan": [0, 1, 2, 3, 7, 8, 9, 10],
        "sd": [0, 1, 2, 3, 4, 5, 6, 9, 10],
        "web": [9, 10],
        "web/sd": [9, 10, 11],
    }
    for name in ("gan", "sd", "web/sd"):
        chosen = places[name]
        assert found.by_source[name].auc == auc(entries.labels[chosen], logits[chosen])


def test_sources_of_both_classes_lend_nothing() -> None:
    images = ImageListBuilder()
    for source, label in (("a", 0), ("a", 1), ("b", 1)):
        images.add(Origin(f"{source}/{label}", label, source), ["x", "y"], [1, 1])
    assert {name: len(chosen) for name, chosen in places_by_source(images.built()).items()} == {"a": 4, "b": 2}


def test_an_evaluation_tells_each_generator(make: Places, tiny_data: TinyData) -> None:
    root = make(f"test/{folder}/{n}.png" for folder in ("real", "fake/sd", "fake/gan") for n in range(4))
    found = evaluate_folder(load_scorer(tiny_data.teacher, size=SIDE), root, RunControl(), lambda _event: None)
    assert {name: (of.images, of.auc is not None) for name, of in found.by_source.items()} == {
        "gan": (8, True),
        "sd": (8, True),
    }
