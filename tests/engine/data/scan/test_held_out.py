"""Sources that are held out for the test: nothing of them is learned, and they are judged beside fair reals."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import pytest

from engine.cli.sentences import sentences
from engine.data.scan.scan import ScannedData
from engine.data.scan.sources import places_by_source
from engine.errors import HeldOutError
from tests.engine.helpers.pictures import refused, run_scan, write_pictures

Places = Callable[[Iterable[str]], Path]
FOLDERS = ("real", "fake/sd", "fake/gan", "fake/flux")


@pytest.fixture
def make(tmp_path: Path) -> Places:
    return partial(write_pictures, tmp_path / "data")


def unpaired(each: int = 50, folders: Iterable[str] = FOLDERS) -> list[str]:
    return [
        f"{folder}/{folder[-2:]}x{chr(97 + n % 26)}q{chr(97 + n // 26)}.png" for folder in folders for n in range(each)
    ]


def counts(found: ScannedData) -> dict[str, Counter[str]]:
    sets = {"train": found.train, "validation": found.validation, "test": found.test}
    return {name: Counter("real" if not e.label else e.source for e in images) for name, images in sets.items()}


def test_a_held_out_source_is_tested_beside_a_share_of_the_reals(make: Places) -> None:
    found = run_scan(make(unpaired()), test_source=("flux",))
    counted = counts(found)
    assert counted["test"]["flux"] == 50
    assert set(counted["test"]) == {"flux", "real"}
    assert 8 <= counted["test"]["real"] <= 12
    assert counted["train"]["sd"] + counted["validation"]["sd"] == 50
    assert not any("flux" in counted[name] for name in ("train", "validation"))
    assert len(places_by_source(found.test)["flux"]) == 50 + counted["test"]["real"]
    told = found.event().held_out
    assert "flux, 50 images beside 10 real ones, 20 % of those for training" in told
    assert told in sentences(found.event())
    assert counts(run_scan(make(unpaired()), test_source=("flux",))) == counted  # by the seed alone


def test_imitations_of_what_is_trained_on_are_in_no_set(make: Places) -> None:
    found = run_scan(make(f"{folder}/cat{n:03}.png" for folder in FOLDERS for n in range(50)), test_source=("flux",))
    sets = [{e.path.name for e in images} for images in (found.train, found.validation, found.test)]
    assert not any(sets[a] & sets[b] for a, b in ((0, 1), (0, 2), (1, 2)))
    counted = counts(found)["test"]
    assert counted["flux"] == counted["real"] == counted["sd"]
    assert found.related_count == 0
    assert "40 more are left out" in found.held_out


def test_what_two_generators_made_of_the_same_words_is_no_real_image(make: Places) -> None:
    """Nor does a number mean the same in the folder of another generator."""
    root = make([*unpaired(50, ["real"]), *(f"{folder}/{n}.png" for folder in FOLDERS[1:] for n in range(50))])
    assert counts(run_scan(root, test_source=("flux",)))["test"]["flux"] == 50


def test_test_images_that_are_given_keep_all_reals_for_training(make: Places) -> None:
    places = [f"{split}/{place}" for split in ("train", "test") for place in unpaired(20)]
    found = run_scan(make(places), test_source=("flux",))
    assert counts(found)["test"] == {"real": 20, "sd": 20, "gan": 20, "flux": 40}
    assert counts(found)["train"]["real"] + counts(found)["validation"]["real"] == 20


def test_given_validation_images_lose_the_source_too(make: Places) -> None:
    places = [f"{split}/{place}" for split in ("train", "val") for place in unpaired(20)]
    counted = counts(run_scan(make(places), test_source=("flux",)))
    assert counted["validation"] == {"real": 20, "sd": 20, "gan": 20}
    assert counted["test"]["flux"] == 40


def test_a_source_of_both_classes_is_tested_alone(make: Places) -> None:
    places = unpaired(20, [f"{camera}/{name}" for camera in ("canon", "nikon") for name in ("real", "fake")])
    found = run_scan(make(places), test_source=("nikon",))
    assert {e.source for e in found.test} == {"nikon"}
    assert Counter(e.label for e in found.test) == {0: 20, 1: 20}
    assert {e.source for e in found.train} == {"canon"}


def test_several_sources_and_classes_by_path(make: Places) -> None:
    root = make(unpaired(30, ("Echt/a", "KI/sd", "KI/gan", "KI/flux")))
    found = run_scan(root, test_source=("flux", "gan"), classes={"Echt": "real", "KI": "fake"})
    assert set(counts(found)["test"]) == {"real", "flux", "gan"}
    assert set(counts(found)["train"]) == {"real", "sd"}


@pytest.mark.parametrize(
    ("folders", "each", "held", "words"),
    [
        (FOLDERS, 5, ("firefly",), "no source firefly to hold out for the test; found: all, flux, gan, sd"),
        (FOLDERS, 5, ("flux", "sd", "gan"), "there are no fake training images"),
        (FOLDERS, 1, ("flux",), "Holding flux out leaves"),
    ],
)
def test_what_cannot_be_held_out_says_why(
    make: Places, folders: tuple[str, ...], each: int, held: tuple[str, ...], words: str
) -> None:
    error = refused(make(unpaired(each, folders)), test_source=held)
    assert isinstance(error, HeldOutError)
    assert error.setting == "data.test_source"
    assert words in error.message
