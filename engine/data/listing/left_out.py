"""Files below the chosen folders that are not used, counted by class, kind and reason: used and left out are all."""

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from engine.data.images.kinds import EXTENSIONS, why_not_read
from engine.data.listing.class_names import printable
from engine.data.listing.entries import NO_LABEL, ImageEntry
from engine.events import DataScanned, LeftOut, SplitSummary

CLASS_WORDS = ("real", "fake")  # by label
UNLABELLED = "unlabelled"  # how the images without a label are called among the splits
LISTED_AGAIN = ("listed again", "each file counts once")
OTHER_SPLIT = ("another split", "other images were chosen for it")
TIED_TO_REALS = ("held-out source", "belongs to a real picture that is trained on")
BY_CHOICE = "left out by choice"
JUDGED_ALREADY = ("copy", "a validation or test image")
LEARNED_ALREADY = ("copy", "a training image, which has a label")
TWICE = ("copy", "another picture without a label")
SHOWN_ALREADY = ("same picture", "shows what a validation or test image shows")
NO_CLASS = "lies in no folder of a class"
TOO_SMALL = "smaller than one patch (9 pixels each way)"
SMALLEST_SIDE = 9  # px, the smallest field that a patch of any network sees
_MOST_KINDS = 300  # that are told apart: names may end in numbers
_IN_SENTENCES = 5


@dataclass(frozen=True, slots=True)
class Rule:
    """Names of what systems, drives and cameras leave among pictures, in lower case with * for anything."""

    kind: str
    reason: str
    folders: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


HIDDEN = Rule("hidden", "hidden files and folders are not used", (".*",), (".*",))
RULES = (
    Rule("thumbnails of a network drive", "small copies that the drive makes", ("@eadir", ".@__thumb", "@__thumb")),
    Rule(
        "recycle bin",
        "what was deleted is not used",
        ("#recycle", "@recycle", "$recycle.bin", "recycler", ".trash", ".trashes", ".trash-*"),
    ),
    Rule(
        "system file",
        "what the system keeps for itself",
        ("system volume information", "lost+found", ".spotlight-v100", ".fseventsd", ".temporaryitems"),
        ("thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", ".ds_store", ".localized", "icon\r"),
    ),
    Rule("macOS extra", "what macOS notes beside a file", ("__macosx", ".appledouble"), ("._*",)),
    Rule("camera extra", "what lies beside a camera's picture, without being it", (), ("*.thm", "*.xmp", "*.aae")),
    HIDDEN,
)
NO_FILE = ("no file", "a pipe, socket or device")


def folder_rule(name: str) -> Rule | None:
    """The rule that leaves a folder out with all that is in it."""
    name = name.lower()
    return next((rule for rule in RULES if any(fnmatchcase(name, pattern) for pattern in rule.folders)), None)


def why_left_out(name: str) -> tuple[str, str] | None:
    """Kind and reason where a file is left out by its name; None for one that may be a picture."""
    ending = ending_of(name)
    if ending in EXTENSIONS and not name.startswith("."):
        return None
    lower = name.lower()
    for rule in RULES:
        if any(fnmatchcase(lower, pattern) for pattern in rule.files):
            return rule.kind, rule.reason
    return ending or "no ending", why_not_read(ending)


def ending_of(name: str) -> str:
    """In lower case, with its dot."""
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 (Path is slow for a million)


class LeftOutFiles:
    """Counts what is left out."""

    def __init__(self) -> None:
        self._counts = Counter[tuple[str, str, str]]()

    def add(self, class_name: str, kind: str, reason: str, count: int = 1) -> None:
        """``class_name`` is real, fake, or empty where nothing says it; ``kind`` an ending or the name of a rule."""
        if count:
            self._counts[class_name, printable(kind), reason] += count

    def add_names(self, class_name: str, names: Iterable[str], reason: str) -> None:
        """Files by their endings."""
        for ending, count in Counter(map(ending_of, names)).items():
            self.add(class_name, ending or "no ending", reason, count)

    def found(self) -> tuple[LeftOut, ...]:
        """The most first; kinds beyond the first 300 are counted together."""
        ordered = sorted(self._counts.items(), key=lambda item: (-item[1], item[0]))
        shown = [LeftOut(*key, count) for key, count in ordered[:_MOST_KINDS]]
        rest = Counter[tuple[str, str]]()
        for (class_name, _, reason), count in ordered[_MOST_KINDS:]:
            rest[class_name, reason] += count
        return (*shown, *(LeftOut(name, "other kinds", reason, count) for (name, reason), count in rest.items()))


def class_word(label: int) -> str:
    """Real or fake; empty where an image has no label."""
    return "" if label == NO_LABEL else CLASS_WORDS[label]


def counted(left_out: Iterable[LeftOut]) -> int:
    """How many files these are."""
    return sum(item.count for item in left_out)


def in_words(left_out: Sequence[LeftOut]) -> str:
    """The most frequent kinds for a sentence, such as "30 .cr2 (raw camera file, ...), 2 .txt (not a picture)"."""
    named = [f"{item.count:,} {item.kind} ({item.reason})" for item in left_out[:_IN_SENTENCES]]
    if rest := left_out[_IN_SENTENCES:]:
        named.append(f"{counted(rest):,} of other kinds")
    return ", ".join(named)


def also_unreadable(
    found: DataScanned, met: Mapping[str, Sequence[tuple[ImageEntry, str]]], listed: int
) -> DataScanned:
    """The event with images that proved unreadable since, by the name of their split: no longer used, but left out."""
    left_out = LeftOutFiles()
    lines = []
    of_split: dict[str, list[ImageEntry]] = {}
    for name, images in met.items():
        for image, reason in images:
            of_split.setdefault(UNLABELLED if image.label == NO_LABEL else name, []).append(image)
            left_out.add(class_word(image.label), ending_of(image.path.name) or "no ending", reason)
            lines.append(printable(f"{image.path}: {reason}"))
    return replace(
        found,
        splits=tuple(_without(split, of_split.get(split.name, ())) for split in found.splits),
        unreadable=(*found.unreadable, *lines)[:listed],
        unreadable_count=found.unreadable_count + len(lines),
        left_out=(*found.left_out, *left_out.found()),
    )


def _without(split: SplitSummary, images: Sequence[ImageEntry]) -> SplitSummary:
    sources = {name: dict(counts) for name, counts in split.sources.items()}
    for image in images:
        sources[image.source][class_word(image.label) or UNLABELLED] -= 1
    gone = Counter(class_word(image.label) for image in images)
    return replace(
        split,
        real=split.real - gone["real"],
        fake=split.fake - gone["fake"],
        unlabelled=split.unlabelled - gone[""],
        sources=sources,
    )
