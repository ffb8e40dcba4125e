"""A file of the run that another program holds for a moment costs no run: it is waited for in reading, too."""

import builtins
import errno
import io
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.data.images.decoding import decode, read_header, small_grey
from engine.data.images.unreadable import UnreadableImageError
from engine.errors import EngineError
from engine.files import FilePatience, atomic_write, is_refused, patiently, read_bytes
from engine.run_folder.checkpoint import load_last
from engine.run_folder.event_log import read_events
from engine.run_folder.notes import RunNotes, read_notes, write_notes
from engine.run_folder.summaries import summarise
from engine.settings.toml_file import load_settings
from engine.training.incident import read_incident
from tests.engine.helpers.running import carried_out, in_phase, stopped
from tests.engine.helpers.tiny_data import MakeSettings, TinyData

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


def test_notes_that_are_held_for_a_moment_are_read(tmp_path: Path) -> None:
    notes = RunNotes(note="the first that worked")
    write_notes(tmp_path, notes)
    with asked_before(EveryOther(tmp_path)):
        assert read_notes(tmp_path) == notes


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


@pytest.mark.parametrize("number", [errno.EIO, errno.EBUSY, errno.EACCES])
def test_what_fails_once_is_tried_again_in_every_step_of_writing(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = set[str]()

    def once(name: str, really: Callable[..., Any]) -> Callable[..., Any]:
        def called(*arguments: Any, **words: Any) -> Any:
            if name not in failed:
                failed.add(name)
                raise OSError(number, os.strerror(number))
            return really(*arguments, **words)

        return called

    for name in ("open", "replace", "mkdir"):
        monkeypatch.setattr(Path, name, once(name, getattr(Path, name)))
    atomic_write(tmp_path / "new" / "a", lambda file: file.write(b"new"))
    assert failed == {"open", "replace", "mkdir"}
    assert (tmp_path / "new" / "a").read_bytes() == b"new"


@pytest.mark.parametrize("number", [errno.EIO, errno.EACCES, errno.EINVAL])
@pytest.mark.parametrize("read", [decode, read_header, partial(small_grey, side=8)])
def test_a_picture_that_is_held_for_a_moment_is_read(
    number: int, read: Callable[..., Any], tiny_data: TinyData, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that left it out for that would end with other bits; a held file is a forbidden one to Windows' open."""
    path = tiny_data.folder / "val" / "real" / "00.png"
    expected, calls = read(path, 1), list[str]()

    def refuse(file: Any, mode: str) -> None:
        if file == path:
            calls.append(mode)
            if len(calls) == 1:
                raise OSError(number, os.strerror(number))

    monkeypatch.setattr("engine.files._RETRY_INTERVAL_S", 0.0)
    with asked_before(refuse):
        assert np.array_equal(read(path, 1), expected)
    assert len(calls) == 2


def test_of_many_pictures_without_permission_only_a_few_are_waited_for(
    tiny_data: TinyData, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tiny_data.folder / "val" / "real" / "00.png"
    calls, tries, files = list[str](), list[int](), FilePatience()

    def refuse(file: Any, mode: str) -> None:
        if file == path:
            calls.append(mode)
            raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("engine.files.SHORT_PATIENCE_S", 0.01)
    monkeypatch.setattr("engine.files._RETRY_INTERVAL_S", 0.02)
    with asked_before(refuse):
        for _ in range(25):
            calls.clear()
            with pytest.raises(UnreadableImageError, match="another program holds it"):
                decode(path, 1, files)
            tries.append(len(calls))
    assert tries == [2] * 8 + [1] * 17
