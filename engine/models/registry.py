"""The families of networks, each declared in its own module."""

from collections.abc import Iterator
from importlib import import_module

from engine.models.network import NetworkFamily
from engine.settings.network_modules import network_modules


def families() -> Iterator[NetworkFamily]:
    """All of them, in the order in which weights are compared with them."""
    yield from map(family, network_modules())


def family(name: str) -> NetworkFamily:
    """The family of that name, a key of `network_modules`."""
    found = import_module(network_modules()[name]).FAMILY
    assert isinstance(found, NetworkFamily) and found.name == name
    return found
