"""What is transparent shows white, in every mode and depth that files have."""

import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from engine.data.images.decoding import decode

LIMIT_MP = 10.0
GREY, RGB, PALETTE, GREY_ALPHA, RGBA = 0, 2, 3, 4, 6  # a PNG's kinds of colour
WHITE = [255, 255, 255]
_END = b"\0\0\0\0IEND\xaeB\x60\x82"


def png(kind: int, depth: int, row: bytes, width: int, **chunks: bytes) -> bytes:
    """A PNG of one row, with further chunks before its data."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, 1, depth, kind, 0, 0, 0)
    extra = b"".join(chunk(name.encode(), data) for name, data in chunks.items())
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra + chunk(b"IDAT", zlib.compress(b"\0" + row)) + _END


def shown(path: Path, data: bytes) -> list[list[int]]:
    """The pixels of the first row."""
    path.write_bytes(data)
    row: list[list[int]] = decode(path, LIMIT_MP)[0].tolist()
    return row


def words(*values: int) -> bytes:
    return struct.pack(f">{len(values)}H", *values)


@pytest.mark.parametrize(
    ("depth", "row", "transparent"),
    [(1, 0b01 << 6, 0), (2, 0b0011 << 4, 0), (2, 0b0111 << 4, 1), (4, 0x0F, 0), (4, 0x5F, 5), (8, None, 77)],
)
def test_a_transparent_grey_of_every_depth_shows_white(
    tmp_path: Path, depth: int, row: int | None, transparent: int
) -> None:
    data = bytes([77, 255]) if row is None else bytes([row])
    pixels = shown(tmp_path / "a.png", png(GREY, depth, data, 2, tRNS=words(transparent)))
    assert pixels == [WHITE, WHITE], "the second pixel is white itself"
    other = shown(tmp_path / "a.png", png(GREY, depth, data, 2, tRNS=words(2**depth - 1)))
    assert other[0] == [transparent * 255 // (2**depth - 1)] * 3, "another value is left as it is"


def test_a_transparent_grey_of_sixteen_bits_shows_white(tmp_path: Path) -> None:
    data = png(GREY, 16, words(1000, 1001, 0), 3, tRNS=words(1000))
    assert shown(tmp_path / "a.png", data) == [WHITE, [4, 4, 4], [0, 0, 0]]


@pytest.mark.parametrize(("depth", "pack"), [(8, bytes), (16, lambda values: words(*(257 * v for v in values)))])
def test_a_transparent_colour_of_both_depths_shows_white(tmp_path: Path, depth: int, pack: object) -> None:
    assert callable(pack)
    scale = 257 if depth == 16 else 1
    data = png(RGB, depth, pack([200, 10, 20, 9, 8, 7]), 2, tRNS=words(200 * scale, 10 * scale, 20 * scale))
    assert shown(tmp_path / "a.png", data) == [WHITE, [9, 8, 7]]


@pytest.mark.parametrize(("depth", "pack"), [(8, bytes), (16, lambda values: words(*(257 * v for v in values)))])
def test_alpha_channels_of_both_depths_lie_over_white(tmp_path: Path, depth: int, pack: object) -> None:
    assert callable(pack)
    grey = png(GREY_ALPHA, depth, pack([100, 255, 100, 0, 0, 128]), 3)
    assert shown(tmp_path / "a.png", grey) == [[100] * 3, WHITE, [127] * 3]
    colour = png(RGBA, depth, pack([200, 10, 20, 255, 200, 10, 20, 0, 0, 0, 0, 128]), 3)
    assert shown(tmp_path / "a.png", colour) == [[200, 10, 20], WHITE, [127] * 3]


@pytest.mark.parametrize("alphas", [b"\0", b"\0\x80", b"\xff\0\x80"])
def test_palettes_with_transparent_entries_lie_over_white(tmp_path: Path, alphas: bytes) -> None:
    colours = bytes([200, 10, 20, 0, 0, 0, 0, 0, 0])
    pixels = shown(tmp_path / "a.png", png(PALETTE, 8, bytes([0, 1, 2]), 3, PLTE=colours, tRNS=alphas))
    for place, alpha in enumerate((*alphas, 255, 255, 255)[:3]):
        stored = np.array(list(colours[3 * place : 3 * place + 3]), float)
        np.testing.assert_allclose(pixels[place], 255 + (stored - 255) * alpha / 255, atol=1)


@pytest.mark.parametrize("name", ["a.webp", "a.tif", "a.avif", "a.gif"])
def test_other_kinds_of_files_lie_over_white_too(tmp_path: Path, name: str) -> None:
    rgba = np.zeros((16, 16, 4), np.uint8)
    rgba[:8] = 10, 20, 200, 255
    options: dict[str, Any] = {} if name.endswith(("tif", "gif")) else {"quality": 100}
    Image.fromarray(rgba).save(tmp_path / name, **options)
    pixels = decode(tmp_path / name, LIMIT_MP).astype(int)
    assert np.abs(pixels[2, 2] - [10, 20, 200]).max() <= 8
    assert np.abs(pixels[13, 13] - 255).max() <= 2
