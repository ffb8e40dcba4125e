"""Lists what is packed as a CycloneDX bill of materials: `python -m installer.materials FILE FOLDER`.

FOLDER is what PyInstaller made. Scanners match names and versions with known weaknesses; no network is asked here.
"""

import json
import sys
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name

from engine import __version__
from installer.licences import licence_said, packed_packages


def bill_of_materials(packages: list[Distribution]) -> dict[str, Any]:
    """CycloneDX 1.5: the program, Python, and every package with version, licence and package URL."""
    python = _component("python", sys.version.split()[0], "PSF-2.0", f"pkg:generic/python@{sys.version.split()[0]}")
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "PatchDistill", "version": __version__}},
        "components": [python, *map(_package, packages)],
    }


def _package(package: Distribution) -> dict[str, Any]:
    url = f"pkg:pypi/{canonicalize_name(package.name)}@{package.version}"
    return _component(package.name, package.version, licence_said(package), url)


def _component(name: str, version: str, licence: str, url: str) -> dict[str, Any]:
    known = {"licenses": [{"license": {"name": licence}}]} if licence else {}
    return {"type": "library", "bom-ref": url, "name": name, "version": version, "purl": url} | known


if __name__ == "__main__":
    bill = bill_of_materials(packed_packages(Path(sys.argv[2])))
    Path(sys.argv[1]).write_text(json.dumps(bill, indent=1), encoding="utf-8")
