"""Remedies by the weights and the form of the loss: bounded imitation, more labels, less of the teacher."""

from collections.abc import Iterator

from engine.remedies.multiples import multiple
from engine.remedy import Remedy, Start
from engine.settings import RunSettings
from engine.settings.changes import useful

MOST_LABELS, LEAST_IMITATION = 0.9, 0.1


def bounded_imitation(settings: RunSettings, start: Start) -> Remedy:
    """Scale matching and the KL loss, whichever is off; nothing where nothing is imitated."""
    off = {"enable_scale_matching": "scale matching", "use_kl_loss": "KL loss"} if settings.loss.imitates else {}
    missing = {name: words for name, words in off.items() if not getattr(settings.loss, name)}
    label = f"{' and '.join(missing.values())} on"
    raw = "Raw teacher logits may reach -1190; calibrated ones and the KL loss bound every patch's gradient."
    squared = "The KL loss bounds every patch's gradient; a squared difference does not."
    changes, why = {f"loss.{name}": True for name in missing}, raw if "enable_scale_matching" in missing else squared
    return Remedy(label[0].upper() + label[1:], changes, start, why)


def scale_matching(settings: RunSettings) -> Iterator[Remedy]:
    """What brings the teacher's logits into the student's range, from the next step."""
    yield bounded_imitation(settings, "next_step")
    if settings.loss.imitates and not settings.loss.use_kl_loss:
        on = {"loss.enable_scale_matching": True}
        yield Remedy("Scale matching on", on, "next_step", "It brings the teacher's logits into the student's range.")


def more_labels(settings: RunSettings, start: Start, why: str) -> Remedy:
    """The labels' weight up and imitation's down, which stays above 0: without a teacher it would be another run.

    Nothing where the labels outweigh imitation as far already.
    """
    loss = settings.loss
    if not loss.may_drown_labels:
        return Remedy("Labels outweigh imitation already", {}, start, why)
    up, down = loss.alpha_task < MOST_LABELS, loss.alpha_distill > LEAST_IMITATION
    label = "More weight on labels" if up else "Less weight on imitation"
    changes = {
        "loss.alpha_task": max(MOST_LABELS, loss.alpha_task),
        "loss.alpha_distill": min(LEAST_IMITATION, loss.alpha_distill),
    }
    return Remedy(f"{label}, less on imitation" if up and down else label, changes, start, why)


def against_collapse(settings: RunSettings, start: Start) -> Remedy:
    """The weights that keep a map from becoming a constant, up; nothing where no teacher sets the least spread."""
    loss, why = settings.loss, "A constant map is then no longer the easiest way to a small loss."
    _, spread = multiple(settings, "loss.variance_weight", 4, "weight against collapse", least=0.2)
    labels = {"loss.alpha_task": max(MOST_LABELS, loss.alpha_task)}
    raised = [
        words
        for words, changes in (("against collapse", spread), ("on labels", labels))
        if useful(settings, Remedy(words, changes, start, why))
    ]
    return Remedy(f"More weight {' and '.join(raised)}", {**spread, **labels} if loss.imitates else {}, start, why)


def less_imitation(settings: RunSettings, why: str) -> Remedy:
    """A third of imitation's weight, from the next step."""
    label, third = multiple(settings, "loss.alpha_distill", 1 / 3, "weight of imitation")
    return Remedy(label, third, "next_step", why)
