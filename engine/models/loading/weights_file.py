"""Read a file of weights (torch or safetensors) without ever running code from it."""

import hashlib
import io
import json
import re
import stat
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import safetensors.torch

from engine.errors import CheckpointError
from engine.files import read_bytes
from engine.settings.network_modules import network_names
from engine.torch_file import (
    HARMLESS,
    READER_ERRORS,
    is_archive,
    load_archive,
    load_torch,
    names_in_pickle,
    pickle_in,
)

EXPECTED = f"the weights of a {network_names()} network, saved by torch.save or as safetensors"
METADATA_KEY = "patchdistill"
LARGEST_BYTES = 2 * 1024**3
# What torch itself lets a file name: these rebuild tensors and plain containers, and run nothing else.
_OF_TENSORS = re.compile(
    r"torch\._utils\._rebuild_\w+|torch\._tensor\._rebuild_from_type_v2|torch\.(\w+\.)?\w*(Storage|Tensor)"
    r"|torch\.(u?int|b?float|complex|bool|q|bits|per_)\w*|torch\.(Size|device|nn\.parameter\.Parameter)"
    r"|torch\.serialization\._get_layout|collections\.(OrderedDict|Counter)|builtins\.(bytearray|complex|set)"
    r"|_codecs\.encode"
)
_LONGEST_NAME = 60  # letters
_PROTOCOL = 2  # of pickles, which torch.save takes unless told otherwise and the reader without code knows alone
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
    return WeightsFile(content, _plain_notes(path, notes), hashlib.sha256(data).hexdigest())


def short(name: str) -> str:
    """A name in a foreign file as it fits into a sentence."""
    shown = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name[:_LONGEST_NAME])
    return shown if len(name) <= _LONGEST_NAME else f"{shown}..."


def _plain_notes(path: Path, notes: object) -> dict[str, Any]:
    """Texts, numbers and lists of them, whatever a file puts in their place."""
    try:
        plain = json.loads(json.dumps(notes))
    except READER_ERRORS as error:
        raise CheckpointError(
            f"{path.name} is damaged: what it notes about itself are no plain texts and numbers.",
            "Export the student again, or choose another file of weights.",
        ) from error
    return plain if isinstance(plain, dict) else {}


def _torch_notes(content: object) -> object:
    """Our notes: in the attribute that PyTorch saves with a bare state dict, or beside nested weights."""
    attribute = getattr(content, "_metadata", None)
    for place in (attribute, content):
        if isinstance(place, dict) and dict.__contains__(place, METADATA_KEY):
            return dict.__getitem__(place, METADATA_KEY)
    return None


def _read_bytes(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a pipe would be waited for, a device read for ever
            kind = "a folder" if stat.S_ISDIR(status.st_mode) else "no ordinary file"
            raise CheckpointError(f"{path} is {kind}; expected was a file with {EXPECTED}.", _CHOOSE)
        if status.st_size > LARGEST_BYTES:
            raise CheckpointError(f"{path.name} is larger than 2 GB; expected were {EXPECTED}.", _CHOOSE)
        data = read_bytes(path)
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
    except READER_ERRORS as error:
        raise _damaged(path, "safetensors") from error
    return tensors, notes


def _read_torch(path: Path, data: bytes) -> object:
    try:
        if not data.startswith(b"PK"):
            return load_torch(io.BytesIO(data))
        _check_archive(path, data)
        return load_archive(io.BytesIO(data))
    except READER_ERRORS as error:
        raise _explain(path, data) from error


def _check_archive(path: Path, data: bytes) -> None:
    """Refuse what unpacks without end, and archives that torch's reader has crashed on, under a Windows Python."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:  # raises where it is cut off or of others
        if sum(item.file_size for item in archive.infolist()) > LARGEST_BYTES:
            raise CheckpointError(f"{path.name} would unpack to more than 2 GB; expected were {EXPECTED}.", _CHOOSE)
        if not all("/" in name for name in archive.namelist()):
            raise zipfile.BadZipFile("PyTorch keeps everything in one folder of the archive.")


def _explain(path: Path, data: bytes) -> CheckpointError:
    """Why torch could not load these bytes."""
    pickled = pickle_in(data)
    if foreign := [name for name in names_in_pickle(pickled) if not _is_harmless(name)]:
        return CheckpointError(
            f"{path.name} was refused: opening it would run code from the file ({short(foreign[0])}). "
            f"Expected were {EXPECTED}.",
            "Save the weights alone, with torch.save(model.state_dict(), path), and use that file.",
        )
    if pickled[:1] == b"\x80" and pickled[1:2] in (b"\3", b"\4", b"\5"):
        return CheckpointError(
            f"{path.name} was saved with the pickle protocol {pickled[1]}, which cannot be read without trusting the "
            f"file; expected was {_PROTOCOL}, as torch.save takes it.",
            "Save the weights again, with torch.save(model.state_dict(), path) and no more.",
        )
    if is_archive(data):
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


def _is_text(data: bytes) -> bool:
    return all(byte >= 32 or byte in b"\t\n\r\f" for byte in data)


def _is_harmless(name: str) -> bool:
    return name in HARMLESS or _OF_TENSORS.fullmatch(name) is not None
