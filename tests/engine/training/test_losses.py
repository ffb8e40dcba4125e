"""Each loss term against its formula and its limits, and the sum against its parts."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from engine.models.pooling import pool
from engine.settings import LossSettings, StudentSettings
from engine.settings.loss import LOSS_TERMS
from engine.training.losses import (
    STUDENT_TERMS,
    TEACHER_TERMS,
    DistillationLoss,
    bernoulli_kl,
    relation,
    saturation_wall,
    task,
    variance_hinge,
)

SHAPES = array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=6)
LOGITS = st.floats(-1200, 1200, width=32)
TEMPERATURES = st.floats(0.5, 20)


def maps(values: NDArray[np.float64]) -> Tensor:
    """(h, w) to one map (1, 1, h, w)."""
    return torch.from_numpy(values).double()[None, None]


def noise(seed: int, *shape: int) -> Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def gradient(loss: Tensor, of: Tensor) -> Tensor:
    (found,) = torch.autograd.grad(loss, of)
    return found


@given(s=arrays("float64", SHAPES, elements=LOGITS), temperature=TEMPERATURES, data=st.data())
@settings(max_examples=80, deadline=None)
def test_the_divergence_is_never_negative_and_its_gradient_is_the_published_one(
    s: NDArray[np.float64], temperature: float, data: st.DataObject
) -> None:
    student = maps(s).requires_grad_()
    target = maps(data.draw(arrays("float64", s.shape, elements=LOGITS)))
    loss = bernoulli_kl(student, target, temperature)
    assert loss.item() >= -1e-9
    expected = temperature * (torch.sigmoid(student / temperature) - torch.sigmoid(target / temperature))
    found = gradient(loss, student) * student.numel()
    torch.testing.assert_close(found, expected.detach(), rtol=1e-9, atol=1e-12)
    assert found.abs().max().item() <= temperature * (1 + 1e-12)


@given(t=arrays("float64", SHAPES, elements=LOGITS), temperature=TEMPERATURES)
@settings(max_examples=40, deadline=None)
def test_the_divergence_is_exactly_zero_where_student_and_target_agree(
    t: NDArray[np.float64], temperature: float
) -> None:
    assert bernoulli_kl(maps(t), maps(t), temperature).item() == 0


def test_the_divergence_is_positive_where_they_differ_and_symmetric_in_sign() -> None:
    s, t = noise(0, 2, 1, 3, 3), noise(1, 2, 1, 3, 3)
    assert bernoulli_kl(s, t, 4.0).item() > 1e-3
    assert bernoulli_kl(s, t, 4.0).item() == pytest.approx(bernoulli_kl(-s, -t, 4.0).item())


def test_the_divergence_is_that_of_two_classes() -> None:
    """A softmax over (0, z) is the Bernoulli distribution of z: PyTorch's own divergence must agree."""
    s, t, temperature = noise(0, 4, 1, 5, 5), noise(1, 4, 1, 5, 5), 2.5
    two = [torch.stack([torch.zeros_like(z), z / temperature], dim=-1).log_softmax(-1) for z in (s, t)]
    expected = functional.kl_div(two[0], two[1], log_target=True, reduction="none").sum(-1).mean()
    assert bernoulli_kl(s, t, temperature).item() == pytest.approx(temperature**2 * expected.item())


def test_float32_at_the_teachers_observed_range_stays_finite() -> None:
    student = torch.linspace(-1190, 8, 64).view(1, 1, 8, 8).requires_grad_()
    target = student.detach().flip(-1, -2)
    loss = bernoulli_kl(student, target, 4.0)
    assert math.isfinite(loss.item())
    assert bool(gradient(loss, student).isfinite().all())


@given(
    scale=st.floats(0.01, 1000),
    level=st.floats(-1000, 1000),
    target_scale=st.floats(1, 300),
    target_level=st.floats(-1000, 1000),
)
@settings(max_examples=60, deadline=None)
def test_the_relation_is_free_of_scale_and_level_on_both_sides(
    scale: float, level: float, target_scale: float, target_level: float
) -> None:
    s, t = noise(0, 3, 1, 6, 6) * 100, noise(1, 3, 1, 6, 6)
    moved = relation(scale * s + level, target_scale * t + target_level)
    assert moved.item() == pytest.approx(relation(s, t).item(), abs=2e-4)
    assert 0 <= moved.item() <= 2


