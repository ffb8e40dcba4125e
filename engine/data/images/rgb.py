"""Makes an opened picture 8-bit RGB in little memory: strip by strip, and where it can in the memory it is decoded to.

Pillow keeps most pictures with four bytes a pixel. Of 100 megapixels that is 400 MB, and a conversion of the whole
takes as much for each of its steps.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFile, _imaging

from engine.data.images.unreadable import UnreadableImageError

Pixels = NDArray[np.uint8]  # (H, W, 3)
TransparentColour = int | tuple[int, ...]

_STRIP_PIXELS = 2**20
_FOUR_BYTES = frozenset({"RGB", "RGBA", "RGBX", "CMYK", "YCbCr", "LA", "PA"})
_FILL_THEIR_OWN = frozenset({"GIF", "HEIF"})  # formats that make their image themselves, or learn its size late
_BITS, _BLACK_OR_WHITE_IS_ZERO = 258, 262  # tags of a TIFF
# What one step of a stored grey value is in Pillow's mode, which has stretched them.
_GREY_STEPS = {"1": 255, "L;2": 85, "L;4": 17}
_HIGH_BYTES = "RGB;16B"  # of 16-bit colours, all that Pillow keeps


def rgb(image: ImageFile.ImageFile) -> Pixels:
    """Decode into (H, W, 3), over white where transparent, 16 bits scaled to 8; UnreadableImageError for 32 bits."""
    if image.mode in {"I", "F"}:
        raise UnreadableImageError("32-bit or signed grey values have no defined white; save it with 8 or 16 bits")
    colour = _transparent_colour(image)
    memory = _memory_to_decode_to(image)
    mapped = image.im if memory is not None else None
    image.load()
    if colour is not None:
        image.info.pop("transparency", None)
    whole = image._new(image.im)  # a plain image: others decode again when they are cropped
    width, height = whole.size
    in_place = memory is not None and image.im is mapped
    flat = memory if memory is not None and in_place else np.empty(3 * width * height, np.uint8)
    white = _white_of(image) if whole.mode.startswith("I;16") else 0
    rows = max(1, _STRIP_PIXELS // width)
    for top in range(0, height, rows):
        bottom = min(top + rows, height)
        strip = _over_white(whole.crop((0, top, width, bottom)), colour, white)
        # Never beyond what has been read: three bytes of a pixel are written where four have been.
        flat[3 * width * top : 3 * width * bottom] = strip.reshape(-1)
    if in_place:
        image.im = _imaging.new("L", (1, 1))  # nothing may look at the memory that is given back now
        del whole, mapped
        flat.resize(3 * width * height, refcheck=False)
    return flat.reshape(height, width, 3)


def _memory_to_decode_to(image: ImageFile.ImageFile) -> NDArray[np.uint8] | None:
    """Our own memory as the image's, which then needs no second one; None where its decoder has to choose."""
    width, height = image.size
    fits = image.tile and all(
        tile.extents is None or (tile.extents[2] <= width and tile.extents[3] <= height) for tile in image.tile
    )
    by_format = image.format in {"WEBP", "AVIF"}  # which fill their image later, and have no tiles yet
    if image.mode not in _FOUR_BYTES or image.format in _FILL_THEIR_OWN or not (fits or by_format):
        return None
    memory: NDArray[np.uint8] = np.zeros(4 * width * height, np.uint8)
    image.im = _imaging.map_buffer(memory, image.size, "raw", 0, (image.mode, 4 * width, 1))
    return memory


def _transparent_colour(image: ImageFile.ImageFile) -> TransparentColour | None:
    """The one colour that is transparent, as Pillow's mode has it; None where there is none, or an alpha channel."""
    colour = image.info.get("transparency")
    if not isinstance(colour, int | tuple) or image.mode not in {"1", "L", "P", "RGB", "I;16"}:
        return None
    stored = str(image.tile[0].args) if image.format == "PNG" and image.tile else ""
    if isinstance(colour, tuple):
        return tuple(value >> 8 for value in colour) if stored == _HIGH_BYTES else colour
    return colour if image.mode == "P" else colour * _GREY_STEPS.get(stored, 1)


def _over_white(strip: Image.Image, colour: TransparentColour | None, white: int) -> Pixels:
    """A strip (h, W, 3); ``white`` is that of 16-bit values, negative where they count from white."""
    values = np.asarray(strip)
    if white:
        pixels = np.repeat(_eight_bits(values, white)[:, :, None], 3, axis=2)
    elif colour is None and strip.has_transparency_data:
        rgba = strip.convert("RGBA")
        return np.asarray(Image.alpha_composite(Image.new("RGBA", rgba.size, "white"), rgba).convert("RGB"))
    else:
        pixels = np.array(strip.convert("RGB"))
    if colour is not None:
        if strip.mode == "1":
            values = values * np.uint8(255)
        pixels[(values == colour).all(axis=2) if values.ndim == 3 else values == colour] = 255
    return pixels


def _white_of(image: ImageFile.ImageFile) -> int:
    """The value that is white of 16-bit grey; a TIFF may use 12 bits of them, or count from white: then negative."""
    tags = getattr(image, "tag_v2", {})
    white = (1 << int(tags.get(_BITS, (16,))[0])) - 1
    return -white if tags.get(_BLACK_OR_WHITE_IS_ZERO) == 0 else white


def _eight_bits(values: NDArray[Any], white: int) -> NDArray[np.uint8]:
    most = abs(white)
    grey: NDArray[np.uint8] = ((values.astype(np.uint32) * 255 + most // 2) // most).astype(np.uint8)
    return 255 - grey if white < 0 else grey
