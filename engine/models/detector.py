"""A network together with what must happen to an image before it: from RGB bytes to a patch map."""

import torch
from torch import Tensor, nn

from engine.errors import GeometryError
from engine.models.filters import InputFilter, Normalisation, Padding
from engine.models.geometry import PatchGeometry
from engine.models.network import PatchNetwork


class PatchDetector(nn.Module):
    """Normalisation, input filter and network; save `network.state_dict()`, with the published keys.

    Without ``padding`` the map has no cells at the rim, for which the filter would look beyond the picture; with
    "zeros", as published, it has them, and they see a border that is not there.
    """

    def __init__(
        self, network: PatchNetwork, filter_name: str, normalisation: str = "imagenet", padding: Padding = "zeros"
    ) -> None:
        super().__init__()
        self.normalise = Normalisation(normalisation)
        self.filter = InputFilter(filter_name, padding)
        self.network = network

    @property
    def filter_name(self) -> str:
        return self.filter.name

    @property
    def normalisation(self) -> str:
        return self.normalise.name

    @property
    def padding(self) -> Padding:
        return self.filter.padding

    @property
    def input_name(self) -> str:
        """How pixels are prepared, in a word or two."""
        return f"{self.filter_name}, {self.normalisation}"

    @property
    def rim_words(self) -> str:
        """What is odd at the rim of its maps, in a sentence; empty where nothing is."""
        if self.padding == "none" or not self.filter.reach:
            return ""
        return (
            "The outermost patches see a border that the input filter adds, and they count in the score, as published; "
            "students of today leave them out."
        )

    @property
    def geometry(self) -> PatchGeometry:
        """Of the network's own patches, whatever the filter sees beside them; of cells that are in the map alone."""
        geometry = self.network.geometry
        return geometry if self.padding == "zeros" else geometry.within(self.filter.reach)

    @property
    def first_pixel(self) -> int:
        """The first row and column of an image that the filter looks at, so that the first cell's pixels come first."""
        return 0 if self.padding == "zeros" else self.geometry.offset - self.network.geometry.offset - self.filter.reach

    def prepare(self, images: Tensor) -> Tensor:
        """RGB bytes (B, 3, H, W) to the filtered images that the network reads, from its first cell's pixels on."""
        first = self.first_pixel
        images = images[..., first:, first:]
        with torch.autocast(images.device.type, enabled=False):  # half the digits would hide what the filter shows
            filtered: Tensor = self.filter(self.normalise(images))
        return filtered

    def forward(self, images: Tensor) -> Tensor:
        """RGB bytes, uint8 (B, 3, H, W), to patch logits (B, 1, h, w); GeometryError where none fits."""
        height, width = images.shape[-2:]
        least = self.geometry.least_side
        if min(height, width) < least:
            raise GeometryError(
                f"An image of {width} x {height} pixels is too small: one patch is {least} pixels wide.",
                "Raise the input size (data.size), or choose a network with smaller patches.",
            )
        logits: Tensor = self.network(self.prepare(images))
        return logits
