"""Decodes picture files of every kind into 8-bit RGB, and says in a sentence why one cannot be read."""

import hashlib
import io
import logging
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray
from pi_heif import HeifImageFile
from pi_heif import __version__ as heif_version
from PIL import (
    AvifImagePlugin,
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    ImageFile,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    UnidentifiedImageError,
    WebPImagePlugin,
)
from PIL import __version__ as pillow_version

from engine.data.images.heic import open_heic
from engine.data.images.kinds import IN_WORDS
from engine.data.images.rgb import Pixels, rgb
from engine.data.images.unreadable import UnreadableImageError
from engine.files import FilePatience
from engine.machine.memory import GIB, free_bytes
from engine.quiet import WITHOUT_STDERR, WITHOUT_WARNINGS

__all__ = [
    "DECODERS",
    "HEAD_BYTES",
    "Header",
    "Pixels",
    "UnreadableImageError",
    "decode",
    "opened",
    "read_header",
    "small_grey",
]

DECODERS = f"Pillow {pillow_version}, pi-heif {heif_version}"  # decoded pixels are kept for these
# By content, not by name: many collections hold GIFs and PNGs that are called .jpg.
_FORMATS = tuple(
    plugin.format
    for plugin in (
        JpegImagePlugin.JpegImageFile,
        PngImagePlugin.PngImageFile,
        WebPImagePlugin.WebPImageFile,
        BmpImagePlugin.BmpImageFile,
        TiffImagePlugin.TiffImageFile,
        GifImagePlugin.GifImageFile,
        AvifImagePlugin.AvifImageFile,
        HeifImageFile,
    )
)
HEAD_BYTES = 4096
# Not every build of libtiff has these, and only what it can write of them it can read.
_OPTIONAL_COMPRESSIONS = {"lzma": "LZMA", "zstd": "Zstandard", "webp": "WebP"}
_PRINT_WHAT_THEY_FIND = frozenset({"TIFF", "AVIF", "HEIF"})  # their libraries do, on the console
_ORIENTATION = 0x0112
_SMALL_BYTES = 2**26  # a picture that takes no more is decoded without asking how much memory is free
# Most bytes a pixel while decoding, measured with pictures of 100 megapixels and rounded up.
_BYTES_PER_PIXEL = {"WEBP": 17, "AVIF": 12, "HEIF": 12, "TIFF": 12}
_OTHER_BYTES_PER_PIXEL = 7
_PROGRESSIVE = 12  # libjpeg keeps such a JPEG whole, in another form, too
_TOO_MUCH_MEMORY = "decoding it needs more memory than there is"

logging.getLogger("PIL").addHandler(logging.NullHandler())  # or Python prints what Pillow logs, if nobody else takes it


@dataclass(frozen=True, slots=True)
class Header:
    """What a picture file says of itself: format name, size in pixels as stored, and a digest of its beginning."""

    format: str
    width: int
    height: int
    head: int  # 64 bits: files that differ in it differ in their first HEAD_BYTES
    several: bool  # an animation, or several pictures, of which the first is used


def read_header(path: str | Path, max_megapixels: float, files: FilePatience | None = None) -> Header:
    """Format and size without decoding; raises UnreadableImageError as ``decode`` does, except for damaged data."""

    def read() -> Header:
        with opened(path, max_megapixels) as (image, head):
            digest = hashlib.blake2b(head, digest_size=8).digest()
            several = _has_several(image)
            return Header(str(image.format), image.width, image.height, int.from_bytes(digest, "little"), several)

    return (files or FilePatience()).read(read)


def decode(path: Path, max_megapixels: float, files: FilePatience | None = None) -> Pixels:
    """The picture as uint8 (H, W, 3): upright, first frame, over white where transparent, 16 bits scaled to 8.

    ``files`` is the patience of who reads many.
    Raises UnreadableImageError for a file that is missing, empty, truncated, damaged, no picture, larger than
    ``max_megapixels`` by its header, or larger than memory allows.
    """

    def read() -> Pixels:
        with opened(path, max_megapixels) as (image, _), _silent(image.format):
            _check_memory(image)
            pixels = rgb(image)
            return _upright(pixels, _orientation(image))  # only now: PNGs may have it at the end, TIFFs are turned

    return (files or FilePatience()).read(read)


def small_grey(
    path: str | Path, max_megapixels: float, side: int, files: FilePatience | None = None
) -> NDArray[np.uint8]:
    """The whole picture in grey, scaled to a square (side, side), upright; of JPEGs just a fraction is decoded.

    Raises UnreadableImageError as ``decode`` does.
    """

    def read() -> NDArray[np.uint8]:
        with opened(path, max_megapixels) as (image, _), _silent(image.format):
            _check_memory(image)
            if image.format == JpegImagePlugin.JpegImageFile.format:
                image.draft("L", (2 * side, 2 * side))
                grey = image.convert("L")
            else:
                grey = Image.fromarray(rgb(image)).convert("L")
            scaled = np.asarray(grey.resize((side, side), Image.Resampling.LANCZOS, reducing_gap=2))
            return _upright(scaled[..., None], _orientation(image))[..., 0]

    return (files or FilePatience()).read(read)


