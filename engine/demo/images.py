"""Builds the demo's data set in the user's cache: tiles of real photographs, and a generator's imitations of them."""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np
import platformdirs
import torch
from numpy.typing import NDArray
from PIL import Image
from safetensors.torch import load_file
from torch import Tensor

from engine.control import StopRequestedError
from engine.demo.generator import UpsamplingGenerator
from engine.events.progress import ReportProgress
from engine.files import remove_abandoned, storage_error
from engine.parser_errors import TEXT_ERRORS
from resources.paths import resource

TILE = 96
QUALITY = 90  # of the JPEG files, real and fake alike
MARGIN = 16  # pixels, even; more than half the field that the generators see
FLAT = 0.4  # grey levels; in tiles whose neighbouring pixels differ less on average there is nothing to see
LAYOUT_VERSION = 1  # to be raised when the code below makes other images of the same resources
BUILDING = "demo-building-"
MARKER = "complete.json"

Pixels = NDArray[np.uint8]  # (H, W, 3)
Tiles = dict[Path, list[tuple[int, int]]]  # photograph -> corners (top, left)


@dataclass(frozen=True)
class DemoData:
    """Where the demo's data set lies (train, val, test/unseen_generator; each real, fake) and its teacher."""

    folder: Path
    teacher: Path


@dataclass(frozen=True)
class DemoSplit:
    """Tiles of some photographs (a pattern), and the generator that imitates them; `offset` shifts the grid."""

    folder: str
    photos: str
    upsampling: str
    generator: str
    tiles: int
    offset: int = 0


