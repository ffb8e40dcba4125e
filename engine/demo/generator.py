"""The demo's makers of fake images: convolutional auto-encoders that differ in how they enlarge."""

from torch import Tensor, nn
from torch.nn import functional

from engine.errors import EngineError

UPSAMPLINGS = ("nearest", "bilinear", "pixel_shuffle", "transposed")


class UpsamplingGenerator(nn.Module):
    """Auto-encoder through half the resolution; how `upsampling` brings it back is the trace to be detected."""

    def __init__(self, upsampling: str, width: int = 24, latent: int = 12) -> None:
        super().__init__()
        if upsampling not in UPSAMPLINGS:
            raise EngineError(f"Unknown up-sampling {upsampling!r}.", f"Choose one of {', '.join(UPSAMPLINGS)}.")
        self.encoder = nn.Sequential(
            _convolution(3, width),
            nn.ReLU(),
            _convolution(width, 2 * width, stride=2),
            nn.ReLU(),
            _convolution(2 * width, latent),
        )
        self.decoder = nn.Sequential(
            _convolution(latent, 2 * width),
            nn.ReLU(),
            doubling(upsampling, 2 * width, width),
            nn.ReLU(),
            _convolution(width, 3),
        )

    def forward(self, images: Tensor) -> Tensor:
        """Images in 0..1, (B, 3, H, W), to their imitation of the same size and range, any H and W."""
        height, width = images.shape[-2:]
        padded = functional.pad(images, (0, width % 2, 0, height % 2), mode="replicate")
        imitation: Tensor = self.decoder(self.encoder(padded * 2 - 1))
        return ((imitation + 1) / 2)[..., :height, :width].clamp(0, 1)


def doubling(upsampling: str, channels_in: int, channels_out: int) -> nn.Module:
    """A learned layer (B, channels_in, H, W) -> (B, channels_out, 2 H, 2 W)."""
    if upsampling == "transposed":
        return nn.ConvTranspose2d(channels_in, channels_out, 4, stride=2, padding=1)
    if upsampling == "pixel_shuffle":
        return nn.Sequential(_convolution(channels_in, 4 * channels_out), nn.PixelShuffle(2))
    enlarge = nn.Upsample(scale_factor=2, mode=upsampling)
    return nn.Sequential(enlarge, _convolution(channels_in, channels_out))


def _convolution(channels_in: int, channels_out: int, stride: int = 1) -> nn.Conv2d:
    return nn.Conv2d(channels_in, channels_out, 3, stride, padding=1, padding_mode="replicate")
