"""Rules about the images: what is missing, doubled, unreadable, or gives the label away."""

from collections.abc import Iterator

from engine.events import NO_SHORTCUTS
from engine.health.history import History
from engine.health.rule import Finding, Rule, Watch
from engine.number_words import percent
from engine.remedies.view import other_view, view_subject
from engine.remedy import Remedy
from engine.settings import HealthSettings, RunSettings

IMBALANCE_SHARE = 0.2  # of the smaller class among the training images
MUCH_LARGER = 2  # times the size that pictures are scaled to
USUAL_CROP, SMALLEST_CROP, CROP_STEP = 256, 32, 8  # px
NAMED = 3  # files that a message names; all are in the event


def data_imbalance(history: History, settings: RunSettings) -> list[Finding]:
    """The smaller class is too little of the training images, or validation missed its share of a class."""
    found = []
    if history.data is not None and history.data.share_missed:
        found.append(Finding(history.data.share_missed, subject="validation"))
    for split in history.data.splits if history.data is not None else ():
        smaller, total = min(split.real, split.fake), split.real + split.fake
        if split.name == "train" and 0 < smaller < IMBALANCE_SHARE * total:
            message = f"Of {total:,} training images {split.real:,} are real and {split.fake:,} are fake."
            found.append(Finding(message, smaller / total, IMBALANCE_SHARE))
    return found


DATA_IMBALANCE = Rule(
    "data_imbalance",
    "Classes out of balance",
    "warning",
    "One class has far fewer training images than the other, or validation took far more or less of a class than "
    "was asked for.",
    "The folders hold that many more images of one class; or they show so few photographs, videos or other groups "
    "that validation, which never tears one apart, cannot take just its share.",
    "Add images of the smaller class or leave out some of the larger; judge by AUC and by the accuracy of each "
    "class, not by accuracy alone. Of validation: add pictures of other photographs or videos, or choose "
    "validation images yourself.",
    "All training images that were found, and how many of them went to validation.",
    watches=(Watch("data", data_imbalance),),
)


def data_one_class(history: History, settings: RunSettings) -> list[Finding]:
    """A split that has images of one class only."""
    found = []
    for split in history.data.splits if history.data is not None else ():
        total = split.real + split.fake
        if total and not min(split.real, split.fake):
            missing = "fake" if split.real else "real"
            message = f"The {split.name} images hold no {missing} image: all {total:,} are of the other class."
            found.append(Finding(message, 0, 1, subject=split.name))
    return found


DATA_ONE_CLASS = Rule(
    "data_one_class",
    "One class only",
    "error",
    "A set of images holds one class only: nothing can be learned from it, and its AUC is undefined.",
    "The other class's folder is empty or is named in a way that is not understood.",
    "Look at the label mapping in the set-up and correct the names of the classes (real_names, fake_names), or add "
    "the missing images.",
    "All images that were found.",
    watches=(Watch("data", data_one_class),),
)


def data_duplicates(history: History, settings: RunSettings) -> list[Finding]:
    """Images of a later set that are copies of earlier ones or show what an earlier one shows, or of both classes."""
    data = history.data
    if data is None:
        return []
    kinds = (
        ("", data.duplicate_count, data.duplicates, "in an earlier set"),
        ("class", data.contradiction_count, data.contradictions, "of the other class, so that one label is wrong"),
    )
    found = []
    for subject, count, pairs, where in kinds:
        named = _first([f"{copy} of {earlier}" for earlier, copy in pairs])
        copies = "copy" if count == 1 else "copies"
        message = f"{count:,} exact {copies} of an image {where}{named}."
        found += [Finding(message, count, 0, subject)] if count else []
    if data.look_alike_count:
        named = _first([pair.words for pair in data.look_alikes])
        images = "1 image shows" if data.look_alike_count == 1 else f"{data.look_alike_count:,} images show"
        message = f"By their pixels, {images} what an image of an earlier set shows{named}."
        found.append(Finding(message, data.look_alike_count, 0, subject="leaked"))
    if data.related_count:
        named = _first([f"{other} beside {training}" for training, other in data.related])
        images = (
            "1 image of a later set shows"
            if data.related_count == 1
            else f"{data.related_count:,} images of later sets show"
        )
        message = (
            f"By their names, {images} what a training image shows: the same picture in the other class, or another "
            f"tile or frame of it{named}."
        )
        found.append(Finding(message, data.related_count, 0, subject="related"))
    return found


DATA_DUPLICATES = Rule(
    "data_duplicates",
    "Duplicates across splits or classes",
    "warning",
    "Some validation or test images are exact copies of images of an earlier set, or by their pixels or names show "
    "what an image there shows (the same picture saved again, scaled or cut, a real photograph and its imitation, "
    "tiles of a photograph, frames of a video), so results look better than they are; or some pictures are both among "
    "the real and the fake images, which teaches a contradiction.",
    "The same pictures were put into more than one folder, or images were dealt to the sets one by one.",
    "Remove the copies that are listed; of a picture in both classes, the one whose label is wrong. Move images "
    "that show the same into one set, or give one folder without train, val and test: validation is then split off "
    "so that they stay together. Where equal names mean different pictures, nothing is wrong.",
    "All images that were found, compared by content, by what they show and by name.",
    watches=(Watch("data", data_duplicates),),
)


