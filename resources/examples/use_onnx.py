"""Uses an exported student with ONNX Runtime, NumPy and Pillow alone; PatchDistill is not needed.

    pip install onnxruntime numpy pillow
    python use_onnx.py student.onnx picture.jpg [more pictures ...]

The file does everything itself but decoding and sizing a picture: colours in (RGB bytes), and out come
image_score (a logit; its sigmoid is the probability of being fake), is_fake (score above the threshold that was chosen
on validation), patch_map (a logit for each patch) and, if a teacher was known, aligned_map (on the teacher's patches).
"""

import json
import os
import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps


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


def view(path: Path, kind: str, size: int) -> np.ndarray:
    """A picture as the student was trained to see it, uint8 (3, size, size): resized, or the middle at full size.

    For the latter, a picture that is too small is mirrored at its bottom and right edge.
    """
    picture = decoded(path)
    if kind == "resize":
        picture = picture.resize((size, size), Image.Resampling.BILINEAR)
    pixels = np.asarray(picture)
    missing = [(0, max(0, size - side)) for side in pixels.shape[:2]]
    pixels = np.pad(pixels, [*missing, (0, 0)], mode="reflect")
    top, left = ((side - size) // 2 // 8 * 8 for side in pixels.shape[:2])
    return pixels[top : top + size, left : left + size].transpose(2, 0, 1)


def main(model: Path, pictures: list[Path]) -> None:
    """Print probability, decision and the most suspicious patch of each picture."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # else ONNX Runtime sends figures of its use to its maker
    import onnxruntime

    session = onnxruntime.InferenceSession(model.read_bytes(), providers=["CPUExecutionProvider"])
    notes = session.get_modelmeta().custom_metadata_map
    images = np.stack([view(path, notes["view"], json.loads(notes["size"])) for path in pictures])
    scores, fakes, maps = session.run(["image_score", "is_fake", "patch_map"], {"image": images})
    for path, score, fake, patches in zip(pictures, scores, fakes, maps[:, 0], strict=True):
        row, column = np.unravel_index(patches.argmax(), patches.shape)
        probability = 1 / (1 + np.exp(-score))
        print(  # noqa: T201
            f"{path.name}: probability of fake {probability:.4f}, called {'fake' if fake else 'real'}, most suspicious "
            f"patch in row {row}, column {column} of {patches.shape[0]} x {patches.shape[1]}"
        )


if __name__ == "__main__":
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
