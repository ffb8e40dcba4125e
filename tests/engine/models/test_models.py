"""The two families of networks: published outputs, frozen parts, memory formats, receptive fields."""

import json
from collections.abc import Callable

import pytest
import torch
from torch import Tensor

from engine.errors import EngineError, GeometryError
from engine.models.detector import PatchDetector
from engine.models.ladeda import WIDE_BOTTLENECKS, LaDeDa
from engine.models.network import PatchNetwork
from engine.models.tiny_ladeda import TinyLaDeDa
from tests.bench.plain import plain_network_map
from tests.engine.helpers.reference import REFERENCE, arrays, batch, deterministic_weights, needs_reference


@pytest.fixture(autouse=True)
def same_numbers_every_time() -> None:
    torch.manual_seed(0)


Builder = Callable[[], PatchNetwork]
NETWORKS = [
    pytest.param(TinyLaDeDa, id="tiny"),
    pytest.param(lambda: TinyLaDeDa(width=5), id="tiny-5"),
    *(
        pytest.param(lambda field=field: LaDeDa(field, width=4, depths=(2, 2, 2, 2)), id=f"ladeda{field}")
        for field in WIDE_BOTTLENECKS
    ),
]


@needs_reference
@pytest.mark.parametrize("name", ["WildRF", "ForenSynth"])
@pytest.mark.parametrize("crop", ["china_256", "flower_256", "china_224", "flower_96x128"])
def test_tiny_ladeda_gives_the_reference_maps(name: str, crop: str) -> None:
    golden = arrays("tiny_ladeda/golden.npz")
    network = TinyLaDeDa()
    path = REFERENCE / "tiny_ladeda" / f"{name}_Tiny_LaDeDa.pth"
    network.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
    with torch.no_grad():
        found = PatchDetector(network, "right_diag").eval()(batch(golden[f"in_{crop}"]))[0, 0]
    expected = torch.from_numpy(golden[f"{name}_{crop}_patch"])
    assert found.shape == expected.shape
    assert (found - expected).abs().max() <= 1e-4 * expected.abs().max().clamp(min=1)
    if f"{name}_{crop}_pooled" in golden:
        torch.testing.assert_close(found.mean(), torch.tensor(golden[f"{name}_{crop}_pooled"][0]), rtol=1e-4, atol=1e-4)


@needs_reference
def test_ladeda9_gives_the_reference_maps() -> None:
    golden = arrays("ladeda9/golden.npz")
    network = LaDeDa()
    shapes = json.loads((REFERENCE / "ladeda9" / "state_dict.json").read_text(encoding="utf-8"))
    assert {name: list(tensor.shape) for name, tensor in network.state_dict().items()} == shapes
    detector = PatchDetector(network, "NPR").double().eval()
    network.load_state_dict(deterministic_weights(network.state_dict()))
    for crop in ("china_256", "flower_96x128"):
        with torch.no_grad():
            found = detector(batch(golden[f"in_{crop}"]))[0, 0]
        expected = torch.from_numpy(golden[f"{crop}_patch"])
        assert found.shape == expected.shape
        assert (found - expected).abs().max() <= 1e-6 * expected.abs().max()


def test_published_sizes() -> None:
    def parameters(network: PatchNetwork) -> int:
        return sum(parameter.numel() for parameter in network.parameters())

    assert parameters(TinyLaDeDa()) == 1_297
    with torch.device("meta"):
        assert parameters(LaDeDa()) == 13_641_793
    assert len(TinyLaDeDa().state_dict()) == 21


@pytest.mark.parametrize("build", NETWORKS)
@pytest.mark.parametrize("size", [(65, 47), (40, 73)])
def test_map_has_the_declared_size_and_pools_to_the_mean_feature(build: Builder, size: tuple[int, int]) -> None:
    network = build().eval()
    images = torch.randn(2, 3, *size)
    patch_map, features = network(images), network.features(images)
    cells = tuple(network.geometry.cells(pixels) for pixels in size)
    assert patch_map.shape == (2, 1, *cells)
    assert features.shape == (2, network.fc.in_features, *cells)
    torch.testing.assert_close(patch_map.mean((1, 2, 3)), network.fc(features.mean((2, 3)))[:, 0])


@pytest.mark.parametrize("build", NETWORKS)
def test_receptive_field_is_the_declared_one(build: Builder) -> None:
    """By autograd: a cell depends on exactly the pixels that the geometry names."""
    network = build().double().eval()
    images = torch.randn(1, 3, 52, 60, dtype=torch.float64, requires_grad=True)
    patch_map = network(images)
    for row, column in ((0, 0), (1, 2), (patch_map.shape[2] - 1, patch_map.shape[3] - 1)):
        total = torch.zeros(52, 60, dtype=torch.float64)
        for _ in range(3):  # a ReLU may close a path for one image, not for all
            total += _dependence(network, images, row, column)
            with torch.no_grad():
                images.normal_()
        rows, columns = torch.nonzero(total, as_tuple=True)
        assert (int(rows.min()), int(rows.max())) == network.geometry.span(row)
        assert (int(columns.min()), int(columns.max())) == network.geometry.span(column)


def _dependence(network: PatchNetwork, images: Tensor, row: int, column: int) -> Tensor:
    (gradient,) = torch.autograd.grad(network(images)[0, 0, row, column], images)
    return gradient[0].abs().sum(0)


