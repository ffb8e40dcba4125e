"""Recognise a checkpoint from its keys and shapes, and turn it into a network."""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import torch
from torch import Tensor

from engine.errors import CheckpointError
from engine.models.detector import PatchDetector
from engine.models.filters import FILTER_NAMES, NORMALISATION_NAMES
from engine.models.ladeda import WIDE_BOTTLENECKS, LaDeDa
from engine.models.network import PatchNetwork
from engine.models.tiny_ladeda import TinyLaDeDa
from engine.models.weights_file import LARGEST_BYTES, METADATA_KEY, read_weights_file

Family = Literal["LaDeDa", "Tiny-LaDeDa"]
DEFAULT_FILTER: dict[Family, str] = {"LaDeDa": "NPR", "Tiny-LaDeDa": "right_diag"}

_BLOCK = re.compile(r"layer(\d{1,4})\.(\d{1,4})\.")
_DEEPEST_NESTING = 4
_FLOAT_BYTES = 4
_LONGEST_NAME = 60  # of a foreign key in a sentence
# Where several sets of weights lie in one file, the first of these names is taken.
_USUAL_NAMES = ("state_dict", "model", "net", "network", "student", "weights", "teacher")


@dataclass(frozen=True, slots=True)
class Recognised:
    """The architecture that a state dict belongs to; `receptive_field` in pixels, input filter aside."""

    family: Family
    receptive_field: int
    width: int
    depths: tuple[int, ...]
    parameters: int

    def __str__(self) -> str:
        return f"{self.family}, receptive field {self.receptive_field}, width {self.width}"


@dataclass(frozen=True, slots=True)
class LoadedWeights:
    """A checkpoint's weights under the published keys, what they are, and what the file notes about them."""

    state_dict: dict[str, Tensor]
    recognised: Recognised
    metadata: dict[str, Any]
    sha256: str


def recognise(state: Mapping[str, Tensor]) -> Recognised:
    """The architecture with exactly these keys and shapes; CheckpointError says what was found otherwise."""
    shapes = {name: tuple(tensor.shape) for name, tensor in state.items()}
    if (
        sum(map(math.prod, shapes.values())) * _FLOAT_BYTES > LARGEST_BYTES
    ):  # a small file can claim it, by strides of 0
        raise CheckpointError(
            f"The weights would take more than 2 GB of memory: found {_describe(shapes)}.",
            "Choose the weights of a LaDeDa or Tiny-LaDeDa network.",
        )
    guess = _guess(shapes)
    if guess is None:
        raise CheckpointError(
            f"The weights are not a LaDeDa or Tiny-LaDeDa network: found {_describe(shapes)}; expected "
            "conv1.weight (width x 3 x 1 x 1), conv2.weight (width x width x 3 x 3), layer1 (to layer4) and "
            "fc.weight (1 x features).",
            "Choose the weights of a LaDeDa or Tiny-LaDeDa network.",
        )
    with torch.device("meta"):
        network = build_network(guess)
    expected = {name: tuple(tensor.shape) for name, tensor in network.state_dict().items()}
    if shapes != expected:
        raise CheckpointError(
            f"The weights look like {guess}, but do not match it: {_first_difference(shapes, expected)}.",
            "Choose the unchanged weights of a LaDeDa or Tiny-LaDeDa network.",
        )
    return guess


def build_network(recognised: Recognised) -> PatchNetwork:
    """A network of that architecture with fresh weights."""
    if recognised.family == "Tiny-LaDeDa":
        return TinyLaDeDa(recognised.width)
    return LaDeDa(recognised.receptive_field, recognised.width, recognised.depths)


def load_checkpoint(path: Path) -> LoadedWeights:
    """Weights from a bare or nested state dict, torch or safetensors; CheckpointError says why not."""
    file = read_weights_file(path)
    candidates = [_without_prefix(state) for state in _state_dicts(file.content, set())]
    if not candidates:
        raise CheckpointError(
            f"{path.name} holds no weights: found {_describe_content(file.content)}; expected a state dict.",
            "Save the weights with torch.save(model.state_dict(), path).",
        )
    refusals: list[CheckpointError] = []
    for state in candidates:
        try:
            recognised = recognise(state)
        except CheckpointError as error:
            refusals.append(error)
        else:
            _check_numbers(path, state)
            return LoadedWeights(state, recognised, file.metadata, file.sha256)
    raise CheckpointError(f"{path.name}: {refusals[0].message}", refusals[0].remedy)


def build_detector(
    loaded: LoadedWeights, filter_name: str | None = None, normalisation: str | None = None
) -> PatchDetector:
    """Detector in eval mode; filter and normalisation, unless told, are the file's or the family's usual."""
    network = build_network(loaded.recognised)
    network.load_state_dict(loaded.state_dict)
    usual_filter = _note(loaded, "filter", FILTER_NAMES, DEFAULT_FILTER[loaded.recognised.family])
    usual_normalisation = _note(loaded, "normalisation", NORMALISATION_NAMES, "imagenet")
    return PatchDetector(network, filter_name or usual_filter, normalisation or usual_normalisation).eval()


def load_detector(path: Path, filter_name: str | None = None, normalisation: str | None = None) -> PatchDetector:
    """`build_detector` from a file."""
    return build_detector(load_checkpoint(path), filter_name, normalisation)


