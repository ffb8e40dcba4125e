"""Connects the page of earlier runs with what the window does about them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from gui.window.run_commands import RunCommands

if TYPE_CHECKING:
    from gui.earlier_runs.panel import RunsPanel


def connect_runs(panel: "RunsPanel", commands: RunCommands, renamed: Callable[[], object]) -> None:
    """``renamed`` is called when a folder that may be shown has another name."""

    def follow(old: Path, new: Path) -> None:
        commands.follow_folder(old, new)
        renamed()

    panel.open_requested.connect(commands.open_run)
    panel.resume_requested.connect(commands.resume_run)
    panel.settings_requested.connect(commands.take_settings)
    panel.renamed.connect(follow)
