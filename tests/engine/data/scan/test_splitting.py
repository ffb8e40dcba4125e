"""Validation that is split off: no picture, photograph or video is on both sides, and each class gives its share."""

import json
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from engine.cli.sentences import sentences
from engine.data.scan.scan import ImageEntry, ScannedData
from engine.events import from_json, to_json
from engine.health import HealthMonitor
from engine.settings import RunSettings
from tests.engine.helpers.pictures import SPLIT, run_scan, write_pictures

Places = Callable[[Iterable[str]], Path]
CLASSES = ("real", "fake")


@pytest.fixture
def make(tmp_path: Path) -> Places:
    return partial(write_pictures, tmp_path / "data")


def shares(found: ScannedData, key: Callable[[ImageEntry], object] = lambda entry: entry.label) -> list[float]:
    """What part of each kind is in validation."""
    held, left = Counter(map(key, found.validation)), Counter(map(key, found.train))
    return [held[kind] / (held[kind] + left[kind]) for kind in held | left]


def leaked(found: ScannedData, picture: Callable[[str], str]) -> set[str]:
    train, validation = ({picture(e.path.name) for e in part} for part in (found.train, found.validation))
    return train & validation


def tiles(photographs: int, each: int, classes: Sequence[str] = CLASSES) -> list[str]:
    return [
        f"{name}/bridge{chr(97 + p)}-{96 * (t // 4):04}-{96 * (t % 4):04}.png"
        for name in classes for p in range(photographs) for t in range(each)
    ]  # fmt: skip


NAMINGS: dict[str, tuple[list[str], str]] = {
    "tiles": (tiles(10, 12), r"bridge\w"),
    "one generator each": (
        [f"{place}/cat{n:03}.png" for place in ("real", "fake/sd", "fake/gan") for n in range(50)], r"cat\d+",
    ),
    "more generators than sources": (
        [f"{place}/cat{n:03}.png" for n in range(20) for place in ("real", *(f"fake/net{g}x" for g in range(22)))],
        r"cat\d+",
    ),
    "a word more": ([f"{c}/IMG_{n:04}{'_fake' * (c == 'fake')}.png" for c in CLASSES for n in range(30)], r"\d+"),
    "a word before": ([f"{c}/{c}_{n:04}.png" for c in CLASSES for n in range(30)], r"\d+"),
    "face swaps by first video": (
        [f"real/{v:03}_{f:04}.png" for v in range(20) for f in range(3)]
        + [f"fake/{v:03}_{v ^ 1:03}_{f:04}.png" for v in range(20) for f in range(3)], r"\d+",
    ),
    "face swaps that form one chain": (
        [f"real/{v:03}_{f:04}.png" for v in range(20) for f in range(2)]
        + [f"fake/{v:03}_{(v + 1) % 20:03}_{f:04}.png" for v in range(20) for f in range(2)], r"\d+",
    ),
    "persons": (
        [f"real/id{v}_0000_{f:05}.png" for v in range(20) for f in range(2)]
        + [f"fake/id{v}_id{w}_0000_{f:05}.png" for v in range(20) for w in range(20) for f in range(2)], r"id\d+",
    ),
    "frames": ([f"{c}/clip{v:02}_{f:04}.png" for c in CLASSES for v in range(12) for f in range(6)], r"clip\d+"),
    "numbers in pairs": ([f"{c}/{n:05}.png" for c in CLASSES for n in range(60)], r"\d+"),
    "bursts": (
        [f"{c}/IMG_20230101_1200{s:02}_BURST{n}.png" for c in CLASSES for s in range(20) for n in range(3)],
        r"_1200\d\d",
    ),
}  # fmt: skip


@pytest.mark.parametrize("naming", NAMINGS)
@pytest.mark.parametrize("seed", [0, 1])
def test_related_images_stay_together_and_each_class_gives_its_share(make: Places, naming: str, seed: int) -> None:
    files, picture = NAMINGS[naming]
    found = run_scan(make(files), seed)

    def named(name: str) -> str:
        matched = re.search(picture, name)
        assert matched
        return matched[0]

    assert leaked(found, named) == set()
    assert all(0.15 <= share <= 0.25 for share in shares(found)), shares(found)
    assert found.split is not None
    assert found.split.share_missed == ""
    assert len(found.train) + len(found.validation) == len(files)


