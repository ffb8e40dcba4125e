"""Drives the command line for tests: one command in this process, its exit code, its JSON and its words."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.settings.toml_file import quoted
from tests.engine.helpers.tiny_data import SMALL, TinyData

FIGURES = {"auc", "ap", "accuracy", "real_accuracy", "fake_accuracy", "eer", "images"}
OF_A_RUN = ("run", "weights", "state", "step", "resumable", "best", "seconds", "changes", "alerts", "shortcuts")


@dataclass(frozen=True)
class Outcome:
    """What a command left behind: exit code, the JSON object, and what people read."""

    code: int
    data: Any
    out: str
    err: str

    def failed_with(self, kind: str) -> str:
        """The message of a failure that is told as it should be."""
        assert self.code == 1
        assert self.data.keys() in ({"error"}, {"error", *OF_A_RUN})
        error = self.data["error"]
        assert error.keys() == {"kind", "message", "remedy"}
        assert error["kind"] == kind, error
        assert "Traceback" not in self.out + self.err
        assert self.err.count("ERROR: ") == 1
        assert error["message"] in self.err
        assert "inside PatchDistill" not in error["message"], "that would be a fault of ours"
        return str(error["message"])


Run = Callable[..., Outcome]


def strictly(line: str) -> Any:
    """JSON as other programs read it: without Python's NaN."""

    def refuse(name: str) -> None:
        raise ValueError(name)

    return json.loads(line, parse_constant=refuse)


def write_settings(folder: Path, data: TinyData, *more: str) -> Path:
    """A settings file of two lines; the rest is told with --set."""
    path = folder / "settings.toml"
    lines = (f"data.train = {quoted(data.folder)}", f"teacher.checkpoint = {quoted(data.teacher)}")
    path.write_text("\n".join((*lines, f"output.folder = {quoted(folder)}", *more)), encoding="utf-8")
    return path


def told(*overrides: str) -> list[str]:
    return [word for override in (*SMALL, *overrides) for word in ("--set", override)]
