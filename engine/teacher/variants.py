"""Which input filter and normalisation a teacher was probably trained with: a wrong one costs it points unseen."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

import torch
from torch import Tensor
from torch.nn import functional

from engine.control import RunControl
from engine.evaluation.metrics import scores
from engine.events import TeacherVariant
from engine.models.detector import PatchDetector
from engine.models.filters import FILTER_NAMES, NORMALISATION_NAMES, InputFilter, Normalisation
from engine.settings import TeacherSettings
from engine.teacher.teacher import Teacher

TRIED = 3  # that are run in full; the others' mismatch is told alone
CLEARLY_LESS = 0.5  # of the chosen variant's mismatch
IMAGES = 64
SPARSE = 3  # pixels between those that are compared; odd, as NPR treats even and odd pixels differently


def try_variants(
    teacher: Teacher, images: Sequence[Tensor], labels: Tensor, settings: TeacherSettings, control: RunControl
) -> tuple[TeacherVariant, ...]:
    """Every variant with its mismatch, the best first; those that fit better than the teacher's own get an AUC too.
    None where the network normalises nothing after its first layer.

    ``images`` are uint8 batches (B, 3, H, W), ``labels`` (N,) of all of them. The mismatch needs no labels and hardly
    any time: it compares what reaches the first BatchNorm with what that layer remembers from its training.
    """
    detector = teacher.detector
    found = sorted(_mismatches(detector, images, control), key=lambda variant: variant.mismatch)
    if not found:
        return ()
    own = next(variant for variant in found if variant.chosen)
    rivals = [variant for variant in found if variant.mismatch < CLEARLY_LESS * own.mismatch][:TRIED]
    tried = [_scored(variant, teacher, images, labels, settings, control) for variant in (*rivals, own) if rivals]
    others = [variant for variant in found if variant not in (*rivals, *([own] if rivals else []))]
    return (*sorted(tried, key=lambda variant: -(variant.auc or 0.0)), *others)


def _mismatches(detector: PatchDetector, images: Sequence[Tensor], control: RunControl) -> Iterator[TeacherVariant]:
    stem, norm = detector.network.first_layer.weight, detector.network.first_layer.norm
    if norm is None:
        return
    known_mean, known_var = norm.running_mean, norm.running_var
    assert known_mean is not None
    assert known_var is not None
    for filter_name, normalisation in product(FILTER_NAMES, NORMALISATION_NAMES):
        control.check()
        prepare = torch.nn.Sequential(Normalisation(normalisation), InputFilter(filter_name)).to(stem.device)
        cells = (functional.conv2d(prepare(batch), stem, stride=SPARSE) for batch in images)
        moments = [torch.var_mean(of_batch, dim=(0, 2, 3)) for of_batch in cells]
        var, mean = _pooled(torch.stack([v for v, _ in moments]), torch.stack([m for _, m in moments]))
        yield TeacherVariant(
            input_filter=filter_name,
            normalisation=normalisation,
            mismatch=float(gaussian_divergence(mean, var, known_mean, known_var).mean()),
            chosen=(filter_name, normalisation) == (detector.filter_name, detector.normalisation),
        )


def _pooled(variances: Tensor, means: Tensor) -> tuple[Tensor, Tensor]:
    """Variance and mean (C,) over batches of about equal size, from each batch's own (batches, C)."""
    return variances.mean(0) + means.var(0, correction=0), means.mean(0)


def gaussian_divergence(mean: Tensor, var: Tensor, known_mean: Tensor, known_var: Tensor) -> Tensor:
    """Symmetric Kullback-Leibler divergence (Jeffreys) of two normal distributions, each (C,)."""
    var, known_var = var.clamp(min=1e-12), known_var.clamp(min=1e-12)
    apart = (mean - known_mean).square()
    return ((var + apart) / known_var + (known_var + apart) / var - 2) / 2


def _scored(
    variant: TeacherVariant,
    teacher: Teacher,
    images: Sequence[Tensor],
    labels: Tensor,
    settings: TeacherSettings,
    control: RunControl,
) -> TeacherVariant:
    changed = {"input_filter": variant.input_filter, "normalisation": variant.normalisation, "map_cache_mb": 0}
    device = next(teacher.detector.parameters()).device
    tried = Teacher(teacher.weights, settings.model_copy(update=changed), device)
    logits = []
    for batch in images:
        control.check()
        logits.append(tried.image_logits(batch).float().cpu())
    found = scores(labels.numpy(), torch.cat(logits).numpy())
    return replace(variant, auc=found.auc, real_accuracy=found.real_accuracy, fake_accuracy=found.fake_accuracy)
