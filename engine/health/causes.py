"""Which causes of an alert fit a run's settings, the likeliest first, and what to do about each."""

from engine.number_words import exact, figure
from engine.settings import RunSettings
from engine.settings.usual_rates import rates_far_too_high, rates_far_too_low, rates_of, usual_rates


def causes_of_no_signal(settings: RunSettings, stage: str) -> tuple[str, str]:
    """Cause and remedy in words; a learning rate that is far from the usual comes first."""
    found = []
    if high := rates_far_too_high(settings, stage):
        name, times = max(high.items(), key=lambda item: item[1])
        usual = exact(usual_rates(settings, stage)[name])
        cause = f"the learning rate ({name}) is {figure(times)} times the usual one, so that steps undo one another"
        found.append((cause, f"take at most the usual learning rates ({usual})"))
    if rates_far_too_low(settings, stage):
        raised = "take at least the usual learning rates (head_lr, backbone_lr)"
        found.append(("the learning rate hardly moves the weights", raised))
    if settings.loss.may_drown_labels:
        labels = "raise the weight of labels (alpha_task) to 0.9 and lower that of imitation (alpha_distill)"
        found.append(("imitation drowns the labels", labels))
    resized = settings.data.view == "resize"
    traces = "the traces are not in the images" + (" (resizing destroys them)" if resized else "")
    found.append((traces, "try crops at native resolution" if resized else "look at the images and their labels"))
    causes, remedies = [cause for cause, _ in found], [remedy for _, remedy in found]
    likely = f"{', '.join(causes[:-1])}, or {causes[-1]}" if len(causes) > 1 else causes[0]
    return _sentence(likely), _sentence("; ".join(remedies))


def causes_of_small_movement(settings: RunSettings, stage: str) -> tuple[str, str]:
    """Cause and remedy where no learning rate is below the usual one; empty, for the rule's own, where one is."""
    known = usual_rates(settings, stage)
    if any(rate < known[name] for name, rate in rates_of(settings, stage).items()):
        return "", ""
    return (
        "The learning rate is no lower than usual, but there is hardly a gradient: it is clipped to next to nothing, "
        "or what is trained is dead.",
        "Look at the bound on the gradient (gradient_clip_norm) and at the gradient's norm; where it is "
        "practically zero, start again from new weights.",
    )


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."
