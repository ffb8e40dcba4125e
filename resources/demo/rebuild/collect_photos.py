"""Collects the demo's photographs from their published sources, reduces them and writes LICENCES.md.

Run on Debian 12 or later with scikit-image and scikit-learn installed:
    python resources/demo/rebuild/collect_photos.py
"""

import subprocess
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from PIL import Image

DEMO = Path(__file__).resolve().parents[1]
TILE = 192  # twice the tile of the demo: the builder halves every photo
MAX_TILES = (10, 7)  # long side, short side
QUALITY = 90


@dataclass(frozen=True)
class Photo:
    """One photograph: where its file is found, who made it, under which licence, and its split."""

    name: str
    split: str
    origin: str  # "skimage", "sklearn" or a Debian package
    file: str
    author: str
    licence: str


LOMIRI = "lomiri-wallpapers-16.04"
PHOTOS = (
    Photo("astronaut", "train", "skimage", "data/astronaut.png", "NASA", "public domain"),
    Photo("coffee", "train", "skimage", "data/coffee.png", "Rachel Michetti", "CC0-1.0"),
    Photo("rocket", "train", "skimage", "data/rocket.jpg", "SpaceX", "public domain"),
    Photo("flower", "train", "sklearn", "datasets/images/flower.jpg", "vultilion (danielbuechele)", "CC-BY-2.0"),
    Photo("bridge", "train", LOMIRI, "Bridge_by_Sander_Klootwijk.jpg", "Sander Klootwijk", "CC-BY-SA-4.0"),
    Photo("brushes", "train", LOMIRI, "Picture_1A_by_freespace.jpg", 'Trevor "Freespace"', "CC-BY-4.0"),
    Photo("cellar", "train", LOMIRI, "Wine_by_Jakkub_Mede.jpg", "Jakub Mede", "CC-BY-4.0"),
    Photo("clock", "train", LOMIRI, "greentock_by_Peter_Nerlich.jpg", "Peter Nerlich", "CC-BY-SA-4.0"),
    Photo("dogs", "train", LOMIRI, "friends_by_Aitzol_Berasategi.jpg", "Aitzol Berasategi", "CC-BY-4.0"),
    Photo("hills", "train", LOMIRI, "aitzgorri_by_Aitzol_Berasategi.jpg", "Aitzol Berasategi", "CC-BY-4.0"),
    Photo("lamp", "train", LOMIRI, "free_by_Peter_Nerlich.jpg", "Peter Nerlich", "CC-BY-SA-4.0"),
    Photo("stream", "train", LOMIRI, "life_by_Aitzol_Berasategi.jpg", "Aitzol Berasategi", "CC-BY-4.0"),
    Photo("sunset", "train", LOMIRI, "sunset_by_Aitzol_Berasategi.jpg", "Aitzol Berasategi", "CC-BY-4.0"),
    Photo("chelsea", "val", "skimage", "data/chelsea.png", "Stefan van der Walt", "CC0-1.0"),
    Photo("china", "val", "sklearn", "datasets/images/china.jpg", "danielbuechele", "CC-BY-2.0"),
    Photo("dandelion", "val", LOMIRI, "seeding_by_Clements_Engelhardt.jpg", "Clemens Engelhardt", "CC0-1.0"),
    Photo("dragonfly", "val", LOMIRI, "Dragonfly_by_Bolly.jpg", '"Bolly"', "CC-BY-SA-4.0"),
    Photo("fig", "train", LOMIRI, "Picture_0B_by_freespace.jpg", 'Trevor "Freespace"', "CC-BY-4.0"),
    Photo("mountains", "val", LOMIRI, "picosdeeuropa_by_Aitzol_Berasategi.jpg", "Aitzol Berasategi", "CC-BY-4.0"),
    Photo(
        "nuthatch", "val", "lomiri-wallpapers-20.04", "Kleiber_by_Lukas_Baubkus.jpg", "Lukas Baubkus", "CC-BY-SA-3.0"
    ),
)


