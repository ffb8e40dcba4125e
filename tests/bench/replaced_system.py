"""The training recipe of the system that PatchDistill replaces, faults included, from its description in the docs.

Kept only to be measured against. Each fault that matters is marked; none of this may be used by the program.
"""

import math

import torch
from torch import Tensor
from torch.nn import functional

from engine.models.detector import PatchDetector
from engine.models.tiny_ladeda import TinyLaDeDa

STAGES = ((5, 1e-4, 0.0), (20, 5e-5, 5e-6))  # epochs, head rate, backbone rate
TEMPERATURE = 4.0
CLIP_NORM = 0.5
LARGEST_SCALE = 10.0


def train(
    images: Tensor,
    labels: Tensor,
    teacher_maps: Tensor,
    labelled: Tensor,
    *,
    steps: int,
    seed: int,
    batch_size: int = 16,
) -> PatchDetector:
    """A student after ``steps`` steps on uint8 images (N, 3, H, W), labels (N,) and raw teacher maps (N, 1, h, w)."""
    torch.manual_seed(seed)
    student = PatchDetector(TinyLaDeDa(), "right_diag")
    network = student.network
    epochs = sum(stage[0] for stage in STAGES)
    for number, (share, head_lr, backbone_lr) in enumerate(STAGES, start=1):
        backbone = [p for name, p in network.named_parameters() if not name.startswith("fc")]
        for parameter in backbone:
            parameter.requires_grad_(number == 2)
        groups = [{"params": network.fc.parameters(), "lr": head_lr}]
        groups += [{"params": backbone, "lr": backbone_lr}] if number == 2 else []
        optimiser = torch.optim.SGD(groups, momentum=0.9, nesterov=True, weight_decay=1e-5)
        base = [group["lr"] for group in optimiser.param_groups]
        total = max(1, steps * share // epochs)
        warmup = total // share
        torch.nn.Module.train(network)  # fault 4: in stage 1 the frozen BatchNorm is in train mode and drifts
        for step in range(total):
            factor = step / warmup if step < warmup else 0.5 * (1 + math.cos(math.pi * (step - warmup) / total))
            for group, rate in zip(optimiser.param_groups, base, strict=True):
                group["lr"] = rate * factor  # fault 5: the first step has rate 0, the cosine never ends
            chosen = torch.randint(len(images), (batch_size,))
            loss = _loss(student(images[chosen]), teacher_maps[chosen], labels[chosen], labelled[chosen])
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            parameters = [p for p in network.parameters() if p.requires_grad]
            torch.nn.utils.clip_grad_norm_(parameters, CLIP_NORM)
            torch.nn.utils.clip_grad_value_(parameters, 1.0)  # fault 5: after the norm it does nothing
            optimiser.step()
    return student.eval()  # fault 9: the running statistics lag behind the weights


def _loss(student_map: Tensor, teacher_map: Tensor, labels: Tensor, labelled: Tensor) -> Tensor:
    pooled = functional.adaptive_avg_pool2d(
        student_map, (teacher_map.shape[2], teacher_map.shape[3])
    )  # section 2: off-centre
    spread = pooled.std() + 1e-6
    scale = (teacher_map.std() / spread).clamp(1 / LARGEST_SCALE, LARGEST_SCALE).detach()  # fault 2
    s = (pooled - pooled.mean()) * scale + teacher_map.mean()
    log_p = functional.log_softmax(s / TEMPERATURE, dim=1)  # fault 1: a softmax over one channel is constant
    q = functional.softmax(teacher_map / TEMPERATURE, dim=1)
    divergence = functional.kl_div(log_p, q, reduction="batchmean") * TEMPERATURE**2
    each = functional.binary_cross_entropy_with_logits(student_map.mean((1, 2, 3)), labels, reduction="none")
    task = (each * labelled).sum() / labelled.sum().clamp(min=1)
    return 0.3 * divergence + 0.7 * task
