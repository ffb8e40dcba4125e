"""A folded network gives the same maps in fewer steps and leaves its original alone."""

import pytest
import torch
from torch import nn

from engine.models.detector import PatchDetector
from engine.models.folding import folded
from engine.models.ladeda import WIDE_BOTTLENECKS, LaDeDa
from engine.models.tiny_ladeda import TinyLaDeDa
from tests.engine.helpers.reference import arrays, batch, deterministic_weights, needs_reference


@pytest.mark.parametrize("field", WIDE_BOTTLENECKS)
def test_a_folded_teacher_gives_the_same_maps_without_batch_norm(field: int) -> None:
    torch.manual_seed(0)
    network = LaDeDa(field, width=4, depths=(2, 2, 2, 2)).train()
    for _ in range(3):
        network(torch.randn(2, 3, 61, 70) + 1)  # statistics other than 0 and 1
    network.double().eval()
    before = {name: value.clone() for name, value in network.state_dict().items()}
    images = torch.randn(2, 3, 75, 58, dtype=torch.float64)
    lean = folded(network)
    torch.testing.assert_close(lean(images), network(images), rtol=1e-9, atol=1e-9)
    assert not any(isinstance(module, nn.BatchNorm2d) for module in lean.modules())
    assert not any(parameter.requires_grad for parameter in lean.parameters())
    assert all(torch.equal(network.state_dict()[name], value) for name, value in before.items())


def test_another_family_comes_back_as_it_is() -> None:
    network = TinyLaDeDa().eval()
    images = torch.randn(1, 3, 40, 40)
    torch.testing.assert_close(folded(network)(images), network(images))


@needs_reference
def test_the_published_teacher_keeps_its_maps_within_the_stated_tolerance() -> None:
    golden = arrays("ladeda9/golden.npz")
    network = LaDeDa()
    network.load_state_dict(deterministic_weights(network.state_dict()))
    expected = torch.from_numpy(golden["flower_96x128_patch"])
    with torch.no_grad():
        found = PatchDetector(folded(network), "NPR").eval()(batch(golden["in_flower_96x128"]))[0, 0]
    assert (found - expected).abs().max() <= 1e-4 * expected.std()
