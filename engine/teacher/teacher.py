"""The frozen teacher: loaded, checked against labels, calibrated once, and asked for target maps."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import torch
from torch import Tensor

from engine.control import RunControl
from engine.data.batches.loader import Batch
from engine.data.stores.array_cache import ArrayCache
from engine.data.stores.disk_store import digest_of
from engine.models.detector import PatchDetector
from engine.models.folding import folded
from engine.models.geometry import PatchGeometry
from engine.models.loading.recognition import LoadedWeights, build_detector, load_checkpoint
from engine.models.tiling import Tiling, watched
from engine.settings import TeacherSettings
from engine.teacher.calibration import Calibration
from engine.teacher.maps import WHOLE_PIXELS, TeacherMaps

FIRST_WITH_HALF = (7, 0)  # compute capability; earlier cards compute float16 more slowly than float32
MAPS_VERSION = "3"  # to be raised when the same teacher comes to give other maps


class Teacher:
    """A detector that never learns: eval mode, no gradient, optionally calibrated.

    Maps are float32. On a GPU with units for float16 they are computed in that, within 2 % of a map's spread, as long
    as no number exceeds its range.
    """

    def __init__(
        self,
        weights: LoadedWeights,
        settings: TeacherSettings,
        device: torch.device,
        cache: ArrayCache | None = None,
    ) -> None:
        filter_name = None if settings.input_filter == "auto" else settings.input_filter
        normalisation = None if settings.normalisation == "auto" else settings.normalisation
        self.weights, self.device = weights, device
        self._half = device.type == "cuda" and torch.cuda.get_device_capability(device) >= FIRST_WITH_HALF
        self.detector = build_detector(weights, filter_name, normalisation).to(device)
        self.detector.requires_grad_(False)
        detector = self.detector
        self._folded = PatchDetector(
            folded(detector.network), detector.filter_name, detector.normalisation, detector.padding
        ).to(device)
        self.calibration: Calibration | None = None
        self.remembered = TeacherMaps(
            self.maps,
            self.geometry,
            self.identity,
            ArrayCache(settings.map_cache_mb * 2**20) if cache is None else cache,
            slices=self._slices,
        )

    @property
    def geometry(self) -> PatchGeometry:
        """Which pixels each cell sees."""
        return self.detector.geometry

    @torch.no_grad()
    def maps(self, images: Tensor) -> Tensor:
        """Raw patch logits (B, 1, h, w) of uint8 images (B, 3, H, W), large ones tile by tile."""
        if images.shape[-2] * images.shape[-1] > WHOLE_PIXELS:
            return self.tiling(self._computed, images)
        return self._computed(images)

    @property
    def tiling(self) -> Tiling:
        """How large pictures are cut for it."""
        return Tiling.of(self._folded, at_once=WHOLE_PIXELS)

    def watched(
        self, control: RunControl, done: Callable[[int], None] = lambda tiles: None
    ) -> AbstractContextManager[None]:
        """As `engine.models.tiling`, of its answers about pictures."""
        return watched(self._folded, control, done)

    def _computed(self, images: Tensor) -> Tensor:
        with torch.autocast(self.device.type, torch.float16, enabled=self._half):
            logits: Tensor = self._folded(images).float()
        if self._half and not bool(logits.isfinite().all()):
            logits = self._folded(images)
        return logits

    @torch.no_grad()
    def mean_features(self, images: Tensor) -> Tensor:
        """What the head reads, its mean over all cells (B, C) in float32, of uint8 images (B, 3, H, W) of any size."""
        network = self._folded.network
        return self.tiling.mean(lambda some: network.features(self._folded.prepare(some)).float(), images)

    def image_logits(self, images: Tensor) -> Tensor:
        """Mean of the patch map (B,), which equals the published image score."""
        return self.maps(images).mean((1, 2, 3))

    def batch_logits(self, batch: Batch) -> Tensor:
        """Image logits (B,) of a batch, for which the teacher may have been asked before."""
        return self.remembered(batch.images.to(self.device), batch.seen).mean((1, 2, 3))

    def targets(self, images: Tensor, batch: Batch | None = None) -> Tensor:
        """Calibrated maps (B, 1, h, w), or the raw ones where scale matching is off.

        ``batch`` says what the images show, so that the teacher need not be asked again.
        """
        seen, kept = (batch.seen, batch.maps) if batch is not None else ((), None)
        raw = self.remembered(images, seen, kept) if seen else self.maps(images)
        return raw if self.calibration is None else self.calibration(raw)

    @property
    def _slices(self) -> bool:
        """Whether a crop's map is a piece of the picture's: not where the filter takes in what is beside the crop."""
        name = self.detector.filter_name
        return name == "raw" or (name == "NPR" and self.geometry.stride % 2 == 0)

    @property
    def identity(self) -> bytes:
        """Stands for all that decides the maps of an image, to the last bit."""
        detector = self.detector
        computed = f"{self.device.type} float16" if self._half else self.device.type
        parts = (self.weights.sha256, detector.filter_name, detector.normalisation, torch.__version__, computed)
        return digest_of(*(part.encode() for part in (*parts, MAPS_VERSION)))


def load_teacher(settings: TeacherSettings, device: torch.device, cache: ArrayCache | None = None) -> Teacher:
    """The teacher of the settings; CheckpointError where the file is not one. Its maps are kept in ``cache``."""
    assert settings.checkpoint is not None
    return Teacher(load_checkpoint(Path(settings.checkpoint)), settings, device, cache)
