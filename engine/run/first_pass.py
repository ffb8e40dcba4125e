"""The first pass: the teacher is asked about every training image once, before the training that rests on it."""

from engine.control import RunPhase
from engine.events import Progress
from engine.training.context import RunContext


def ask_once(run: RunContext) -> None:
    """Have the teacher's maps of all training images ready, as far as they can be kept.

    What an earlier run, or this one before it was stopped, has kept on disk is not asked again.
    """
    data, lost, teacher = run.settings.data, run.settings.degradations, run.teacher
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
