"""Opens what torch.save wrote, without ever running code from it; names what may be in it and what may go wrong.

Beside tensors, people save their arguments, NumPy figures and paths. Nothing of that is needed here, so none of it is
made: a stand-in takes its place, whatever the file wants to be done with it.
"""

import pickle
import struct
import tarfile
import threading
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

import safetensors
import torch

from engine.quiet import WITHOUT_WARNINGS

# What the readers of torch, safetensors, zip and JSON raise on bytes that are none of theirs, or are damaged.
READER_ERRORS: tuple[type[Exception], ...] = (
    RuntimeError,  # of torch's own checks, too deep nesting, what is not implemented
    ValueError,  # also of bytes that are no text
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    AssertionError,
    EOFError,
    OSError,
    MemoryError,  # of numbers that claim a size; what is really too large is refused by its size
    ImportError,
    SyntaxError,
    pickle.PickleError,
    struct.error,
    zlib.error,
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    tarfile.TarError,
    safetensors.SafetensorError,
)


class StandIn:
    """Takes the place of a foreign object: it can be called, made and given a state, and nothing comes of it."""

    def __init__(self, *_arguments: object) -> None:
        pass

    def __setstate__(self, _state: object) -> None:
        pass


def _mapping(*_arguments: object) -> dict[object, object]:
    return {}


def _sequence(*_arguments: object) -> list[object]:
    return []


_NUMPY = [f"numpy.{core}.multiarray.{name}" for core in ("core", "_core") for name in ("scalar", "_reconstruct")]
_NUMPY += [f"numpy.{kind}{bits}" for kind in ("int", "uint", "float", "complex") for bits in (8, 16, 32, 64, 128)]
_NUMPY += ["numpy.dtype", "numpy.ndarray", "numpy.bool", "numpy.bool_", "numpy.str_", "numpy.bytes_"]
_PATHS = [
    f"{module}.{pure}{system}Path"
    for module in ("pathlib", "pathlib._local")
    for pure in ("", "Pure")
    for system in ("", "Posix", "Windows")
]
_PLAIN = [f"builtins.{n}" for n in ("bool", "bytes", "float", "frozenset", "int", "range", "slice", "str", "tuple")]
_PLAIN += [f"datetime.{name}" for name in ("date", "datetime", "time", "timedelta", "timezone")]
_PLAIN += ["argparse.Namespace", "decimal.Decimal", "fractions.Fraction", "types.SimpleNamespace", "uuid.UUID"]
_PLAIN += ["torch.torch_version.TorchVersion"]

# Every foreign object that is passed over, under the name that a file calls it by.
HARMLESS: dict[str, Callable[..., object]] = {
    **dict.fromkeys([*_NUMPY, *_PATHS, *_PLAIN], StandIn),
    **dict.fromkeys(["collections.defaultdict", "builtins.dict"], _mapping),  # weights may be in one
    **dict.fromkeys(["collections.deque", "builtins.list"], _sequence),
}
_REPEATED_BYTES = 2**26  # that a tensor of few numbers may seem to have
_ONE_AT_A_TIME = threading.Lock()  # what is allowed is switched for the whole process


def load_torch(file: Path | BinaryIO) -> object:
    """What torch.save wrote, on the CPU; one of READER_ERRORS for anything else, and for foreign objects with code."""
    allowed: list[Callable[..., object] | tuple[Callable[..., object], str]] = [
        (stand_in, name) for name, stand_in in HARMLESS.items()
    ]
    # torch's remarks about old formats are for developers
    with _ONE_AT_A_TIME, torch.serialization.safe_globals(allowed), WITHOUT_WARNINGS:
        content: object = torch.load(file, map_location="cpu", weights_only=True)
    return content


def load_archive(file: Path | BinaryIO) -> object:
    """As `load_torch`, of an archive, whose checksums torch does not look at."""
    with zipfile.ZipFile(file) as archive:  # torch's reader, refusing a cut file, has crashed on the next one
        damaged = archive.testzip()
    if damaged is not None:
        raise zipfile.BadZipFile(f"the checksum of {damaged} is wrong")
    if not isinstance(file, Path):
        file.seek(0)
    return load_torch(file)


def load_own(file: Path | BinaryIO) -> object:
    """As `load_archive`, of what this program wrote; ValueError for tensors that it would never have written."""
    content = load_archive(file)
    _refuse_claims(content)
    return content


def _refuse_claims(content: object) -> None:
    """Raise ValueError for a tensor that repeats few numbers so often that whoever reads them all fills the memory."""
    waiting, seen = [content], set[int]()
    while waiting:
        value = waiting.pop()
        if id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, torch.Tensor):
            if value.layout == torch.strided and value.nbytes > max(value.untyped_storage().nbytes(), _REPEATED_BYTES):
                raise ValueError(f"a tensor claims {value.numel():,} numbers, and the file holds fewer")
        elif isinstance(value, Mapping):
            waiting += value.values()
        elif isinstance(value, list | tuple):
            waiting += value
