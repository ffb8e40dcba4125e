"""The labels-only twin of a run, if one was trained beside it: what the student is without its teacher."""

from collections.abc import Iterator
from pathlib import Path

from engine.control import FinishReason, RunControl
from engine.errors import SettingsError
from engine.run_folder.summaries import summarise
from engine.settings import RunSettings
from engine.settings.changes import changed_settings
from engine.settings.toml_file import load_settings

MOST = 100  # folders that are looked into, newest first: there may be thousands
_OWN = ("loss.alpha_task", "loss.alpha_distill", "data.epochs_over_all", "preset")
_OWN_SECTIONS = ("teacher.", "control.", "output.", "machine.", "health.")


def control_auc(run: Path, control: RunControl | None = None) -> float | None:
    """Best validation AUC of the newest twin that ended; None without one, or where the run has no teacher itself."""
    try:
        own = load_settings(run / "settings.toml")
    except SettingsError:
        return None
    if not own.loss.imitates:
        return None
    for other, settings in _beside(run, control):
        if is_control(settings, own):
            found = summarise(other, control)
            if found.state == FinishReason.FINISHED and found.best is not None and found.best.auc is not None:
                return found.best.auc
    return None


def is_control(settings: RunSettings, of: RunSettings) -> bool:
    """Whether a run had the same images, student and budget, and labels alone."""
    if settings.loss.imitates:
        return False
    differing = changed_settings(of, settings)
    return all(name in _OWN or name.startswith(_OWN_SECTIONS) for name in differing)


def _beside(run: Path, control: RunControl | None) -> Iterator[tuple[Path, RunSettings]]:
    """Other runs of the same folder, newest first, whose settings can be read."""
    dated: list[tuple[float, Path]] = []
    for path in run.parent.glob("*/settings.toml"):
        try:
            dated.append((path.stat().st_mtime, path))
        except OSError:  # deleted meanwhile
            continue
    for _, path in sorted(dated, reverse=True)[:MOST]:
        if control is not None:
            control.check()
        if path.parent != run:
            try:
                yield path.parent, load_settings(path)
            except SettingsError:
                continue
