"""The student as it is built, evaluated and exported: fresh BatchNorm statistics are part of all three."""

import copy
from collections import OrderedDict
from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor, nn

from engine.machine.processes import ALONE, World
from engine.models.detector import PatchDetector
from engine.models.filters import Padding
from engine.models.loading.recognition import build_detector, load_checkpoint
from engine.models.loading.weights_file import METADATA_KEY
from engine.models.network import initialise_convolutions
from engine.models.registry import family
from engine.settings import RunSettings, StudentSettings

GAP_BATCHES = 8  # one batch is too noisy to compare modes on


def build_student(settings: StudentSettings, seed: int, padding: Padding = "none") -> PatchDetector:
    """The student of the settings' checkpoint, or a random one drawn from the seed.

    Its filter pads nothing, whatever was trained before: only a run that began otherwise goes on so.
    """
    filter_name = None if settings.input_filter == "auto" else settings.input_filter
    if settings.checkpoint is not None:
        return build_detector(load_checkpoint(settings.checkpoint), filter_name, padding=padding)
    chosen = family(settings.network)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        network = chosen.build(width=settings.width)
        return PatchDetector(network, filter_name or chosen.usual_filter, padding=padding)


def draw_weights(detector: PatchDetector, seed: int) -> None:
    """Other random weights for the same network, drawn from the seed."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        for module in detector.network.modules():
            if isinstance(module, nn.Linear | nn.BatchNorm2d):
                module.reset_parameters()
        initialise_convolutions(detector.network)


def refresh_statistics(detector: PatchDetector, batches: Iterable[Tensor], world: World = ALONE) -> float | None:
    """Set the running statistics of every trainable BatchNorm to their average over ``batches``.

    Batches are uint8 (B, 3, H, W). The published momentum of 0.001 leaves them hundreds of steps behind, so that the
    network that is evaluated is not the one that was trained. Frozen layers keep theirs. Leaves the detector in eval
    mode; returns how far image scores in train mode were from eval mode, in their spread (None if undefined).
    """
    layers = [m for m in detector.modules() if isinstance(m, nn.BatchNorm2d) and m.weight.requires_grad]
    momenta = [layer.momentum for layer in layers]
    for layer in layers:
        layer.reset_running_stats()
        layer.momentum = None  # cumulative average
    detector.train()
    kept: list[tuple[Tensor, Tensor]] = []
    with torch.no_grad():
        for images in batches:
            image_scores = detector(images).mean((1, 2, 3))
            if len(kept) < GAP_BATCHES:
                kept.append((images, image_scores))
    for layer, momentum in zip(layers, momenta, strict=True):
        layer.momentum = momentum
    detector.eval()
    return _gap(detector, kept, world) if layers else None


@torch.no_grad()
def largest_logit(detector: PatchDetector, batches: Iterable[Tensor], world: World = ALONE) -> float:
    """Size of the largest patch logit in eval mode, of all processes; 0 where none is finite."""
    detector.eval()
    found = [detector(images).abs().nan_to_num(0, 0, 0).amax() for images in batches if len(images)]
    largest = torch.stack(found).amax() if found else torch.zeros((), device=next(detector.parameters()).device)
    return float(world.gather(largest[None]).amax())


def evaluated_copy(
    detector: PatchDetector, batches: Iterable[Tensor], world: World = ALONE
) -> tuple[PatchDetector, float | None]:
    """A copy in eval mode with fresh statistics, and the gap of `refresh_statistics`; the original is untouched."""
    duplicate = copy.deepcopy(detector)
    gap = refresh_statistics(duplicate, batches, world)
    return duplicate, gap


def publishable_state(
    detector: PatchDetector, settings: RunSettings, notes: dict[str, Any]
) -> OrderedDict[str, Tensor]:
    """A bare state dict under the published keys, as strict loaders elsewhere expect it.

    What else is needed to use it (filter, pooling, view, size) rides in the dict's ``_metadata`` attribute, which
    PyTorch saves with it and other programs ignore.
    """
    state: OrderedDict[str, Tensor] = OrderedDict(
        (name, value.detach().cpu().clone(memory_format=torch.contiguous_format))
        for name, value in detector.network.state_dict().items()
    )
    student, data = settings.student, settings.data
    own_notes = {
        "filter": detector.filter_name,
        "filter_padding": detector.padding,
        "normalisation": detector.normalisation,
        "pooling": student.pooling,
        "topk_ratio": student.topk_ratio,
        "topk_minimum": student.topk_minimum,
        "view": data.view,
        "size": data.size,
        **notes,
    }
    vars(state)["_metadata"] = {METADATA_KEY: own_notes}
    return state


@torch.no_grad()
def _gap(detector: PatchDetector, kept: list[tuple[Tensor, Tensor]], world: World) -> float | None:
    """Mean distance of train-mode scores from eval-mode scores, in the spread of the former over all batches."""
    if not kept:
        return None
    in_training = world.gather(torch.cat([image_scores for _, image_scores in kept]))
    evaluated = world.gather(torch.cat([detector(images).mean((1, 2, 3)) for images, _ in kept]))
    spread = float(in_training.std()) if len(in_training) > 1 else 0.0
    return float((in_training - evaluated).abs().mean()) / spread if spread > 0 else None
