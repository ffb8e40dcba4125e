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
from PIL import (
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

from engine.quiet import WITHOUT_STDERR, WITHOUT_WARNINGS

Pixels = NDArray[np.uint8]  # (H, W, 3)

EXTENSIONS = frozenset({".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".bmp", ".dib", ".tif", ".tiff"})
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
    )
)
HEAD_BYTES = 4096
# Not every build of libtiff has these, and only what it can write of them it can read.
_OPTIONAL_COMPRESSIONS = {"lzma": "LZMA", "zstd": "Zstandard", "webp": "WebP"}
_ORIENTATION = 0x0112
_BITS, _BLACK_OR_WHITE_IS_ZERO = 258, 262  # tags of a TIFF
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


logging.getLogger("PIL").addHandler(logging.NullHandler())  # or Python prints what Pillow logs, if nobody else takes it


class UnreadableImageError(Exception):
    """A file gives no picture; the message is a clause such as "the file is empty"."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a picture file says of itself: format name, size in pixels as stored, and a digest of its beginning."""

    format: str
    width: int
    height: int
    head: int  # 64 bits: files that differ in it differ in their first HEAD_BYTES


def read_header(path: str | Path, max_megapixels: float) -> Header:
    """Format and size without decoding; raises UnreadableImageError as ``decode`` does, except for damaged data."""
    with opened(path, max_megapixels) as (image, head):
        digest = hashlib.blake2b(head, digest_size=8).digest()
        return Header(str(image.format), image.width, image.height, int.from_bytes(digest, "little"))


def decode(path: Path, max_megapixels: float) -> Pixels:
    """The picture as uint8 (H, W, 3): upright, first frame, over white where transparent, 16 bits scaled to 8.

    Raises UnreadableImageError for a file that is missing, empty, truncated, damaged, no picture, or larger
    than ``max_megapixels`` by its header.
    """
    with opened(path, max_megapixels) as (image, _), _silent(image.format):
        pixels = _rgb(image)
        orientation = _orientation(image)  # after decoding: Pillow itself turns TIFFs, PNGs may have it at the end
    if orientation in _UPRIGHT:
        pixels = np.asarray(Image.fromarray(pixels).transpose(_UPRIGHT[orientation]))
    return pixels


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
                    raise UnreadableImageError(
                        f"{megapixels:,.1f} megapixels, above the limit of {max_megapixels:g} (data.max_megapixels)"
                    )
                _check_compression(image)
                yield image, head
    except (UnreadableImageError, MemoryError):
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
    for name in _FORMATS:
        factory, accept = Image.OPEN[name]
        if accept is None or accept(head[:16]) is True:
            stream.seek(0)
            return factory(stream, "")
    raise UnidentifiedImageError


def _silent(format_name: str | None) -> AbstractContextManager[None]:
    """While a picture of this format is decoded: of all decoders libtiff alone prints what it finds wrong."""
    return WITHOUT_STDERR if format_name == "TIFF" else nullcontext()


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


def _reason(error: Exception) -> str:
    """In words: what decoders say themselves is for developers, who find it as the cause of the error."""
    if isinstance(error, FileNotFoundError):
        return "the file does not exist"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, UnidentifiedImageError):
        return "not a JPEG, PNG, WebP, BMP or TIFF picture"
    if isinstance(error, OSError) and error.strerror:  # the system's; what decoders raise has no number
        return f"cannot be opened ({error.strerror})"
    return (
        "cut off or damaged" if "truncated" in str(error).casefold() else "damaged, or of a kind that is not supported"
    )


def _orientation(image: ImageFile.ImageFile) -> int:
    """EXIF orientation; 1 (upright) where the EXIF block is damaged, as viewers have it."""
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    except (SyntaxError, ValueError, TypeError, OSError, KeyError, IndexError, ArithmeticError):
        return 1


def _rgb(image: ImageFile.ImageFile) -> Pixels:
    if image.mode.startswith("I;16"):
        return np.repeat(_eight_bits(image)[:, :, None], 3, axis=2)
    if image.mode in {"I", "F"}:
        raise UnreadableImageError("32-bit or signed grey values have no defined white; save it with 8 or 16 bits")
    if image.has_transparency_data:
        rgba = image.convert("RGBA")
        white = Image.new("RGBA", rgba.size, "white")
        return np.array(Image.alpha_composite(white, rgba).convert("RGB"))
    return np.array(image.convert("RGB"))


def _eight_bits(image: ImageFile.ImageFile) -> NDArray[np.uint8]:
    """Grey values of 16 bits; a TIFF may use 12 of them, or count from white, which Pillow leaves as it is."""
    tags = getattr(image, "tag_v2", {})
    white = 2 ** int(tags.get(_BITS, (16,))[0]) - 1
    grey: NDArray[np.uint8] = ((np.asarray(image).astype(np.uint32) * 255 + white // 2) // white).astype(np.uint8)
    return 255 - grey if tags.get(_BLACK_OR_WHITE_IS_ZERO) == 0 else grey
