"""What happens to an image before the first convolution: normalisation and a fixed input filter."""

from typing import Literal

import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.errors import EngineError

FILTER_NAMES = ("raw", "NPR", "x_grad", "y_grad", "left_diag", "right_diag")
NORMALISATION_NAMES = ("imagenet", "imagenet_two_thirds", "half", "none")
PADDINGS = ("zeros", "none")
Padding = Literal["zeros", "none"]

_KERNELS: dict[str, list[list[float]]] = {
    "x_grad": [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]],
    "y_grad": [[-1, -2, -1], [0, 0, 0], [1, 2, 1]],
    "left_diag": [[0, 1, 2], [-1, 0, 1], [-2, -1, 0]],
    "right_diag": [[-2, -1, 0], [-1, 0, 1], [0, 1, 2]],
}
# In thousandths: whole (and half) numbers are exact in every float type, so converting the module loses nothing.
_MEAN_AND_STD: dict[str, tuple[tuple[float, ...], tuple[float, ...]]] = {
    "imagenet": ((485, 456, 406), (229, 224, 225)),
    "imagenet_two_thirds": ((485, 456, 406), (343.5, 336, 337.5)),  # some NPR networks scale the residual by 2/3
    "half": ((500, 500, 500), (500, 500, 500)),
    "none": ((0, 0, 0), (1000, 1000, 1000)),
}


class Normalisation(nn.Module):
    """RGB bytes to (x / 255 - mean) / std, in the module's own float type and on its device."""

    mean_thousandths: Tensor
    std_thousandths: Tensor

    def __init__(self, name: str = "imagenet") -> None:
        super().__init__()
        if name not in NORMALISATION_NAMES:
            raise EngineError(f"There is no normalisation named {name!r}.", _one_of(NORMALISATION_NAMES))
        self.name = name
        for quantity, thousandths in zip(("mean", "std"), _MEAN_AND_STD[name], strict=True):
            values = torch.tensor(thousandths, dtype=torch.get_default_dtype()).view(3, 1, 1)
            self.register_buffer(f"{quantity}_thousandths", values, persistent=False)

    def forward(self, images: Tensor) -> Tensor:
        """uint8 (B, 3, H, W) to float (B, 3, H, W) in channels_last, faster for all that follows."""
        pixels = images.permute(0, 2, 3, 1).contiguous().to(self.mean_thousandths.dtype, copy=True)
        mean, std = (
            (thousandths.flatten() * 255 / 1000).repeat(images.shape[-1])
            for thousandths in (self.mean_thousandths, self.std_thousandths)
        )
        pixels.flatten(2).sub_(mean).div_(std)  # on rows of 3 W numbers: a channel at a time is five times slower
        return pixels.permute(0, 3, 1, 2)


class InputFilter(nn.Module):
    """One of FILTER_NAMES, applied to each channel of a normalised image; it has nothing to learn or save.

    `margin` is the number of pixels (before, after) that an output pixel needs beside its own. For NPR it is
    within blocks of 2 x 2 pixels, so a patch that begins at an even pixel needs none. What an output pixel needs beyond
    its own block of `block` x `block` pixels is `reach`, on each side; there ``padding`` puts zeros at the picture's
    rim, as published, or there are no output pixels ("none").
    """

    kernel: Tensor

    def __init__(self, name: str, padding: Padding = "zeros") -> None:
        super().__init__()
        if name not in FILTER_NAMES:
            raise EngineError(f"There is no input filter named {name!r}.", _one_of(FILTER_NAMES))
        self.name = name
        self.margin = {"raw": (0, 0), "NPR": (1, 0)}.get(name, (1, 1))
        self.block, self.reach = (2, 0) if name == "NPR" else (1, self.margin[1])
        self.padding = padding
        self.pads = self.reach if padding == "zeros" else 0  # pixels of zeros on each side
        kernel = torch.tensor(_KERNELS.get(name, [[1.0]]), dtype=torch.get_default_dtype())
        self.register_buffer("kernel", kernel.expand(3, 1, -1, -1).contiguous(), persistent=False)

    def forward(self, images: Tensor) -> Tensor:
        """(B, 3, H, W) to (B, 3, H, W), any height and width; without padding `reach` pixels less on each side."""
        if self.name == "raw":
            return images
        if self.name == "NPR":
            return neighbouring_pixel_residual(images)
        images = images.contiguous(memory_format=torch.channels_last)  # 3 to 15 times faster on a CPU
        return functional.conv2d(images, self.kernel, padding=self.pads, groups=3)


def neighbouring_pixel_residual(images: Tensor) -> Tensor:
    """(B, C, H, W) minus its nearest-neighbour half-size copy brought back up (NPR, arXiv 2312.10461).

    Each 2 x 2 block loses its top left pixel's value. On an odd side the last block is cut, so the result for
    a crop with an even corner is the same crop of the result.
    """
    height, width = images.shape[-2:]
    corners = images[..., ::2, ::2]
    residual = images.clone()
    for row in (0, 1):
        for column in (0, 1):
            of_block = residual[..., row::2, column::2]
            of_block -= corners[..., : (height + 1 - row) // 2, : (width + 1 - column) // 2]
    return residual


def _one_of(names: tuple[str, ...]) -> str:
    return f"Choose one of {', '.join(names)}."
