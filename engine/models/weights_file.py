"""Read a file of weights (torch or safetensors) without ever running code from it."""

import hashlib
import io
import json
import pickletools
import re
import stat
import warnings
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import safetensors.torch
import torch

from engine.errors import CheckpointError

EXPECTED = "the weights of a LaDeDa or Tiny-LaDeDa network, saved by torch.save or as safetensors"
METADATA_KEY = "patchdistill"
LARGEST_BYTES = 2 * 1024**3
# What a pickle of plain tensors names: these rebuild tensors and run nothing else.
_HARMLESS = re.compile(r"collections OrderedDict|torch\._utils \w+|torch \w+")
_CHECK_PATH = "Check the path of the weights, and that the file may be read."
_CHOOSE = "Choose the file with the weights."


@dataclass(frozen=True, slots=True)
class WeightsFile:
    """What a file holds (nested mappings with tensors), our own notes in it, and the SHA-256 of its bytes."""

    content: object
    metadata: dict[str, Any]
    sha256: str


def read_weights_file(path: Path) -> WeightsFile:
    """Raises CheckpointError with what was found where the file cannot be read as weights."""
    data = _read_bytes(path)
    if data[8:9] == b"{" and not data.startswith(b"PK"):
        content, notes = _read_safetensors(path, data)
    else:
        content = _read_torch(path, data)
        notes = _torch_notes(content)
    metadata = {str(name): value for name, value in notes.items()} if isinstance(notes, Mapping) else {}
    return WeightsFile(content, metadata, hashlib.sha256(data).hexdigest())


def _torch_notes(content: object) -> object:
    """Our notes: in the attribute that PyTorch saves with a bare state dict, or beside nested weights."""
    attribute = getattr(content, "_metadata", None)
    if isinstance(attribute, Mapping) and METADATA_KEY in attribute:
        return attribute[METADATA_KEY]
    return content.get(METADATA_KEY) if isinstance(content, Mapping) else None


def _read_bytes(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a pipe would be waited for, a device read for ever
            kind = "a folder" if stat.S_ISDIR(status.st_mode) else "no ordinary file"
            raise CheckpointError(f"{path} is {kind}; expected was a file with {EXPECTED}.", _CHOOSE)
        if status.st_size > LARGEST_BYTES:
            raise CheckpointError(f"{path.name} is larger than 2 GB; expected were {EXPECTED}.", _CHOOSE)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise CheckpointError(f"There is no file {path}.", _CHECK_PATH) from error
    except (OSError, ValueError) as error:  # a name with a zero byte is a value error
        reason = getattr(error, "strerror", None) or error
        raise CheckpointError(f"{path} could not be read: {reason}.", _CHECK_PATH) from error
    if not data:
        raise CheckpointError(f"{path.name} is an empty file; expected were {EXPECTED}.", "Copy the file again.")
    return data


def _read_safetensors(path: Path, data: bytes) -> tuple[object, object]:
    try:
        tensors = safetensors.torch.load(data)
        header = json.loads(data[8 : 8 + int.from_bytes(data[:8], "little")])
        notes = json.loads(header.get("__metadata__", {}).get(METADATA_KEY, "{}"))
    except Exception as error:  # kinds of numbers that it does not know are a KeyError, notes may be nested without end
        raise _damaged(path, "safetensors") from error
    return tensors, notes


def _read_torch(path: Path, data: bytes) -> object:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # torch's remarks about old formats are for developers
            _check_archive(path, data)
            content: object = torch.load(io.BytesIO(data), map_location="cpu", weights_only=True)
    except CheckpointError:
        raise
    except Exception as error:  # hostile bytes make the unpickler raise nearly anything
        raise _explain(path, data) from error
    return content


def _check_archive(path: Path, data: bytes) -> None:
    """Refuse what unpacks without end, and archives that torch's reader has crashed on, under a Windows Python."""
    if not data.startswith(b"PK"):
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:  # raises where it is cut off or of others
        if not all("/" in name for name in archive.namelist()):
            raise zipfile.BadZipFile("PyTorch keeps everything in one folder of the archive.")
        if sum(item.file_size for item in archive.infolist()) > LARGEST_BYTES:
            raise CheckpointError(f"{path.name} would unpack to more than 2 GB; expected were {EXPECTED}.", _CHOOSE)
        if archive.testzip() is not None:
            raise zipfile.BadZipFile("A checksum is wrong, which torch.load does not look at.")


def _explain(path: Path, data: bytes) -> CheckpointError:
    """Why torch could not load these bytes."""
    if foreign := [name for name in _names_in_pickle(data) if not _HARMLESS.fullmatch(name)]:
        return CheckpointError(
            f"{path.name} was refused: opening it would run code from the file "
            f"({foreign[0].replace(' ', '.')}). Expected were {EXPECTED}.",
            "Save the weights alone, with torch.save(model.state_dict(), path), and use that file.",
        )
    if _is_archive(data):
        return _damaged(path, "zip archive")
    if data.startswith(b"PK"):
        return CheckpointError(
            f"{path.name} is cut off: its end is missing. Expected were {EXPECTED}.",
            "Copy or download it again.",
        )
    if data.startswith(b"\x80"):
        return _damaged(path, "pickle")
    kind = "a text file" if _is_text(data[:4096]) else "a file of an unknown format"
    return CheckpointError(f"{path.name} is {kind}; expected were {EXPECTED}.", _CHOOSE)


def _damaged(path: Path, kind: str) -> CheckpointError:
    return CheckpointError(
        f"{path.name} is damaged or no file of weights: found an unreadable {kind}; expected {EXPECTED}.",
        "Choose the file with the weights, or copy it again.",
    )


def _is_archive(data: bytes) -> bool:
    try:
        return zipfile.is_zipfile(io.BytesIO(data))
    except zipfile.BadZipFile:  # it goes on asking after it has seen the end of one
        return True


def _is_text(data: bytes) -> bool:
    return all(byte >= 32 or byte in b"\t\n\r\f" for byte in data)


def _names_in_pickle(data: bytes) -> list[str]:
    """Every "module name" that complete pickles in the data would import, read without executing anything."""
    names: list[str] = []
    try:
        stream = io.BytesIO(_pickle_in(data))
        while True:  # torch's old format is several pickles in a row; genops raises at their end
            names += _imports(pickletools.genops(stream))
    except Exception:  # noqa: BLE001 - damaged bytes: what was named before the damage is all there is
        return names


def _imports(operations: Iterable[tuple[pickletools.OpcodeInfo, Any, int | None]]) -> list[str]:
    names: list[str] = []
    strings: list[str] = []
    for code, argument, _ in operations:
        if code.name in ("GLOBAL", "INST"):
            names.append(str(argument))
        elif code.name == "STACK_GLOBAL":
            names.append(" ".join(strings[-2:]))
        elif isinstance(argument, str):
            strings.append(argument)
    return names


def _pickle_in(data: bytes) -> bytes:
    """The pickle inside a torch archive, or the bytes themselves where there is no archive."""
    if not _is_archive(data):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        name = next((name for name in archive.namelist() if name.endswith("data.pkl")), None)
        return b"" if name is None else archive.read(name)