def test_the_relation_is_0_for_equal_1_for_unrelated_and_2_for_opposite_patterns() -> None:
    t = torch.tensor([[1.0, 1, -1, -1]]).view(1, 1, 2, 2)
    unrelated = torch.tensor([[1.0, -1, 1, -1]]).view(1, 1, 2, 2)
    found = [relation(s, t).item() for s in (3 * t, unrelated, -t)]
    assert found == pytest.approx([0, 1, 2], abs=1e-5)


def test_the_relation_leaves_images_with_a_constant_target_out_of_the_mean() -> None:
    s, t = noise(0, 2, 1, 4, 4), noise(1, 2, 1, 4, 4)
    flat = torch.cat([t[:1], 0.01 * t[1:]])
    assert relation(s, flat).item() == pytest.approx(relation(s[:1], t[:1]).item())
    assert relation(s, torch.zeros_like(t)).item() == 0


def test_the_relation_has_a_gradient_even_for_a_constant_student() -> None:
    s = torch.zeros(2, 1, 4, 4, dtype=torch.float64, requires_grad=True)
    found = gradient(relation(s, noise(1, 2, 1, 4, 4)), s)
    assert bool(found.isfinite().all())
    assert found.abs().max().item() > 0


def test_the_task_counts_labelled_images_only() -> None:
    logits, labels = torch.tensor([2.0, -1.0, 50.0]), torch.tensor([1.0, 0.0, 0.0])
    labelled = torch.tensor([True, True, False])
    expected = (math.log1p(math.exp(-2)) + math.log1p(math.exp(-1))) / 2
    assert task(logits, labels, labelled).item() == pytest.approx(expected)
    assert task(logits, labels, torch.zeros(3, dtype=torch.bool)).item() == 0


@pytest.mark.parametrize(
    ("s_std", "t_std", "gap"),
    [(1.0, 3.0, 0.0), (0.1, 3.0, 0.25 - math.sqrt(0.0101)), (0.0, 0.4, 0.1 - 0.01), (0.0, 0.0, 0.0)],
)
def test_the_hinge_acts_below_its_share_of_the_targets_spread(s_std: float, t_std: float, gap: float) -> None:
    pattern = torch.tensor([1.0, -1.0, 1.0, -1.0]).view(1, 1, 2, 2)
    assert variance_hinge(s_std * pattern, t_std * pattern, 0.25).item() == pytest.approx(gap**2, abs=1e-8)


def test_the_hinge_still_pushes_apart_a_nearly_collapsed_map() -> None:
    """On the variance the push dies with the spread; on the deviation it stays of the same order."""
    pattern = noise(0, 1, 1, 8, 8)
    pushes = []
    for spread in (1e-1, 1e-2):
        s = (spread * pattern).requires_grad_()
        pushes.append(gradient(variance_hinge(s, 3 * pattern, 0.25), s).norm().item())
    assert pushes[1] > 0.5 * pushes[0]


def test_the_hinge_is_bounded_whatever_the_teachers_spread() -> None:
    assert variance_hinge(torch.zeros(1, 1, 2, 2), 1190 * noise(0, 1, 1, 2, 2), 0.25).item() <= 0.25**2


def test_the_wall_is_soft_and_leads_back() -> None:
    z = torch.tensor([-150.0, -19.0, 0.0, 20.0, 23.0], dtype=torch.float64, requires_grad=True)
    loss = saturation_wall(z, 20.0)
    assert loss.item() == pytest.approx((130**2 + 3**2) / 5)
    assert gradient(loss, z).tolist() == pytest.approx([-52, 0, 0, 0, 1.2])


def batch_loss(loss: LossSettings, student: StudentSettings | None = None, fade: float = 1.0) -> tuple[float, ...]:
    """(sum, parts weighted and added by hand) on a fixed batch of maps whose cells reach past the wall."""
    patch_logits, target = 12 * noise(0, 4, 1, 12, 12), 3 * noise(1, 4, 1, 3, 3)
    aligned = functional.avg_pool2d(patch_logits, 4)
    labels, labelled = torch.tensor([0.0, 1, 0, 1]).double(), torch.tensor([True, True, True, False])
    student = student or StudentSettings()
    terms = DistillationLoss(loss, student)(patch_logits, aligned, target, labels, labelled, fade)
    imitation = (
        bernoulli_kl(aligned, target, loss.temperature) if loss.use_kl_loss else (aligned - target).square().mean()
    )
    image = bernoulli_kl(aligned.mean((1, 2, 3)), target.mean((1, 2, 3)), 1.0)
    image_logits = pool(patch_logits, student.pooling, student.topk_ratio, student.topk_minimum)
    by_hand = (
        fade * loss.alpha_distill * (imitation + loss.relation_weight * relation(aligned, target))
        + fade * loss.alpha_distill * loss.image_weight * image
        + loss.alpha_task * task(image_logits, labels, labelled)
        + loss.variance_weight * variance_hinge(aligned, target, loss.variance_ratio)
        + loss.saturation_weight * saturation_wall(patch_logits, loss.saturation_limit)
    )
    named = sum(terms.weights[name] * part.item() for name, part in terms.parts.items())
    return terms.total.item(), by_hand.item(), named


