"""The first pass: the teacher is asked about every training image once, before the training that rests on it."""

import time

from engine.control import RunPhase
from engine.events import Alert, Progress
from engine.number_words import figure
from engine.training.context import RunContext

TOLD_FROM_MINUTES = 1.0


def ask_once(run: RunContext) -> None:
    """Have the teacher's maps of all training images ready, as far as they can be kept.

    What an earlier run, or this one before it was stopped, has kept on disk is not asked again.
    """
    data, lost, teacher = run.settings.data, run.settings.degradations, run.asked
    never_clean = lost.teacher == "seen" and lost.degraded_share == 1
    if teacher is None or never_clean or not teacher.remembered.cache.has_room():
        return
    run.phase(RunPhase.CALIBRATING, "asking the teacher about every image once")
    flips = (False, True) if data.flip else (False,)
    together = 1 if run.device.type == "cpu" else data.batch_size  # a stop is heard between them
    done = 0
    for batch in run.train.evaluation_batches():
        for first in range(0, len(batch.seen), together):
            run.control.check()
            some = batch.seen[first : first + together]
            teacher.remembered.ask(some, data.size, flips, run.device)
            done += len(some)
            run.emit(Progress(task="teacher maps", done=done, total=len(run.train.entries)))
        if not teacher.remembered.cache.has_room():
            break
    run.tell_caches()


def tell_asked_anew(run: RunContext) -> None:
    """Say how long the teacher takes in every epoch for images that are new to it each time, where that is long."""
    teacher, share = run.asked, run.settings.degradations.asked_anew
    if teacher is None or not share:
        return
    images = round(share * len(run.train.entries))
    minutes = images * _seconds_an_image(run) / 60
    if minutes < TOLD_FROM_MINUTES:
        return
    run.emit(
        Alert(
            rule="asked_anew",
            severity="warning",
            stage=0,
            step=0,
            message=f"In every epoch the teacher will be asked about some {images:,} images, which takes about "
            f"{figure(minutes, 2)} minutes each time.",
            cause="What training images lose is drawn anew in every epoch, and the teacher is asked about what the "
            "student sees.",
            remedy="For full speed let it be asked about the clean picture (degradations.teacher), or about a few "
            "fixed views of each (degradations.views).",
        )
    )


def _seconds_an_image(run: RunContext) -> float:
    """What the teacher takes for one of a batch, the second time, as the first sets things up."""
    assert run.teacher is not None
    seconds, images = 0.0, 1
    for batch in run.train.training_batches(0, count=1):
        images = 1 if run.device.type == "cpu" else len(batch.images)
        for _ in range(2):
            began = time.monotonic()
            run.teacher.maps(batch.images[:images].to(run.device)).cpu()
            seconds = time.monotonic() - began
    return seconds / images
