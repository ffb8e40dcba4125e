"""Uses an exported student with ONNX Runtime, NumPy and Pillow alone; PatchDistill is not needed.

    pip install onnxruntime numpy pillow
    python use_onnx.py student.onnx picture.jpg [more pictures ...]

The file does everything itself but decoding and sizing a picture: colours in (RGB bytes, of any size), and out come
patch_map (a logit for each patch), image_score (a logit), is_fake (score above the threshold that was chosen on
validation) and, if a teacher was known, aligned_map (on the teacher's patches). The probability of being fake is the
sigmoid of slope * image_score + offset, two numbers that the file notes.

A student whose view is "crop" judges a picture as large as it is. That of a camera would take gigabytes at once, so
here the map is put together from tiles, exactly, and the score is taken from all of it.
"""

import json
import math
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageOps

if TYPE_CHECKING:
    import onnxruntime

TILE = 1024  # pixels


def decoded(path: Path) -> Image.Image:
    """A picture in RGB: upright, over white where it is transparent, 16 bits of grey scaled to 8."""
    with Image.open(path) as file:
        picture = ImageOps.exif_transpose(file)
    if picture.mode.startswith("I;16"):
        grey = (np.asarray(picture).astype(np.uint32) * 255 + 32767) // 65535
        picture = Image.fromarray(grey.astype(np.uint8))
    elif picture.has_transparency_data:
        picture = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture)
    return picture.convert("RGB")


def view(path: Path, notes: Mapping[str, str]) -> np.ndarray:
    """A picture as the student judges it, uint8 (3, H, W): as it is, or scaled to a square."""
    picture = decoded(path)
    if notes["view"] == "resize":
        picture = picture.resize((json.loads(notes["size"]),) * 2, Image.Resampling.BILINEAR)
    return np.asarray(picture).transpose(2, 0, 1)


def patch_map(session: "onnxruntime.InferenceSession", pixels: np.ndarray, notes: Mapping[str, str]) -> np.ndarray:
    """The map (h, w) of a picture of any size; empty where no patch fits into it.

    A patch in row i sees the pixels from stride * i + offset on, ``field`` of them, and the input filter ``reach`` more
    on each side. Tiles begin at multiples of ``grid`` pixels and, where the filter pads the picture's rim, ``lead``
    pixels early: rows and columns that see the rim of a tile instead are left out.
    """
    names = ("patch_field", "patch_stride", "patch_offset", "patch_reach", "tile_grid", "tile_lead")
    field, stride, offset, reach, grid, lead = (json.loads(notes[name]) for name in names)
    needed = offset + field + (reach if notes["filter_padding"] == "none" else 0)
    rows, columns = (max(0, (side - needed) // stride + 1) for side in pixels.shape[1:])
    whole = np.empty((rows, columns), np.float32)
    step = TILE // grid * grid // stride
    for row in range(0, rows, step):
        for column in range(0, columns, step):
            part = whole[row : row + step, column : column + step]
            top, left = (max(0, cell * stride - lead) for cell in (row, column))
            bottom, right = (
                (cell + cells - 1) * stride + offset + field + reach
                for cell, cells in zip((row, column), part.shape, strict=True)
            )
            tile = session.run(["patch_map"], {"image": pixels[None, :, top:bottom, left:right]})[0][0, 0]
            tile = tile[row - top // stride :, column - left // stride :]
            part[:] = tile[: part.shape[0], : part.shape[1]]
    return whole


def image_score(patches: np.ndarray, notes: Mapping[str, str]) -> float:
    """The logit of the picture, from all its patches: their mean, or that of the highest, or the highest."""
    if notes["pooling"] == "mean":
        return float(patches.mean(dtype=np.float64))
    if notes["pooling"] == "topk_max":
        return float(patches.max())
    wanted = math.ceil(json.loads(notes["topk_ratio"]) * patches.size)
    k = min(patches.size, max(json.loads(notes["topk_minimum"]), wanted))
    return float(np.partition(patches.ravel(), -k)[-k:].mean(dtype=np.float64))


def main(model: Path, pictures: list[Path]) -> None:
    """Print probability, decision and the most suspicious patch of each picture."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # else ONNX Runtime sends figures of its use to its maker
    import onnxruntime

    session = onnxruntime.InferenceSession(model.read_bytes(), providers=["CPUExecutionProvider"])
    notes = session.get_modelmeta().custom_metadata_map
    scale = json.loads(notes.get("probability", '{"slope": 1.0, "offset": 0.0}'))
    for path in pictures:
        patches = patch_map(session, view(path, notes), notes)
        if not patches.size:
            print(f"{path.name}: too small, not a single patch fits into it")  # noqa: T201
            continue
        score = image_score(patches, notes)
        fake = score > json.loads(notes["threshold"])
        row, column = np.unravel_index(patches.argmax(), patches.shape)
        probability = np.exp(-np.logaddexp(0, -(scale["slope"] * score + scale["offset"])))
        print(  # noqa: T201
            f"{path.name}: probability of fake {probability:.4f}, called {'fake' if fake else 'real'}, most suspicious "
            f"patch in row {row}, column {column} of {patches.shape[0]} x {patches.shape[1]}"
        )


if __name__ == "__main__":
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
