"""Learning rates at which a stage is known to learn, and which of its own are far from them; no torch."""

from engine.settings import RunSettings
from engine.settings.presets import preset_settings

FAR_OFF = 10.0  # a rate so many times below or above the usual one is the likely cause of whatever does not learn
SGD_RATE = 0.1  # reaches about as much in as many steps as AdamW at the recommended preset's rates


def rates_of(settings: RunSettings, stage: str) -> dict[str, float]:
    """Learning rates that the stage trains with, by the name of the setting; none where a solver takes its place."""
    own = getattr(settings, stage)
    names = () if own.optimiser == "solver" else ("head_lr",) if stage == "stage1" else ("head_lr", "backbone_lr")
    return {name: getattr(own, name) for name in names}


def usual_rates(settings: RunSettings, stage: str) -> dict[str, float]:
    """Learning rates at which the stage's optimiser learns: the recommended preset's, or those for SGD."""
    known = rates_of(preset_settings("recommended"), "stage2")
    return dict.fromkeys(known, SGD_RATE) if getattr(settings, stage).optimiser == "sgd" else known


def rates_far_too_high(settings: RunSettings, stage: str) -> dict[str, float]:
    """The stage's learning rates that are ten times the usual one or more, and how many times."""
    known = usual_rates(settings, stage)
    times = {name: rate / known[name] for name, rate in rates_of(settings, stage).items()}
    return {name: found for name, found in times.items() if found >= FAR_OFF}


def rates_far_too_low(settings: RunSettings, stage: str) -> dict[str, float]:
    """The stage's learning rates below a tenth of the usual one.

    None with SGD whose gradient may be of any length: then only that decides how long a step is.
    """
    if getattr(settings, stage).optimiser == "sgd" and settings.loss.gradient_clip_norm == 0:
        return {}
    known = usual_rates(settings, stage)
    return {name: rate for name, rate in rates_of(settings, stage).items() if FAR_OFF * rate < known[name]}
