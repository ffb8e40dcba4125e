"""Checks that the program works on this computer: arithmetic, images, files, and a few steps of real training."""

import platform
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from engine.control import FinishReason, RunControl, StopRequestedError
from engine.data.images.decoding import decode
from engine.errors import EngineError, MachineError
from engine.files import temporary_folder
from engine.machine.device import choose_device, describe, explain, unused_gpu
from engine.models.ladeda import LaDeDa
from engine.models.loading.recognition import load_detector
from engine.packages.torchvision_ops import import_torchvision
from engine.run.run import run
from engine.settings import MachineSettings
from engine.settings.toml_file import load_settings, quoted

FORMATS = ("JPEG", "PNG", "WEBP", "BMP", "TIFF")
SIDE = 64


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was tried."""

    name: str
    ok: bool
    detail: str


def run_checks(control: RunControl) -> list[Check]:
    """Try everything, whatever failed before; only a requested stop ends it early."""
    with temporary_folder("ä") as folder:
        place = Path(folder)
        trials: tuple[tuple[str, Callable[[], str]], ...] = (
            ("versions", _versions),
            ("device", _device),
            ("image formats", lambda: _formats(place)),
            ("training", lambda: _training(place, control)),
        )
        return [_try(name, trial) for name, trial in trials]


def _try(name: str, trial: Callable[[], str]) -> Check:
    try:
        return Check(name, True, trial())
    except EngineError as error:
        return Check(name, False, f"{error.message} {error.remedy}".strip())
    except (OSError, RuntimeError, ImportError) as error:
        return Check(name, False, explain(error).message)


def _versions() -> str:
    vision = import_torchvision().__version__
    return f"Python {platform.python_version()}, torch {torch.__version__}, torchvision {vision}"


def _device() -> str:
    device = choose_device(MachineSettings())
    return " ".join((describe(device), *unused_gpu(device, MachineSettings()))).strip()


def _formats(folder: Path) -> str:
    picture = Image.fromarray(np.full((SIDE, SIDE, 3), 128, np.uint8))
    for name in FORMATS:
        stream = BytesIO()
        picture.save(stream, name)
        path = folder / f"grey.{name.lower()}"
        path.write_bytes(stream.getvalue())
        if abs(int(decode(path, 1.0).mean()) - 128) > 2:
            raise MachineError(f"{name} pictures are decoded wrongly.", "Install the program again.")
    return ", ".join(FORMATS)


def _training(folder: Path, control: RunControl) -> str:
    """Both stages on noise of two kinds, with a random teacher, and the student read back."""
    rng = np.random.default_rng(0)
    for split, count in (("train", 16), ("val", 8)):
        for label, name in enumerate(("real", "fake")):
            for number in range(count):
                side = SIDE // (1 + label)
                pixels = rng.integers(0, 256, (side, side, 3), dtype=np.uint8)
                place = folder / "data" / split / name
                place.mkdir(parents=True, exist_ok=True)
                Image.fromarray(pixels).resize((SIDE, SIDE)).save(place / f"{number}.png")
    torch.manual_seed(0)
    torch.save(LaDeDa(9, width=4).state_dict(), folder / "teacher.pth")
    values = {
        "data.train": f"[{quoted(folder / 'data')}]",
        "teacher.checkpoint": quoted(folder / "teacher.pth"),
        "teacher.accept_weak": "true",
        "data.size": str(SIDE),
        "stage2.epochs": "2",
        "control.when": "never",
        "output.folder": quoted(folder),
        "output.name": "'self-test'",
    }
    settings = load_settings(None, [f"{name}={value}" for name, value in values.items()])
    result = run(settings, control, lambda _event: None)
    if result.error is not None:
        raise result.error
    if result.state is FinishReason.STOPPED:
        raise StopRequestedError
    if result.weights is None:
        raise MachineError("The trial run did not finish.", "Run the self-test again.")
    load_detector(result.weights)
    auc = result.best.auc if result.best else None
    return f"both stages in {result.seconds:.1f} s, AUC {auc:.3f}" if auc is not None else "both stages"
