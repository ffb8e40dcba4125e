"""Recognise a checkpoint from its keys and shapes, and turn it into a network."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from engine.errors import CheckpointError
from engine.models.detector import PatchDetector
from engine.models.filters import FILTER_NAMES, NORMALISATION_NAMES, PADDINGS, Padding
from engine.models.loading.candidates import Candidate, candidates
from engine.models.loading.weights_file import LARGEST_BYTES, read_weights_file, short
from engine.models.network import PatchNetwork, Shapes
from engine.models.registry import families, family
from engine.settings.network_modules import network_names
from engine.torch_file import READER_ERRORS

_FLOAT_BYTES = 4
_COUNTER = "num_batches_tracked"  # of BatchNorm: no network here uses it
_TWO_CLASSES = (
    "Its head has two outputs: the second less the first is taken, as fake less real. If the classes were numbered the "
    "other way round, its AUC lies below 0.5."
)


@dataclass(frozen=True, slots=True)
class Recognised:
    """The architecture that a state dict belongs to, by its family's name and the arguments that build it.

    `receptive_field` is in pixels, input filter aside; `parameters` are learned numbers.
    """

    family: str
    arguments: Mapping[str, Any]
    receptive_field: int
    parameters: int

    @property
    def width(self) -> int:
        width: int = self.arguments["width"]
        return width

    def __str__(self) -> str:
        return f"{self.family}, receptive field {self.receptive_field}, width {self.width}"


@dataclass(frozen=True, slots=True)
class LoadedWeights:
    """A checkpoint's weights under the published keys, what they are, and what the file notes about them.

    ``remarks`` are sentences on what was not taken as it stands in the file.
    """

    state_dict: dict[str, Tensor]
    recognised: Recognised
    metadata: dict[str, Any]
    sha256: str
    remarks: tuple[str, ...] = ()


def recognise(state: Mapping[str, Tensor]) -> Recognised:
    """The architecture with these keys and shapes, BatchNorm's counters aside; its head may have two outputs.

    CheckpointError says what was found otherwise.
    """
    shapes = {name: _shape(name, tensor) for name, tensor in state.items() if not name.endswith(_COUNTER)}
    if (
        sum(map(math.prod, shapes.values())) * _FLOAT_BYTES > LARGEST_BYTES
    ):  # a small file can claim it, by strides of 0
        raise CheckpointError(
            f"The weights would take more than 2 GB of memory: found {_describe(shapes)}.",
            f"Choose the weights of a {network_names()} network.",
        )
    _refuse_head(shapes)
    if _has_two_classes(shapes):
        shapes |= {"fc.weight": (1, *shapes["fc.weight"][1:]), "fc.bias": (1,)}
    guess = _guess(shapes)
    if guess is None:
        raise CheckpointError(
            f"The weights are not a {network_names()} network: found {_describe(shapes)}; expected conv1.weight of "
            "3 channels (LaDeDa's are width x 3 x 1 x 1), layer1 (to layer4) and fc.weight (1 x features).",
            f"Choose the weights of a {network_names()} network.",
        )
    name, arguments = guess
    with torch.device("meta"):
        network = family(name).build(**arguments)
    found = Recognised(name, arguments, network.geometry.field, sum(p.numel() for p in network.parameters()))
    expected = {n: tuple(t.shape) for n, t in network.state_dict().items() if not n.endswith(_COUNTER)}
    if shapes != expected:
        raise CheckpointError(
            f"The weights look like {found}, but do not match it: {_first_difference(shapes, expected)}.",
            f"Choose the unchanged weights of a {network_names()} network.",
        )
    return found


def build_network(recognised: Recognised) -> PatchNetwork:
    """A network of that architecture with fresh weights."""
    return family(recognised.family).build(**recognised.arguments)


def load_checkpoint(path: Path) -> LoadedWeights:
    """Weights from a bare or nested state dict, torch or safetensors; CheckpointError says why not."""
    file = read_weights_file(path)
    found = list(candidates(file.content))
    if not found:
        raise CheckpointError(
            f"{path.name} holds no weights: found {_describe_content(file.content)}; expected a state dict.",
            "Save the weights with torch.save(model.state_dict(), path).",
        )
    refusals: list[CheckpointError] = []
    for candidate in found:
        try:
            recognised = recognise(candidate.state)
        except CheckpointError as error:
            refusals.append(error)
        else:
            state, remarks = _as_published(path, candidate)
            return LoadedWeights(state, recognised, file.metadata, file.sha256, remarks)
    raise CheckpointError(f"{path.name}: {refusals[0].message}", refusals[0].remedy)


def build_detector(
    loaded: LoadedWeights,
    filter_name: str | None = None,
    normalisation: str | None = None,
    padding: Padding | None = None,
) -> PatchDetector:
    """Detector in eval mode; filter, padding and normalisation, unless told, are the file's or the family's usual.

    A file that does not note its padding is of a network that pads, as the published ones do.
    """
    network = build_network(loaded.recognised)
    network.load_state_dict(loaded.state_dict)
    usual_filter = _note(loaded, "filter", FILTER_NAMES, family(loaded.recognised.family).usual_filter)
    usual_normalisation = _note(loaded, "normalisation", NORMALISATION_NAMES, "imagenet")
    noted: Padding = "none" if _note(loaded, "filter_padding", PADDINGS, "zeros") == "none" else "zeros"
    return PatchDetector(
        network, filter_name or usual_filter, normalisation or usual_normalisation, padding or noted
    ).eval()


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


def _guess(shapes: Shapes) -> tuple[str, dict[str, Any]] | None:
    """The first family that these shapes may belong to, and the arguments that would build it."""
    if shapes.get("fc.weight", ())[:1] != (1,):
        return None
    guesses = ((known.name, known.recognise(shapes)) for known in families())
    return next(((name, arguments) for name, arguments in guesses if arguments is not None), None)


def _shape(name: str, tensor: Tensor) -> tuple[int, ...]:
    if tensor.is_nested:  # which has none
        raise CheckpointError(
            f"{name} is a nested tensor, of parts with shapes of their own; expected were ordinary tensors.",
            "Save the weights as ordinary tensors, with torch.save(model.state_dict(), path).",
        )
    return tuple(tensor.shape)


def _refuse_head(shapes: Shapes) -> None:
    """A head on a stem of ours that is neither one output nor two classes is refused for that reason."""
    stem, head, bias = (shapes.get(name) for name in ("conv1.weight", "fc.weight", "fc.bias"))
    if stem is None or stem[1:] != (3, 1, 1) or head is None:
        return
    if len(head) == 2 and (head[0] == 1 or _has_two_classes(shapes)):
        return
    of_bias = "is missing" if bias is None else f"({_times(bias)})"
    raise CheckpointError(
        f"The head cannot be used: found fc.weight ({_times(head)}) and fc.bias {of_bias}; expected one output, the "
        "logit of being fake (1 x features), or two, real and fake (2 x features). Which of other classes mean fake is "
        "not in the file.",
        "Choose a network that was trained to tell real from fake.",
    )


def _has_two_classes(shapes: Shapes) -> bool:
    head = shapes.get("fc.weight", ())
    return len(head) == 2 and head[0] == 2 and shapes.get("fc.bias") == (2,)


def _as_published(path: Path, candidate: Candidate) -> tuple[dict[str, Tensor], tuple[str, ...]]:
    """Ordinary numbers under the published keys, with one output, and what to say of how they were read."""
    given, remarks = candidate.state, candidate.remarks
    state = {name: tensor for name, tensor in given.items() if not name.endswith(_COUNTER)}
    _check_numbers(path, state)
    if len(state["fc.weight"]) == 2:
        both = {name: state[name].detach().float() for name in ("fc.weight", "fc.bias")}
        state |= {name: of_both[1:] - of_both[:1] for name, of_both in both.items()}
        remarks = (*remarks, _TWO_CLASSES)
    layers = [name.removesuffix("running_mean") for name in state if name.endswith("running_mean")]
    return state | {name: _counter(given.get(name)) for name in (f"{layer}{_COUNTER}" for layer in layers)}, remarks


def _counter(given: Tensor | None) -> Tensor:
    """The file's, where it is a whole number."""
    whole = given is not None and given.dtype in (torch.int64, torch.int32) and not given.is_nested
    if given is None or not whole or given.layout is not torch.strided or given.is_meta or given.dim():
        return torch.zeros((), dtype=torch.int64)
    return given