WEIGHTS = st.sampled_from([0.0, 0.05, 0.3, 2.0])


@given(
    alpha_distill=WEIGHTS,
    alpha_task=WEIGHTS,
    relation_weight=WEIGHTS,
    image_weight=WEIGHTS,
    variance_weight=WEIGHTS,
    saturation_weight=WEIGHTS,
    use_kl_loss=st.booleans(),
    fade=st.sampled_from([0.0, 0.3, 1.0]),
    pooling=st.sampled_from(["mean", "topk_mean", "topk_max"]),
)
@settings(max_examples=60, deadline=None)
def test_the_sum_is_that_of_its_weighted_named_parts(
    alpha_distill: float,
    alpha_task: float,
    relation_weight: float,
    image_weight: float,
    variance_weight: float,
    saturation_weight: float,
    use_kl_loss: bool,
    fade: float,
    pooling: str,
) -> None:
    loss = LossSettings(
        alpha_distill=alpha_distill,
        alpha_task=alpha_task,
        relation_weight=relation_weight,
        image_weight=image_weight,
        variance_weight=variance_weight,
        saturation_weight=saturation_weight,
        use_kl_loss=use_kl_loss,
    )
    total, by_hand, named = batch_loss(loss, StudentSettings.model_validate({"pooling": pooling}), fade)
    assert total == pytest.approx(by_hand)
    assert total == pytest.approx(named)


def test_a_term_that_is_switched_off_is_not_computed_and_one_that_faded_keeps_its_name() -> None:
    loss = DistillationLoss(LossSettings(relation_weight=0.0), StudentSettings())
    z, t, labels = noise(0, 2, 1, 4, 4), noise(1, 2, 1, 4, 4), torch.tensor([0.0, 1.0]).double()
    everywhere = torch.ones(2, dtype=torch.bool)
    assert set(loss(z, z, t, labels, everywhere).parts) == {"task", "patch", "image", "variance", "saturation"}
    faded = loss(z, z, t, labels, everywhere, fade=0.0)
    assert set(faded.parts) == {"task", "variance", "saturation"}
    assert faded.weights["patch"] == faded.weights["image"] == 0
    alone = loss(z, None, None, labels, everywhere)
    assert set(alone.parts) == set(alone.weights) == {"task", "saturation"}


def test_the_image_term_compares_verdicts_and_no_patterns() -> None:
    """An image of other cells with the same mean is the same verdict; its gradient is within 1 an image."""
    only = LossSettings(alpha_task=0, relation_weight=0, image_weight=1, variance_weight=0, saturation_weight=0)
    loss = DistillationLoss(only, StudentSettings())
    t, labels = noise(1, 2, 1, 4, 4), torch.zeros(2, dtype=torch.bool)
    assert loss(t.flip(-1), t.flip(-1), t, labels.double(), labels).parts["image"].item() == pytest.approx(0, abs=1e-9)
    z = (50 - 100 * torch.arange(2.0)).view(2, 1, 1, 1).expand_as(t).clone().requires_grad_()
    image = bernoulli_kl(z.mean((1, 2, 3)), t.mean((1, 2, 3)), 1.0)
    assert loss(z, z, t, labels.double(), labels).parts["image"].item() == pytest.approx(image.item())
    assert gradient(image, z).sum((1, 2, 3)).abs().max().item() <= 1 / 2


def test_known_image_logits_take_the_place_of_pooled_ones() -> None:
    loss = DistillationLoss(LossSettings(saturation_weight=0.0), StudentSettings())
    z, labels, everywhere = noise(0, 2, 1, 4, 4), torch.tensor([0.0, 1.0]).double(), torch.ones(2, dtype=torch.bool)
    known = torch.tensor([-3.0, 3.0]).double()
    terms = loss(z, None, None, labels, everywhere, image_logits=known)
    assert terms.parts["task"].item() == pytest.approx(math.log1p(math.exp(-3)))
    assert not terms.parts["task"].requires_grad


def test_every_term_has_its_words_and_its_colour() -> None:
    assert {term.name for term in LOSS_TERMS} == {*STUDENT_TERMS, *TEACHER_TERMS}
    assert len({term.colour for term in LOSS_TERMS}) == len(LOSS_TERMS)
