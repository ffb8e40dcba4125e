"""Tries a folder of odd and damaged files: is every one accounted for, does nothing crash, is the console ours?

python -m tests.bench.odd_files FOLDER

Any folder serves, best one of test images of programs that read pictures. With class folders named real and fake it is
used as found, else its files are copied to both in turn. What is used is decoded, too. Exit code 1 where used and left
out files are not what lies on disk, where anything but a reason in words comes of a file, or where a line is printed.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

SEED = 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what became of the files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--found", type=Path, help=argparse.SUPPRESS)  # where the process that is watched writes
    options = parser.parse_args(arguments)
    if options.found is not None:
        options.found.write_text(json.dumps(tried(options.folder)), "utf-8")
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        root: Path = options.folder
        if not {"real", "fake"} <= {path.name for path in root.iterdir() if path.is_dir()}:
            root = in_classes(root, Path(temporary, "classes"))
        found_file = Path(temporary, "found.json")
        command = [sys.executable, "-m", "tests.bench.odd_files", str(root), "--found", str(found_file)]
        done = subprocess.run(command, capture_output=True, check=False)
        if not found_file.exists():
            print(f"It crashed (exit code {done.returncode}):\n{done.stderr.decode(errors='replace')}")
            return 1
        printed = (done.stdout + done.stderr).decode(errors="replace").splitlines()
        return report(json.loads(found_file.read_text("utf-8")), files_on_disk(root), printed)


def in_classes(folder: Path, target: Path) -> Path:
    """The files of a folder, in turn as real and as fake."""
    for number, path in enumerate(sorted(path for path in folder.rglob("*") if path.is_file())):
        copy = target / ("real", "fake")[number % 2] / path.relative_to(folder)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    return target


def files_on_disk(root: Path) -> int:
    """Counted without the program's own listing."""
    return sum(len(files) for _, _, files in os.walk(root))


def tried(root: Path) -> dict[str, Any]:
    """Scan, look at the files and decode what can be used, in this process."""
    from engine.control import RunControl
    from engine.data.images.decoding import UnreadableImageError, decode
    from engine.data.listing.left_out import counted
    from engine.data.scan.scan import scan
    from engine.data.scan.shortcuts import audit_shortcuts
    from engine.settings.data import DataSettings
    from engine.trained.named_images import named_images

    control, settings = RunControl(), DataSettings(train=(root,), max_unreadable=1.0)
    found = scan(settings, SEED, control, lambda done, total: None)
    audit_shortcuts(found.train, settings.max_megapixels, SEED, control)
    used = [*found.train, *found.validation, *found.test]
    refused, crashes = Counter[str](), []
    for image in used:
        try:
            decode(image.path, settings.max_megapixels)
        except UnreadableImageError as error:
            refused[error.kind] += 1
        except Exception:  # noqa: BLE001  a crash is what is looked for
            crashes.append(f"{image.path}\n{traceback.format_exc()}")
    named = named_images([root], control)
    return {
        "used": len(used),
        "left_out": [[item.class_name, item.kind, item.reason, item.count] for item in found.left_out],
        "scored": len(named.pictures) + len(named.repeated) + counted(named.left_out),
        "several": found.several_count,
        "refused": refused,
        "crashes": crashes,
    }


def report(found: dict[str, Any], on_disk: int, printed: list[str]) -> int:
    """What became of the files; 0 where all is as it should be."""
    left_out = sum(count for *_, count in found["left_out"])
    refused = sum(found["refused"].values())
    reasons = Counter[str]()
    for _, _, reason, count in found["left_out"]:
        reasons[reason] += count
    print(f"{on_disk:,} files on disk: {found['used']:,} used, {left_out:,} left out; of a score: {found['scored']:,}")
    for reason, count in reasons.most_common():
        print(f"  {count:>6,}  {reason}")
    print(f"Of the used, {found['several']:,} hold several pictures; {refused:,} cannot be decoded:")
    for reason, count in Counter[str](found["refused"]).most_common():
        print(f"  {count:>6,}  {reason}")
    print(f"{len(found['crashes']):,} crashes, {len(printed):,} lines on the console")
    for text in (*found["crashes"], *printed):
        print(f"  {text}")
    agrees = found["used"] + left_out == on_disk == found["scored"]
    return 0 if agrees and not found["crashes"] and not printed else 1


if __name__ == "__main__":
    sys.exit(main())
