"""The recorded run that panels are tested with."""

from engine.events import Event, from_json
from engine.settings_file import preset_settings
from gui.run_history import RunHistory, replay
from tests.data.make_golden_events import GOLDEN


def events() -> list[Event]:
    """Every event of golden_events.jsonl."""
    with GOLDEN.open(encoding="utf-8") as lines:
        return [from_json(line) for line in lines]


def history(count: int | None = None) -> RunHistory:
    """The run after its first ``count`` events, or to its end."""
    return replay(events()[:count], preset_settings("recommended"))
