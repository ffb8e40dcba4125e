"""A checkpoint comes back as it was written, or not at all: damage of any kind is noticed."""

import errno
import os
import pickle
import random
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import torch

from engine.errors import RunFolderError, StorageError
from engine.events import BestStudent
from engine.files import read_bytes
from engine.run_folder.checkpoint import Checkpoint, load_last, save_checkpoint
from engine.run_folder.training_state import Plateau, TrainingState
from tests.engine.helpers.checkpoints import checkpoint
from tests.engine.helpers.running import difference


def as_dict(former: Checkpoint | None) -> dict[str, Any]:
    assert former is not None
    parts = {name: getattr(former, name) for name in Checkpoint.__slots__}
    return parts | {"student": dict(former.student), "state": former.state.as_dict()}


@pytest.mark.parametrize("refusals", [3, 10**6])
def test_a_checkpoint_that_another_program_holds_is_waited_for_and_never_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusals: int
) -> None:
    for step in (1, 2):
        save_checkpoint(checkpoint(step), tmp_path)
    opened, refused = Path.open, list[Path]()

    def held(path: Path, *more: Any) -> Any:
        if path.name == "last.pt" and len(refused) < refusals:
            refused.append(path)
            raise PermissionError(13, "The process cannot access the file")
        return opened(path, *more)

    monkeypatch.setattr(Path, "open", held)
    monkeypatch.setattr("engine.run_folder.checkpoint.read_bytes", partial(read_bytes, patience_s=0.5))
    if refusals == 3:
        found = load_last(tmp_path)
        assert found is not None
        assert found.state.step == 2
    else:
        with pytest.raises(RunFolderError, match=r"last\.pt cannot be read: another program holds it"):
            load_last(tmp_path)


def test_what_was_saved_comes_back(tmp_path: Path) -> None:
    saved = checkpoint()
    assert save_checkpoint(saved, tmp_path / "new" / "folder") == tmp_path / "new" / "folder" / "last.pt"
    read = load_last(tmp_path / "new" / "folder")
    assert difference(as_dict(read), as_dict(saved)) == ""
    assert read is not None
    assert read.state == saved.state


def test_a_state_without_a_best_student_comes_back() -> None:
    state = TrainingState()
    assert TrainingState.from_dict(state.as_dict()) == state


def test_the_next_stage_forgets_what_belongs_to_the_last() -> None:
    state = checkpoint().state
    state.next_stage()
    assert (state.stage, state.epoch, state.batch, state.stage_step, state.skipped_in_row) == (3, 0, 0, 0, 0)
    assert state.plateau == Plateau()
    assert (state.step, state.outrun_factor, state.best) == (7, 0.25, BestStudent(0.75, 2, 1))


def test_where_nothing_was_saved_there_is_nothing(tmp_path: Path) -> None:
    assert load_last(tmp_path) is None
    assert load_last(tmp_path / "absent") is None


def test_the_one_before_is_kept_and_nothing_else(tmp_path: Path) -> None:
    for step in (1, 2, 3):
        save_checkpoint(checkpoint(step), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["last.pt", "previous.pt"]
    assert as_dict(load_last(tmp_path))["state"]["step"] == 3
    (tmp_path / "last.pt").unlink()
    assert as_dict(load_last(tmp_path))["state"]["step"] == 2


def test_a_full_disk_leaves_both_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for step in (1, 2):
        save_checkpoint(checkpoint(step), tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match="disk is full"):
        save_checkpoint(checkpoint(3), tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_what_cannot_be_read_again_is_never_moved_into_place(tmp_path: Path) -> None:
    save_checkpoint(checkpoint(1), tmp_path)
    broken = replace(checkpoint(2), calibration={"when": BytesIO()})  # type: ignore[dict-item]
    with pytest.raises((RunFolderError, TypeError)):
        save_checkpoint(broken, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["last.pt"]
    assert as_dict(load_last(tmp_path))["state"]["step"] == 1


WRONG_KINDS: dict[str, Any] = {
    "step that is text": {"state": {"step": "seven"}},
    "step without end": {"state": {"step": 2**70}},
    "state that is none": {"state": [1, 2]},
    "weights that are none": {"student": {"fc.weight": None}},
    "healthy or not is a tensor": {"healthy": torch.zeros(3)},
    "packed weights": {"student": {"fc.weight": torch.zeros(3, 3).to_sparse()}},
    "weights without numbers": {"average": {"fc.weight": torch.empty(3, device="meta")}},
    "format that is a tensor": {"format": torch.zeros(3)},
    "numbers that only seem to be there": {"state": {"left_out": torch.zeros(1).expand(2**28)}},
}


@pytest.mark.parametrize("wrong", WRONG_KINDS)
def test_what_is_of_another_kind_counts_as_damage(wrong: str, tmp_path: Path) -> None:
    save_checkpoint(checkpoint(), tmp_path)
    content = torch.load(tmp_path / "last.pt", weights_only=True)
    ((name, value),) = WRONG_KINDS[wrong].items()
    content[name] = content[name] | value if isinstance(value, dict) else value
    torch.save(content, tmp_path / "last.pt")
    with pytest.raises(RunFolderError, match="damaged"):
        load_last(tmp_path)


def cut_off(data: bytearray, rng: random.Random) -> bytes:
    return bytes(data[: rng.randrange(len(data))])


def one_byte_changed(data: bytearray, rng: random.Random) -> bytes:
    data[rng.randrange(len(data))] ^= 1 + rng.randrange(255)
    return bytes(data)


def a_block_of_zeros(data: bytearray, rng: random.Random) -> bytes:
    start = rng.randrange(len(data) - 4096)
    data[start : start + 4096] = bytes(4096)
    return bytes(data)


@pytest.mark.parametrize("harm", [cut_off, one_byte_changed, a_block_of_zeros])
def test_a_damaged_file_is_refused_or_read_as_it_was(
    harm: Callable[[bytearray, random.Random], bytes], tmp_path: Path
) -> None:
    """Bytes that mean nothing (padding, dates) may change; what is read must be right to the bit."""
    save_checkpoint(checkpoint(), tmp_path)
    whole, right = (tmp_path / "last.pt").read_bytes(), as_dict(load_last(tmp_path))
    rng, refused = random.Random(0), 0
    for _ in range(40):
        (tmp_path / "last.pt").write_bytes(harm(bytearray(whole), rng))
        try:
            assert difference(as_dict(load_last(tmp_path)), right) == ""
        except RunFolderError as error:
            refused += 1
            assert "damaged" in error.message
    assert refused >= 20


def saved(content: object, *, old_format: bool = False) -> bytes:
    stream = BytesIO()
    torch.save(content, stream, _use_new_zipfile_serialization=not old_format)
    return stream.getvalue()


class RunsCode:
    """A pickle that would create a file when it is opened."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, ("opened",)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        bytes(5000),
        pickle.dumps({"format": 1}),
        saved({"format": 1}),
        saved({"format": 1, "state": {}}),
        saved({"format": 99}),
        saved([1, 2]),
        saved({"format": 1}, old_format=True),
        saved({"format": 1, "state": RunsCode()}),
    ],
)
def test_a_file_that_is_no_checkpoint_is_refused(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "last.pt").write_bytes(content)
    with pytest.raises(RunFolderError, match="damaged"):
        load_last(tmp_path)
    assert not (tmp_path / "opened").exists()