def test_both_videos_of_a_swap_stay_together_where_that_leaves_groups(make: Places) -> None:
    files, _ = NAMINGS["face swaps by first video"]
    found = run_scan(make(files))
    assert leaked(found, lambda name: str(int(name[:3]) // 2)) == set()
    folders = [place.replace("_0", "/0") if place.startswith("real") else place for place in files]
    folders = [f"{p.rsplit('_', 1)[0]}/{p.rsplit('_', 1)[1]}" if p.startswith("fake") else p for p in folders]
    shutil.rmtree(found.train[0].path.parents[1])
    found = run_scan(make(folders))
    train, validation = ({int(e.path.parent.name[:3]) // 2 for e in part} for part in (found.train, found.validation))
    assert not train & validation


def test_what_could_not_be_kept_together_is_said(make: Places) -> None:
    found = run_scan(make(NAMINGS["face swaps that form one chain"][0]))
    assert found.split is not None
    assert "face swaps and the video they were made in" in found.split.grouping
    assert "too large: face swaps and the videos that they share" in found.split.grouping


@pytest.mark.parametrize("layout", ["{}.png", "DSC0{}.png", "IMG_{}.png", "image ({}).png"])
def test_the_names_of_one_camera_are_no_group(make: Places, layout: str) -> None:
    numbers = {"real": range(1000, 1100), "fake": range(2000, 2080)}
    found = run_scan(make(f"{name}/{layout.format(n)}" for name in CLASSES for n in numbers[name]))
    assert shares(found) == [0.2, 0.2]


def test_two_sources_are_both_trained_on_and_validated(make: Places) -> None:
    sources, per_class = ("progan", "sd"), {"0_real": 40, "1_fake": 60}
    found = run_scan(
        make(f"{s}/{name}/{n:04}.png" for s in sources for name, each in per_class.items() for n in range(each))
    )
    assert sorted(shares(found, lambda e: (e.source, e.label))) == [0.2] * 4


def test_unequal_classes_give_equal_shares(make: Places) -> None:
    found = run_scan(make([*(f"real/{n}.png" for n in range(200)), *(f"fake/x{n}.png" for n in range(20))]))
    assert shares(found) == [0.2, 0.2]


def test_copies_of_one_file_stay_together(make: Places) -> None:
    root = make(f"{name}/{name}{n:03}x.png" for name in CLASSES for n in range(40))
    for n in range(40):
        shutil.copy(root / f"real/real{n:03}x.png", root / f"real/zz{n * 7 % 40:03}y.png")
    found = run_scan(root)
    assert found.duplicate_count == 0
    assert found.split is not None
    assert "copies of one file" in found.split.grouping


def test_too_few_photographs_stay_whole_and_the_share_is_told(make: Places) -> None:
    found = run_scan(make(tiles(2, 20)))
    assert leaked(found, lambda name: name[:7]) == set()
    assert found.split is not None
    assert "50 % of the real images, where 20 % was asked for" in found.split.share_missed
    assert "the largest group holds 20 of 40" in found.split.share_missed


def test_a_photograph_that_is_all_of_a_class_is_split_by_its_tiles(make: Places) -> None:
    found = run_scan(make(tiles(1, 60)))
    assert shares(found) == [0.2, 0.2]
    assert leaked(found, str) == set()
    assert found.split is not None
    assert "too large: tiles" in found.split.grouping


def test_folders_of_categories_do_not_go_to_validation_whole(make: Places) -> None:
    found = run_scan(make(f"{name}/set{c}/{c}{n:03}.png" for name in CLASSES for c in (1, 2) for n in range(30)))
    assert shares(found) == [0.2, 0.2]
    assert all(0 < share < 0.5 for share in shares(found, lambda e: e.path.parent))


def test_the_same_number_in_other_folders_is_another_picture(make: Places) -> None:
    files = [f"{c}/video{v}/happy{n}.png" for c in CLASSES for v in range(10) for n in range(3)]
    found = run_scan(make(files))
    train, validation = ({e.path.parent.name for e in part} for part in (found.train, found.validation))
    assert not train & validation
    assert shares(found) == [0.2, 0.2]


def test_groups_of_a_csv_are_taken_as_they_are(make: Places) -> None:
    files = [f"bridge-{n:04}-0096.png" for n in range(40)]
    root = make(files)
    rows = [f"{file},{CLASSES[n % 2]},g{n % 10 // 2 * 2}" for n, file in enumerate(files)]
    (root / "list.csv").write_text("\n".join(["path,label,group", *rows]), encoding="utf-8")
    found = run_scan(root / "list.csv")
    assert {e.group for e in found.train}.isdisjoint({e.group for e in found.validation})
    assert shares(found) == [0.2, 0.2]
    assert found.split is not None
    assert found.split.groups == 5


def test_the_split_is_the_seeds_alone(make: Places) -> None:
    root = make(NAMINGS["frames"][0])
    assert run_scan(root, 3) == run_scan(root, 3)
    assert len({tuple(e.path for e in run_scan(root, seed).validation) for seed in range(4)}) > 1


@pytest.mark.parametrize(
    ("train", "val", "count"),
    [
        (["real/cat{:03}.png", "fake/dog{:03}.png"], ["real/cow{:03}.png", "fake/cat{:03}_sd.png"], 6),
        (["real/a{:03}.png", "fake/bridge-0000-{:04}.png"], ["real/b{:03}.png", "fake/bridge-0096-{:04}.png"], 6),
        (["real/clip07_{:04}.png", "fake/b{:03}.png"], ["real/clip07_9{:04}.png", "fake/c{:03}.png"], 6),
        (["real/{:03}_0001.png", "fake/x{:03}.png"], ["real/y{:03}.png", "fake/{:03}_900_0001.png"], 0),  # mere numbers
        (["real/{:04}.png", "fake/{:04}.png"], ["real/{:04}.png", "fake/{:04}.png"], 0),  # each counts from the start
        (["real/cat{:03}.png", "fake/cat{:03}.png"], ["real/cat{:03}.png", "fake/cat{:03}.png"], 0),
        (["real/IMG_{:04}.png", "fake/IMG_{:04}_sd.png"], ["real/IMG_9{:04}.png", "fake/IMG_9{:04}_sd.png"], 0),
    ],
)  # fmt: skip
def test_given_sets_that_show_the_same_are_told(make: Places, train: list[str], val: list[str], count: int) -> None:
    others = [f"train/real/zebra{n}.png" for n in range(20)] + [f"train/fake/lion{n}.png" for n in range(20)]
    sets = {"train": train, "val": val}
    root = make([f"{s}/{layout.format(n)}" for s in sets for layout in sets[s] for n in range(6)] + others)
    found = run_scan(root)
    assert found.related_count == len(found.related) == count
    assert found.split is None
    assert all("/train/" in a.replace("\\", "/") and "/val/" in b.replace("\\", "/") for a, b in found.related)


def test_groups_of_a_csv_that_lie_in_two_sets_are_told(make: Places) -> None:
    files = [f"{n}.png" for n in range(8)]
    root = make(files)
    rows = [f"{f},{CLASSES[n % 2]},{('train', 'val')[n // 4]},g{min(n, 5)}" for n, f in enumerate(files)]
    (root / "list.csv").write_text("\n".join(["path,label,split,group", *rows]).replace("g4", "g1"), encoding="utf-8")
    assert run_scan(root / "list.csv").related == ((str(root / "1.png"), str(root / "4.png")),)


def test_how_it_was_split_is_told_in_the_event_and_old_events_can_be_read(make: Places) -> None:
    event = run_scan(make(tiles(2, 20))).event()
    assert event.grouping.startswith("Validation was split off from 2 groups that stay together: the same picture")
    assert event.groups == 2
    lines = "\n".join(sentences(event))
    assert event.grouping in lines
    assert event.share_missed in lines
    alerts = HealthMonitor().observe(event, RunSettings())
    assert [(alert.rule, alert.message) for alert in alerts] == [("data_imbalance", event.share_missed)]
    assert from_json(to_json(event)) == event
    old = json.loads(to_json(event))
    for name in ("grouping", "groups", "share_missed", "related", "related_count"):
        del old[name]
    assert from_json(json.dumps(old)) == replace(event, grouping="", groups=0, share_missed="")


def test_sets_that_show_the_same_ring_with_a_remedy(make: Places) -> None:
    root = make([*SPLIT, "train/real/cat.png", "val/fake/cat_sd.png"])
    event = run_scan(root).event()
    assert "1" in next(line for line in sentences(event) if "by their names" in line)
    (alert,) = HealthMonitor().observe(event, RunSettings())
    assert alert.rule == "data_duplicates"
    assert "1 image of a later set shows what a training image shows" in alert.message
    assert "cat_sd.png" in alert.message
    assert "Move images that show the same into one set" in alert.remedy
