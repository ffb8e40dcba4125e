"""The recorded run that panels are tested with."""

from dataclasses import replace
from pathlib import Path

from engine.events import Event, RunFinished, RunStarted, from_json, to_json
from engine.settings.changes import with_changes
from engine.settings.presets import preset_settings
from engine.settings.toml_file import load_settings, save_settings
from gui.history.run_history import RunHistory, replay_history
from tests.data.make_golden_events import GOLDEN


def events() -> list[Event]:
    """Every event of golden_events.jsonl."""
    with GOLDEN.open(encoding="utf-8") as lines:
        return [from_json(line) for line in lines]


def history(count: int | None = None) -> RunHistory:
    """The run, which trained no control, after its first ``count`` events, or to its end."""
    settings = with_changes(preset_settings("recommended"), {"control.when": "never"})
    return replay_history(events()[:count], settings)


def write_run(folder: Path, day: int, *, end: str = "") -> Path:
    """A run folder with the recorded events, cut short unless it has an end."""
    folder.mkdir(parents=True)
    save_settings(load_settings(None, ["preset=conservative", "data.train=/photos"]), folder / "settings.toml")
    kept = [event for event in events() if not isinstance(event, RunFinished)][: None if end else 100]
    if end:
        kept.append(replace(next(event for event in events() if isinstance(event, RunFinished)), reason=end))
    first = replace(next(event for event in kept if isinstance(event, RunStarted)), time_s=86_400.0 * day)
    lines = [to_json(event) for event in [first, *kept[1:]]]
    (folder / "events.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder
