"""A file of the run that another program holds for a moment costs no run: it is waited for in reading, too."""

import builtins
import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from engine.errors import EngineError
from engine.files import atomic_write, is_refused, patiently, read_bytes
from engine.run_folder.checkpoint import load_last
from engine.run_folder.event_log import read_events
from engine.run_folder.summaries import summarise
from engine.settings.toml_file import load_settings
from engine.training.incident import read_incident
from tests.engine.helpers.running import carried_out, in_phase, stopped
from tests.engine.helpers.tiny_data import MakeSettings

FEW = ("stage2.epochs=1",)


class EveryOther:
    """Refuses every other open for reading below a folder, the first included."""

    def __init__(self, below: Path) -> None:
        self._below = str(below)
        self.names: list[str] = []

    def __call__(self, path: Any, mode: str) -> None:
        if isinstance(path, str | Path) and "r" in mode and str(path).startswith(self._below):
            self.names.append(re.sub(r"\.[0-9a-f]{8}\.tmp$", "", Path(path).name))
            if len(self.names) % 2:
                raise PermissionError(13, "Permission denied", str(path))


@contextmanager
def asked_before(refuse: Callable[[Any, str], None]) -> Iterator[None]:
    """Calls ``refuse`` with path and mode before each open, as a scanner that looks at the file would on Windows."""
    really = io.open

    def opened(file: Any, mode: str = "r", *more: Any, **words: Any) -> Any:
        refuse(file, mode)
        return really(file, mode, *more, **words)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(io, "open", opened)
        patch.setattr(builtins, "open", opened)
        yield


def test_a_run_whose_every_reading_is_refused_once_ends_finished(tiny_settings: MakeSettings) -> None:
    settings = tiny_settings(*FEW)
    refusals = EveryOther(settings.output.folder or Path())
    with asked_before(refusals):
        carried_out(settings)
    assert {".begin.pt", ".incoming.pt", ".student.pth", "student.pth"} <= set(refusals.names)


def test_a_resumed_run_whose_every_reading_is_refused_once_ends_finished(tiny_settings: MakeSettings) -> None:
    folder = stopped(tiny_settings(*FEW), in_phase("evaluating"))
    refusals = EveryOther(folder)
    with asked_before(refusals):
        carried_out(load_settings(folder / "settings.toml"), folder)
        assert summarise(folder).state == "finished"
    assert {"settings.toml", "events.jsonl", "last.pt", "student.pth"} <= set(refusals.names)


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("last.pt", lambda path: load_last(path.parent)),
        ("00000001-rule.pt", read_incident),
        ("events.jsonl", lambda path: list(read_events(path.parent))),
        ("settings.toml", load_settings),
    ],
)
def test_a_file_that_may_not_be_read_is_not_called_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, read: Callable[[Path], object]
) -> None:
    def refuse(path: Any, mode: str) -> None:
        if isinstance(path, Path) and path.name == name:
            raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("engine.files._RETRY_INTERVAL_S", 10.0)  # one wait is beyond any patience
    monkeypatch.setattr("engine.files.time.sleep", lambda _: None)
    monkeypatch.setattr("engine.files.time.monotonic", iter(range(0, 1000, 10)).__next__)
    (tmp_path / name).write_bytes(b"anything")
    with asked_before(refuse), pytest.raises(EngineError, match="cannot be read: another program holds it") as caught:
        read(tmp_path / name)
    assert "damaged" not in caught.value.message


def test_an_error_that_was_made_of_a_refusal_is_waited_for_and_others_are_not() -> None:
    calls = list[str]()

    def read(cause: OSError) -> None:
        calls.append("")
        if len(calls) < 3:
            raise EngineError("It cannot be read.") from cause

    patiently(partial(read, PermissionError()))
    assert len(calls) == 3
    calls.clear()
    with pytest.raises(EngineError) as caught:
        patiently(partial(read, FileNotFoundError()))
    assert len(calls) == 1
    assert not is_refused(caught.value)


def test_what_was_written_is_checked_when_it_may_be_read_again(tmp_path: Path) -> None:
    refusals = EveryOther(tmp_path)
    checked = list[bytes]()
    with asked_before(refusals):
        atomic_write(
            tmp_path / "a", lambda file: file.write(b"new"), lambda path: checked.append(read_bytes(path, 0.0))
        )
    assert checked == [b"new"]
    assert refusals.names == [".a", ".a"]
