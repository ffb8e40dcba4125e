"""Opens what torch.save wrote, without ever running code from it; names what may be in it and what may go wrong.

Beside tensors, people save their arguments, NumPy figures and paths. Nothing of that is needed here, so none of it is
made: a stand-in takes its place, whatever the file wants to be done with it.
"""

import contextlib
import io
import pickle
import pickletools
import re
import struct
import tarfile
import threading
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

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
_SEARCHED = 1_000  # letters
_ONE_AT_A_TIME = threading.Lock()  # what is allowed is switched for the whole process


def load_torch(file: Path | BinaryIO) -> object:
    """What torch.save wrote, on the CPU; one of READER_ERRORS for anything else, and for foreign objects with code."""
    allowed: list[Callable[..., object] | tuple[Callable[..., object], str]] = [
        (stand_in, name) for name, stand_in in HARMLESS.items()
    ]
    # torch's remarks about old formats are for developers
    with _ONE_AT_A_TIME, _short_searches(), torch.serialization.safe_globals(allowed), WITHOUT_WARNINGS:
        content: object = torch.load(file, map_location="cpu", weights_only=True)
    return content


@contextlib.contextmanager
def _short_searches() -> Iterator[None]:
    """torch, refusing a file, looks for words in its own message, which takes the square of what the file put there.

    Of a name or a text of 140,000 letters without a space that was four minutes.
    """
    torch.serialization.re = _ShortSearches()  # type: ignore[attr-defined, assignment]
    try:
        yield
    finally:
        torch.serialization.re = re  # type: ignore[attr-defined]


class _ShortSearches:
    """The module re, but that only the beginning of a text is searched."""

    def __getattr__(self, name: str) -> Any:
        return getattr(re, name)

    def search(self, pattern: str, text: str) -> re.Match[str] | None:
        return re.search(pattern, text[:_SEARCHED])


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


def names_in_pickle(pickled: bytes) -> list[str]:
    """Every "module.name" that complete pickles in a row would import, read without executing anything.

    torch.serialization.get_unsafe_globals_in_checkpoint knows archives and the usual protocol only.
    """
    names: list[str] = []
    try:
        stream = io.BytesIO(pickled)
        while True:  # torch's old format is several pickles in a row; genops raises at their end
            names += _imports(pickletools.genops(stream))
    except READER_ERRORS:  # damaged bytes: what was named before the damage is all there is
        return names


def _imports(operations: Iterable[tuple[pickletools.OpcodeInfo, Any, int | None]]) -> list[str]:
    names: list[str] = []
    strings: list[str] = []  # pushed, the newest last
    memo: dict[int, str] = {}  # later protocols push a module's name once, and then by its number
    for code, argument, _ in operations:
        match code.name:
            case "GLOBAL" | "INST":
                names.append(_as_now(*str(argument).split(" ", 1)))
            case "STACK_GLOBAL":
                names.append(_as_now(*strings[-2:]))
            case "MEMOIZE":
                memo[len(memo)] = strings[-1] if strings else ""
            case "PUT" | "BINPUT" | "LONG_BINPUT":
                memo[int(argument)] = strings[-1] if strings else ""
            case "GET" | "BINGET" | "LONG_BINGET":
                strings.append(memo.get(int(argument), ""))
            case _ if isinstance(argument, str):
                strings.append(argument)
    return names


def _as_now(module: str, *name: str) -> str:
    """Dotted, with the name that a module of Python 2 has now, as old protocols write the former."""
    return ".".join(({"__builtin__": "builtins", "copy_reg": "copyreg"}.get(module, module), *name))


def pickle_in(data: bytes) -> bytes:
    """The pickle inside a torch archive, or the bytes themselves where there is no archive."""
    if not is_archive(data):
        return data
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            name = next((name for name in archive.namelist() if name.endswith("data.pkl")), None)
            return b"" if name is None else archive.read(name)
    except READER_ERRORS:
        return b""


def is_archive(data: bytes) -> bool:
    """Whether the bytes are a zip archive, whole or damaged."""
    try:
        return zipfile.is_zipfile(io.BytesIO(data))
    except zipfile.BadZipFile:  # it goes on asking after it has seen the end of one
        return True
