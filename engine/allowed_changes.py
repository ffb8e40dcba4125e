"""Which settings may differ when a run goes on, after a stop or between two steps, in words where they may not."""

from collections.abc import Iterator

from engine.errors import Problem
from engine.settings import RunSettings
from engine.settings_file import changed_settings

FIXED_ON_RESUME = ("seed", "data.", "teacher.", "student.")
MOVABLE_ON_RESUME = (  # what they hold is compared
    "data.train",
    "data.validation",
    "data.test",
    "teacher.checkpoint",
    "student.checkpoint",
)
FREE_ON_RESUME = (
    "data.decoded_cache_mb",
    "data.decoded_disk_mb",
    "data.max_unreadable",
    "teacher.map_cache_mb",
    "teacher.map_disk_mb",
    "teacher.min_auc",
    "teacher.accept_weak",
    "student.statistics_batches",
)
FIXED_WHILE_RUNNING = (  # a run is built from them
    "data.",
    "teacher.",
    "student.checkpoint",
    "output.folder",
    "output.name",
    "machine.",
)

RESUME_REMEDY = "Set it back, or start a new run with this run's student.pth as its student checkpoint."
RUNNING_REMEDY = "Stop the run and change it when resuming, or start a new run with it."


def refused_on_resume(before: RunSettings, after: RunSettings, stage: int, stage_step: int) -> list[Problem]:
    """Changes that decide what went before the ``stage_step``-th step of a stage."""
    names = [*_fixed(before, after, stage, stage_step)]
    if before.loss.enable_scale_matching and not after.loss.enable_scale_matching:
        names.append("loss.enable_scale_matching")  # on is a remedy; off is what it is a remedy against
    return [Problem(name, "This cannot change when a run is resumed.", RESUME_REMEDY) for name in names]


def refused_while_running(before: RunSettings, after: RunSettings, stage: int, stage_step: int) -> list[Problem]:
    """Changes that cannot be made between two steps."""
    built = [name for name in changed_settings(before, after) if name.startswith(FIXED_WHILE_RUNNING)]
    names = dict.fromkeys([*_fixed(before, after, stage, stage_step), *built])
    return [Problem(name, f"{name} cannot change while a run goes on.", RUNNING_REMEDY) for name in names]


def _fixed(before: RunSettings, after: RunSettings, stage: int, stage_step: int) -> Iterator[str]:
    changed = changed_settings(before, after)
    allowed = FREE_ON_RESUME + MOVABLE_ON_RESUME
    yield from (name for name in changed if name.startswith(FIXED_ON_RESUME) and name not in allowed)
    if before.loss.imitates != after.loss.imitates:
        yield "loss.alpha_distill"  # from or to 0: with and without a teacher are two kinds of run
    if stage_step > 0:  # what the optimiser has gathered fits no other, nor do its steps count alike
        begun = (f"stage{stage}.optimiser", f"stage{stage}.trainable", f"stage{stage}.accumulate")
        yield from (name for name in changed if name in begun)