def tells_the_label(auc: float, health: HealthSettings) -> bool:
    """Whether files that reach this AUC whatever they show give the label away."""
    return auc >= health.leak_score


def data_shortcut(history: History, settings: RunSettings) -> list[Finding]:
    """The files, whatever they show, tell the label better than the limit."""
    audited, limit = history.shortcuts, settings.health.leak_score
    if audited is None or audited.leak_score is None or not tells_the_label(audited.leak_score, settings.health):
        return []
    worded = [leak for leak in audited.traits if leak.words and leak.name not in NO_SHORTCUTS]
    telling = [leak for leak in worded if tells_the_label(leak.auc, settings.health)]
    named = "; ".join(f"{leak.name} (AUC {leak.auc:.2f}: {leak.words})" for leak in telling[:NAMED])
    message = f"Without what they show, {audited.images:,} training files tell real from fake with an AUC of "
    message += f"{audited.leak_score:.2f}{f', by their {named}' if named else ''}."
    return [Finding(message, audited.leak_score, limit)]


DATA_SHORTCUT = Rule(
    "data_shortcut",
    "The files give the label away",
    "warning",
    "Real and fake files can be told apart by format, quality, size, metadata or the traces of JPEG in their pixels, "
    "whatever they show.",
    "The two classes come from different places or were saved differently. The student can learn the traces of "
    "that instead of those of generation, and then fails on other pictures although validation AUC is high.",
    "Save both classes in the same way (same format, quality and size; a PNG that was a JPEG once keeps its traces, so "
    "save the other class as such a JPEG, too), or make them alike in training: "
    "degradations (degradations.strength) and crops (view). Then judge on images that were saved alike.",
    "The format, quality, size and metadata of the training files and JPEG's traces in their pixels, before training.",
    watches=(Watch("shortcuts", data_shortcut),),
)


def data_unreadable(history: History, settings: RunSettings) -> list[Finding]:
    """Files that are no images; the threshold is the number at which the run stops."""
    data = history.data
    if data is None or data.unreadable_count == 0:
        return []
    total = data.unreadable_count + sum(split.images for split in data.splits)
    allowed = settings.data.max_unreadable
    message = (
        f"{data.unreadable_count:,} of {total:,} images cannot be read ({percent(data.unreadable_count / total)}; "
        f"{percent(allowed)} is allowed){_first(list(data.unreadable))}."
    )
    return [Finding(message, data.unreadable_count, allowed * total)]


DATA_UNREADABLE = Rule(
    "data_unreadable",
    "Unreadable images",
    "warning",
    "Some files cannot be read as images and are left out.",
    "They are truncated, empty, too large, or not images.",
    "Look at the list and replace or remove those files.",
    "All images that were found, and again those that fail while they are used.",
    watches=(Watch("data", data_unreadable),),
)


def _first(named: list[str]) -> str:
    if not named:
        return ""
    more = ", ..." if len(named) > NAMED else ""
    return f": {', '.join(named[:NAMED])}{more}"


def data_view(history: History, settings: RunSettings) -> list[Finding]:
    """Without a teacher that could be asked: the sizes of the pictures speak against the view that is set."""
    side, seen = history.data.usual_side if history.data is not None else 0, settings.data
    if not side or (settings.teacher.checkpoint is not None and settings.loss.imitates):
        return []
    half = f"Of half of the training images the smaller side has {side:,} pixels or"
    if seen.view == "resize" and side >= MUCH_LARGER * seen.size:
        message = f"{half} more; they are scaled to {seen.size}, so that {side / seen.size:.1f} pixels become one."
        return [Finding(message, side, MUCH_LARGER * seen.size, view_subject("crop", min(USUAL_CROP, side)))]
    fitting = side // CROP_STEP * CROP_STEP
    if seen.view == "crop" and side < seen.size and fitting >= SMALLEST_CROP:
        message = f"{half} fewer, and a crop has {seen.size}: it is filled up by mirroring."
        return [Finding(message, side, seen.size, view_subject("crop", fitting))]
    return []


def _against_data_view(settings: RunSettings, stage: str, subject: str) -> Iterator[Remedy]:
    yield from other_view(subject, "Crops at native size keep what is as fine as single pixels.")


DATA_VIEW = Rule(
    "data_view",
    "View does not fit the pictures",
    "warning",
    "Pictures are scaled far down, or are smaller than a crop; there is no teacher to ask which view is best.",
    "Traces of generation are as fine as single pixels: scaling blends them away, as does mirroring repeat them. "
    "Downloads and photographs differ in size, and the usual view was made for pictures of about 256 pixels.",
    "Take the view and the size that are named (data.view, data.size). If pictures will be scaled down wherever the "
    "student is used, leave it as it is.",
    "The sizes of all training images, where there is no teacher.",
    watches=(Watch("data", data_view),),
    offers=_against_data_view,
)


DATA_RULES = (DATA_IMBALANCE, DATA_ONE_CLASS, DATA_DUPLICATES, DATA_SHORTCUT, DATA_UNREADABLE, DATA_VIEW)
