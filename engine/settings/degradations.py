"""Settings of what pictures lose on their way: drawn anew for training images, as one augmentation."""

from collections.abc import Mapping
from typing import Any, Literal, Self

from pydantic import model_validator

from engine.settings.base import Section, option

KINDS = ("jpeg", "webp", "resize", "screenshot", "blur", "noise")
# What the words of `strength` stand for. Chosen by what sites do to pictures, and not tuned on any set of them.
STRENGTHS: Mapping[str, Mapping[str, Any]] = {
    "off": {"share": 0.0},
    "web": {
        "share": 0.5,
        "jpeg_probability": 0.8,
        "jpeg_full_colour": 0.2,
        "webp_probability": 0.1,
        "quality_min": 60,
        "quality_max": 95,
        "resize_probability": 0.3,
        "resize_least": 0.5,
        "screenshot_probability": 0.05,
        "blur_probability": 0.1,
        "blur_sigma_max": 1.0,
        "noise_probability": 0.05,
        "noise_sigma_max": 3.0,
    },
    "strong": {
        "share": 0.75,
        "jpeg_probability": 0.8,
        "jpeg_full_colour": 0.2,
        "webp_probability": 0.2,
        "quality_min": 30,
        "quality_max": 95,
        "resize_probability": 0.5,
        "resize_least": 0.25,
        "screenshot_probability": 0.15,
        "blur_probability": 0.3,
        "blur_sigma_max": 2.0,
        "noise_probability": 0.2,
        "noise_sigma_max": 8.0,
    },
}


class DegradationSettings(Section):
    """How many training images lose something, what they lose, and what the teacher is asked about then."""

    strength: Literal["off", "web", "strong", "own"] = option(
        "off",
        "Degradations",
        "Training images as they arrive from the web: compressed, resized, blurred, noisy. web: about half of them, as "
        "sites treat pictures. strong: about three quarters, and worse. own: by the figures below. A degraded picture "
        "keeps its size, and loses at its own size, before it is scaled or cropped.",
    )
    teacher: Literal["clean", "seen"] = option(
        "clean",
        "Teacher is asked about",
        "clean: the picture before it lost anything, once: full speed. seen: what the student sees; unless Fixed views "
        "are set, the teacher is asked about each degraded picture in every epoch, which is several times slower.",
    )
    views: int = option(
        0,
        "Fixed views",
        "Each picture has so many versions, drawn once from the seed, each mirrored or not; epochs take them in turn. "
        "They are kept on disk, and the teacher is asked about each once: full speed returns after as many epochs. "
        "0 draws anew in every epoch.",
        ge=0,
        le=64,
        level="advanced",
    )
    share: float = option(
        1.0,
        "Share of images",
        "With own figures: so many of the training images can lose something, by the probabilities below.",
        ge=0,
        le=1,
        level="advanced",
    )
    jpeg_probability: float = option(
        0.0,
        "JPEG",
        "Of these images, the share that is saved as JPEG, after all else.",
        ge=0,
        le=1,
        level="advanced",
    )
    jpeg_full_colour: float = option(
        0.0,
        "JPEG in full colour",
        "Share of the JPEGs that keep colours at full resolution (4:4:4); in the others it is halved (4:2:0).",
        ge=0,
        le=1,
        level="advanced",
    )
    webp_probability: float = option(0.0, "WebP", "Share that is saved as lossy WebP.", ge=0, le=1, level="advanced")
    quality_min: int = option(
        60,
        "Lowest quality",
        "Of JPEG and WebP, drawn evenly from here to the highest.",
        ge=10,
        le=100,
        level="advanced",
    )
    quality_max: int = option(
        100, "Highest quality", "Upper end of the quality that is drawn.", ge=10, le=100, level="advanced"
    )
    resize_probability: float = option(
        0.0,
        "Resizing",
        "Share that is made smaller and brought back to its size, each with one of several filters.",
        ge=0,
        le=1,
        level="advanced",
    )
    resize_least: float = option(
        0.5,
        "Smallest size",
        "How small resizing makes a picture, as a share of its sides; drawn evenly from here to 15/16, in sixteenths.",
        ge=0.25,
        le=0.9375,
        level="advanced",
    )
    screenshot_probability: float = option(
        0.0,
        "Screenshots",
        "Share that is enlarged 1.25, 1.5 or 1.75 times, as on a screen whose scale is not whole, and brought back.",
        ge=0,
        le=1,
        level="advanced",
    )
    blur_probability: float = option(0.0, "Blur", "Share that is blurred.", ge=0, le=1, level="advanced")
    blur_sigma_max: float = option(
        2.0,
        "Strongest blur",
        "Standard deviation is drawn evenly from 0 to here, in pixels of the picture's own size.",
        unit="px",
        gt=0,
        le=10,
        level="advanced",
    )
    noise_probability: float = option(
        0.0, "Noise", "Share that gets Gaussian noise in every colour.", ge=0, le=1, level="advanced"
    )
    noise_sigma_max: float = option(
        5.0,
        "Strongest noise",
        "Standard deviation is drawn evenly from 0 to here, in steps of the 256 that a colour has.",
        gt=0,
        le=64,
        level="advanced",
    )

    @property
    def in_force(self) -> Self:
        """The figures that `strength` stands for."""
        return self if self.strength == "own" else self.model_copy(update=dict(STRENGTHS[self.strength]))

    @property
    def degraded_share(self) -> float:
        """The expected share of images that lose something."""
        figures, untouched = self.in_force, 1.0
        for kind in KINDS:
            untouched *= 1 - float(getattr(figures, f"{kind}_probability"))
        return figures.share * (1 - untouched)

    @property
    def asked_anew(self) -> float:
        """The expected share of images that the teacher has not seen before, epoch after epoch."""
        return self.degraded_share if self.teacher == "seen" and not self.views else 0.0

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.quality_min > self.quality_max:
            raise ValueError("the lowest quality (quality_min) is above the highest (quality_max)")
        return self
