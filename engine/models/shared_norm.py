"""BatchNorm over the images of all processes of a run."""

import torch
from torch import Tensor, nn

from engine.machine.processes import World, summed, total


class SharedBatchNorm(nn.BatchNorm2d):
    """BatchNorm over the images of all processes (the formulas of nn.BatchNorm2d).

    Where `engine.models.normalised_conv` computes a layer, it takes only the sums from here.
    """

    @classmethod
    def of(cls, norm: nn.BatchNorm2d) -> "SharedBatchNorm":
        """The same layer, sharing its parameters and statistics."""
        shared = cls(norm.num_features, norm.eps, norm.momentum)
        shared.load_state_dict(norm.state_dict())
        shared.weight, shared.bias = norm.weight, norm.bias
        return shared.train(norm.training)

    @staticmethod
    def added_up(mine: Tensor) -> Tensor:
        """The sum over all processes, without a gradient."""
        return total(mine)

    def forward(self, input: Tensor) -> Tensor:  # noqa: A002
        if not self.training:
            return super().forward(input)
        cells = input.float()  # sums need more digits than autocast leaves
        count = cells.new_tensor([cells.numel() / self.num_features])
        sums = summed(torch.cat([cells.sum((0, 2, 3)), count]))
        number = float(sums[-1].detach())
        mean = sums[:-1] / number
        centred = cells - mean.view(1, -1, 1, 1)
        variance = summed(centred.square().sum((0, 2, 3))) / number
        self._track(mean.detach(), variance.detach() * number / (number - 1))
        scale = self.weight * torch.rsqrt(variance + self.eps)
        return centred * scale.view(1, -1, 1, 1) + self.bias.view(1, -1, 1, 1)

    @torch.no_grad()
    def _track(self, mean: Tensor, variance: Tensor) -> None:
        assert self.num_batches_tracked is not None
        self.num_batches_tracked += 1
        share = 1 / float(self.num_batches_tracked) if self.momentum is None else self.momentum
        for running, found in ((self.running_mean, mean), (self.running_var, variance)):
            assert running is not None
            running.lerp_(found, share)


def normalise_together(network: nn.Module, world: World) -> None:
    """Let BatchNorm layers in training mode take the statistics of the whole batch, whoever holds its images."""
    if world.size == 1:
        return
    for module in list(network.modules()):
        for name, child in module.named_children():
            if isinstance(child, nn.BatchNorm2d):
                setattr(module, name, SharedBatchNorm.of(child))