SPLITS = (
    DemoSplit("train", "train/*.webp", "nearest", "seen", tiles=600),
    DemoSplit("val", "val/*.webp", "nearest", "seen", tiles=250),
    DemoSplit("test/unseen_generator", "val/*.webp", "transposed", "unseen", tiles=175, offset=TILE // 2),
)


def build_demo_data(
    cache_dir: Path | None = None,
    progress: ReportProgress = lambda done, total: None,
    should_stop: Callable[[], bool] = lambda: False,
    splits: Iterable[DemoSplit] = SPLITS,
) -> DemoData:
    """The demo's data set below `cache_dir` (default: the user's cache), built now unless it is there already.

    `progress` gets the images written and the images in all. A broken or half-built data set is never used: it is
    built aside and moved into place, and checked whenever it is used again. Raises StopRequestedError, StorageError.
    """
    splits = tuple(splits)
    parent = cache_dir or Path(platformdirs.user_cache_dir("PatchDistill", appauthor=False))
    folder = parent / f"demo-{resources_version(splits)}"
    try:
        if not is_complete(folder):
            build_aside(folder, splits, progress, should_stop)
    except OSError as error:
        raise storage_error(folder, error) from error
    return DemoData(folder, resource("demo", "weights", "teacher.safetensors"))


def resources_version(splits: Iterable[DemoSplit]) -> str:
    """Changes with whatever the images are made from."""
    digest = hashlib.sha256(repr((LAYOUT_VERSION, TILE, QUALITY, FLAT, tuple(splits))).encode())
    for path in (
        *sorted(resource("demo", "photos").rglob("*.webp")),
        *map(generator_file, ("seen", "unseen")),
    ):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def is_complete(folder: Path) -> bool:
    """True where every image that was built is still there, byte for byte."""
    try:
        marker = json.loads((folder / MARKER).read_text(encoding="utf-8"))
        return bool(marker == fingerprint(folder))
    except (OSError, *TEXT_ERRORS):
        return False


def fingerprint(folder: Path) -> dict[str, int | str]:
    """Number of images in a folder and a digest of their names and bytes."""
    digest, images = hashlib.sha256(), sorted(folder.rglob("*.jpg"))
    for path in images:
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return {"images": len(images), "sha256": digest.hexdigest()}


def build_aside(
    folder: Path,
    splits: tuple[DemoSplit, ...],
    progress: ReportProgress,
    should_stop: Callable[[], bool],
) -> None:
    """Build beside the target, mark as complete, and move into place, unless it is there by then."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    remove_abandoned(folder.parent, BUILDING)
    aside = Path(tempfile.mkdtemp(prefix=BUILDING, dir=folder.parent))
    try:
        chosen = {split: chosen_tiles(split) for split in splits}
        total = 2 * sum(len(corners) for tiles in chosen.values() for corners in tiles.values())
        for done, (name, pixels) in enumerate(demo_images(chosen), start=1):
            if should_stop():
                raise StopRequestedError
            path = aside / name
            path.parent.mkdir(parents=True, exist_ok=True)
            Image.fromarray(pixels).save(path, quality=QUALITY, subsampling=0)
            progress(done, total)
        (aside / MARKER).write_text(json.dumps(fingerprint(aside)), encoding="utf-8")
        if is_complete(folder):  # another process was faster, and reads it already
            return
        if folder.exists():
            shutil.rmtree(folder)
        aside.replace(folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def demo_images(chosen: Mapping[DemoSplit, Tiles]) -> Iterator[tuple[str, Pixels]]:
    """File name and pixels of every image: a tile of a photograph, and the same tile of its imitation."""
    for split, tiles in chosen.items():
        generator = load_generator(split)
        for path, corners in tiles.items():
            photo = read_photo(path)
            imitation = imitate(photo, generator)
            for (top, left), (label, image) in product(corners, (("real", photo), ("fake", imitation))):
                tile = image[top : top + TILE, left : left + TILE]
                yield f"{split.folder}/{label}/{path.stem}-{top:04d}-{left:04d}.jpg", tile


def chosen_tiles(split: DemoSplit) -> Tiles:
    """For each photograph the corners (top, left) of its tiles, evenly thinned out to the number wanted."""
    found = [
        (path, corner)
        for path in sorted(resource("demo", "photos").glob(split.photos))
        for corner in textured_tiles(read_photo(path), split.offset)
    ]
    wanted = min(split.tiles, len(found))
    tiles: Tiles = {}
    for index in range(wanted):
        path, corner = found[index * len(found) // wanted]
        tiles.setdefault(path, []).append(corner)
    return tiles


def textured_tiles(photo: Pixels, offset: int) -> Iterator[tuple[int, int]]:
    """Corners of the tiles on a grid that are not flat."""
    steps = np.abs(np.diff(photo.mean(axis=2), axis=1, append=0))
    height, width = photo.shape[:2]
    for top in range(offset, height - TILE + 1, TILE):
        for left in range(offset, width - TILE + 1, TILE):
            if steps[top : top + TILE, left : left + TILE - 1].mean() > FLAT:
                yield top, left


def read_photo(path: Path) -> Pixels:
    """The photograph at half its stored size, so that no trace of its compression is left."""
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB").reduce(2))


def generator_file(name: str) -> Path:
    """The shipped weights of the generator "seen" or "unseen"."""
    return resource("demo", "weights", f"generator_{name}.safetensors")


def load_generator(split: DemoSplit) -> UpsamplingGenerator:
    """The split's generator with its shipped weights."""
    generator = UpsamplingGenerator(split.upsampling)
    weights: dict[str, Tensor] = load_file(generator_file(split.generator))
    generator.load_state_dict({key: value.float() for key, value in weights.items()})
    return generator.eval()


@torch.inference_mode()
def imitate(photo: Pixels, generator: UpsamplingGenerator) -> Pixels:
    """What the generator makes of a photograph, same size.

    By strips that overlap by more than the generator sees, which gives the same and is three times as fast.
    """
    image = torch.from_numpy(photo.copy()).permute(2, 0, 1)[None].float() / 255
    generator = generator.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    strips = []
    for top in range(0, image.shape[2], TILE):
        begin = max(0, top - MARGIN)
        strip = image[:, :, begin : top + TILE + MARGIN].contiguous(memory_format=torch.channels_last)
        strips.append(generator(strip)[0, :, top - begin :][:, :TILE])
    imitation: Pixels = (torch.cat(strips, dim=1) * 255).round().byte().permute(1, 2, 0).numpy()
    return imitation
