"""HEIC, AVIF, animations and the many endings: what is read, what is not, and the words for it."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.data.images.decoding import UnreadableImageError, decode, read_header
from engine.data.images.heic import open_heic
from engine.data.images.kinds import DIALOG_PATTERN, EXTENSIONS, IN_WORDS, NOT_A_PICTURE, READ, why_not_read

LIMIT_MP = 10.0
PICTURES = Path(__file__).parents[3] / "data" / "pictures"


def gradient(height: int = 48, width: int = 64) -> Image.Image:
    rows, columns = np.mgrid[:height, :width]
    rgb = np.stack([rows * 255 // (height - 1), columns * 255 // (width - 1), 0 * rows + 90], axis=2)
    return Image.fromarray(rgb.astype(np.uint8))


@pytest.mark.parametrize(("name", "turned"), [("gradient.heic", False), ("turned.heic", True)])
def test_heic_is_read_upright(name: str, turned: bool) -> None:
    pixels = decode(PICTURES / name, LIMIT_MP)
    upright = np.asarray(gradient()) if not turned else np.rot90(np.asarray(gradient()), -1)
    assert pixels.shape == upright.shape
    assert np.abs(pixels.astype(int) - upright).mean() < 8
    header = read_header(PICTURES / name, LIMIT_MP)
    assert (header.format, header.height, header.width) == ("HEIF", *upright.shape[:2])


def test_avif_is_read_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    gradient().save(tmp_path / "a.avif", quality=90, exif=exif)
    upright = np.rot90(np.asarray(gradient()), -1)
    pixels = decode(tmp_path / "a.avif", LIMIT_MP)
    assert pixels.shape == upright.shape
    assert np.abs(pixels.astype(int) - upright).mean() < 8


@pytest.mark.parametrize("name", ["a.heic", "a.avif"])
def test_content_counts_not_the_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes((PICTURES / "gradient.heic").read_bytes())
    assert decode(tmp_path / name, LIMIT_MP).shape == (48, 64, 3)
    gradient().save(tmp_path / "a.png")
    (tmp_path / "a.png").replace(tmp_path / name)
    assert read_header(tmp_path / name, LIMIT_MP).format == "PNG"


@pytest.mark.parametrize("share", [0.3, 0.8, 0.99])
@pytest.mark.parametrize("name", ["a.heic", "a.avif"])
def test_what_is_cut_off_says_so_and_prints_nothing(
    tmp_path: Path, name: str, share: float, capfd: pytest.CaptureFixture[str]
) -> None:
    if name == "a.avif":
        gradient().save(tmp_path / name)
    whole = (PICTURES / "gradient.heic" if name == "a.heic" else tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(whole[: int(share * len(whole))])
    with pytest.raises(UnreadableImageError, match="damaged"):
        decode(tmp_path / name, LIMIT_MP)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("kind", [b"hvc1", b"Exif"])
def test_a_heic_whose_item_types_are_no_text_does_not_end_the_program(tmp_path: Path, kind: bytes) -> None:
    """Told from an end by a process of its own: pi-heif 1.4.0 crashes on it."""
    whole = (PICTURES / "turned.heic").read_bytes()
    entry = whole.index(b"infe", whole.index(b"infe") + 1) if kind == b"Exif" else whole.index(b"infe")
    at = whole.index(kind, entry)
    (tmp_path / "a.heic").write_bytes(whole[:at] + b"E\xeaif" + whole[at + 4 :])
    read = (
        "import sys; from pathlib import Path; from engine.data.images.decoding import UnreadableImageError, decode\n"
        "try:\n    decode(Path(sys.argv[1]), 10)\nexcept UnreadableImageError as error:\n    print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", read, tmp_path / "a.heic"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() == "damaged, or of a kind that is not supported"


def test_items_of_a_heic_may_have_large_numbers(tmp_path: Path) -> None:
    """As photographs of many tiles have: bytes of a number are no text."""
    whole = (PICTURES / "gradient.heic").read_bytes()
    assert whole.count(b"infe\2\0\0\0\0\1") == 1
    (tmp_path / "a.heic").write_bytes(whole.replace(b"infe\2\0\0\0\0\1", b"infe\2\0\0\0\0\xc8"))
    with (tmp_path / "a.heic").open("rb") as stream, pytest.raises(SyntaxError):  # of the missing item, not of its type
        open_heic(stream)


@pytest.mark.parametrize(("name", "kind"), [("a.gif", "GIF"), ("a.webp", "WEBP"), ("a.png", "PNG"), ("a.mpo", "MPO")])
def test_of_several_pictures_the_first_is_used_and_that_is_said(tmp_path: Path, name: str, kind: str) -> None:
    frames = [Image.new("RGB", (16, 16), colour) for colour in ("red", "blue", "lime")]
    frames[0].save(tmp_path / name, save_all=True, append_images=frames[1:])
    header = read_header(tmp_path / name, LIMIT_MP)
    assert (header.format, header.several) == (kind, True)
    red = decode(tmp_path / name, LIMIT_MP)[8, 8]
    assert red[0] > 240
    assert red[1] < 20
    frames[0].save(tmp_path / name)
    assert not read_header(tmp_path / name, LIMIT_MP).several


def test_every_kind_in_words_has_endings_and_none_of_them_has_a_reason_against_it() -> None:
    assert all(kind in IN_WORDS for kind in READ)
    for ending in EXTENSIONS:
        assert ending == ending.lower()
        assert f"*{ending}" in DIALOG_PATTERN
        assert why_not_read(ending) == NOT_A_PICTURE


@pytest.mark.parametrize("ending", [".cr2", ".dng", ".svg", ".psd", ".jxl"])
def test_a_picture_of_another_kind_says_what_to_do(ending: str) -> None:
    assert "save it as PNG" in why_not_read(ending)