def _check_numbers(path: Path, state: Mapping[str, Tensor]) -> None:
    for name, tensor in state.items():
        if tensor.layout is not torch.strided or tensor.is_meta:
            raise CheckpointError(
                f"{path.name}: {name} is sparse, or holds no numbers at all.",
                "Save the weights as ordinary tensors, with torch.save(model.state_dict(), path).",
            )
        if not tensor.is_floating_point():
            raise CheckpointError(
                f"{path.name}: {name} holds {tensor.dtype} numbers; expected were floating-point weights.",
                "Choose weights that have not been quantised.",
            )
        try:  # as the network takes them: float64 may hold more
            finite = bool(torch.isfinite(tensor.float()).all())
        except READER_ERRORS as error:
            raise CheckpointError(
                f"{path.name}: {name} holds {tensor.dtype} numbers, which cannot be converted to ordinary ones.",
                "Save the weights as 32-bit numbers, with torch.save(model.float().state_dict(), path).",
            ) from error
        if not finite:
            raise CheckpointError(
                f"{path.name}: {name} holds numbers that are not finite: the network is broken.",
                "Choose an earlier checkpoint of that training.",
            )


def _describe(shapes: Shapes) -> str:
    """The telling keys of a foreign network, such as its first convolution and its head."""
    telling = [name for name in ("conv1.weight", "conv2.weight", "fc.weight") if name in shapes]
    named = telling or list(shapes)[:3]
    return f"{len(shapes)} keys with " + ", ".join(f"{short(name)} ({_times(shapes[name])})" for name in named)


def _describe_content(content: object) -> str:
    if isinstance(content, dict):
        return f"the keys {', '.join(short(str(name)) for name in [*dict.keys(content)][:5])}" if content else "nothing"
    return f"a {type(content).__name__}"


def _first_difference(found: Shapes, expected: Shapes) -> str:
    for name, shape in expected.items():
        if name not in found:
            return f"{name} is missing"
        if found[name] != shape:
            return f"{name} is {_times(found[name])}, expected was {_times(shape)}"
    return f"{short(next(name for name in found if name not in expected))} is unexpected"


def _times(shape: tuple[int, ...]) -> str:
    return " x ".join(map(str, shape)) or "one number"