def _note(loaded: LoadedWeights, name: str, allowed: tuple[str, ...], usual: str) -> str:
    """A name that the file notes about itself."""
    noted = loaded.metadata.get(name, usual)
    if noted not in allowed:
        raise CheckpointError(
            f"The weights name an unknown {name}, {noted!r}; expected was one of {', '.join(allowed)}.",
            f"Choose the {name} in the settings.",
        )
    return str(noted)


def _guess(shapes: Mapping[str, tuple[int, ...]]) -> Recognised | None:
    """The architecture that a few telling keys point to, if they are there."""
    stem, head = shapes.get("conv1.weight"), shapes.get("fc.weight")
    if stem is None or head is None or stem[1:] != (3, 1, 1) or not stem[0] or head[:1] != (1,):
        return None
    width, parameters = stem[0], _count_parameters(shapes)
    blocks = {(int(found[1]), int(found[2])) for name in shapes if (found := _BLOCK.match(name))}
    if blocks == {(1, 0)} and "layer1.0.conv3.weight" not in shapes:
        return Recognised("Tiny-LaDeDa", TinyLaDeDa(1).geometry.field, width, (1,), parameters)
    layers = range(1, 5)
    depths = tuple(sum(layer == of_layer for layer, _ in blocks) for of_layer in layers)
    wide = tuple(
        sum(shapes.get(f"layer{layer}.{block}.conv2.weight", ())[2:] == (3, 3) for block in range(depth))
        for layer, depth in zip(layers, depths, strict=True)
    )
    fields = {bottlenecks: field for field, bottlenecks in WIDE_BOTTLENECKS.items()}
    if wide not in fields or 0 in depths:
        return None
    return Recognised("LaDeDa", fields[wide], width, depths, parameters)


def _count_parameters(shapes: Mapping[str, tuple[int, ...]]) -> int:
    """Learned numbers: BatchNorm's running statistics do not count."""
    return sum(torch.Size(shape).numel() for name, shape in shapes.items() if name.endswith((".weight", ".bias")))


def _state_dicts(content: object, seen: set[int], depth: int = 0) -> Iterator[dict[str, Tensor]]:
    """Every mapping of names to tensors in a nested checkpoint once, the usual names first."""
    if not isinstance(content, Mapping) or depth > _DEEPEST_NESTING or id(content) in seen:
        return
    seen.add(id(content))
    tensors = {name: value for name, value in content.items() if isinstance(name, str) and isinstance(value, Tensor)}
    if any(name.endswith("weight") for name in tensors):
        yield tensors
    usual = [name for name in _USUAL_NAMES if name in content]
    for name in usual + [name for name in content if name not in usual and name != METADATA_KEY]:
        yield from _state_dicts(content[name], seen, depth + 1)


def _without_prefix(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Keys without what wrappers (DataParallel, torch.compile, weight averaging) put before all of them."""
    plain = {name: tensor for name, tensor in state.items() if name != "n_averaged"}
    while len(firsts := {name.partition(".")[0] for name in plain}) == 1 and all("." in name for name in plain):
        start = len(firsts.pop()) + 1
        plain = {name[start:]: tensor for name, tensor in plain.items()}
    return plain


def _check_numbers(path: Path, state: Mapping[str, Tensor]) -> None:
    for name, tensor in state.items():
        if tensor.layout is not torch.strided or tensor.is_meta:
            raise CheckpointError(
                f"{path.name}: {name} is sparse, or holds no numbers at all.",
                "Save the weights as ordinary tensors, with torch.save(model.state_dict(), path).",
            )
        if name.endswith("num_batches_tracked"):
            continue
        if not tensor.is_floating_point():
            raise CheckpointError(
                f"{path.name}: {name} holds {tensor.dtype} numbers; expected were floating-point weights.",
                "Choose weights that have not been quantised.",
            )
        if not bool(torch.isfinite(tensor.float()).all()):  # as the network takes them: float64 may hold more
            raise CheckpointError(
                f"{path.name}: {name} holds numbers that are not finite: the network is broken.",
                "Choose an earlier checkpoint of that training.",
            )


def _describe(shapes: Mapping[str, tuple[int, ...]]) -> str:
    """The telling keys of a foreign network, such as its first convolution and its head."""
    telling = [name for name in ("conv1.weight", "conv2.weight", "fc.weight") if name in shapes]
    named = telling or list(shapes)[:3]
    return f"{len(shapes)} keys with " + ", ".join(f"{_short(name)} ({_times(shapes[name])})" for name in named)


def _describe_content(content: object) -> str:
    if isinstance(content, Mapping):
        return f"the keys {', '.join(_short(str(name)) for name in list(content)[:5])}" if content else "nothing"
    return f"a {type(content).__name__}"


def _first_difference(found: Mapping[str, tuple[int, ...]], expected: Mapping[str, tuple[int, ...]]) -> str:
    for name, shape in expected.items():
        if name not in found:
            return f"{name} is missing"
        if found[name] != shape:
            return f"{name} is {_times(found[name])}, expected was {_times(shape)}"
    return f"{_short(next(name for name in found if name not in expected))} is unexpected"


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}..."


def _times(shape: tuple[int, ...]) -> str:
    return " x ".join(map(str, shape)) or "one number"
