"""Gets the 23 photographs that `tests.bench.other_set` was built of out of Debian's packages of desktop backgrounds.

    python -m tests.bench.photographs FOLDER

It asks `apt-get`, as Debian sets it up, for two packages (140 MB), and installs neither. What their authors say of
licences lies beside the pictures; they are measured with here and not passed on.
"""

import argparse
import shutil
import subprocess
import tempfile
from pathlib import Path

MATE, PLASMA = "mate-backgrounds", "plasma-workspace-wallpapers"
NATURE = (
    "Aqua",
    "Blinds",
    "Dune",
    "FreshFlower",
    "Garden",
    "GreenMeadow",
    "LadyBird",
    "RainDrops",
    "Storm",
    "TwoWings",
)
SCENES = ("BytheWater", "ColdRipple", "ColorfulCups", "DarkestHour", "EveningGlow", "FallenLeaf", "Grey", "Kite")
PICTURES = {  # the others are drawings
    MATE: [f"backgrounds/mate/nature/{name}.jpg" for name in (*NATURE, "Wood", "YellowFlower")],
    PLASMA: [
        f"wallpapers/{name}/contents/images/2560x1600.jpg" for name in (*SCENES, "OneStandsOut", "Path", "summer_1am")
    ],
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    fetch(parser.parse_args().folder)


def fetch(folder: Path) -> None:
    """Put the photographs into the folder; SystemExit where there is no apt-get."""
    if shutil.which("apt-get") is None:
        raise SystemExit("It needs Debian's apt-get. Give other_set a folder of photographs of your own instead.")
    folder.mkdir(parents=True, exist_ok=True)
    for package, pictures in PICTURES.items():
        with tempfile.TemporaryDirectory() as place:
            subprocess.run(["apt-get", "download", "-qq", package], cwd=place, check=True)
            (archive,) = Path(place).glob("*.deb")
            subprocess.run(["dpkg-deb", "-x", str(archive), place], check=True)
            shared = Path(place, "usr", "share")
            shutil.copyfile(shared / "doc" / package / "copyright", folder / f"{package}.copyright.txt")
            for picture in pictures:
                shutil.copyfile(shared / picture, folder / picture.replace("/", "-"))


if __name__ == "__main__":
    main()
