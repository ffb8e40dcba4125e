"""A map put together from tiles is the map of the picture at once, for every filter, padding and network."""

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import GeometryError
from engine.models.detector import PatchDetector
from engine.models.filters import FILTER_NAMES, PADDINGS, Padding
from engine.models.ladeda import WIDE_BOTTLENECKS, LaDeDa
from engine.models.network import PatchNetwork
from engine.models.pooling import pool
from engine.models.tiling import Tiling
from engine.models.tiny_ladeda import TinyLaDeDa
from tests.engine.helpers.toy_network import Toy

LARGEST = 1e-5  # difference, of the map's spread


def network(name: str) -> PatchNetwork:
    torch.manual_seed(0)
    made: dict[str, PatchNetwork] = {"student": TinyLaDeDa(4), "toy": Toy(4)}
    found = made.get(name) or LaDeDa(int(name), 4, (2, 1, 1, 1))
    return found.eval()


def picture(height: int, width: int, count: int = 1) -> torch.Tensor:
    return torch.randint(0, 256, (count, 3, height, width), generator=torch.Generator().manual_seed(0)).byte()


@torch.no_grad()
def assert_same(detector: PatchDetector, images: torch.Tensor, side: int) -> None:
    at_once = detector(images)
    tiled = Tiling.of(detector, side, at_once=1)(detector, images)
    assert tiled.shape == at_once.shape
    allowed = LARGEST * float(at_once.std(correction=0)) + 1e-9
    assert float((tiled - at_once).abs().max()) <= allowed
    for method in ("mean", "topk_mean", "topk_max"):
        assert float((pool(tiled, method) - pool(at_once, method)).abs().max()) <= allowed


@pytest.mark.parametrize("padding", PADDINGS)
@pytest.mark.parametrize("filter_name", FILTER_NAMES)
@pytest.mark.parametrize("name", ["student", "toy", "9"])
@given(height=st.integers(33, 130), width=st.integers(33, 130), side=st.integers(16, 80))
@settings(max_examples=6, deadline=None)
def test_any_size_and_tile(name: str, filter_name: str, padding: Padding, height: int, width: int, side: int) -> None:
    assert_same(PatchDetector(network(name), filter_name, padding=padding).eval(), picture(height, width), side)


@pytest.mark.parametrize("field", WIDE_BOTTLENECKS)
def test_every_teacher(field: int) -> None:
    assert_same(PatchDetector(network(str(field)), "NPR").eval(), picture(203, 142, count=2), side=64)


@pytest.mark.parametrize(("height", "width"), [(33, 47), (1000, 667), (3000, 4000)])
def test_the_tiles_that_are_used(height: int, width: int) -> None:
    detector = PatchDetector(TinyLaDeDa(4), "right_diag", padding="none").eval()
    with torch.no_grad():
        at_once, tiled = detector(picture(height, width)), Tiling.of(detector)(detector, picture(height, width))
    assert float((tiled - at_once).abs().max()) <= LARGEST * float(at_once.std())


@given(pixels=st.integers(1, 3000), side=st.integers(8, 600))
@settings(max_examples=60, deadline=None)
def test_tiles_are_bounded_and_give_each_cell_once(pixels: int, side: int) -> None:
    tiling = Tiling.of(PatchDetector(TinyLaDeDa(4), "right_diag"), side)
    tiles = list(tiling.along(pixels))
    assert [cell for tile in tiles for cell in range(tile.cell, tile.cell + tile.cells)] == [
        *range(tiling.geometry.cells(pixels))
    ]
    assert all(tile.first % 2 == 0 and tile.end - tile.first <= side + 12 for tile in tiles)


def test_many_pictures_are_taken_a_few_at_a_time() -> None:
    detector = PatchDetector(network("student"), "NPR").eval()
    seen: list[int] = []

    def compute(images: torch.Tensor) -> torch.Tensor:
        seen.append(len(images))
        maps: torch.Tensor = detector(images)
        return maps

    with torch.no_grad():
        tiled = Tiling.of(detector, at_once=3 * 40 * 50)(compute, picture(40, 50, count=7))
        torch.testing.assert_close(tiled, detector(picture(40, 50, count=7)), rtol=0, atol=1e-6)
    assert seen == [3, 3, 1]


def test_a_picture_without_a_patch_is_refused_in_words() -> None:
    detector = PatchDetector(network("student"), "right_diag", padding="none").eval()
    with pytest.raises(GeometryError, match="9 x 7 pixels is too small: one patch is 8 pixels"):
        Tiling.of(detector, at_once=1)(detector, picture(7, 9))
    assert Tiling.of(detector, at_once=1)(detector, picture(8, 9)).shape == (1, 1, 1, 1)
