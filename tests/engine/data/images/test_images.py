"""Every kind of picture file that users have becomes upright 8-bit RGB, or a sentence that says why not."""

import os
import struct
import warnings
import zlib
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFile

from engine.data.images.decoding import UnreadableImageError, decode, read_header

LIMIT_MP = 10.0


def gradient(height: int = 20, width: int = 30) -> Image.Image:
    rows, columns = np.mgrid[:height, :width]
    rgb = np.stack([rows * 255 // (height - 1), columns * 255 // (width - 1), 0 * rows + 90], axis=2)
    return Image.fromarray(rgb.astype(np.uint8))


def png_claiming(width: int, height: int) -> bytes:
    """A PNG whose header claims a size that its data do not have."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


@pytest.mark.parametrize("name", ["a.png", "a.bmp", "a.tif", "a.TIFF", "Ünï 漢字.png"])
def test_lossless_formats_keep_every_pixel(tmp_path: Path, name: str) -> None:
    gradient().save(tmp_path / name)
    np.testing.assert_array_equal(decode(tmp_path / name, LIMIT_MP), np.asarray(gradient()))


def test_webp_without_loss_keeps_every_pixel(tmp_path: Path) -> None:
    gradient().save(tmp_path / "a.webp", lossless=True)
    np.testing.assert_array_equal(decode(tmp_path / "a.webp", LIMIT_MP), np.asarray(gradient()))


def test_jpeg_is_decoded_in_full_resolution(tmp_path: Path) -> None:
    gradient(200, 300).save(tmp_path / "a.jpg", quality=90)
    with Image.open(tmp_path / "a.jpg") as image:
        np.testing.assert_array_equal(decode(tmp_path / "a.jpg", LIMIT_MP), np.asarray(image))


@pytest.mark.parametrize("suffix", ["jpg", "png", "tif", "webp"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_rotation_is_undone(tmp_path: Path, suffix: str, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = tmp_path / f"a.{suffix}"
    stored = gradient()
    stored.save(path, exif=exif, quality=100)
    rows = np.asarray(stored).astype(int)
    upright = {
        1: rows,
        2: rows[:, ::-1],
        3: rows[::-1, ::-1],
        4: rows[::-1],
        5: rows.transpose(1, 0, 2),
        6: np.rot90(rows, -1),
        7: np.rot90(rows, 2).transpose(1, 0, 2),
        8: np.rot90(rows),
    }[orientation]
    pixels = decode(path, LIMIT_MP)
    assert pixels.shape == upright.shape
    assert np.abs(pixels - upright).mean() < 6  # JPEG and WebP lose a little, a wrong turn some 60


def test_damaged_exif_leaves_the_picture_as_it_is(tmp_path: Path) -> None:
    gradient().save(tmp_path / "a.png", exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff\x01\x12garbage")
    assert decode(tmp_path / "a.png", LIMIT_MP).shape == (20, 30, 3)


def test_grey_palette_and_two_level_pictures_become_rgb(tmp_path: Path) -> None:
    for mode in ("L", "P", "1"):
        picture = gradient().convert(mode)
        picture.save(tmp_path / f"{mode}.png")
        expected = np.asarray(picture.convert("RGB"))
        np.testing.assert_array_equal(decode(tmp_path / f"{mode}.png", LIMIT_MP), expected)


@pytest.mark.parametrize("suffix", ["jpg", "tif"])
def test_cmyk_is_not_inverted(tmp_path: Path, suffix: str) -> None:
    Image.new("RGB", (16, 16), (250, 10, 10)).convert("CMYK").save(tmp_path / f"a.{suffix}")
    red = decode(tmp_path / f"a.{suffix}", LIMIT_MP).mean(axis=(0, 1))
    assert red[0] > 240
    assert red[1] < 20
    assert red[2] < 20


def test_transparent_pixels_show_white(tmp_path: Path) -> None:
    rgba = np.zeros((4, 4, 4), np.uint8)
    rgba[:2, :, 0], rgba[:2, :, 3] = 200, 255
    rgba[2, :, 3] = 128
    Image.fromarray(rgba).save(tmp_path / "a.png")
    pixels = decode(tmp_path / "a.png", LIMIT_MP)
    assert pixels[0, 0].tolist() == [200, 0, 0]
    assert pixels[2, 0].tolist() == [127, 127, 127]
    assert pixels[3, 0].tolist() == [255, 255, 255]


@pytest.mark.parametrize("mode", ["P", "L", "RGB"])
def test_a_transparent_colour_shows_white(tmp_path: Path, mode: str) -> None:
    picture = Image.new(mode, (4, 4), 0)
    picture.save(tmp_path / "a.png", transparency=(0, 0, 0) if mode == "RGB" else 0)
    assert (decode(tmp_path / "a.png", LIMIT_MP) == 255).all()


def test_sixteen_bits_are_scaled_not_clipped(tmp_path: Path) -> None:
    deep = np.linspace(0, 65535, 64 * 64).astype(np.uint16).reshape(64, 64)
    for name in ("a.png", "a.tif"):
        Image.fromarray(deep).save(tmp_path / name)
        pixels = decode(tmp_path / name, LIMIT_MP)
        np.testing.assert_allclose(pixels[:, :, 1], deep / 257, atol=0.51)


def test_deep_tiffs_that_count_from_white_or_in_twelve_bits_show_as_meant(tmp_path: Path) -> None:
    stream = BytesIO()
    Image.fromarray(np.array([[0xF0FF, 0]], np.uint16)).save(stream, "TIFF")
    whole = stream.getvalue()
    colours, bits = (struct.pack("<HHIHH", tag, 3, 1, value, 0) for tag, value in ((262, 1), (258, 16)))
    assert colours in whole and bits in whole
    from_white = whole.replace(colours, struct.pack("<HHIHH", 262, 3, 1, 0, 0))
    twelve = whole.replace(bits, struct.pack("<HHIHH", 258, 3, 1, 12, 0))  # FF F0 00: two pixels of 12 bits
    for data, values in ((whole, (240, 0)), (from_white, (15, 255)), (twelve, (255, 0))):
        (tmp_path / "a.tif").write_bytes(data)
        assert decode(tmp_path / "a.tif", LIMIT_MP)[0, :, 0].tolist() == list(values)


def test_sixteen_bit_colour_png_is_scaled(tmp_path: Path) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    row = b"\0" + struct.pack(">6H", 0, 32768, 65535, 65535, 0, 257)
    header = struct.pack(">IIBBBBB", 2, 1, 16, 2, 0, 0, 0)
    parts = [chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(row)), chunk(b"IEND", b"")]
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(parts))
    assert decode(tmp_path / "a.png", LIMIT_MP).tolist() == [[[0, 128, 255], [255, 0, 1]]]


def test_float_pictures_are_refused_in_words(tmp_path: Path) -> None:
    Image.fromarray(np.ones((4, 4), np.float32)).save(tmp_path / "a.tif")
    with pytest.raises(UnreadableImageError, match="8 or 16 bits"):
        decode(tmp_path / "a.tif", LIMIT_MP)


@pytest.mark.parametrize("suffix", ["webp", "png", "tif", "gif"])
def test_first_frame_of_many(tmp_path: Path, suffix: str) -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue", "lime")]
    stream = BytesIO()
    options = {"lossless": True} if suffix == "webp" else {}
    Image.Image.save(
        frames[0], stream, {"tif": "TIFF"}.get(suffix, suffix), save_all=True, append_images=frames[1:], **options
    )
    path = tmp_path / f"a.{'jpg' if suffix == 'gif' else suffix}"  # content counts, not the name
    path.write_bytes(stream.getvalue())
    assert decode(path, LIMIT_MP)[4, 4].tolist() == [255, 0, 0]


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.bmp", "a.tif"])
def test_truncated_files_are_refused_though_their_header_reads(tmp_path: Path, name: str) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (64, 64, 3), np.uint8)
    Image.fromarray(noise).save(tmp_path / name)
    whole = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UnreadableImageError):
        decode(tmp_path / name, LIMIT_MP)


def test_empty_missing_and_foreign_files_say_so(tmp_path: Path) -> None:
    (tmp_path / "empty.png").touch()
    (tmp_path / "text.jpg").write_text("not a picture at all", encoding="utf-8")
    (tmp_path / "folder.png").mkdir()
    for name, reason in (("empty.png", "empty"), ("text.jpg", "not a JPEG"), ("gone.png", "does not exist")):
        for read in (decode, read_header):
            with pytest.raises(UnreadableImageError, match=reason):
                read(tmp_path / name, LIMIT_MP)
    for name in ("folder.png", "long" * 80):
        with pytest.raises(
            UnreadableImageError, match=r"cannot be opened|another program holds it|does not exist"
        ) as told:
            decode(tmp_path / name, LIMIT_MP)
        assert name not in str(told.value), "whoever tells it names the file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    for read in (decode, read_header):
        with pytest.raises(UnreadableImageError, match="empty"):
            read(tmp_path / "pipe.png", LIMIT_MP)


def test_a_postscript_file_is_not_handed_to_an_interpreter(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n%%EndComments\n")
    with pytest.raises(UnreadableImageError, match="not a JPEG"):
        decode(tmp_path / "a.png", LIMIT_MP)


@pytest.mark.parametrize("size", [(4000, 4000), (12_000, 12_000), (60_000, 60_000)])
def test_decompression_bombs_are_refused_by_their_header(tmp_path: Path, size: tuple[int, int]) -> None:
    (tmp_path / "bomb.png").write_bytes(png_claiming(*size))
    for read in (decode, read_header):
        with pytest.raises(UnreadableImageError, match="megapixels"):
            read(tmp_path / "bomb.png", LIMIT_MP)


def test_the_limit_of_pixels_is_the_settings_not_pillows(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png_claiming(20_000, 20_000))
    assert read_header(tmp_path / "a.png", 500).width == 20_000


def test_pillows_own_state_and_warnings_are_left_alone(tmp_path: Path) -> None:
    before = Image.MAX_IMAGE_PIXELS, ImageFile.LOAD_TRUNCATED_IMAGES, list(warnings.filters)
    (tmp_path / "large.png").write_bytes(png_claiming(10_000, 10_000))  # Pillow warns from 89 megapixels on
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        read_header(tmp_path / "large.png", 500)
    assert not seen
    assert before == (Image.MAX_IMAGE_PIXELS, ImageFile.LOAD_TRUNCATED_IMAGES, list(warnings.filters))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_says_so(tmp_path: Path) -> None:
    gradient().save(tmp_path / "a.png")
    (tmp_path / "a.png").chmod(0)
    with pytest.raises(UnreadableImageError, match="permission"):
        decode(tmp_path / "a.png", LIMIT_MP)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from(["PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF"]),
    flips=st.lists(st.tuples(st.floats(0, 0.999), st.integers(1, 255)), min_size=1, max_size=8),
)
def test_damaged_files_give_a_picture_or_a_sentence_never_anything_else(
    tmp_path: Path, kind: str, flips: list[tuple[float, int]]
) -> None:
    stream = BytesIO()
    gradient().save(stream, kind)
    data = bytearray(stream.getvalue())
    for place, change in flips:
        data[int(place * len(data))] ^= change
    (tmp_path / "a.png").write_bytes(data)
    try:
        pixels = decode(tmp_path / "a.png", LIMIT_MP)
    except UnreadableImageError as error:
        assert str(error)
    else:
        assert pixels.dtype == np.uint8
        assert pixels.ndim == 3
