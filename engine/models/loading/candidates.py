"""The sets of tensors in a file that may be a network's: in nested mappings, behind prefixes, beside other things."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from torch import Tensor

from engine.models.loading.weights_file import METADATA_KEY, short

_DEEPEST_NESTING = 4
_NAMED = 3  # names that a sentence tells
_STEM, _HEAD = "conv1.weight", "fc.weight"
# Where several sets of weights lie in one file, the first of these names is taken.
_USUAL_NAMES = ("state_dict", "model", "net", "network", "student", "weights", "teacher")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tensors by their names without what wrappers put before them, and the file's names that lay beside them."""

    state: dict[str, Tensor]
    beside: tuple[str, ...] = ()

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a user should know of it, in sentences."""
        if not self.beside:
            return ()
        more = f" and {len(self.beside) - _NAMED:,} more" if len(self.beside) > _NAMED else ""
        return (f"Left out, as no part of the network: {', '.join(map(short, self.beside[:_NAMED]))}{more}.",)


def candidates(content: object) -> Iterator[Candidate]:
    """Every set of tensors in a nested checkpoint once, the usual names first."""
    for tensors in _state_dicts(content, set()):
        prefixes = _prefixes(tensors)
        if not prefixes:
            yield Candidate(_without_common_prefix(tensors))
        for prefix in prefixes:
            others = [other for other in prefixes if other != prefix and other.startswith(prefix)]
            own = [name for name in tensors if name.startswith(prefix) and not name.startswith(tuple(others))]
            beside = tuple(name for name in tensors if name not in set(own))
            yield Candidate({name[len(prefix) :]: tensors[name] for name in own}, beside)


def _state_dicts(content: object, seen: set[int], depth: int = 0) -> Iterator[dict[str, Tensor]]:
    """Every mapping of names to tensors in a nested checkpoint once, the usual names first.

    A file may give its mappings and tensors attributes that hide their methods, so these are asked of the classes.
    """
    if not isinstance(content, dict) or depth > _DEEPEST_NESTING or id(content) in seen:
        return
    seen.add(id(content))
    held: dict[object, object] = dict(dict.items(content))
    tensors = {n: Tensor.detach(value) for n, value in held.items() if isinstance(n, str) and isinstance(value, Tensor)}
    if any(name.endswith("weight") for name in tensors):
        yield tensors
    usual: list[object] = [name for name in _USUAL_NAMES if name in held]
    for name in usual + [name for name in held if name not in usual and name != METADATA_KEY]:
        yield from _state_dicts(held[name], seen, depth + 1)


def _prefixes(names: Collection[str]) -> list[str]:
    """What stands before each network's names, such as "model." or nothing (DataParallel, Lightning, torch.compile)."""
    before = [name.removesuffix(_STEM) for name in names if name.endswith(_STEM)]
    found = [prefix for prefix in before if prefix[-1:] in ("", ".") and prefix + _HEAD in names]
    return sorted(found, key=_place)


def _place(prefix: str) -> int:
    """Weights without a prefix come first, then the usual names."""
    order, last = ("", *_USUAL_NAMES), prefix[:-1].rpartition(".")[2]
    return order.index(last) if last in order else len(order)


def _without_common_prefix(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """For the description of what is no network: names without what stands before all of them."""
    plain = dict(state)
    while len(firsts := {name.partition(".")[0] for name in plain}) == 1 and all("." in name for name in plain):
        start = len(firsts.pop()) + 1
        plain = {name[start:]: tensor for name, tensor in plain.items()}
    return plain
