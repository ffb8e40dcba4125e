"""Normalisation and input filters: the published numbers, and what must hold for any image."""

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from engine.errors import EngineError
from engine.models.filters import FILTER_NAMES, InputFilter, Normalisation, neighbouring_pixel_residual
from tests.engine.helpers.reference import arrays, batch, needs_reference

SIDES = st.integers(1, 9)


def image(height: int, width: int, seed: int = 0) -> Tensor:
    return torch.randint(0, 256, (2, 3, height, width), generator=torch.Generator().manual_seed(seed)).byte()


@needs_reference
@pytest.mark.parametrize("name", FILTER_NAMES)
def test_filter_gives_the_reference_output(name: str) -> None:
    golden = arrays("preprocess_golden.npz")
    filtered = InputFilter(name)(Normalisation()(batch(golden["in"])))
    torch.testing.assert_close(filtered[0], torch.from_numpy(golden[name]), rtol=0, atol=1e-5)


def test_normalisation_of_known_bytes() -> None:
    black_and_white = torch.tensor([0, 255]).byte().view(1, 1, 1, 2).expand(1, 3, 1, 2)
    assert Normalisation("none")(black_and_white)[0, 0].tolist() == [[0, 1]]
    assert Normalisation("half")(black_and_white)[0, 0].tolist() == [[-1, 1]]
    red, green, blue = Normalisation("imagenet")(black_and_white)[0, :, 0, 1].tolist()
    assert (red, green, blue) == pytest.approx((2.2489, 2.4286, 2.6400), abs=1e-4)


def test_normalisation_leaves_the_bytes_alone() -> None:
    pixels = image(4, 4)
    before = pixels.clone()
    Normalisation()(pixels)
    assert torch.equal(pixels, before)


@pytest.mark.parametrize("name", FILTER_NAMES)
@given(height=SIDES, width=SIDES)
@settings(max_examples=15, deadline=None)
def test_filter_keeps_any_size(name: str, height: int, width: int) -> None:
    assert InputFilter(name)(Normalisation()(image(height, width))).shape == (2, 3, height, width)


@pytest.mark.parametrize("name", FILTER_NAMES)
def test_filter_needs_exactly_its_margin(name: str) -> None:
    """Whatever changes an output pixel lies within the margin, and the margin is used."""
    before, after = InputFilter(name).margin
    pixels = torch.randn(1, 3, 12, 12, dtype=torch.float64, requires_grad=True)
    reached = set()
    for row in (5, 6):
        (gradient,) = torch.autograd.grad(InputFilter(name).double()(pixels)[0, 0, row, row], pixels)
        rows, columns = torch.nonzero(gradient[0, 0], as_tuple=True)
        assert gradient[0, 1:].abs().sum() == 0
        reached |= set((rows - row).tolist()) | set((columns - row).tolist())
    assert (min(reached), max(reached)) == (-before, after)


@given(height=st.integers(2, 9), width=st.integers(2, 9), top=st.integers(0, 3), left=st.integers(0, 3))
@settings(max_examples=30, deadline=None)
def test_residual_of_an_even_crop_is_the_crop_of_the_residual(height: int, width: int, top: int, left: int) -> None:
    whole = Normalisation()(image(16, 16))
    rows, columns = slice(2 * top, 2 * top + height), slice(2 * left, 2 * left + width)
    cropped = neighbouring_pixel_residual(whole[..., rows, columns])
    assert torch.equal(cropped, neighbouring_pixel_residual(whole)[..., rows, columns])


def test_gradient_filters_see_their_own_direction() -> None:
    """A brightness ramp to the right has no gradient downwards, and the reverse."""
    right = torch.arange(6.0).expand(1, 3, 6, 6)
    down = right.transpose(-1, -2)
    inner = (..., slice(1, -1), slice(1, -1))
    assert InputFilter("x_grad")(right)[inner].unique().tolist() == [8]
    assert InputFilter("y_grad")(down)[inner].unique().tolist() == [8]
    assert InputFilter("x_grad")(down)[inner].abs().max() == 0
    assert InputFilter("left_diag")(right + down)[inner].abs().max() == 0
    assert InputFilter("right_diag")(right - down)[inner].abs().max() == 0


def test_nothing_is_saved_and_nothing_is_learned() -> None:
    for name in FILTER_NAMES:
        assert not InputFilter(name).state_dict()
        assert not list(InputFilter(name).parameters())
    assert not Normalisation().state_dict()


def test_unknown_names_are_refused_in_words() -> None:
    with pytest.raises(EngineError, match="no input filter named 'sobel'") as refusal:
        InputFilter("sobel")
    assert "right_diag" in refusal.value.remedy
    with pytest.raises(EngineError, match="no normalisation named 'zscore'"):
        Normalisation("zscore")
