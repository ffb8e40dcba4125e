"""A pretended card: the processor computes, but tensors of either place do not mix, as with a real one.

What CI has no card for and a card would refuse at once: a tensor left on the processor beside one on the card, or
NumPy reading what is not there. It says nothing of a card's numbers, speed or memory. Its device is "meta", the only
one but "cpu" that PyTorch knows everywhere.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_flatten, tree_map_only

from engine.machine.device import choose_device
from engine.settings import MachineSettings

CARD = torch.device("meta")
_BETWEEN_PLACES = (torch.ops.aten.copy_.default, torch.ops.aten._to_copy.default)


class OnCard(Tensor):
    """A tensor that says that it lies on the card; ``numbers`` is what it holds, on the processor."""

    numbers: Tensor

    @staticmethod
    def __new__(cls, inner: Tensor) -> "OnCard":
        made: OnCard = Tensor._make_wrapper_subclass(
            cls,
            inner.shape,
            strides=inner.stride(),
            storage_offset=inner.storage_offset(),
            dtype=inner.dtype,
            device=CARD,
        )
        made.numbers = inner
        return made

    @classmethod
    def __torch_function__(
        cls, func: Any, types: Sequence[type], args: Sequence[Any] = (), kwargs: Mapping[str, Any] | None = None
    ) -> Any:
        if func == Tensor.is_meta.__get__:  # type: ignore[attr-defined]  # nobody shall pass over it as empty
            return False
        if func == Tensor.tolist:  # which PyTorch refuses for every tensor that is not its own
            return args[0].numbers.tolist()
        with torch._C.DisableTorchFunctionSubclass():
            return func(*args, **(kwargs or {}))

    def __reduce_ex__(self, protocol: Any) -> Any:
        """In a file there is no telling where a tensor lay."""
        return self.numbers.detach().__reduce_ex__(protocol)  # type: ignore[no-untyped-call]

    @classmethod
    def __torch_dispatch__(  # type: ignore[override]
        cls, func: Any, types: Sequence[type], args: Sequence[Any] = (), kwargs: Mapping[str, Any] | None = None
    ) -> Any:
        return _computed(func, args, kwargs or {})


class _Places(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """Sees what is made on the card or moved there, where no tensor of the card takes part yet."""

    def __torch_dispatch__(
        self, func: Any, types: Sequence[type], args: Sequence[Any] = (), kwargs: Mapping[str, Any] | None = None
    ) -> Any:
        return _computed(func, args, kwargs or {})


def _computed(func: Any, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
    tensors = [value for value in tree_flatten((args, kwargs))[0] if isinstance(value, Tensor)]
    wrappers = {id(tensor.numbers): tensor for tensor in tensors if isinstance(tensor, OnCard)}
    if wrappers and func not in _BETWEEN_PLACES:
        strangers = [tensor for tensor in tensors if not isinstance(tensor, OnCard) and tensor.dim() > 0]
        if strangers:
            raise RuntimeError(f"{func}: tensors on the card and on the processor, {[t.shape for t in strangers]}")
    on_card = bool(wrappers)
    named = dict(kwargs)
    if named.get("device") is not None:
        on_card = torch.device(named["device"]).type == CARD.type
        named["device"] = torch.device("cpu")
    if func is torch.ops.aten.copy_.default:
        on_card = isinstance(args[0], OnCard)
    inner_args, inner_named = tree_map_only(OnCard, lambda tensor: tensor.numbers, (args, named))
    found = func(*inner_args, **inner_named)
    if not on_card:
        return found

    def there(tensor: Tensor) -> OnCard:
        """What was changed in place stays what it is."""
        return wrappers[id(tensor)] if id(tensor) in wrappers else OnCard(tensor)

    return tree_map_only(Tensor, there, found)


@contextmanager
def pretended(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Inside, in this thread, whoever does not ask for the processor gets this card."""
    real_autocast = torch.autocast

    def chosen(settings: MachineSettings) -> torch.device:
        return torch.device("cpu") if settings.device == "cpu" else CARD

    def autocast(device_type: str, *arguments: Any, **named: Any) -> torch.autocast:
        return real_autocast("cpu" if device_type == CARD.type else device_type, *arguments, **named)

    with monkeypatch.context() as patch:
        for module in list(sys.modules.values()):
            if getattr(module, "choose_device", None) is choose_device:
                patch.setattr(module, "choose_device", chosen)
        patch.setattr(torch, "autocast", autocast)
        patch.setattr(torch.__future__, "_overwrite_module_params_on_conversion", True)  # new ones, not other contents
        with _Places():  # type: ignore[no-untyped-call]
            yield
