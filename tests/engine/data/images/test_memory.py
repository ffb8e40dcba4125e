"""Large pictures are decoded in little memory, and those that memory is too small for are refused in words."""

import os
import struct
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from engine.data.images import decoding
from engine.data.images.decoding import UnreadableImageError, decode

MEGAPIXELS = 25
BYTES_PER_PIXEL = 6  # 600 MB for 100 megapixels, of which 300 are the picture itself
PEAK = """
import resource, sys
from pathlib import Path
from typing import Any
from engine.data.images.decoding import decode

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)

decode(Path(sys.argv[1]), 1000)  # a small one, so that all is loaded
before = peak()
pixels = decode(Path(sys.argv[2]), 1000)
print(pixels.shape[0] * pixels.shape[1], peak() - before)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts memory in another way")
@pytest.mark.parametrize(
    ("name", "mode", "options"),
    [
        ("a.jpg", "RGB", {}),
        ("a.png", "RGBA", {"compress_level": 1}),
        ("a.png", "P", {"compress_level": 1, "transparency": 0}),
    ],
)
def test_a_large_picture_takes_less_than_twice_its_own_size(
    tmp_path: Path, name: str, mode: str, options: dict[str, Any]
) -> None:
    side = int((MEGAPIXELS * 1e6) ** 0.5)
    Image.new(mode, (8, 8)).save(tmp_path / f"small_{name}", **options)
    Image.new(mode, (side, side)).save(tmp_path / name, **options)
    told = subprocess.run(
        [sys.executable, "-c", PEAK, tmp_path / f"small_{name}", tmp_path / name],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=True,
        text=True,
    )
    pixels, taken = map(int, told.stdout.split())
    assert pixels == side * side
    assert taken < BYTES_PER_PIXEL * pixels


def test_a_picture_too_large_for_the_free_memory_is_refused_before_it_is_decoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Image.new("L", (4000, 4000)).save(tmp_path / "a.png", compress_level=1)
    Image.new("L", (40, 40)).save(tmp_path / "small.png")
    monkeypatch.setattr(decoding, "free_bytes", lambda: 2**25)
    with pytest.raises(UnreadableImageError, match=r"may take 0\.1 GB of memory, and 0\.0 GB is free") as told:
        decode(tmp_path / "a.png", 100)
    assert told.value.kind == "decoding it needs more memory than there is"
    assert decode(tmp_path / "small.png", 100).shape == (40, 40, 3)


def test_a_full_memory_is_a_reason_of_this_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_image: object) -> None:
        raise MemoryError

    Image.new("L", (40, 40)).save(tmp_path / "a.png")
    monkeypatch.setattr(decoding, "rgb", full)
    with pytest.raises(UnreadableImageError, match="more memory than there is"):
        decode(tmp_path / "a.png", 100)


def test_a_png_whose_data_claim_four_gigabytes_is_damaged(tmp_path: Path) -> None:
    def chunk(kind: bytes, data: bytes, length: int | None = None) -> bytes:
        claimed = len(data) if length is None else length
        return struct.pack(">I", claimed) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 64, 64, 8, 2, 0, 0, 0))
    data = chunk(b"IDAT", zlib.compress(os.urandom(64 * 193))[:500], 2**32 - 20)
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + header + data + chunk(b"IEND", b""))
    with pytest.raises(UnreadableImageError, match=r"damaged|more memory"):
        decode(tmp_path / "a.png", 100)