@pytest.mark.parametrize("build", NETWORKS)
def test_shift_by_the_stride_shifts_the_map(build: Builder) -> None:
    network = build().double().eval()
    images = torch.randn(1, 3, 80, 80, dtype=torch.float64)
    stride = network.geometry.stride
    shifted = network(images[..., stride:, 2 * stride :])
    torch.testing.assert_close(shifted, network(images)[..., 1:, 2:], rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("width", [4, 8, 16])
def test_tiny_ladeda_in_channels_last_learns_what_the_plain_form_does(width: int) -> None:
    network = TinyLaDeDa(width).train()
    images = torch.randn(4, 3, 40, 40)
    weights = torch.randn(4, 1, 18, 18)
    gradients = []
    for form in (network, lambda images: plain_network_map(network, images)):
        loss = (form(images) * weights).mean()
        gradients.append(torch.autograd.grad(loss, list(network.parameters())))
    for found, expected in zip(*gradients, strict=True):
        torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-4 * float(expected.abs().max()))


@pytest.mark.parametrize("width", [4, 8, 16])
@pytest.mark.parametrize("field", WIDE_BOTTLENECKS)
def test_ladeda_gradients_do_not_depend_on_precision(field: int, width: int) -> None:
    """Strided convolutions of few channels must not corrupt the backward pass (float64 takes another path).

    The tolerance leaves room for a ReLU that rounding closes; corruption is far larger.
    """
    network = LaDeDa(field, width, depths=(1, 1, 1, 1)).train()
    images = torch.randn(2, 3, 57, 49)
    single = torch.autograd.grad(network(images).mean(), list(network.parameters()))
    network.double()
    double = torch.autograd.grad(network(images.double()).mean(), list(network.parameters()))
    found = torch.cat([gradient.double().flatten() for gradient in single])
    expected = torch.cat([gradient.flatten() for gradient in double])
    assert (found - expected).norm() <= 0.05 * expected.norm()


def test_frozen_parts_do_not_move_even_in_training_mode() -> None:
    network = TinyLaDeDa().train()
    network.train_only({"head"})
    before = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    optimiser = torch.optim.SGD([p for p in network.parameters() if p.requires_grad], lr=1.0)
    network.train()
    network(torch.randn(2, 3, 24, 24)).square().mean().backward()
    optimiser.step()
    moved = {name for name, tensor in network.state_dict().items() if not torch.equal(tensor, before[name])}
    assert moved == {"fc.weight", "fc.bias"}


def test_thawed_parts_learn_again() -> None:
    network = TinyLaDeDa().train()
    network.train_only({"head"})
    network.train_only({"layer1", "head"})
    network(torch.randn(2, 3, 24, 24))
    counted = {name: int(count) for name, count in network.state_dict().items() if name.endswith("tracked")}
    assert counted == {
        "bn1.num_batches_tracked": 0,
        "layer1.0.bn1.num_batches_tracked": 1,
        "layer1.0.bn2.num_batches_tracked": 1,
    }


def test_parts_are_named_and_complete() -> None:
    assert list(TinyLaDeDa().parts()) == ["stem", "layer1", "head"]
    network = LaDeDa(9, 4, (1, 1, 1, 1))
    parts = network.parts()
    assert list(parts) == ["stem", "layer1", "layer2", "layer3", "layer4", "head"]
    assert sum(map(len, parts.values())) == len(list(network.parameters()))
    with pytest.raises(EngineError, match="no part named layer9"):
        network.train_only({"layer9"})


def test_detector_saves_the_published_keys_only() -> None:
    detector = PatchDetector(TinyLaDeDa(), "right_diag")
    assert {f"network.{name}" for name in TinyLaDeDa().state_dict()} == set(detector.state_dict())


@pytest.mark.parametrize("name", ["NPR", "right_diag"])
def test_detector_takes_odd_oblong_images(name: str) -> None:
    images = torch.randint(0, 256, (1, 3, 35, 22), dtype=torch.uint8)
    assert PatchDetector(LaDeDa(9, 4, (1, 1, 1, 1)), name).eval()(images).shape == (1, 1, 4, 2)


def test_what_the_filter_shows_is_not_rounded_where_the_network_computes_in_half() -> None:
    detector = PatchDetector(TinyLaDeDa(), "right_diag").eval()
    images = torch.randint(0, 256, (2, 3, 32, 32), dtype=torch.uint8)
    exact, seen = detector.prepare(images), list[Tensor]()
    detector.network.register_forward_pre_hook(lambda _module, given: seen.append(given[0]))
    with torch.autocast("cpu", torch.bfloat16):
        assert detector(images).dtype == torch.bfloat16
    assert torch.equal(seen[0], exact)


def test_too_small_an_image_is_named() -> None:
    detector = PatchDetector(LaDeDa(33, 4, (1, 1, 1, 1)), "NPR").eval()
    with pytest.raises(GeometryError, match="40 x 32 pixels is too small: one patch is 33 pixels"):
        detector(torch.zeros(1, 3, 32, 40, dtype=torch.uint8))


def test_unknown_receptive_field_is_refused() -> None:
    with pytest.raises(EngineError, match="no LaDeDa with a receptive field of 11"):
        LaDeDa(11)
