"""Atomic writing: the old content or the new, whatever goes wrong."""

import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import pytest
import torch

from engine.errors import StorageError
from engine.files import atomic_write, sha256_of, storage_error

FULL_DEVICE = Path("/dev/full")


@pytest.fixture
def target(tmp_path: Path) -> Iterator[Path]:
    """An existing file in a folder in which nothing else may be left."""
    path = tmp_path / "Größe 模型.bin"
    path.write_bytes(b"old")
    yield path
    assert list(tmp_path.iterdir()) == [path]


def writes(content: bytes) -> Callable[[BinaryIO], None]:
    def write(file: BinaryIO) -> None:
        file.write(content)

    return write


def test_new_content_replaces_the_old(target: Path) -> None:
    atomic_write(target, writes(b"new"))
    assert target.read_bytes() == b"new"


def test_parent_folders_are_made(tmp_path: Path) -> None:
    path = tmp_path / "runs" / "first" / "weights.pth"
    atomic_write(path, lambda file: torch.save({"a": torch.ones(3)}, file))
    assert torch.load(path, weights_only=True)["a"].tolist() == [1, 1, 1]
    assert sha256_of(path) == hashlib.sha256(path.read_bytes()).hexdigest()


def test_failure_while_writing_keeps_the_old_file(target: Path) -> None:
    def breaks_off(file: BinaryIO) -> None:
        file.write(b"half of the n")
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        atomic_write(target, breaks_off)
    assert target.read_bytes() == b"old"


def test_verification_sees_the_finished_file_and_can_refuse_it(target: Path) -> None:
    seen = []

    def refuse(path: Path) -> None:
        seen.append(path.read_bytes())
        raise StorageError("not what was written")

    with pytest.raises(StorageError, match="not what was written"):
        atomic_write(target, writes(b"new"), verify=refuse)
    assert seen == [b"new"]
    assert target.read_bytes() == b"old"


def test_a_target_held_for_a_moment_is_replaced_in_the_end(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows while an antivirus scanner has the file open."""
    held, really_replace = [True] * 3, os.replace

    def replace(source: Path, destination: Path) -> None:
        if held:
            held.pop()
            raise PermissionError(13, "Access is denied")
        really_replace(source, destination)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(Path, "replace", replace)
    atomic_write(target, writes(b"new"))
    assert not held
    assert target.read_bytes() == b"new"


def test_a_target_held_for_good_is_named(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def replace(source: Path, destination: Path) -> None:
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(StorageError, match="read-only, or another program holds it") as refusal:
        atomic_write(target, writes(b"new"), patience_s=0.2)
    assert "antivirus" in refusal.value.remedy
    assert target.read_bytes() == b"old"


def test_a_file_where_a_folder_should_be(target: Path) -> None:
    with pytest.raises(StorageError, match="could not be written"):
        atomic_write(target / "weights.pth", writes(b"new"))
    assert target.read_bytes() == b"old"


@pytest.mark.skipif(not FULL_DEVICE.exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("numbers", [10, 300_000])
def test_a_full_disk_is_named(target: Path, numbers: int) -> None:
    """torch.save reports a full disk in two ways, depending on how much it writes."""

    def write(file: BinaryIO) -> None:
        with FULL_DEVICE.open("wb", buffering=0) as full:
            torch.save(torch.zeros(numbers), full)

    with pytest.raises(StorageError, match="The disk is full"):
        atomic_write(target, write)
    assert target.read_bytes() == b"old"


def test_other_refusals_keep_the_system_s_words() -> None:
    error = storage_error(Path("a/weights.pth"), OSError(5, "Input/output error"))
    assert "weights.pth could not be written: Input/output error" in error.message


@pytest.mark.skipif(os.name == "nt", reason="Windows may take no path of that length at all")
def test_a_name_as_long_as_can_be_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 250 + ".png")
    atomic_write(path, lambda file: file.write(b"new"))
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_that_is_too_long_is_told_as_such(target: Path) -> None:
    with pytest.raises(StorageError, match="longer than this computer takes") as refusal:
        atomic_write(target.parent / ("long " * 60) / "weights.pth", writes(b"new"))
    assert "shorter path" in refusal.value.remedy
