"""Rules about the images: what is missing, doubled, unreadable, or gives the label away."""

from engine.events import FILE_SIZE
from engine.health.history import History
from engine.health.rule import Finding
from engine.health.rules.teacher import tells_the_label
from engine.number_words import percent
from engine.settings import RunSettings

IMBALANCE_SHARE = 0.2  # of the smaller class among the training images

NAMED = 3  # files that a message names; all are in the event


def data_imbalance(history: History, settings: RunSettings) -> list[Finding]:
    """The smaller class is too little of the training images, or validation missed its share of a class."""
    found = []
    if history.data is not None and history.data.share_missed:
        found.append(Finding("data_imbalance", history.data.share_missed, subject="validation"))
    for split in history.data.splits if history.data is not None else ():
        smaller, total = min(split.real, split.fake), split.real + split.fake
        if split.name == "train" and 0 < smaller < IMBALANCE_SHARE * total:
            message = f"Of {total:,} training images {split.real:,} are real and {split.fake:,} are fake."
            found.append(Finding("data_imbalance", message, smaller / total, IMBALANCE_SHARE))
    return found


def data_one_class(history: History, settings: RunSettings) -> list[Finding]:
    """A split that has images of one class only."""
    found = []
    for split in history.data.splits if history.data is not None else ():
        total = split.real + split.fake
        if total and not min(split.real, split.fake):
            missing = "fake" if split.real else "real"
            message = f"The {split.name} images hold no {missing} image: all {total:,} are of the other class."
            found.append(Finding("data_one_class", message, 0, 1, subject=split.name))
    return found


def data_duplicates(history: History, settings: RunSettings) -> list[Finding]:
    """Images of a later set that are copies of earlier ones or show what a training image shows, or of both classes."""
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
        found += [Finding("data_duplicates", message, count, 0, subject)] if count else []
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
        found.append(Finding("data_duplicates", message, data.related_count, 0, subject="related"))
    return found


def data_unreadable(history: History, settings: RunSettings) -> list[Finding]:
    """Files that are no images; the threshold is the number at which the run stops."""
    data = history.data
    if data is None or data.unreadable_count == 0:
        return []
    total = data.unreadable_count + sum(split.real + split.fake for split in data.splits)
    allowed = settings.data.max_unreadable
    message = (
        f"{data.unreadable_count:,} of {total:,} images cannot be read ({percent(data.unreadable_count / total)}; "
        f"{percent(allowed)} is allowed){_first(list(data.unreadable))}."
    )
    return [Finding("data_unreadable", message, data.unreadable_count, allowed * total)]


def data_shortcut(history: History, settings: RunSettings) -> list[Finding]:
    """The files alone, without their pictures, tell the label better than the limit."""
    audited, limit = history.shortcuts, settings.health.leak_score
    if audited is None or audited.leak_score is None or not tells_the_label(audited.leak_score, settings.health):
        return []
    worded = [leak for leak in audited.traits if leak.words and leak.name != FILE_SIZE]
    telling = [leak for leak in worded if tells_the_label(leak.auc, settings.health)]
    named = "; ".join(f"{leak.name} (AUC {leak.auc:.2f}: {leak.words})" for leak in telling[:NAMED])
    message = f"Without their pictures, {audited.images:,} training files tell real from fake with an AUC of "
    message += f"{audited.leak_score:.2f}{f', by their {named}' if named else ''}."
    return [Finding("data_shortcut", message, audited.leak_score, limit)]


SHORTCUT_RULES = (data_shortcut,)

DATA_RULES = (data_imbalance, data_one_class, data_duplicates, data_unreadable)


def _first(named: list[str]) -> str:
    if not named:
        return ""
    more = ", ..." if len(named) > NAMED else ""
    return f": {', '.join(named[:NAMED])}{more}"
