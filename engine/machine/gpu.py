"""Why an NVIDIA card that is in the computer is not used, in plain words."""

import warnings
from dataclasses import dataclass

import pynvml
import torch

from engine import __version__
from engine.identity import CUDA_VARIANT, setup_name

CUDA_EDITION = (
    f"Install the edition for NVIDIA cards, {setup_name(__version__, CUDA_VARIANT)} with the .bin files beside it, "
    "from where this one came. Where PatchDistill runs from its source, README.md has the pip lines that put "
    "PyTorch's CUDA build in place of this one."
)
DRIVERS = "Install the newest driver from nvidia.com/drivers and restart the computer"


@dataclass(frozen=True, slots=True)
class GraphicsCard:
    """The first NVIDIA card, its driver, and the newest CUDA that the driver serves, as (major, minor)."""

    name: str
    driver: str
    cuda: tuple[int, int]


def find_card() -> GraphicsCard | None:
    """What the NVIDIA driver says is there; None without a driver or a card."""
    try:
        pynvml.nvmlInit()
    except pynvml.NVMLError:
        return None
    try:
        version = pynvml.nvmlSystemGetCudaDriverVersion_v2()
        name = pynvml.nvmlDeviceGetName(pynvml.nvmlDeviceGetHandleByIndex(0))
        return GraphicsCard(name, pynvml.nvmlSystemGetDriverVersion(), (version // 1000, version % 1000 // 10))
    except pynvml.NVMLError:
        return None
    finally:
        pynvml.nvmlShutdown()


def why_unused() -> tuple[str, str]:
    """What keeps PyTorch from the card, and what to do; empty where there is no card, or nothing keeps it."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        if torch.cuda.is_available():
            return "", ""
    card = find_card()
    return explain(card, torch.version.cuda, " ".join(str(item.message) for item in caught)) if card else ("", "")


def explain(card: GraphicsCard, needed: str | None, warning: str) -> tuple[str, str]:
    """Message and remedy for a card that PyTorch, built for CUDA ``needed`` (None: for none), does not take."""
    if needed is None:
        message = f"This computer has an {card.name}, but this edition of PatchDistill computes on the processor only."
        return message, CUDA_EDITION
    major = int(needed.split(".")[0])
    if card.cuda[0] < major:
        serves = f"version {card.driver} serves CUDA {card.cuda[0]}.{card.cuda[1]}"
        message = f"The driver of the {card.name} is too old: {serves}, and this program needs CUDA {needed}."
        return message, f"{DRIVERS}."
    said = f" PyTorch says: {' '.join(warning.split())}" if warning else ""
    message = f"The {card.name} is there with driver {card.driver}, but PyTorch cannot use it.{said}"
    return message, f"{DRIVERS}, and close programs that hold the card."