def main() -> None:
    """Write photos/<split>/<name>.webp and LICENCES.md."""
    with tempfile.TemporaryDirectory() as scratch:
        for photo in PHOTOS:
            target = DEMO / "photos" / photo.split / f"{photo.name}.webp"
            target.parent.mkdir(parents=True, exist_ok=True)
            with Image.open(source_file(photo, Path(scratch))) as image:
                reduced = reduce_to_tiles(image.convert("RGB"))
            reduced.save(target, quality=QUALITY, method=6)
            print(f"{photo.split}/{photo.name}: {reduced.size}, {target.stat().st_size // 1024} KB")  # noqa: T201
    (DEMO / "LICENCES.md").write_text(licences(), encoding="utf-8", newline="\n")


def source_file(photo: Photo, scratch: Path) -> Path:
    """The photograph inside an installed wheel, or inside its Debian package, which is fetched once."""
    if photo.origin in ("skimage", "sklearn"):
        spec = find_spec(photo.origin)
        if spec is None or spec.origin is None:
            raise SystemExit(f"{photo.origin} is not installed")
        return Path(spec.origin).parent / photo.file
    unpacked = scratch / photo.origin
    if not unpacked.exists():
        subprocess.run(["apt-get", "download", photo.origin], cwd=scratch, check=True)
        package = next(scratch.glob(f"{photo.origin}_*.deb"))
        subprocess.run(["dpkg", "-x", str(package), str(unpacked)], check=True)
    return unpacked / "usr/share/backgrounds" / photo.file


def reduce_to_tiles(image: Image.Image) -> Image.Image:
    """Shrink to at most MAX_TILES tiles, then cut the centre down to whole tiles."""
    tiles = MAX_TILES if image.width >= image.height else MAX_TILES[::-1]
    scale = min(1.0, max(tiles[0] * TILE / image.width, tiles[1] * TILE / image.height))
    size = round(image.width * scale), round(image.height * scale)
    if scale < 1.0:
        image = image.resize(size, Image.Resampling.LANCZOS)
    width, height = (min(side // TILE, most) * TILE for side, most in zip(size, tiles, strict=True))
    left, top = (image.width - width) // 2, (image.height - height) // 2
    return image.crop((left, top, left + width, top + height))


def licences() -> str:
    """The text of LICENCES.md, one row a photograph."""
    sources = {"skimage": "scikit-image", "sklearn": "scikit-learn"}
    rows = [
        f"| photos/{p.split}/{p.name}.webp | {p.author} | {p.licence} "
        f"| {sources.get(p.origin, f'Debian package {p.origin}')}, {Path(p.file).name} |"
        for p in PHOTOS
    ]
    return "\n".join([LICENCES_HEAD, *rows, LICENCES_TAIL])


LICENCES_HEAD = """# Licences of the demo's photographs

Every photograph was reduced in size, cut to a whole number of tiles and stored again as WebP by
`rebuild/collect_photos.py`; nothing else was changed. Authors and licences are those stated by the
source named in the last column; for the flower, scikit-learn names one author and links to the page of the other.

| file | author | licence | source |
|---|---|---|---|"""

LICENCES_TAIL = """
Licence texts: CC0-1.0 creativecommons.org/publicdomain/zero/1.0, CC-BY-2.0 creativecommons.org/licenses/by/2.0,
CC-BY-4.0 creativecommons.org/licenses/by/4.0, CC-BY-SA-3.0 creativecommons.org/licenses/by-sa/3.0,
CC-BY-SA-4.0 creativecommons.org/licenses/by-sa/4.0.

The reduced photographs under a ShareAlike licence, and the image tiles that the program makes from them
in the user's cache folder, stay under that licence. The weights in `weights/` were trained on these
photographs by the scripts in `rebuild/` and carry the licence of the program.
"""

if __name__ == "__main__":
    main()