@contextmanager
def opened(path: str | Path, max_megapixels: float) -> Iterator[tuple[ImageFile.ImageFile, bytes]]:
    """The picture and the file's first HEAD_BYTES; what goes wrong inside is raised as UnreadableImageError."""
    try:
        # Pillow's remarks on odd metadata are no concern of the user.
        with WITHOUT_WARNINGS, open(path, "rb", opener=_at_once) as stream:
            head = stream.read(HEAD_BYTES)
            with _identified(stream, head) as image:
                megapixels = image.width * image.height / 1e6
                if megapixels > max_megapixels:
                    limit = f"above the limit of {max_megapixels:g} (data.max_megapixels)"
                    raise UnreadableImageError(f"{megapixels:,.1f} megapixels, {limit}", f"megapixels {limit}")
                _check_compression(image)
                yield image, head
    except UnreadableImageError:
        raise
    except Exception as error:  # damaged files make decoders raise anything, from struct.error to KeyError
        raise UnreadableImageError(_reason(error)) from error


def _at_once(path: str, flags: int) -> int:
    """Opens a file; one that is a pipe is then empty, instead of waited for."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _identified(stream: IO[bytes], head: bytes) -> ImageFile.ImageFile:
    """As Image.open, without its fixed limit of pixels (ours is a setting) and without its rare formats."""
    if not head:
        raise UnreadableImageError("the file is empty")
    refused: Exception = UnidentifiedImageError()
    for name in _FORMATS:
        factory, accept = Image.OPEN[name]
        if accept is None or accept(head[:16]) is True:
            stream.seek(0)
            try:
                with _silent(name):
                    return open_heic(stream) if name == HeifImageFile.format else factory(stream, "")
            except SyntaxError as error:  # AVIF and HEIC may begin alike
                refused = error
    raise refused


def _silent(format_name: str | None) -> AbstractContextManager[None]:
    """While a picture of this format is read."""
    return WITHOUT_STDERR if format_name in _PRINT_WHAT_THEY_FIND else nullcontext()


def _check_compression(image: ImageFile.ImageFile) -> None:
    compression = image.info.get("compression") if image.format == "TIFF" else None
    if compression in _OPTIONAL_COMPRESSIONS and not _is_built_in(compression):
        name = _OPTIONAL_COMPRESSIONS[compression]
        raise UnreadableImageError(f"a TIFF with {name} compression, which cannot be read here; save it as PNG")


@cache
def _is_built_in(compression: str) -> bool:
    try:
        with WITHOUT_STDERR:
            Image.new("RGB", (1, 1)).save(io.BytesIO(), "TIFF", compression=compression)
    except OSError:
        return False
    return True


def _check_memory(image: ImageFile.ImageFile) -> None:
    """Refuse what would fill the memory: where that can be overdrawn, the system ends the program instead."""
    per_pixel = _BYTES_PER_PIXEL.get(str(image.format), _OTHER_BYTES_PER_PIXEL)
    if image.info.get("progressive"):
        per_pixel = _PROGRESSIVE
    needed = per_pixel * image.width * image.height
    if needed > _SMALL_BYTES and needed > (free := free_bytes()):
        raise UnreadableImageError(
            f"decoding it may take {needed / GIB:.1f} GB of memory, and {free / GIB:.1f} GB is free", _TOO_MUCH_MEMORY
        )


def _reason(error: Exception) -> str:
    """In words: what decoders say themselves is for developers, who find it as the cause of the error."""
    if isinstance(error, FileNotFoundError):
        return "the file does not exist"
    if isinstance(error, PermissionError):
        return "another program holds it, or it may not be read"
    if isinstance(error, UnidentifiedImageError):
        return f"not a {IN_WORDS} picture"
    if isinstance(error, MemoryError):
        return _TOO_MUCH_MEMORY
    if isinstance(error, OSError) and error.strerror:  # the system's; what decoders raise has no number
        return f"cannot be opened ({error.strerror})"
    return (
        "cut off or damaged" if "truncated" in str(error).casefold() else "damaged, or of a kind that is not supported"
    )


def _has_several(image: ImageFile.ImageFile) -> bool:
    try:
        return bool(getattr(image, "is_animated", False))
    except Exception:  # noqa: BLE001  looking for the second one, damaged files raise anything
        return False


def _orientation(image: ImageFile.ImageFile) -> int:
    """EXIF orientation; 1 (upright) where the EXIF block is damaged, as viewers have it."""
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    except (SyntaxError, ValueError, TypeError, OSError, KeyError, IndexError, ArithmeticError):
        return 1


def _upright(pixels: Pixels, orientation: int) -> Pixels:
    """The pixels of a picture stored with this EXIF orientation, as it is meant."""
    if orientation in {5, 6, 7, 8}:
        pixels = pixels.transpose(1, 0, 2)
    if orientation in {2, 3, 6, 7}:
        pixels = pixels[:, ::-1]
    if orientation in {3, 4, 7, 8}:
        pixels = pixels[::-1]
    return np.ascontiguousarray(pixels)
