"""What a scan found: the images of each split, and what is odd about them."""

from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from engine.data.listing.image_list import ImageList, fingerprint
from engine.data.listing.left_out import UNLABELLED, class_word
from engine.data.scan.splitting import SplitOff
from engine.events import DataScanned, LeftOut, LookAlike, SplitSummary


@dataclass(frozen=True, slots=True)
class ScannedData:
    """The images of each split, and what is odd about them."""

    train: ImageList
    validation: ImageList
    test: ImageList
    mapping: dict[str, int]  # class name as found -> 0 real, 1 fake
    left_out: tuple[LeftOut, ...] = ()
    several_count: int = 0  # animations and files of several pictures, whose first one is used
    unreadable: tuple[str, ...] = ()  # "path: reason", the first 1,000
    unreadable_count: int = 0
    duplicates: tuple[tuple[str, str], ...] = ()  # (path in an earlier split, path in a later), the first 1,000
    duplicate_count: int = 0
    contradictions: tuple[tuple[str, str], ...] = ()  # (earlier path, path of a copy in the other class), the same way
    contradiction_count: int = 0
    related: tuple[tuple[str, str], ...] = ()  # (training image, validation or test image of the same picture), as well
    related_count: int = 0
    look_alikes: tuple[LookAlike, ...] = ()  # images of two sets that show the same, by their pixels, as well
    look_alike_count: int = 0
    compared: int = 0  # images whose pixels were compared
    split: SplitOff | None = None  # how validation was split off; None where it was given
    repeated: tuple[str, ...] = ()  # further paths to a file that counts once, the first 1,000
    repeated_count: int = 0
    judged_in_part: str = ""  # how many images are so large that a run judges only their middle, in a sentence
    formats: dict[str, tuple[int, int]] = field(default_factory=dict)  # "PNG" -> (real, fake) training images
    usual_side: int = 0  # median of the smaller sides of the training images, in pixels
    sizes: dict[str, tuple[int, int]] = field(default_factory=dict)  # "640 x 480" -> the same; the 1,000 most common
    held_out: str = ""  # what became of the sources that are held out for the test, in a sentence
    unlabelled: ImageList = field(default_factory=lambda: ImageList.of(()))  # none of the others, each once

    @property
    def fingerprint(self) -> str:
        """Of all that a run learns from and is steered by: the test images may change."""
        return fingerprint(self.train + self.validation + self.unlabelled)

    def event(self) -> DataScanned:
        """The same in counts, as the run's event."""
        splits = (
            ("train", self.train),
            ("validation", self.validation),
            ("test", self.test),
            (UNLABELLED, self.unlabelled),
        )
        return DataScanned(
            mapping=self.mapping,
            splits=tuple(_summary(name, images) for name, images in splits if len(images)),
            left_out=self.left_out,
            several_count=self.several_count,
            unreadable=self.unreadable,
            unreadable_count=self.unreadable_count,
            duplicates=self.duplicates,
            duplicate_count=self.duplicate_count,
            contradictions=self.contradictions,
            contradiction_count=self.contradiction_count,
            related=self.related,
            related_count=self.related_count,
            look_alikes=self.look_alikes,
            look_alike_count=self.look_alike_count,
            compared=self.compared,
            grouping=self.split.grouping if self.split else "",
            groups=self.split.groups if self.split else 0,
            share_missed=self.split.share_missed if self.split else "",
            repeated=self.repeated,
            repeated_count=self.repeated_count,
            judged_in_part=self.judged_in_part,
            usual_side=self.usual_side,
            held_out=self.held_out,
        )


def usual_side(sizes: Counter[tuple[tuple[int, int], int]]) -> int:
    """The median of the smaller sides, of counts by ((width, height), label); 0 where there are none."""
    sides = Counter[int]()
    for (size, _), count in sizes.items():
        sides[min(size)] += count
    half, seen = sides.total() / 2, 0
    for side, count in sorted(sides.items()):
        seen += count
        if seen >= half:
            return side
    return 0


def by_class(counts: Counter[tuple[str, int]]) -> dict[str, tuple[int, int]]:
    """Counts by (name, label) as name -> (real, fake)."""
    return {name: (counts[name, 0], counts[name, 1]) for name in sorted({name for name, _ in counts})}


def _summary(name: str, images: ImageList) -> SplitSummary:
    sources: dict[str, dict[str, int]] = {}
    counts = np.bincount(images.codes, minlength=len(images.origins))
    for origin, count in zip(images.origins, counts.tolist(), strict=True):
        if count:
            of_source = sources.setdefault(origin.source, {"real": 0, "fake": 0})
            kind = class_word(origin.label) or UNLABELLED
            of_source[kind] = of_source.get(kind, 0) + count
    real, fake = (int((images.labels == label).sum()) for label in (0, 1))
    unlabelled = len(images) - real - fake
    return SplitSummary(name, real, fake, dict(sorted(sources.items())), unlabelled)
